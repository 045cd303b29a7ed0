// Products of many rows with many rows: where exact searches spend their time. In float32, by the widest
// vectors the processor has; the order of summation does not depend on threads.
#pragma once

#include "core/neighbours/neighbours.h"

#include <vector>

namespace kinelens::neighbour_search {

constexpr std::int64_t panel_width = 32; // gallery rows that lie together
constexpr std::int64_t tile_height = 8;  // query rows that are multiplied together

// Gallery rows turned for the products: panel after panel, in each the first values of all its rows, then the
// second ones …; zeros where there are no more rows.
class Panels {
public:
    Panels(const float* values, std::int64_t rows, std::int64_t dimension);
    std::int64_t count() const { return count_; }
    const float* panel(std::int64_t index) const { return values_.data() + index * panel_width * dimension_; }

private:
    std::int64_t count_, dimension_;
    std::vector<float> values_;
};

// out[q][g] for 8 query rows that follow one another and the 32 rows of a panel.
void multiply_tile(const float* queries, const float* panel, std::int64_t dimension, float* out);

// Of `scores` (32), which are below `bar`: bit g of the result.
std::uint32_t below(const float* scores, float bar);

} // namespace kinelens::neighbour_search
