#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/json_frames.h"
#include "core/import/estimators/readers.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr std::size_t azure_head_size = 65536;
constexpr double farthest_in_metres = 25; // what lies further away is in millimetres

bool is_azure(const SourceFile& source) {
    const std::string head = lower_case(source.head(azure_head_size));
    const auto has = [&](std::string_view word) { return head.find(word) != std::string::npos; };
    if (has("k4abt") || has("joint_positions")) return true;
    const bool joints = has("spine_navel") || has("spine navel") || has("spinenavel") || has("spine_naval");
    return joints || (has("\"bodies\"") && (has("timestamp_usec") || has("num_bodies")));
}

// {"x": …, "y": …, "z": …}, that within "xyz" or "v", or [x, y, z].
bool read_point(const JsonTree& value, std::array<double, 3>& point) {
    if (value.is_array() && value.size() >= 3) {
        for (std::size_t axis = 0; axis < 3; ++axis) point[axis] = json_number(value[axis]);
        return true;
    }
    if (!value.is_object()) return false;
    if (const JsonTree& inner = json_of(value, {"xyz", "v"}); !inner.is_null())
        return read_point(inner, point);
    point = {json_number(json_of(value, {"x", "X"})), json_number(json_of(value, {"y", "Y"})),
             json_number(json_of(value, {"z", "Z"}))};
    return value.contains("x") || value.contains("X");
}

// The sensor's levels: none, low (a guess of what is hidden), medium, high. Or a share, in other programs.
double confidence_of(const JsonTree& value) {
    if (value.is_string()) {
        const std::string word = lower_case(value.get<std::string>());
        if (word.find("none") != std::string::npos) return 0;
        if (word.find("low") != std::string::npos) return 0.5;
        if (word.find("medium") != std::string::npos || word.find("high") != std::string::npos) return 1;
    }
    const double level = json_number(value);
    if (std::isnan(level)) return 1;
    if (value.is_number_float() && level != std::floor(level)) return level;
    return level <= 0 ? 0 : level < 2 ? 0.5 : 1;
}

class AzureParser {
public:
    AzureParser(std::string_view text, const std::string& path)
        : text_(text)
        , path_(path) {}

    Result<std::vector<SeenBodies>> parse() {
        KINELENS_TRY(layout, built_in_layout("azure32"));
        seen_.layout = layout;
        seen_.dimensions = 3;
        seen_.up = "y";
        names_ = JointNames(layout);
        read_order();
        KINELENS_CHECK(for_each_frame(text_, {"frames", "Frames", "data", "body_frames"}, path_,
                                      seen_.warnings,
                                      [&](std::int64_t, const JsonTree& frame) { add_frame(frame); }));
        place_frames();
        if (lost_ > 0)
            seen_.warnings.push_back(
                {ErrorCode::part_left_out,
                 path_,
                 counted(lost_, "body", "bodies") + " in a frame had no joints that could be read",
                 {}});
        to_metres();
        turn_up();
        std::vector<SeenBodies> all;
        all.push_back(std::move(seen_));
        return all;
    }

private:
    // The file's own order of joints, where it tells it.
    void read_order() {
        if (!JsonPieces(text_).is_object()) return;
        const std::string_view list = json_member(text_, "joint_names");
        const auto names = list.empty() ? std::nullopt : parse_piece(list);
        if (!names || !names->is_array()) return;
        for (const JsonTree& name : *names)
            order_.push_back(name.is_string() ? names_.index(name.get_ref<const std::string&>()) : -1);
    }

    int place_in_order(std::size_t index) const {
        if (index < order_.size()) return order_[index];
        return order_.empty() && index < static_cast<std::size_t>(seen_.layout.joint_count())
                   ? static_cast<int>(index)
                   : -1;
    }

    void add_frame(const JsonTree& frame) {
        bodies_.emplace_back();
        const JsonTree& listed = frame.is_array() ? frame : json_of(frame, {"bodies", "Bodies", "skeletons"});
        if (listed.is_array())
            for (const JsonTree& body : listed) add_body(body);
        else if (frame.is_object() && !joints_of(frame).is_null())
            add_body(frame);
        times_.push_back(time_of(frame));
    }

    // Seconds.
    static double time_of(const JsonTree& frame) {
        if (!frame.is_object()) return std::nan("");
        struct Key {
            const char* name;
            double seconds;
        };
        for (const Key& key :
             {Key{"timestamp_usec", 1e-6}, Key{"device_timestamp_usec", 1e-6}, Key{"timestamp_us", 1e-6},
              Key{"timestamp_ms", 1e-3}, Key{"time_ms", 1e-3}, Key{"timestamp_s", 1.0}, Key{"time", 1.0},
              Key{"timestamp", 0.0}, Key{"Timestamp", 0.0}, Key{"device_timestamp", 0.0}})
            if (const double value = json_number(json_of(frame, {key.name})); std::isfinite(value))
                return key.seconds > 0 ? value * key.seconds : value;
        return std::nan("");
    }

    static const JsonTree& joints_of(const JsonTree& body) {
        return json_of(body, {"joint_positions", "joints", "Joints", "skeleton", "keypoints", "positions"});
    }

    void add_body(const JsonTree& body) {
        SeenBody one(seen_.layout.joint_count());
        const JsonTree& id = json_of(body, {"body_id", "id", "bodyId", "Id", "BodyId", "tracking_id"});
        if (const double number = json_number(id); number >= 0 && number < 4294967295.0)
            one.id = static_cast<std::int64_t>(number);
        const JsonTree* joints = &joints_of(body);
        if (joints->is_object() && !json_of(*joints, {"joints"}).is_null())
            joints = &json_of(*joints, {"joints"});
        const JsonTree& sure =
            json_of(body, {"joint_confidences", "confidence_levels", "joint_confidence_levels"});
        std::size_t index = 0;
        for (const auto& member : joints->items()) {
            const JsonTree& joint = member.value();
            const JsonTree& beside = sure.is_array() && index < sure.size() ? sure[index] : none_;
            add_joint(one, joints->is_object() ? names_.index(member.key()) : named_place(joint, index),
                      joint, beside);
            ++index;
        }
        lost_ += one.has_joints() ? 0 : 1;
        if (one.has_joints()) bodies_.back().push_back(std::move(one));
    }

    int named_place(const JsonTree& joint, std::size_t index) const {
        const JsonTree& name = json_of(joint, {"name", "joint_name", "joint", "Name", "type", "joint_type"});
        if (name.is_string()) return names_.index(name.get_ref<const std::string&>());
        const double number = json_number(json_of(joint, {"joint_id", "id", "index", "joint", "type"}));
        return place_in_order(number >= 0 && number < 1000 ? static_cast<std::size_t>(number) : index);
    }

    void add_joint(SeenBody& body, int place, const JsonTree& joint, const JsonTree& beside) {
        if (place < 0) return;
        std::array<double, 3> at{};
        const JsonTree& inner = json_of(joint, {"position", "Position", "pos", "position_mm"});
        if (!read_point(inner.is_null() ? joint : inner, at)) return;
        const JsonTree& own =
            json_of(joint, {"confidence_level", "confidence", "Confidence", "ConfidenceLevel"});
        const double sure = confidence_of(own.is_null() ? beside : own);
        if (sure <= 0 || (at[0] == 0 && at[1] == 0 && at[2] == 0)) return;
        body.set_joint(place, at[0], at[1], at[2], sure);
        for (const double value : at)
            if (std::isfinite(value)) farthest_ = std::max(farthest_, std::abs(value));
    }

    // Time stamps without a unit: the sensor has 5, 15 or 30 frames a second.
    static double unit_of(double rate) {
        return rate > 0.5 || rate <= 0 ? 1 : rate > 1e-3 ? 1e-3 : rate > 1e-6 ? 1e-6 : 1e-9;
    }

    void place_frames() {
        const bool timed = std::ranges::none_of(times_, [](double time) { return std::isnan(time); });
        std::vector<std::int64_t> places;
        if (timed && times_.size() > 1) {
            const double unit = unit_of(rate_of_times(times_));
            for (double& time : times_) time *= unit;
            seen_.frame_rate = rate_of_times(times_);
            places = frames_of_times(times_, seen_.frame_rate, path_, seen_.warnings);
        }
        std::int64_t lost = 0;
        for (std::size_t i = 0; i < bodies_.size(); ++i) {
            const std::int64_t place = places.empty() ? static_cast<std::int64_t>(i) : places[i];
            if (i > 0 && !places.empty()) lost += place - places[i - 1] - 1;
            seen_.frames[place] = std::move(bodies_[i]);
        }
        if (lost > 0)
            seen_.warnings.push_back({ErrorCode::part_left_out,
                                      path_,
                                      counted(lost, "frame") + " was lost, as the time stamps tell: a gap",
                                      {}});
        if (lost > 1)
            seen_.warnings.back().detail =
                counted(lost, "frame") + " were lost, as the time stamps tell: gaps";
    }

    template <class Change>
    void for_each_joint(const Change& change) {
        for (auto& [frame, bodies] : seen_.frames)
            for (SeenBody& body : bodies)
                for (std::size_t i = 0; i < body.positions.size(); i += 3) change(body.positions.data() + i);
    }

    void to_metres() {
        if (farthest_ <= farthest_in_metres) {
            if (farthest_ > 0)
                seen_.warnings.push_back({ErrorCode::unit_assumed,
                                          path_,
                                          "nothing is further away than " + short_number_text(farthest_) +
                                              ": taken for metres, not millimetres",
                                          {}});
            return;
        }
        for_each_joint([](float* at) {
            for (int axis = 0; axis < 3; ++axis) at[axis] = static_cast<float>(double(at[axis]) / 1000);
        });
    }

    // Above 0: left is on the left of somebody whose toes point ahead, in axes that are right-handed.
    double sidedness() const {
        double sum = 0;
        for (const auto& [frame, bodies] : seen_.frames)
            for (const SeenBody& body : bodies) {
                const auto part = [&](int to, int from, int axis) {
                    return double(body.positions[static_cast<std::size_t>(to * 3 + axis)]) -
                           double(body.positions[static_cast<std::size_t>(from * 3 + axis)]);
                };
                constexpr int left_hip = 18, right_hip = 22, left_ankle = 20, left_foot = 21,
                              right_ankle = 24, right_foot = 25;
                // left . (up x ahead), up = (0, -1, 0)
                const double ahead_x = part(left_foot, left_ankle, 0) + part(right_foot, right_ankle, 0);
                const double ahead_z = part(left_foot, left_ankle, 2) + part(right_foot, right_ankle, 2);
                const double side =
                    -part(left_hip, right_hip, 0) * ahead_z + part(left_hip, right_hip, 2) * ahead_x;
                if (std::isfinite(side)) sum += side;
            }
        return sum;
    }

    // The sensor's y points down. Turned about the line of sight, as earlier Kinects have it: y up, z ahead.
    // A file whose bodies are mirrored in the sensor's axes has had one axis turned over already.
    void turn_up() {
        const bool mirrored = sidedness() < 0;
        for_each_joint([&](float* at) {
            at[1] = -at[1];
            if (!mirrored) at[0] = -at[0];
        });
        if (mirrored)
            seen_.warnings.push_back(
                {ErrorCode::data_doubted,
                 path_,
                 "in the sensor's axes its bodies have left and right exchanged: only y is "
                 "turned over, which mends it",
                 {}});
    }

    std::string_view text_;
    const std::string& path_;
    SeenBodies seen_;
    JointNames names_{SkeletonLayout{}};
    std::vector<int> order_;
    std::vector<std::vector<SeenBody>> bodies_;
    std::vector<double> times_;
    std::int64_t lost_ = 0;
    double farthest_ = 0;
    const JsonTree none_;
};

Result<std::vector<SeenBodies>> parse_azure(std::string_view bytes, const std::string& path) {
    return AzureParser(bytes, path).parse();
}

} // namespace

EstimatorFormat azure_kinect_format() {
    return {{".json", ".jsonl"}, "Azure Kinect file", is_azure, parse_azure, 30};
}

} // namespace kinelens
