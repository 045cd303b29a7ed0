// Scene: what happens before any camera looks: one or two exact figures, frame by frame, with the truth.
#pragma once

#include "core/dataset/dataset.h"
#include "core/synthesis/kinematics.h"
#include "core/synthesis/sequence_plan.h"

namespace kinelens::synthesis {

inline constexpr double frame_rate = 30;

struct Scene {
    int frames = 0;
    int bodies = 1;
    std::vector<Figure>
        figures; // (frames, bodies); metres, floor at y = 0, middle of the action at x = z = 0
    std::vector<Interval> intervals; // untrimmed: which action is where; label = index of the chosen action
    const Figure& figure(int frame, int body) const {
        return figures[static_cast<std::size_t>(frame * bodies + body)];
    }
};

// One action with a short rest before and after, or (plan.label < 0) a sequence of many with pauses.
Scene make_scene(const SynthesisOptions& options, const std::vector<const Action*>& actions,
                 const SequencePlan& plan);

} // namespace kinelens::synthesis
