#include "core/synthesis/part.h"

#include "core/synthesis/steps.h"

namespace kinelens::synthesis {

Part::Part(Body body, CounterRandom random, Vec3 place, double heading, Pose pose)
    : body_(body)
    , idle_(random, body.sway)
    , place_(place)
    , heading_(heading)
    , last_(pose) {}

void Part::keep(Pose pose) {
    last_ = pose;
    pose.root = place_ + turn(heading_) * pose.root;
    pose.heading += heading_;
    poses_.push_back(pose);
}

void Part::settle() {
    place_ = place_ + turn(heading_) * last_.root;
    heading_ += last_.heading;
    last_.root = {};
    last_.heading = 0;
}

void Part::perform(const Choreography& choreography, int frames, bool mirror, double haste) {
    for (int frame = 1; frame <= frames; ++frame) {
        const double time = static_cast<double>(frame) / frames;
        // haste > 0: quick first, then slow
        const Pose pose = choreography(time + haste * std::sin(2 * pi * time) / (2 * pi));
        keep(mirror ? mirrored(pose) : pose);
    }
    settle();
}

void Part::pause(const Pose& next, double forward, int frames) {
    const Pose from = last_;
    const double moving = std::min(1.0, 1.3 * 30 / frames);
    const auto at = [&](int side) { return rest_ankle(body_, side) + Vec3{0, 0, forward}; };
    const FootPlan plan(body_, {{right, 0.05 * moving, 0.5 * moving, at(right), 0, 0.06},
                                {left, 0.5 * moving, 0.95 * moving, at(left), 0, 0.06}});
    for (int frame = 1; frame <= frames; ++frame) {
        const double time = static_cast<double>(frame) / frames;
        Pose pose = blend(from, next, ease(time, 0, moving));
        if (forward != 0) {
            pose.root = plan.centre(time);
            plan.apply(pose, time);
        }
        keep(pose);
    }
    settle();
}

std::vector<Pose> Part::poses(double frames_per_second) const {
    std::vector<Pose> result = poses_;
    for (std::size_t frame = 0; frame < result.size(); ++frame)
        idle_.apply(result[frame], static_cast<double>(frame) / frames_per_second);
    return result;
}

} // namespace kinelens::synthesis
