// Bodies as lists of numbers of an estimator: x, y and confidence of each keypoint, in pixels.
#pragma once

#include "core/import/estimators/json_frames.h"
#include "core/import/estimators/seen_bodies.h"

namespace kinelens {

// The layout of so many keypoints: 17 are COCO's, 18 and 25 OpenPose's, 26 Halpe's, 133 and 136 begin with
// COCO's or Halpe's body. Others have joints without names.
SkeletonLayout layout_of_keypoints(std::size_t count);

class KeypointLists {
public:
    explicit KeypointLists(std::string path)
        : path_(std::move(path)) {
        seen_.counts_from_zero = true;
    }

    // Flat (x, y, c, x, y, c …) or in pairs and threes. `scores`: confidences beside them, or null.
    void add(std::int64_t frame, std::int64_t id, const JsonTree& keypoints, const JsonTree& scores,
             double body_score);
    // A frame in which nobody may be.
    void add_frame(std::int64_t frame) { seen_.frames.try_emplace(frame); }
    void set_layout(SkeletonLayout layout) { seen_.layout = std::move(layout); }
    void set_picture(double width, double height);
    void set_rate(double rate) { seen_.frame_rate = rate; }
    void set_name(std::string name) { seen_.name = std::move(name); }
    // Of COCO: 1 is labelled and hidden, 2 labelled and seen.
    void set_visibility_levels() { levels_ = true; }
    bool has_frames() const { return !seen_.frames.empty(); }

    // What is wrong with `warnings` added. Error: sequence_empty.
    Result<std::vector<SeenBodies>> finish(std::vector<Error> warnings);

private:
    SeenBodies seen_;
    std::string path_;
    bool levels_ = false;
    bool three_ = false;              // positions have three dimensions
    std::size_t keypoints_ = 0;       // of the first body
    std::size_t joints_left_out_ = 0; // behind those of the layout
    std::int64_t bad_ = 0;            // bodies with another number of keypoints
};

} // namespace kinelens
