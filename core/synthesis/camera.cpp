#include "core/synthesis/camera.h"

namespace kinelens::synthesis {

Vec3 Camera::seen(Vec3 point) const {
    const Vec3 away{-sine(angle), 0, -cosine(angle)};
    const Vec3 sideways = cross({0, 1, 0}, away);
    const Vec3 position = -distance * away + Vec3{0, height, 0};
    const Vec3 offset = point - position;
    return {dot(offset, sideways), offset.y, dot(offset, away)};
}

Camera make_camera(CounterRandom setup, int camera) {
    constexpr double angles[] = {0, -45, 45};
    Camera result;
    result.distance = setup.uniform(2.8, 3.8);
    result.height = setup.uniform(0.9, 1.4);
    result.angle = angles[(camera - 1) % 3] + setup.fork(static_cast<std::uint64_t>(camera)).uniform(-4, 4);
    return result;
}

} // namespace kinelens::synthesis
