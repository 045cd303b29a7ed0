// How far an accuracy would move if other samples had been drawn: the percentile bootstrap.
#pragma once

#include <cstdint>

namespace kinelens {

struct ShareInterval {
    double low = 0;
    double high = 0;
    bool operator==(const ShareInterval&) const = default;
};

// The 2.5 and 97.5 percentiles of the accuracy over `rounds` resamplings of `samples` of which `right` are
// right. A function of the counts alone, so the order of the samples changes nothing. No samples: 0..1.
ShareInterval accuracy_interval(std::int64_t right, std::int64_t samples, std::uint64_t seed,
                                int rounds = 1000);

} // namespace kinelens
