// McNemar's test: whether two classifiers that saw the same samples differ by more than chance.
#pragma once

#include "core/foundation/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens {

struct McNemar {
    std::int64_t both_right = 0;
    std::int64_t only_first = 0; // right in the first alone
    std::int64_t only_second = 0;
    std::int64_t both_wrong = 0;
    bool exact = true;    // binomial; otherwise χ² with continuity correction
    double statistic = 0; // χ² where not exact
    double p = 1;         // two-sided
};

// What one classifier made of each sample.
struct RightByName {
    std::vector<std::string> names;
    std::vector<bool> right; // parallel
};

// p of `only_first` against `only_second` discordant pairs, b and c: up to 25 pairs together exactly,
// 2·Σ_{i ≤ min(b,c)} C(b+c, i)/2^(b+c); beyond, χ² = (|b − c| − 1)²/(b + c) with one degree of freedom.
McNemar mcnemar(std::int64_t both_right, std::int64_t only_first, std::int64_t only_second,
                std::int64_t both_wrong);

// Joined by name, never by order. invalid_argument (subject "against", detail = a name in one of them alone)
// where the samples are not the same ones.
Result<McNemar> mcnemar(const RightByName& first, const RightByName& second);

} // namespace kinelens
