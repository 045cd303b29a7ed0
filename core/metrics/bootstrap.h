// How far an accuracy would move if other samples had been drawn: the percentile bootstrap.
#pragma once

#include <cstdint>
#include <span>

namespace kinelens {

struct ShareInterval {
    double low = 0;
    double high = 0;
    bool operator==(const ShareInterval&) const = default;
};

// The 2.5 and 97.5 percentiles of the accuracy over `rounds` resamplings of `samples` of which `right` are
// right. A function of the counts alone, so the order of the samples changes nothing. No samples: 0..1. Where
// all or none are right every resampling is the same and says nothing: there it is the exact interval of
// Clopper and Pearson, whose inner bound is 0.025^(1/samples) away from none and all.
ShareInterval accuracy_interval(std::int64_t right, std::int64_t samples, std::uint64_t seed,
                                int rounds = 1000);

// The same of a mean over repetitions: counts[k] samples were right in k of counts.size() − 1.
ShareInterval mean_accuracy_interval(std::span<const std::int64_t> counts, std::uint64_t seed,
                                     int rounds = 1000);

} // namespace kinelens
