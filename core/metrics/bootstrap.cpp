#include "core/metrics/bootstrap.h"

#include "core/foundation/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kinelens {
namespace {

// Between the two nearest of the sorted values.
double percentile(const std::vector<double>& sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

} // namespace

ShareInterval accuracy_interval(std::int64_t right, std::int64_t samples, std::uint64_t seed, int rounds) {
    if (samples <= 0 || rounds <= 0) return {0, 1};
    const CounterRandom root = CounterRandom(mix64(seed)).fork("bootstrap");
    std::vector<double> shares;
    for (int round = 0; round < rounds; ++round) {
        CounterRandom random = root.fork(static_cast<std::uint64_t>(round));
        std::int64_t hits = 0;
        for (std::int64_t i = 0; i < samples; ++i)
            hits +=
                random.below(static_cast<std::uint64_t>(samples)) < static_cast<std::uint64_t>(right) ? 1 : 0;
        shares.push_back(static_cast<double>(hits) / static_cast<double>(samples));
    }
    std::sort(shares.begin(), shares.end());
    return {percentile(shares, 0.025), percentile(shares, 0.975)};
}

} // namespace kinelens
