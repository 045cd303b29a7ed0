// Footsteps: feet that stand still on the floor while the body travels over them.
#pragma once

#include "core/synthesis/pose.h"

#include <vector>

namespace kinelens::synthesis {

// One foot leaves the floor at `start` and lands at `end`; place and heading in the performance's frame.
struct Step {
    int side = left;
    double start = 0;
    double end = 1;
    Vec3 place;         // of the ankle; y is not used
    double heading = 0; // degrees
    double lift = 0.08; // metres
};

class FootPlan {
public:
    // Both feet begin at rest below a root frame at the origin. Steps of one foot must not overlap in time.
    FootPlan(const Body& body, std::vector<Step> steps);

    // Plants the pose's feet where the plan has them. Call when pose.root and pose.heading are set.
    void apply(Pose& pose, double time) const;

    // Mean place of both feet: a root that follows them.
    Vec3 centre(double time) const;

private:
    struct Foot {
        Vec3 place;
        double heading = 0;
        double toes_down = 0;
    };
    Foot foot(int side, double time) const;

    Body body_;
    std::vector<Step> steps_;
};

// The place of a resting foot below a root frame at (x, z) with this heading.
Vec3 stance_place(const Body& body, int side, double x, double z, double heading);

} // namespace kinelens::synthesis
