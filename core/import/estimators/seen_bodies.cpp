#include "core/import/estimators/seen_bodies.h"

#include "core/dataset/limits.h"
#include "core/dataset/motion_parts.h"
#include "core/foundation/number_text.h"
#include "core/import/people/body_places.h"
#include "core/import/people/most_energetic.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinelens {
namespace {

// Frame numbers are but claims: memory is not asked for by what one of them says.
constexpr std::int64_t frames_always_believed = 100'000;
constexpr std::int64_t frames_for_each_listed = 50;
constexpr std::int64_t most_frames = 10'000'000;
constexpr std::int64_t usual_lead = 1000; // frames before anybody is seen

Error left_out(const std::string& path, std::string what) {
    return {ErrorCode::part_left_out, path, std::move(what), {}};
}

struct Extent {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

Result<Extent> extent_of(const SeenBodies& seen, const std::string& path, std::vector<Error>& warnings) {
    if (seen.frames.empty()) return fail(ErrorCode::sequence_empty, path, "it has no frames");
    const auto listed = static_cast<std::int64_t>(seen.frames.size());
    std::int64_t first = seen.frames.begin()->first;
    const std::int64_t last = seen.frames.rbegin()->first;
    if (last - first >=
        std::min(std::max(frames_always_believed, frames_for_each_listed * listed), most_frames))
        return fail(ErrorCode::format_invalid, path,
                    "frame numbers go from " + std::to_string(first) + " to " + std::to_string(last) +
                        ", but only " + counted(listed, "frame") + " are there");
    if (seen.counts_from_zero && first > 0 && first <= std::max(usual_lead, 2 * listed))
        first = 0;
    else if (first > 1)
        warnings.push_back(left_out(path, "it begins with frame " + std::to_string(first) +
                                              ", which is frame 0 of the recording"));
    return Extent{first, last - first + 1};
}

void copy_seen(const SeenBody& body, Motion& motion, std::int64_t frame, int place) {
    if (!body.has_joints()) return;
    motion.set_tracked(frame, place, true);
    for (int joint = 0; joint < motion.joints; ++joint) {
        const float* from = body.positions.data() + joint * 3;
        if (std::isnan(from[0])) {
            motion.set_missing(frame, place, joint);
            continue;
        }
        std::copy_n(from, 3, motion.joint(frame, place, joint));
        const float sure = body.confidence[static_cast<std::size_t>(joint)];
        if (sure < 1 || !motion.confidence.empty()) motion.set_confidence(frame, place, joint, sure);
    }
    motion.body_ids[static_cast<std::size_t>(frame * motion.bodies + place)] = body.id;
}

// A confidence of 1 has to be written where there are confidences at all, and absent bodies have none.
Motion empty_motion(const SeenBodies& seen, std::int64_t frames, int places) {
    Motion motion(frames, places, seen.layout.joint_count());
    motion.dimensions = seen.dimensions;
    motion.image_size = seen.image_size;
    motion.body_ids.resize(motion.tracked.size());
    return motion;
}

Motion of_individuals(const SeenBodies& seen, const Extent& extent) {
    Motion motion = empty_motion(seen, extent.count, seen.individuals);
    for (const auto& [frame, bodies] : seen.frames)
        for (const SeenBody& body : bodies)
            if (body.id >= 1 && body.id <= seen.individuals)
                copy_seen(body, motion, frame - extent.first, static_cast<int>(body.id) - 1);
    return motion;
}

// As the file lists them, at most `places` in a frame.
Motion as_listed(SeenBodies& seen, const Extent& extent, int places, std::int64_t& not_placed) {
    std::size_t most = 1;
    for (auto& [frame, bodies] : seen.frames) {
        std::erase_if(bodies, [](const SeenBody& body) { return !body.has_joints(); });
        if (bodies.size() > static_cast<std::size_t>(places)) {
            not_placed += static_cast<std::int64_t>(bodies.size()) - places;
            std::ranges::stable_sort(bodies, std::greater(), &SeenBody::score);
            bodies.erase(bodies.begin() + places, bodies.end());
        }
        most = std::max(most, bodies.size());
    }
    Motion motion = empty_motion(seen, extent.count, static_cast<int>(most));
    for (const auto& [frame, bodies] : seen.frames)
        for (std::size_t place = 0; place < bodies.size(); ++place)
            copy_seen(bodies[place], motion, frame - extent.first, static_cast<int>(place));
    return motion;
}

// 0 stands for no id: where somebody has it, all are counted from 1.
void make_ids_positive(SeenBodies& seen) {
    bool has_zero = false;
    bool has_others = false;
    for (const auto& [frame, bodies] : seen.frames)
        for (const SeenBody& body : bodies) (body.id == 0 ? has_zero : has_others) = true;
    if (!has_zero || !has_others) return;
    for (auto& [frame, bodies] : seen.frames)
        for (SeenBody& body : bodies) ++body.id;
}

double usual_rate(double rate) {
    constexpr std::array usual{23.976, 29.97, 59.94, 119.88};
    double best = std::max(std::round(rate), 1.0);
    for (const double one : usual)
        if (std::abs(one - rate) < std::abs(best - rate)) best = one;
    return std::abs(best / rate - 1) < 0.005 ? best : rate;
}

} // namespace

SeenBody::SeenBody(int joints)
    : positions(static_cast<std::size_t>(joints) * 3, std::numeric_limits<float>::quiet_NaN())
    , confidence(static_cast<std::size_t>(joints)) {}

void SeenBody::set_joint(int joint, double x, double y, double z, double sure) {
    const std::array at{static_cast<float>(x), static_cast<float>(y), static_cast<float>(z)};
    if (!std::ranges::all_of(at, [](float value) { return std::isfinite(value); })) return;
    if (std::isnan(sure)) sure = 1;
    if (sure <= 0 && x == 0 && y == 0) return;
    std::ranges::copy(at, positions.begin() + joint * 3);
    confidence[static_cast<std::size_t>(joint)] =
        std::clamp(static_cast<float>(sure), least_confidence, 1.0f);
}

bool SeenBody::has_joints() const {
    return std::ranges::any_of(confidence, [](float sure) { return sure > 0; });
}

Result<RawSequence> sequence_of(SeenBodies seen, const BodyWishes& wishes, double rate,
                                const std::string& path) {
    RawSequence sequence;
    sequence.warnings = std::move(seen.warnings);
    KINELENS_TRY(extent, extent_of(seen, path, sequence.warnings));
    sequence.layout = seen.layout;
    sequence.frame_rate = seen.frame_rate;
    if (seen.individuals > 0) {
        sequence.motion = of_individuals(seen, extent);
        if (seen.individuals <= wishes.places) return sequence;
        sequence.motion = keep_bodies(sequence.motion, wishes.places);
        sequence.warnings.push_back(left_out(path, "of " + std::to_string(seen.individuals) +
                                                       " individuals the " + std::to_string(wishes.places) +
                                                       " that move most are kept; --bodies keeps more"));
        return sequence;
    }
    make_ids_positive(seen);
    const int considered = wishes.listed ? wishes.places : most_people;
    std::int64_t not_placed = 0;
    sequence.motion = as_listed(seen, extent, considered, not_placed);
    if (not_placed > 0)
        sequence.warnings.push_back(left_out(
            path, "of frames with more than " + counted(considered, "body", "bodies") +
                      " the surest are considered; " + std::to_string(not_placed) + " were left out"));
    if (wishes.listed) return sequence;
    PlacedBodies placed =
        place_bodies(sequence.motion, seen.frame_rate > 0 ? seen.frame_rate : rate, wishes.places);
    sequence.motion = std::move(placed.motion);
    for (std::string& who : placed.left_out) sequence.warnings.push_back(left_out(path, std::move(who)));
    return sequence;
}

double rate_of_times(std::span<const double> seconds) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < seconds.size(); ++i)
        if (const double step = seconds[i] - seconds[i - 1]; step > 0 && std::isfinite(step))
            steps.push_back(step);
    if (steps.empty()) return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    const double usual = *middle;
    double sum = 0;
    int count = 0;
    for (const double step : steps) {
        if (step < usual / 2 || step > usual * 1.5) continue;
        sum += step;
        ++count;
    }
    return usual_rate(count / sum);
}

std::vector<std::int64_t> frames_of_times(std::span<const double> seconds, double rate,
                                          const std::string& path, std::vector<Error>& warnings) {
    constexpr double longest_break = 600; // seconds
    std::vector<std::int64_t> frames;
    std::int64_t frame = 0;
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        const double step = i == 0 ? 0 : seconds[i] - seconds[i - 1];
        const bool goes_on = step > 0 && step <= longest_break && rate > 0;
        if (i > 0) frame += goes_on ? std::max<std::int64_t>(1, std::llround(step * rate)) : 1;
        frames.push_back(frame);
        if (i == 0 || goes_on || rate <= 0) continue;
        const std::string why = step > longest_break
                                    ? "a break of " + short_number_text(step) + " s is closed up"
                                    : "its time stamp is not later than the one before";
        if (warnings.size() < 10) warnings.push_back({ErrorCode::data_doubted, path, why, {{}, {}, frame}});
    }
    return frames;
}

} // namespace kinelens
