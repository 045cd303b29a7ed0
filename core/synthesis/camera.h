// Camera: where a depth sensor stands and what it sees of a scene.
#pragma once

#include "core/foundation/random.h"
#include "core/synthesis/geometry.h"

namespace kinelens::synthesis {

// Coordinates of a Kinect: origin at the sensor, x to its left, y up, z away from it; metres.
struct Camera {
    double angle = 0;    // degrees around the scene; 0 faces an actor of heading 0
    double distance = 3; // metres from the scene's middle
    double height = 1.1; // above the floor
    Vec3 seen(Vec3 point) const;
};

// Camera 1 looks from the front, 2 from −45°, 3 from +45°; distance and height belong to the setup.
Camera make_camera(CounterRandom setup, int camera);

} // namespace kinelens::synthesis
