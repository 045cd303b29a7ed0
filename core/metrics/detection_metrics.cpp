#include "core/metrics/detection_metrics.h"

#include "core/metrics/detection_matching.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace kinelens {
namespace {

// What became of the predictions of one class or recording, in order: an index of a truth each, or
// `unmatched`.
using Matches = std::vector<int>;

double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

struct Hits {
    explicit Hits(const Matches& matches) {
        for (const int match : matches)
            if (match != unmatched && times[match]++ == 0) ++truths;
    }
    std::map<int, int> times; // a truth was hit
    std::size_t truths = 0;   // hit at all
};

// The least confident first.
double shared_ap(const Matches& matches, std::size_t truths) {
    Hits hits(matches);
    std::size_t predictions = matches.size();
    double highest = ratio(hits.truths, predictions);
    double recall = ratio(hits.truths, truths);
    double ap = 0;
    for (const int match : matches) {
        --predictions;
        if (match == unmatched) continue;
        if (--hits.times[match] == 0) --hits.truths;
        const double left = ratio(hits.truths, truths);
        highest = std::max(highest, ratio(hits.truths, predictions));
        ap += highest * (recall - left);
        recall = left;
    }
    return ap;
}

// The most confident first; every truth is hit once at most.
double all_point_ap(const Matches& matches, std::size_t truths) {
    std::vector<double> precision; // at every hit
    std::size_t seen = 0;
    for (const int match : matches) {
        ++seen;
        if (match != unmatched) precision.push_back(ratio(precision.size() + 1, seen));
    }
    double ap = 0;
    double highest = 0;
    for (auto at = precision.rbegin(); at != precision.rend(); ++at) {
        highest = std::max(highest, *at);
        ap += highest / static_cast<double>(truths);
    }
    return ap;
}

double mean(const std::vector<double>& values) {
    return values.empty()
               ? 0
               : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Matches and number of truths by class or by recording.
struct Group {
    Matches matches;
    std::size_t truths = 0;
};

class Grouping {
public:
    Grouping(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
             std::vector<std::size_t> order)
        : predictions_(predictions)
        , truth_(truth)
        , order_(std::move(order)) {}

    Group all(const Matches& matches) const {
        Group group{{}, truth_.size()};
        for (const std::size_t i : order_) group.matches.push_back(matches[i]);
        return group;
    }

    std::map<int, Group> by(int Interval::*key, const Matches& matches) const {
        std::map<int, Group> groups;
        for (const Interval& interval : truth_) ++groups[interval.*key].truths;
        for (const std::size_t i : order_) groups[predictions_[i].*key].matches.push_back(matches[i]);
        return groups;
    }

private:
    const std::vector<Interval>& predictions_;
    const std::vector<Interval>& truth_;
    std::vector<std::size_t> order_;
};

void add_shared(DetectionFigures& figures, const Grouping& grouping, const Matches& matches, int classes) {
    const Group all = grouping.all(matches);
    const std::size_t hits = Hits(all.matches).truths;
    figures.ap = shared_ap(all.matches, all.truths);
    figures.precision = ratio(hits, all.matches.size());
    figures.recall = ratio(hits, all.truths);
    if (hits > 0) figures.f1 = 2 * figures.precision * figures.recall / (figures.precision + figures.recall);
    figures.pku_class_ap.assign(static_cast<std::size_t>(classes), std::nullopt);
    std::vector<double> present, named(static_cast<std::size_t>(classes), 0.0);
    for (const auto& [label, group] : grouping.by(&Interval::label, matches)) {
        if (group.truths == 0) continue;
        present.push_back(shared_ap(group.matches, group.truths));
        named[static_cast<std::size_t>(label)] = present.back();
        figures.pku_class_ap[static_cast<std::size_t>(label)] = present.back();
    }
    figures.pku_map_a = mean(present);
    figures.released_map_a = mean(named);
    std::vector<double> recordings;
    for (const auto& [sequence, group] : grouping.by(&Interval::sequence, matches))
        if (group.truths > 0) recordings.push_back(shared_ap(group.matches, group.truths));
    figures.pku_map_v = mean(recordings);
}

void add_once(DetectionFigures& figures, const Grouping& grouping, const Matches& matches, int classes) {
    figures.voc_class_ap.assign(static_cast<std::size_t>(classes), std::nullopt);
    std::vector<double> present;
    for (const auto& [label, group] : grouping.by(&Interval::label, matches)) {
        if (group.truths == 0) continue;
        present.push_back(all_point_ap(group.matches, group.truths));
        figures.voc_class_ap[static_cast<std::size_t>(label)] = present.back();
    }
    figures.voc_map_a = mean(present);
    std::vector<double> recordings;
    for (const auto& [sequence, group] : grouping.by(&Interval::sequence, matches))
        if (group.truths > 0) recordings.push_back(all_point_ap(group.matches, group.truths));
    figures.voc_map_v = mean(recordings);
}

} // namespace

DetectionFigures detection_figures(const std::vector<Interval>& predictions,
                                   const std::vector<Interval>& truth, int classes, double overlap) {
    DetectionFigures figures;
    figures.overlap = overlap;
    add_shared(figures, Grouping(predictions, truth, least_confident_first(predictions)),
               match_shared(predictions, truth, overlap), classes);
    add_once(figures, Grouping(predictions, truth, most_confident_first(predictions)),
             match_once(predictions, truth, overlap), classes);
    return figures;
}

double pku_average_precision(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
                             double overlap) {
    const Grouping grouping(predictions, truth, least_confident_first(predictions));
    const Group all = grouping.all(match_shared(predictions, truth, overlap));
    return shared_ap(all.matches, all.truths);
}

} // namespace kinelens
