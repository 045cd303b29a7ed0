#include "core/metrics/mcnemar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace kinelens {
namespace {

constexpr std::int64_t most_exact_pairs = 25;

double binomial_p(std::int64_t fewer, std::int64_t pairs) {
    double sum = 0;
    for (std::int64_t i = 0; i <= fewer; ++i) {
        double term = std::pow(0.5, static_cast<double>(pairs));
        for (std::int64_t j = 1; j <= i; ++j)
            term *= static_cast<double>(pairs - i + j) / static_cast<double>(j);
        sum += term;
    }
    return std::min(1.0, 2 * sum);
}

Error only_one_has(const std::string& name) {
    return {ErrorCode::invalid_argument, "against", "only one of the two has the sample " + name, {}};
}

} // namespace

McNemar mcnemar(std::int64_t both_right, std::int64_t only_first, std::int64_t only_second,
                std::int64_t both_wrong) {
    McNemar test{both_right, only_first, only_second, both_wrong};
    const std::int64_t pairs = only_first + only_second;
    test.exact = pairs <= most_exact_pairs;
    if (test.exact) {
        test.p = binomial_p(std::min(only_first, only_second), pairs);
        return test;
    }
    const double apart = std::abs(static_cast<double>(only_first - only_second)) - 1;
    test.statistic = apart > 0 ? apart * apart / static_cast<double>(pairs) : 0;
    test.p = std::erfc(std::sqrt(test.statistic / 2));
    return test;
}

Result<McNemar> mcnemar(const RightByName& first, const RightByName& second) {
    std::unordered_map<std::string_view, bool> theirs;
    for (std::size_t i = 0; i < second.names.size(); ++i) theirs.emplace(second.names[i], second.right[i]);
    std::array<std::int64_t, 4> counts{}; // both wrong, only second, only first, both right
    for (std::size_t i = 0; i < first.names.size(); ++i) {
        const auto found = theirs.find(first.names[i]);
        if (found == theirs.end()) return fail(only_one_has(first.names[i]));
        ++counts[(first.right[i] ? 2u : 0u) + (found->second ? 1u : 0u)];
        theirs.erase(found);
    }
    if (!theirs.empty()) return fail(only_one_has(std::string(theirs.begin()->first)));
    return mcnemar(counts[3], counts[2], counts[1], counts[0]);
}

} // namespace kinelens
