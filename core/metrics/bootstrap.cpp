#include "core/metrics/bootstrap.h"

#include "core/foundation/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
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

// How often the sample at `place` was right, where those that were right most often come first.
std::int64_t hits_at(std::span<const std::int64_t> counts, std::uint64_t place) {
    std::size_t hits = counts.size() - 1;
    for (; hits > 0 && place >= static_cast<std::uint64_t>(counts[hits]); --hits)
        place -= static_cast<std::uint64_t>(counts[hits]);
    return static_cast<std::int64_t>(hits);
}

} // namespace

ShareInterval accuracy_interval(std::int64_t right, std::int64_t samples, std::uint64_t seed, int rounds) {
    return mean_accuracy_interval(std::vector{samples - right, right}, seed, rounds);
}

ShareInterval mean_accuracy_interval(std::span<const std::int64_t> counts, std::uint64_t seed, int rounds) {
    const std::int64_t samples = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    if (samples <= 0 || rounds <= 0 || counts.size() < 2) return {0, 1};
    const double inner = std::pow(0.025, 1 / static_cast<double>(samples));
    if (counts.back() == samples) return {inner, 1};
    if (counts.front() == samples) return {0, 1 - inner};
    const CounterRandom root = CounterRandom(mix64(seed)).fork("bootstrap");
    std::vector<double> shares;
    for (int round = 0; round < rounds; ++round) {
        CounterRandom random = root.fork(static_cast<std::uint64_t>(round));
        std::int64_t hits = 0;
        for (std::int64_t i = 0; i < samples; ++i)
            hits += hits_at(counts, random.below(static_cast<std::uint64_t>(samples)));
        shares.push_back(static_cast<double>(hits) /
                         static_cast<double>(samples * static_cast<std::int64_t>(counts.size() - 1)));
    }
    std::sort(shares.begin(), shares.end());
    return {percentile(shares, 0.025), percentile(shares, 0.975)};
}

} // namespace kinelens
