#include "core/import/estimators/joint_names.h"
#include "core/import/estimators/landmarks.h"
#include "core/import/estimators/pose_rows.h"
#include "core/import/estimators/readers.h"

#include "core/foundation/lower_case.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kinelens {
namespace {

constexpr std::size_t mediapipe_head_size = 65536;
constexpr int landmarks = 33;

SkeletonLayout mediapipe_layout() {
    return built_in_layout("mediapipe33").value_or(anonymous_layout(landmarks));
}

// What the header says.
struct LandmarkHeader {
    std::vector<PointColumns> joints = std::vector<PointColumns>(landmarks); // of a row for each frame
    PointColumns point;                                                      // of a row for each landmark
    int landmark = -1;
    int person = -1;
    int frame = -1;
    int time = -1;
    double seconds = 0; // in a unit of time; 0: told by the numbers
    bool world = false;
    int found = 0;
    std::size_t columns = 0;
};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

bool read_place(LandmarkHeader& header, const std::string& name, int column) {
    const auto time = [&](double seconds) {
        if (header.time >= 0) return true;
        header.time = column;
        header.seconds = seconds;
        return true;
    };
    if (is_one_of(name, {"frame", "frame_idx", "frame_id", "frame_number", "frame_num", "frameindex",
                         "frame_index", "frame_no", "frameid", "framenumber"}))
        return header.frame = column, true;
    if (is_one_of(name, {"timestamp_ms", "time_ms", "timestamps_ms", "ms", "milliseconds"}))
        return time(1e-3);
    if (is_one_of(name, {"timestamp_us", "time_us", "timestamp_usec"})) return time(1e-6);
    if (is_one_of(name, {"time_s", "timestamp_s", "seconds", "time_sec", "sec"})) return time(1);
    if (is_one_of(name, {"time", "timestamp"})) return time(0);
    if (is_one_of(name, {"landmark", "landmark_id", "landmark_index", "landmark_idx", "landmark_name",
                         "joint", "joint_id", "joint_name", "keypoint", "keypoint_id", "name", "index"})) {
        if (header.landmark < 0 || name.ends_with("name")) header.landmark = column;
        return true;
    }
    if (is_one_of(name, {"person", "person_id", "pose", "pose_id", "body_id", "pose_index"}))
        return header.person = column, true;
    return false;
}

// "left_wrist" or "landmark_12", "12". `first`: the number of the first landmark.
int landmark_of(const JointNames& names, std::string_view name, int first) {
    if (const int joint = names.index(name); joint >= 0) return joint;
    const std::string text = lower_case(std::string(name));
    const std::size_t digit = text.find_first_of("0123456789");
    int number = -1;
    if (digit == std::string::npos || !parse_number(std::string_view(text).substr(digit), number)) return -1;
    std::string word = text.substr(0, digit);
    while (!word.empty() && !std::isalpha(static_cast<unsigned char>(word.back()))) word.pop_back();
    if (word.starts_with("pose_")) word.erase(0, 5);
    if (!is_one_of(word,
                   {"", "landmark", "lm", "point", "joint", "kp", "keypoint", "pose", "world_landmark"}))
        return -1;
    number -= first;
    return number >= 0 && number < landmarks ? number : -1;
}

// Joints that are numbered from 1 have one of 33 and none of 0.
int first_number(PoseRows& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string name = name_and_measure(rows.cell(static_cast<int>(i))).first;
        const std::size_t start = name.find_last_not_of("0123456789") + 1;
        if (start < name.size() && name.substr(start) == "33") return 1;
    }
    return 0;
}

LandmarkHeader landmark_header(PoseRows& rows) {
    const JointNames names(mediapipe_layout());
    LandmarkHeader header;
    header.columns = rows.size();
    const int first = first_number(rows);
    for (int column = 0; column < static_cast<int>(rows.size()); ++column) {
        const std::string text = lower_case(std::string(rows.cell(column)));
        header.world = header.world || text.find("world") != std::string::npos;
        if (read_place(header, text, column) || set_measure(header.point, text, column)) continue;
        const auto [name, measure] = name_and_measure(rows.cell(column));
        if (const int joint = name.empty() ? -1 : landmark_of(names, name, first); joint >= 0)
            set_measure(header.joints[static_cast<std::size_t>(joint)], measure, column);
    }
    for (const PointColumns& joint : header.joints) header.found += joint.x >= 0 && joint.y >= 0 ? 1 : 0;
    return header;
}

bool is_long(const LandmarkHeader& header) {
    return header.found == 0 && header.landmark >= 0 && header.point.x >= 0 && header.point.y >= 0;
}

// Long tables of other estimators name other joints.
bool holds_landmarks(PoseRows& rows, const LandmarkHeader& header) {
    const JointNames names(mediapipe_layout());
    int known = 0;
    int seen = 0;
    int most = 0;
    for (; seen < 66 && rows.next(); ++seen) {
        known += landmark_of(names, rows.cell(header.landmark), 0) >= 0 ? 1 : 0;
        most =
            std::max(most, static_cast<int>(std::clamp<std::int64_t>(rows.whole(header.landmark), -1, 100)));
    }
    return seen > 0 && known * 10 >= seen * 9 && (most < 0 || most == 32 || most == 33 || seen < landmarks);
}

bool is_landmark_json(const std::string& head) {
    for (const char* key : {"\"landmarks\"", "andmarks\"", "\"poseLandmarks\"", "\"pose_landmarks\""})
        if (head.find(key) != std::string::npos) return true;
    return false;
}

bool is_mediapipe(const SourceFile& source) {
    const std::string head = source.head(mediapipe_head_size);
    if (source.ending == ".json" || source.ending == ".jsonl") return is_landmark_json(head);
    PoseRows rows(head, source.path);
    if (!rows.next()) return false;
    const LandmarkHeader header = landmark_header(rows);
    return header.found >= 25 || (is_long(header) && holds_landmarks(rows, header));
}

class LandmarkTable {
public:
    LandmarkTable(std::string_view text, const std::string& path)
        : rows_(text, path)
        , path_(path) {}

    Result<std::vector<SeenBodies>> parse() {
        if (!rows_.next()) return fail(ErrorCode::sequence_empty, path_, "it is empty");
        header_ = landmark_header(rows_);
        rows_.expect(header_.columns);
        if (is_long(header_))
            read_landmarks();
        else if (header_.found > 0)
            read_frames();
        else
            return malformed(path_, "its header names no landmark of MediaPipe");
        std::vector<Error> warnings;
        rows_.tell(warnings);
        if (without_frame_ > 0)
            warnings.push_back({ErrorCode::part_left_out,
                                path_,
                                counted(without_frame_, "row") + " without a number of its frame or landmark",
                                {}});
        if (header_.found > 0 && header_.found < landmarks)
            warnings.push_back({ErrorCode::part_left_out,
                                path_,
                                "columns of " + std::to_string(header_.found) +
                                    " of 33 landmarks are there; the "
                                    "others are gaps",
                                {}});
        const bool depth = std::ranges::any_of(header_.joints, [](const auto& one) { return one.z >= 0; }) ||
                           (is_long(header_) && header_.point.z >= 0);
        return landmarks_.finish(path_, depth, header_.world, std::move(warnings));
    }

private:
    double seconds() { return header_.time < 0 ? std::nan("") : rows_.number(header_.time); }

    void read_frames() {
        landmarks_.single = true;
        for (std::int64_t row = 0; rows_.next(); ++row) {
            SeenBody body(landmarks);
            for (int joint = 0; joint < landmarks; ++joint)
                if (const PointColumns& at = header_.joints[static_cast<std::size_t>(joint)];
                    at.x >= 0 && at.y >= 0)
                    rows_.read_joint(body, joint, at);
            body.id = 1;
            const std::int64_t frame = header_.frame < 0 ? -1 : rows_.whole(header_.frame);
            if (header_.frame >= 0 && frame < 0) {
                ++without_frame_;
                continue;
            }
            landmarks_.add(frame, seconds(), header_.seconds, std::move(body));
        }
    }

    void read_landmarks() {
        const JointNames names(mediapipe_layout());
        landmarks_.single = header_.person < 0;
        std::optional<SeenBody> body;
        std::int64_t frame = -1;
        std::int64_t person = 0;
        double time = 0;
        int last = -1;
        const auto store = [&] {
            if (body) landmarks_.add(frame, time, header_.seconds, std::move(*body));
            body.reset();
        };
        while (rows_.next()) {
            const int joint = landmark_of(names, rows_.cell(header_.landmark), 0);
            const std::int64_t own = header_.frame < 0 ? -1 : rows_.whole(header_.frame);
            if (joint < 0 || (header_.frame >= 0 && own < 0)) {
                ++without_frame_;
                continue;
            }
            const std::int64_t who =
                header_.person < 0 ? 0 : std::max<std::int64_t>(rows_.whole(header_.person), 0);
            const double at = seconds();
            const bool same = body && own == frame && who == person && (header_.time < 0 || at == time) &&
                              (header_.frame >= 0 || header_.time >= 0 || joint > last);
            if (!same) {
                store();
                body.emplace(landmarks);
                body->id = who + 1;
            }
            frame = own;
            person = who;
            time = at;
            last = joint;
            rows_.read_joint(*body, joint, header_.point);
        }
        store();
    }

    PoseRows rows_;
    const std::string& path_;
    LandmarkHeader header_;
    LandmarkFrames landmarks_;
    std::int64_t without_frame_ = 0;
};

Result<std::vector<SeenBodies>> parse_mediapipe(std::string_view bytes, const std::string& path) {
    if (JsonPieces(bytes).is_array() || JsonPieces(bytes).is_object())
        return parse_landmark_json(bytes, path);
    return LandmarkTable(bytes, path).parse();
}

} // namespace

EstimatorFormat mediapipe_format() {
    return {{".csv", ".tsv", ".txt", ".json", ".jsonl"}, "MediaPipe file", is_mediapipe, parse_mediapipe, 30};
}

} // namespace kinelens
