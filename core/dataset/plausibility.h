// What no person looks like: a body of 1,600 metres, on its side, with left and right exchanged. Measured on
// raw joints.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>

namespace kinelens {

// The joints of a layout by which a body is judged; found by their names.
struct BodyPlan {
    int head = -1;
    int left_shoulder = -1;
    int right_shoulder = -1;
    std::vector<int> feet; // ankles, or feet where there are none
    std::vector<std::pair<int, int>> ankles_and_feet;
};
BodyPlan body_plan(const SkeletonLayout& layout);

struct BodyDoubts {
    std::optional<double>
        odd_size; // metres: the diagonal of the box around it, its median, where it is under 0.3 or over 3
    std::string head_axis; // "z", "-y": along which the head stands over the feet in most frames, where that
                           // is not `up`; empty: it is
    bool sides_exchanged =
        false; // forward = up × (left → right shoulder) points against ankle → foot in most frames
    bool any() const { return odd_size || !head_axis.empty() || sides_exchanged; }
    bool operator==(const BodyDoubts&) const = default;
};

// Of up to 50 frames spread over the recording. Whoever stands on the head, or lies, has no sides to be
// judged. 2-D data has neither metres nor sides and is not judged.
BodyDoubts doubts_of(const Motion& motion, const BodyPlan& plan, const std::string& up);

} // namespace kinelens
