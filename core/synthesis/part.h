// Part: one body's way through a scene, pose by pose, on the floor of the scene.
#pragma once

#include "core/synthesis/action.h"
#include "core/synthesis/idle.h"

namespace kinelens::synthesis {

class Part {
public:
    // Stands (or sits) at (x, z) = place with this heading, in `pose`.
    Part(Body body, CounterRandom random, Vec3 place, double heading, Pose pose);

    const Body& body() const { return body_; }
    int frames() const { return static_cast<int>(poses_.size()); }
    Vec3 place() const { return place_; }

    // Performs during `frames` frames; mirrored: left and right exchanged.
    void perform(const Choreography& choreography, int frames, bool mirrored, double haste);

    // Goes over into `next` (a pose at its root frame's origin) and `forward` metres, and waits there.
    void pause(const Pose& next, double forward, int frames);

    // Poses in the scene's frame, with the idle movement; one a frame.
    std::vector<Pose> poses(double frames_per_second) const;

private:
    void keep(Pose pose); // from the part's own root frame into the scene's
    void settle();        // the root frame moves to where the last pose left it

    Body body_;
    Idle idle_;
    Vec3 place_;
    double heading_;
    Pose last_; // relative to (place_, heading_)
    std::vector<Pose> poses_;
};

} // namespace kinelens::synthesis
