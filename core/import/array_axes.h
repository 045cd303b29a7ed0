// Which axis of an array is what: t frames, m bodies, v joints, c coordinates; f the coordinates of all
// joints in one row ("tf"). An order that cannot be told from the shape is asked for, never guessed.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"

namespace kinelens {

// "tvc", "tmvc", "ctvm" … Error: invalid_argument (subject = axes).
Result<void> check_axes(const std::string& order);

// Whether an array of that shape may hold a recording. `asked`: an order, or empty; `joints`: of the layout,
// 0 where nobody told it.
bool may_be_recording(const std::vector<std::int64_t>& shape, const std::string& asked, int joints);

// The order of the axes: `asked`, or tvc, tmvc and tf where the shape leaves no doubt. Error: shape_mismatch,
// with the orders that are possible.
Result<std::string> order_of_axes(const std::vector<std::int64_t>& shape, const std::string& asked,
                                  int joints, const std::string& path);

struct ArrayExtents {
    std::int64_t frames = 0;
    std::int64_t bodies = 1;
    std::int64_t joints = 0;
};
ArrayExtents extents_of(const std::vector<std::int64_t>& shape, const std::string& order);

// values: of that shape, C order. Positions as they stand; nothing is marked as tracked.
Motion ordered_motion(std::vector<float> values, const std::vector<std::int64_t>& shape,
                      const std::string& order);

// "10 x 25 x 3".
std::string shape_text(const std::vector<std::int64_t>& shape);

} // namespace kinelens
