#include "core/metrics/detection_matching.h"

#include "core/dataset/interval_overlap.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace kinelens {
namespace {

// The truth of a class in a sequence.
class TruthIndex {
public:
    explicit TruthIndex(const std::vector<Interval>& truth)
        : truth_(truth) {
        for (std::size_t i = 0; i < truth.size(); ++i)
            places_[{truth[i].sequence, truth[i].label}].push_back(static_cast<int>(i));
    }

    int best(const Interval& prediction, double overlap, bool last_of_equals) const {
        const auto found = places_.find({prediction.sequence, prediction.label});
        int best = unmatched;
        double largest = overlap;
        if (found == places_.end()) return best;
        for (const int place : found->second) {
            const double here = temporal_overlap(prediction, truth_[static_cast<std::size_t>(place)]);
            if (here < largest || (here == largest && best != unmatched && !last_of_equals)) continue;
            largest = here;
            best = place;
        }
        return best;
    }

private:
    const std::vector<Interval>& truth_;
    std::map<std::pair<int, int>, std::vector<int>> places_;
};

template <class Before>
std::vector<std::size_t> sorted(const std::vector<Interval>& predictions, const Before& before) {
    std::vector<std::size_t> order(predictions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return before(predictions[a].confidence, predictions[b].confidence);
    });
    return order;
}

} // namespace

std::vector<std::size_t> least_confident_first(const std::vector<Interval>& predictions) {
    return sorted(predictions, std::less<>());
}

std::vector<std::size_t> most_confident_first(const std::vector<Interval>& predictions) {
    return sorted(predictions, std::greater<>());
}

std::vector<int> match_shared(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
                              double overlap) {
    const TruthIndex index(truth);
    std::vector<int> matches;
    matches.reserve(predictions.size());
    for (const Interval& prediction : predictions) matches.push_back(index.best(prediction, overlap, true));
    return matches;
}

std::vector<int> match_once(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
                            double overlap) {
    const TruthIndex index(truth);
    std::vector<bool> taken(truth.size());
    std::vector<int> matches(predictions.size(), unmatched);
    for (const std::size_t prediction : most_confident_first(predictions)) {
        const int best = index.best(predictions[prediction], overlap, false);
        if (best == unmatched || taken[static_cast<std::size_t>(best)]) continue;
        taken[static_cast<std::size_t>(best)] = true;
        matches[prediction] = best;
    }
    return matches;
}

} // namespace kinelens
