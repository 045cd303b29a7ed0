#include "core/synthesis/synthesis.h"

#include "core/options/option_info.h"
#include "core/synthesis/camera.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/sensor.h"

namespace kinelens {
namespace {

using namespace synthesis;

constexpr int body_slots = 2;

Result<std::vector<const Action*>> checked_actions(const SynthesisOptions& options) {
    KINELENS_CHECK(validate(option_table<SynthesisOptions>(), option_values(options)));
    if (options.frames_max < options.frames_min)
        return fail(ErrorCode::invalid_argument, "frames_max", "it is less than the shortest length");
    if (options.seconds_max < options.seconds_min)
        return fail(ErrorCode::invalid_argument, "seconds_max", "less than seconds_min");
    return chosen_actions(options);
}

// One person faces the front camera more or less; two stand across its view.
double scene_heading(int bodies, CounterRandom random) {
    if (bodies == 1) return random.uniform(-25, 25);
    return (random.uniform() < 0.5 ? -90 : 90) + random.uniform(-30, 30);
}

Motion filmed(const Scene& scene, const Camera& camera, CounterRandom place, bool exchanged) {
    const Rotation heading = turn(scene_heading(scene.bodies, place.fork("heading")));
    const Vec3 shift{place.uniform(-0.25, 0.25), 0, place.uniform(-0.2, 0.2)};
    Motion motion(scene.frames, body_slots, figure_joint_count);
    for (int frame = 0; frame < scene.frames; ++frame)
        for (int body = 0; body < scene.bodies; ++body) {
            const int slot = exchanged ? scene.bodies - 1 - body : body;
            motion.set_tracked(frame, slot, true);
            for (int v = 0; v < figure_joint_count; ++v) {
                const Vec3 joint = scene.figure(frame, body)[static_cast<std::size_t>(v)];
                const Vec3 seen = camera.seen(heading * joint + shift);
                float* out = motion.joint(frame, slot, v);
                out[0] = static_cast<float>(seen.x);
                out[1] = static_cast<float>(seen.y);
                out[2] = static_cast<float>(seen.z);
            }
        }
    return motion;
}

} // namespace

std::vector<std::string> synthetic_class_names() {
    std::vector<std::string> names;
    for (const Action& action : all_actions()) names.emplace_back(action.name);
    return names;
}

Result<DatasetInfo> describe_synthesis(const SynthesisOptions& options) {
    KINELENS_TRY(actions, checked_actions(options));
    KINELENS_TRY(layout, built_in_layout("ntu25"));
    DatasetInfo info;
    info.name = options.untrimmed ? "Kinelens synthetic, untrimmed" : "Kinelens synthetic";
    info.layout = layout;
    info.frame_rate = frame_rate;
    info.bodies = body_slots;
    for (const Action* action : actions) info.class_names.emplace_back(action->name);
    return info;
}

Result<SyntheticSequence> synthesize_sequence(const SynthesisOptions& options, std::int64_t index) {
    KINELENS_TRY(actions, checked_actions(options));
    const SequencePlan plan = plan_sequence(options, static_cast<int>(actions.size()), index);
    const CounterRandom random(mix64(static_cast<std::uint64_t>(options.seed)));
    const auto setup = random.fork("setup").fork(static_cast<std::uint64_t>(plan.setup));
    const auto sensor = random.fork(plan.name).fork("sensor");
    const Camera camera = make_camera(setup, plan.camera);
    const Scene scene = make_scene(options, actions, plan);

    SyntheticSequence result;
    result.info.name = plan.name;
    result.info.length = scene.frames;
    result.info.label = plan.label;
    result.info.subject = plan.subject;
    result.info.camera = plan.camera;
    result.info.setup = plan.setup;
    result.info.repetition = plan.repetition;
    const bool exchanged = sensor.fork("order").uniform() < 0.2;
    result.motion = filmed(scene, camera, random.fork(plan.performance).fork("place"), exchanged);
    disturb(result.motion, options.noise, options.dropouts, sensor);
    result.intervals = scene.intervals;
    return result;
}

} // namespace kinelens
