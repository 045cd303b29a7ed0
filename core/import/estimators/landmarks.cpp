#include "core/import/estimators/landmarks.h"

#include "core/foundation/number_text.h"
#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/json_frames.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr std::size_t left_hip = 23;
constexpr std::size_t right_hip = 24;
constexpr float largest_share = 4; // of a picture, for joints that are guessed outside of it

template <class Change>
void for_each_joint(SeenBodies& seen, const Change& change) {
    for (auto& [frame, bodies] : seen.frames)
        for (SeenBody& body : bodies)
            for (std::size_t i = 0; i < body.positions.size(); i += 3)
                if (!std::isnan(body.positions[i])) change(body.positions.data() + i);
}

} // namespace

void LandmarkFrames::add(std::int64_t frame, double time, double unit, SeenBody body) {
    const bool same = !single && !rows_.empty() && rows_.back().frame == frame &&
                      (frame >= 0 || rows_.back().time == time) && (frame >= 0 || !std::isnan(time));
    if (!same) add_empty(frame, time, unit);
    rows_.back().bodies.push_back(std::move(body));
}

void LandmarkFrames::add_empty(std::int64_t frame, double time, double unit) {
    unit_ = unit;
    rows_.push_back({frame, time, {}});
}

// The origin is the middle of the hips, in every frame.
bool LandmarkFrames::is_world() const {
    int looked = 0;
    int centred = 0;
    for (const Row& row : rows_)
        for (const SeenBody& body : row.bodies) {
            if (std::isnan(body.positions[left_hip * 3]) || std::isnan(body.positions[right_hip * 3]))
                continue;
            double distance = 0;
            for (std::size_t axis = 0; axis < 2; ++axis)
                distance += std::abs(double(body.positions[left_hip * 3 + axis]) +
                                     double(body.positions[right_hip * 3 + axis])) /
                            2;
            ++looked;
            centred += distance < 0.05 ? 1 : 0;
        }
    return looked > 0 && centred * 10 >= looked * 9;
}

void LandmarkFrames::place(SeenBodies& seen, const std::string& path) {
    const bool numbered = std::ranges::all_of(rows_, [](const Row& row) { return row.frame >= 0; });
    std::vector<double> times;
    for (const Row& row : rows_)
        if (!std::isnan(row.time)) times.push_back(row.time);
    std::vector<std::int64_t> frames;
    if (times.size() == rows_.size() && times.size() > 1) {
        double unit = unit_;
        const double raw = rate_of_times(times);
        if (unit == 0) unit = raw > 0.5 || raw <= 0 ? 1 : raw > 1e-3 ? 1e-3 : raw > 1e-6 ? 1e-6 : 1e-9;
        for (double& time : times) time *= unit;
        seen.frame_rate = rate_of_times(times);
        if (!numbered) frames = frames_of_times(times, seen.frame_rate, path, seen.warnings);
    }
    std::int64_t twice = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const std::int64_t frame = numbered          ? rows_[i].frame
                                   : !frames.empty() ? frames[i]
                                                     : static_cast<std::int64_t>(i);
        const auto [at, is_new] = seen.frames.try_emplace(frame);
        twice += is_new ? 0 : 1;
        if (single) at->second.clear();
        if (single && !rows_[i].bodies.empty()) rows_[i].bodies.front().id = 1;
        std::ranges::move(rows_[i].bodies, std::back_inserter(at->second));
    }
    if (twice > 0 && single)
        seen.warnings.push_back({ErrorCode::data_doubted,
                                 path,
                                 counted(twice, "frame") + " stand twice in the file: the later counts",
                                 {}});
}

void LandmarkFrames::to_metres(SeenBodies& seen) const {
    seen.dimensions = 3;
    seen.up = "y";
    for_each_joint(seen, [](float* at) {
        at[1] = -at[1];
        at[2] = -at[2];
    });
}

void LandmarkFrames::to_pixels(SeenBodies& seen, const std::string& path) const {
    seen.image_size = picture_;
    float largest = 0;
    for_each_joint(seen, [&](float* at) {
        at[2] = 0;
        largest = std::max({largest, std::abs(at[0]), std::abs(at[1])});
    });
    if (largest > largest_share) return;
    if (picture_[0] > 0 && picture_[1] > 0) {
        for_each_joint(seen, [&](float* at) {
            at[0] *= static_cast<float>(picture_[0]);
            at[1] *= static_cast<float>(picture_[1]);
        });
        return;
    }
    seen.image_size = {1, 1};
    seen.warnings.push_back(
        {ErrorCode::unit_assumed,
         path,
         "positions are shares of a picture whose size the file does not say: they stay so, "
         "in a picture of 1 x 1",
         {}});
}

Result<std::vector<SeenBodies>> LandmarkFrames::finish(const std::string& path, bool depth, bool world,
                                                       std::vector<Error> warnings) {
    if (rows_.empty()) return fail(ErrorCode::sequence_empty, path, "it has no frames");
    SeenBodies seen;
    KINELENS_TRY(layout, built_in_layout("mediapipe33"));
    seen.layout = layout;
    seen.warnings = std::move(warnings);
    seen.individuals = single ? 1 : 0;
    seen.counts_from_zero = true;
    const bool metres = depth && (world || is_world());
    place(seen, path);
    if (metres)
        to_metres(seen);
    else
        to_pixels(seen, path);
    std::vector<SeenBodies> all;
    all.push_back(std::move(seen));
    return all;
}

namespace {

// Lists of landmarks, each with x and y. Of a frame: one list, or one for each person.
class LandmarkJson {
public:
    explicit LandmarkJson(const std::string& path)
        : path_(path)
        , names_(built_in_layout("mediapipe33").value_or(anonymous_layout(33))) {}

    Result<std::vector<SeenBodies>> parse(std::string_view text) {
        std::vector<Error> warnings;
        KINELENS_CHECK(for_each_frame(text, {"frames", "results", "data", "landmarks", "pose_landmarks"},
                                      path_, warnings,
                                      [&](std::int64_t, const JsonTree& frame) { add(frame); }));
        frames_.single = !several_;
        return frames_.finish(path_, depth_, world_, std::move(warnings));
    }

private:
    static const JsonTree& world_of(const JsonTree& frame) {
        return json_of(frame,
                       {"world_landmarks", "pose_world_landmarks", "worldLandmarks", "poseWorldLandmarks"});
    }

    void add(const JsonTree& frame) {
        const double number = json_number(
            json_of(frame, {"frame", "frame_id", "frame_idx", "frame_number", "frameIndex", "frame_index"}));
        double unit = 1e-3;
        double time = json_number(json_of(frame, {"timestamp_ms", "time_ms", "timestampMs"}));
        if (std::isnan(time)) {
            unit = 0;
            time = json_number(json_of(frame, {"timestamp", "time", "time_s"}));
        }
        frames_.add_empty(number >= 0 && number < 1e12 ? static_cast<std::int64_t>(number) : -1, time, unit);
        const JsonTree* list = &world_of(frame);
        if (!list->is_null()) world_ = true;
        if (list->is_null())
            list = frame.is_array()
                       ? &frame
                       : &json_of(frame, {"landmarks", "pose_landmarks", "poseLandmarks", "keypoints"});
        if (list->is_object()) list = &json_of(*list, {"landmark", "landmarks"});
        add_list(*list);
    }

    void add_list(const JsonTree& list) {
        if (!list.is_array() || list.empty()) return;
        const bool people = list[0].is_array() && !list[0].empty() && !list[0][0].is_number();
        if (!people) {
            frames_.add_to_last(body_of(list));
            return;
        }
        several_ = several_ || list.size() > 1;
        for (const JsonTree& person : list) frames_.add_to_last(body_of(person));
    }

    SeenBody body_of(const JsonTree& list) {
        SeenBody body(33);
        int place = 0;
        for (const JsonTree& point : list) {
            const JsonTree& name = json_of(point, {"name", "id", "index"});
            int joint = place++;
            if (name.is_string()) joint = names_.index(name.get_ref<const std::string&>());
            if (name.is_number_unsigned() && name.get<std::uint64_t>() < 33) joint = name.get<int>();
            if (joint < 0 || joint >= 33) continue;
            if (point.is_array()) {
                const auto value = [&](std::size_t k) {
                    return k < point.size() ? json_number(point[k]) : std::nan("");
                };
                const bool deep = point.size() > 2;
                depth_ = depth_ || deep;
                body.set_joint(joint, value(0), value(1), deep ? value(2) : 0, value(3));
                continue;
            }
            const double z = json_number(json_of(point, {"z"}));
            depth_ = depth_ || !std::isnan(z);
            body.set_joint(joint, json_number(json_of(point, {"x"})), json_number(json_of(point, {"y"})),
                           std::isnan(z) ? 0 : z,
                           json_number(json_of(point, {"visibility", "score", "confidence"})));
        }
        return body;
    }

    const std::string& path_;
    JointNames names_;
    LandmarkFrames frames_;
    bool several_ = false;
    bool depth_ = false;
    bool world_ = false;
};

} // namespace

Result<std::vector<SeenBodies>> parse_landmark_json(std::string_view text, const std::string& path) {
    return LandmarkJson(path).parse(text);
}

} // namespace kinelens
