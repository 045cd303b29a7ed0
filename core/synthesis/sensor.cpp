#include "core/synthesis/sensor.h"

#include "core/synthesis/geometry.h"

namespace kinelens::synthesis {
namespace {

// How unsteady a joint is, relative to the trunk (order of ntu25).
constexpr double unsteadiness[25] = {1,   0.9, 0.9, 0.9, 1.1, 1.4, 1.9, 2.3, 1.1, 1.4, 1.9, 2.3, 1,
                                     1.4, 1.9, 2.3, 1,   1.4, 1.9, 2.3, 0.9, 3.0, 3.0, 3.0, 3.0};
constexpr double offset_size = 0.007; // metres, standard deviation at unsteadiness 1
constexpr double wander_size = 0.005;
constexpr double white_size = 0.0025;
constexpr double wander_memory = 0.88; // of one frame to the next
constexpr double depth_factor = 1.4;   // along z
constexpr double jump_rate = 0.0012;   // a frame and unsteady joint
constexpr double jump_size = 0.12;     // metres
constexpr double loss_rate = 0.0012;   // a frame and body
constexpr double ghost_rate = 0.02;    // a recording with a free slot

Vec3 scatter(CounterRandom& random, double size) {
    const double x = random.normal(), y = random.normal(), z = random.normal();
    return {size * x, size * y, size * depth_factor * z};
}

void add_noise(Motion& motion, int body, double noise, CounterRandom random) {
    Vec3 offset[25], wander[25];
    for (int v = 0; v < motion.joints; ++v) {
        offset[v] = scatter(random, offset_size * unsteadiness[v]);
        wander[v] = scatter(random, wander_size * unsteadiness[v]);
    }
    const double fresh = std::sqrt(1 - wander_memory * wander_memory);
    for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
        const double trunk = motion.joint(frame, body, 1)[2];
        const double far = noise * (trunk / 3) * (trunk / 3);
        for (int v = 0; v < motion.joints; ++v) {
            wander[v] = wander_memory * wander[v] + scatter(random, fresh * wander_size * unsteadiness[v]);
            float* joint = motion.joint(frame, body, v);
            const double hidden = 1 + ease(joint[2] - trunk, 0.1, 0.35);
            const Vec3 error =
                far * hidden * (offset[v] + wander[v] + scatter(random, white_size * unsteadiness[v]));
            joint[0] += static_cast<float>(error.x);
            joint[1] += static_cast<float>(error.y);
            joint[2] += static_cast<float>(error.z);
        }
    }
}

void add_jumps(Motion& motion, int body, double dropouts, CounterRandom random) {
    for (int v = 0; v < motion.joints; ++v) {
        if (unsteadiness[v] < 1.5) continue;
        std::int64_t until = 0;
        Vec3 jump;
        for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
            if (frame >= until && random.uniform() < jump_rate * dropouts) {
                until = frame + 2 + static_cast<std::int64_t>(random.below(4));
                jump = scatter(random, jump_size);
            }
            if (frame >= until) continue;
            float* joint = motion.joint(frame, body, v);
            joint[0] += static_cast<float>(jump.x);
            joint[1] += static_cast<float>(jump.y);
            joint[2] += static_cast<float>(jump.z);
        }
    }
}

void lose(Motion& motion, std::int64_t frame, int body) {
    motion.set_tracked(frame, body, false);
    std::fill_n(motion.joint(frame, body, 0), motion.joints * 3, 0.0f);
}

void add_losses(Motion& motion, int body, double dropouts, CounterRandom random) {
    for (std::int64_t frame = 10; frame + 20 < motion.frames; ++frame) {
        if (random.uniform() >= loss_rate * dropouts) continue;
        const auto end = frame + 3 + static_cast<std::int64_t>(random.below(10));
        for (; frame < end && frame + 5 < motion.frames; ++frame) lose(motion, frame, body);
    }
}

// Furniture taken for a person: a small, stiff, trembling figure beside the actor.
void add_ghost(Motion& motion, double dropouts, CounterRandom random) {
    const int slot = motion.bodies - 1;
    if (slot < 1 || random.uniform() >= ghost_rate * dropouts) return;
    const double size = random.uniform(0.5, 0.9);
    const double sideways = (random.uniform() < 0.5 ? -1 : 1) * random.uniform(0.7, 1.3);
    const auto length = 10 + static_cast<std::int64_t>(random.below(40));
    const auto start = static_cast<std::int64_t>(
        random.below(static_cast<std::uint64_t>(std::max<std::int64_t>(1, motion.frames - length))));
    const Vec3 move{sideways, random.uniform(-0.2, 0.2), random.uniform(0.1, 0.8)};
    for (std::int64_t frame = start; frame < std::min(start + length, motion.frames); ++frame) {
        motion.set_tracked(frame, slot, true);
        const float* centre = motion.joint(0, 0, 0);
        for (int v = 0; v < motion.joints; ++v) {
            const float* model = motion.joint(0, 0, v);
            const Vec3 tremble = scatter(random, 0.012 * unsteadiness[v]);
            float* joint = motion.joint(frame, slot, v);
            joint[0] = static_cast<float>(centre[0] + size * (model[0] - centre[0]) + move.x + tremble.x);
            joint[1] = static_cast<float>(centre[1] + size * (model[1] - centre[1]) + move.y + tremble.y);
            joint[2] = static_cast<float>(centre[2] + size * (model[2] - centre[2]) + move.z + tremble.z);
        }
    }
}

} // namespace

void disturb(Motion& motion, double noise, double dropouts, CounterRandom random) {
    const bool slot_free = motion.frames > 0 && !motion.is_tracked(0, motion.bodies - 1);
    for (int body = 0; body < motion.bodies; ++body) {
        if (motion.frames == 0 || !motion.is_tracked(0, body)) continue;
        const auto own = random.fork(static_cast<std::uint64_t>(body));
        if (noise > 0) add_noise(motion, body, noise, own.fork("noise"));
        add_jumps(motion, body, dropouts, own.fork("jumps"));
        add_losses(motion, body, dropouts, own.fork("losses"));
    }
    if (slot_free) add_ghost(motion, dropouts, random.fork("ghost"));
}

} // namespace kinelens::synthesis
