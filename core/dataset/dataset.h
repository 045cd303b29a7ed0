// Values of a dataset: recordings ("sequences") of M bodies with V joints in F frames.
#pragma once

#include "core/skeleton/skeleton_layout.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

struct DatasetInfo {
    std::string name;
    SkeletonLayout layout;
    std::string unit = "metre";
    std::string up = "y";   // axis that points up in the raw coordinates: "y", "-y", "z"
    double frame_rate = 30; // frames per second
    int bodies = 1;         // M
    std::vector<std::string> class_names;
    std::string content_hash; // of positions, tracked, names, labels and intervals; filled by the writer
    int joints() const { return layout.joint_count(); } // V
};

struct SequenceInfo {
    std::string name;        // unique
    std::int64_t start = 0;  // first row in /frames
    std::int64_t length = 0; // frames
    int label = -1;          // class index, -1 unknown
    int subject = -1;
    int camera = -1;
    int setup = -1;
    int repetition = -1;
    bool operator==(const SequenceInfo&) const = default;
};

// An action inside an untrimmed sequence: frames [start, end) counted from the sequence's first.
struct Interval {
    int sequence = 0; // index of its sequence
    int label = 0;    // class index
    std::int64_t start = 0;
    std::int64_t end = 0;
    float confidence = 1;
    std::string source = "truth";
    bool operator==(const Interval&) const = default;
};

// The frames of (a part of) one sequence. positions: (frames, bodies, joints, 3) row-major, metres, never
// NaN, absent = 0. tracked: (frames, bodies), 1 where that body was seen in that frame.
struct Motion {
    std::int64_t frames = 0;
    int bodies = 0;
    int joints = 0;
    std::vector<float> positions;
    std::vector<std::uint8_t> tracked;
    std::vector<std::int64_t> body_ids; // (frames, bodies) or empty: the sensor's tracking id

    Motion() = default;
    Motion(std::int64_t frame_count, int body_count, int joint_count)
        : frames(frame_count)
        , bodies(body_count)
        , joints(joint_count)
        , positions(static_cast<std::size_t>(frame_count * body_count * joint_count * 3))
        , tracked(static_cast<std::size_t>(frame_count * body_count)) {}

    float* joint(std::int64_t frame, int body, int joint_index) {
        return positions.data() + offset(frame, body, joint_index);
    }
    const float* joint(std::int64_t frame, int body, int joint_index) const {
        return positions.data() + offset(frame, body, joint_index);
    }
    bool is_tracked(std::int64_t frame, int body) const {
        return tracked[static_cast<std::size_t>(frame * bodies + body)] != 0;
    }
    void set_tracked(std::int64_t frame, int body, bool seen) {
        tracked[static_cast<std::size_t>(frame * bodies + body)] = seen ? 1 : 0;
    }

private:
    std::size_t offset(std::int64_t frame, int body, int joint_index) const {
        return static_cast<std::size_t>(((frame * bodies + body) * joints + joint_index) * 3);
    }
};

} // namespace kinelens
