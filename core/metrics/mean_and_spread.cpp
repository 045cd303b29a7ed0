#include "core/metrics/mean_and_spread.h"

#include <cmath>
#include <numeric>

namespace kinelens {

MeanAndSpread mean_and_spread(const std::vector<double>& values) {
    if (values.empty()) return {};
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    if (values.size() < 2) return {mean, 0};
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return {mean, std::sqrt(squares / (count - 1))};
}

} // namespace kinelens
