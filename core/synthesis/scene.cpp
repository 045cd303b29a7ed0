#include "core/synthesis/scene.h"

#include "core/synthesis/part.h"

#include <algorithm>

namespace kinelens::synthesis {
namespace {

constexpr double floor_radius = 1.1; // metres that an untrimmed actor keeps around the start

// How one action is done this time.
struct Take {
    const Action* action = nullptr;
    Performance performance;
    Performance reaction; // the same from the partner's side
    int frames = 0;
    bool mirrored = false;
    double haste = 0;
};

Body actor(const SynthesisOptions& options, int subject) {
    const auto random = CounterRandom(mix64(static_cast<std::uint64_t>(options.seed)))
                            .fork("actor")
                            .fork(static_cast<std::uint64_t>(subject));
    return make_body(random, options.variation);
}

double size_factor(const Body& a, const Body& b) {
    return 0.5 * (a.arm() + b.arm()) / (0.318 * 1.71);
}

Take make_take(const Action& action, const Body& body, const Body& partner, double variation,
               CounterRandom random) {
    const auto vary = [&](double spread) { return variation * random.uniform(-spread, spread); };
    Take take;
    take.action = &action;
    Performance& p = take.performance;
    p.body = body;
    p.partner = partner;
    const double tempo = action.bodies() == 2 ? 0.5 * (body.tempo + partner.tempo) : body.tempo;
    const double middle = 0.5 * (action.shortest + action.longest);
    p.seconds = (middle + vary(action.longest - middle)) / tempo;
    p.cycles = action.fewest_cycles + static_cast<int>(random.below(static_cast<std::uint64_t>(
                                          action.most_cycles - action.fewest_cycles + 1)));
    p.vigour = std::clamp(body.amplitude * (1 + vary(0.1)), 0.75, 1.25);
    for (double& value : p.accent) value = vary(1);
    p.distance = action.distance * size_factor(body, partner) * (1 + vary(0.04));
    take.reaction = p;
    take.reaction.body = partner;
    take.reaction.partner = body;
    take.frames = static_cast<int>(std::lround(p.seconds * frame_rate));
    take.mirrored = action.may_mirror && body.left_handed;
    take.haste = vary(0.2);
    return take;
}

struct Cast { // who is on the scene
    CounterRandom random;
    Body bodies[2];
    std::vector<Part> parts;
};

Cast make_cast(const SynthesisOptions& options, const SequencePlan& plan) {
    const auto random =
        CounterRandom(mix64(static_cast<std::uint64_t>(options.seed))).fork(plan.performance).fork("motion");
    auto draw = random.fork("partner");
    const int others = std::max(1, options.actors - 1);
    const int partner =
        1 + (plan.subject - 1 + 1 + static_cast<int>(draw.below(static_cast<std::uint64_t>(others)))) %
                std::max(2, options.actors);
    return {random, {actor(options, plan.subject), actor(options, partner)}, {}};
}

void enter(Cast& cast, const Take& first) {
    const auto start = [&](Choreographer perform, const Performance& performance) {
        const Pose pose = perform(performance)(0);
        return first.mirrored ? mirrored(pose) : pose;
    };
    cast.parts.emplace_back(cast.bodies[0], cast.random.fork("idle"), Vec3{}, 0.0,
                            start(first.action->perform, first.performance));
    if (first.action->bodies() == 2)
        cast.parts.emplace_back(cast.bodies[1], cast.random.fork("partner idle"),
                                Vec3{0, 0, first.performance.distance}, 180.0,
                                start(first.action->react, first.reaction));
}

void act(Cast& cast, const Take& take) {
    cast.parts[0].perform(take.action->perform(take.performance), take.frames, take.mirrored, take.haste);
    if (cast.parts.size() == 2)
        cast.parts[1].perform(take.action->react(take.reaction), take.frames, take.mirrored, take.haste);
}

// Everybody waits for `frames`, getting ready for the next take.
void wait(Cast& cast, const Take& next, int frames) {
    Pose first = next.action->perform(next.performance)(0);
    double forward = 0;
    if (cast.parts.size() == 2) {
        const double gap = length(cast.parts[1].place() - cast.parts[0].place());
        forward = (gap - next.performance.distance) / 2;
        if (std::abs(forward) < 0.005) forward = 0;
        cast.parts[1].pause(next.action->react(next.reaction)(0), forward, frames);
    }
    cast.parts[0].pause(next.mirrored ? mirrored(first) : first, forward, frames);
}

void rest(Cast& cast, const Take& take, int frames) { // after the last take, as it ended
    Pose end = take.action->perform(take.performance)(1);
    end.root = {};
    end.heading = 0;
    cast.parts[0].pause(take.mirrored ? mirrored(end) : end, 0, frames);
    if (cast.parts.size() == 2) {
        end = take.action->react(take.reaction)(1);
        end.root = {};
        cast.parts[1].pause(end, 0, frames);
    }
}

Scene film(const Cast& cast) {
    Scene scene;
    scene.bodies = static_cast<int>(cast.parts.size());
    scene.frames = cast.parts.front().frames();
    std::vector<std::vector<Pose>> poses;
    for (const Part& part : cast.parts) poses.push_back(part.poses(frame_rate));
    Vec3 middle;
    for (int frame = 0; frame < scene.frames; ++frame)
        for (int body = 0; body < scene.bodies; ++body) {
            const auto index = static_cast<std::size_t>(body);
            scene.figures.push_back(
                figure_of(cast.parts[index].body(), poses[index][static_cast<std::size_t>(frame)]));
            middle = middle + scene.figures.back()[0];
        }
    middle = (1.0 / static_cast<double>(scene.figures.size())) * middle;
    for (Figure& figure : scene.figures)
        for (Vec3& joint : figure) joint = joint - Vec3{middle.x, 0, middle.z};
    return scene;
}

Scene trimmed_scene(const SynthesisOptions& options, const Action& action, const SequencePlan& plan) {
    Cast cast = make_cast(options, plan);
    Take take =
        make_take(action, cast.bodies[0], cast.bodies[1], options.variation, cast.random.fork("take"));
    auto draw = cast.random.fork("rests");
    const int shortest = options.frames_min, longest = std::max(options.frames_min, options.frames_max);
    take.frames = std::clamp(take.frames, std::min(shortest, longest - 8), longest - 8);
    const int spare = longest - take.frames;
    const int rests =
        std::clamp(6 + static_cast<int>(draw.below(18)), std::max(6, shortest - take.frames), spare);
    const int before = 2 + static_cast<int>(draw.below(static_cast<std::uint64_t>(rests - 3)));
    enter(cast, take);
    wait(cast, take, before);
    act(cast, take);
    rest(cast, take, rests - before);
    return film(cast);
}

// Where a take would leave the first actor.
Vec3 destination(const Take& take, const Part& part) {
    Part trial = part;
    trial.perform(take.action->perform(take.performance), 1, take.mirrored, 0);
    return trial.place();
}

class Repertoire {
public:
    Repertoire(const std::vector<const Action*>& actions, CounterRandom random)
        : random_(random) {
        std::vector<int> solo, pairs;
        for (int i = 0; i < static_cast<int>(actions.size()); ++i)
            (actions[static_cast<std::size_t>(i)]->bodies() == 2 ? pairs : solo).push_back(i);
        const bool two = solo.empty() || (!pairs.empty() && random_.uniform() < 0.25);
        labels_ = two ? pairs : solo;
    }
    int draw(const std::vector<const Action*>& actions, Posture posture) {
        std::vector<int> fitting;
        for (int label : labels_)
            if (actions[static_cast<std::size_t>(label)]->starts == posture) fitting.push_back(label);
        const auto& list = fitting.empty() ? labels_ : fitting;
        return list[random_.below(list.size())];
    }

private:
    CounterRandom random_;
    std::vector<int> labels_;
};

Scene untrimmed_scene(const SynthesisOptions& options, const std::vector<const Action*>& actions,
                      const SequencePlan& plan) {
    Cast cast = make_cast(options, plan);
    auto draw = cast.random.fork("script");
    const double longest = std::max(options.seconds_min, options.seconds_max);
    const int total = static_cast<int>(frame_rate * draw.uniform(options.seconds_min, longest));
    Repertoire repertoire(actions, cast.random.fork("repertoire"));
    std::vector<Interval> intervals;
    Take take;
    Posture posture = Posture::standing;
    for (std::uint64_t number = 0;; ++number) {
        int label = 0;
        const auto next = [&](std::uint64_t attempt) {
            label = repertoire.draw(actions, posture);
            return make_take(*actions[static_cast<std::size_t>(label)], cast.bodies[0], cast.bodies[1],
                             options.variation, cast.random.fork("take").fork(number).fork(attempt));
        };
        Take candidate = next(0);
        if (number == 0) enter(cast, candidate);
        for (std::uint64_t k = 1; k < 8 && length(destination(candidate, cast.parts[0])) > floor_radius; ++k)
            candidate = next(k);
        const int gap = static_cast<int>(frame_rate * draw.uniform(1.0, 2.5));
        if (number > 0 && cast.parts[0].frames() + gap + candidate.frames + 15 > total) break;
        take = candidate;
        wait(cast, take, gap);
        const std::int64_t start = cast.parts[0].frames();
        act(cast, take);
        intervals.push_back({0, label, start, start + take.frames});
        posture = take.action->ends;
    }
    rest(cast, take, std::max(15, total - cast.parts[0].frames()));
    Scene scene = film(cast);
    scene.intervals = std::move(intervals);
    return scene;
}

} // namespace

Scene make_scene(const SynthesisOptions& options, const std::vector<const Action*>& actions,
                 const SequencePlan& plan) {
    if (plan.label < 0) return untrimmed_scene(options, actions, plan);
    return trimmed_scene(options, *actions[static_cast<std::size_t>(plan.label)], plan);
}

} // namespace kinelens::synthesis
