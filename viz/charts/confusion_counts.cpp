#include "viz/charts/confusion_counts.h"

#include <algorithm>
#include <numeric>

namespace kinelens::viz {
namespace {

std::int64_t confusions(const ConfusionCounts& counts, std::size_t a, std::size_t b) {
    return counts.at(a, b) + counts.at(b, a);
}

// Begins with the pair that is confused most; then always the one most confused with the last.
std::vector<std::size_t> neighbours_together(const ConfusionCounts& counts) {
    std::vector<std::size_t> left(counts.size()), order;
    std::iota(left.begin(), left.end(), std::size_t{0});
    std::size_t last = 0;
    std::int64_t most = -1;
    for (std::size_t a = 0; a < counts.size(); ++a)
        for (std::size_t b = a + 1; b < counts.size(); ++b)
            if (confusions(counts, a, b) > most) {
                most = confusions(counts, a, b);
                last = a;
            }
    while (!left.empty()) {
        const auto next = order.empty()
                              ? std::find(left.begin(), left.end(), last)
                              : std::max_element(left.begin(), left.end(), [&](auto a, auto b) {
                                    return confusions(counts, last, a) < confusions(counts, last, b);
                                });
        last = *next;
        order.push_back(last);
        left.erase(next);
    }
    return order;
}

} // namespace

std::int64_t ConfusionCounts::of_truth(std::size_t truth) const {
    const auto row = counts.begin() + static_cast<std::ptrdiff_t>(truth * size());
    return std::accumulate(row, row + static_cast<std::ptrdiff_t>(size()), std::int64_t{0});
}

double ConfusionCounts::share(std::size_t truth, std::size_t said) const {
    const auto all = of_truth(truth);
    return all > 0 ? static_cast<double>(at(truth, said)) / static_cast<double>(all) : 0;
}

std::vector<std::size_t> confusion_order(const ConfusionCounts& counts, ConfusionOrder order) {
    if (order == ConfusionOrder::confused_together) return neighbours_together(counts);
    std::vector<std::size_t> classes(counts.size());
    std::iota(classes.begin(), classes.end(), std::size_t{0});
    if (order == ConfusionOrder::worst_first)
        std::stable_sort(classes.begin(), classes.end(), [&](std::size_t a, std::size_t b) {
            return counts.share(a, a) < counts.share(b, b);
        });
    return classes;
}

} // namespace kinelens::viz
