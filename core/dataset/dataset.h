// Values of a dataset: recordings ("sequences") of M bodies with V joints in F frames.
#pragma once

#include "core/skeleton/skeleton_layout.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

// Of the files that are written; those of version 1 open too.
inline constexpr int dataset_version = 2;

struct DatasetInfo {
    std::string name;
    SkeletonLayout layout;
    std::string unit = "metre";      // "pixel" where dimensions = 2
    std::string up = "y";            // axis that points up in the raw coordinates: "y", "-y", "z"
    int dimensions = 3;              // 2: positions in a picture, as a pose estimator gives them
    std::array<int, 2> image_size{}; // of 2-D data: width and height in pixels; 0: unknown
    double frame_rate = 30;          // frames per second
    int bodies = 1;                  // M
    std::vector<std::string> class_names;
    std::string content_hash; // of positions, tracked, confidence, names, labels and intervals; by the writer
    std::vector<std::string> history; // JSON objects, oldest first: what was done to come here, and from what
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
    std::vector<std::uint8_t> observed{}; // (V), 0: made up by a layout's mapping; empty: all are observed
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
    int body = -1; // whose action it is; -1: all bodies'
    bool operator==(const Interval&) const = default;
};

// The frames of (a part of) one sequence. positions: (frames, bodies, joints, 3) row-major, metres, never
// NaN, absent = 0; of 2-D data x and y in pixels and z = 0. tracked: (frames, bodies), 1 where that body was
// seen in that frame.
struct Motion {
    std::int64_t frames = 0;
    int bodies = 0;
    int joints = 0;
    std::vector<float> positions;
    std::vector<std::uint8_t> tracked;
    std::vector<std::int64_t> body_ids; // (frames, bodies) or empty: the sensor's tracking id
    std::vector<float>
        confidence; // (frames, bodies, joints) or empty: all joints of tracked bodies were measured;
                    // 0 = not measured (its position is 0), 1 = measured, between: an estimator's
    int dimensions = 3;
    std::array<int, 2> image_size{}; // of 2-D data, as in DatasetInfo

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
    bool is_measured(std::int64_t frame, int body, int joint_index) const {
        return is_tracked(frame, body) &&
               (confidence.empty() || confidence[offset(frame, body, joint_index) / 3] > 0);
    }
    // The first of them makes room for all, and counts the joints of tracked bodies as measured.
    void set_confidence(std::int64_t frame, int body, int joint_index, float value);
    // A gap: the joint has no position in this frame.
    void set_missing(std::int64_t frame, int body, int joint_index);

private:
    std::size_t offset(std::int64_t frame, int body, int joint_index) const {
        return static_cast<std::size_t>(((frame * bodies + body) * joints + joint_index) * 3);
    }
};

} // namespace kinelens
