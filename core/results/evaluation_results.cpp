#include "core/results/evaluation_results.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

// Whether the truth is a label of one of the five nearest.
double near_share(const EvaluationResults& results, const std::vector<std::size_t>& rows) {
    const auto& retrieved = results.retrieved;
    std::size_t hits = 0;
    for (const std::size_t i : rows) {
        const auto* nearest = retrieved.indices.data() + i * retrieved.k;
        hits += std::any_of(nearest, nearest + std::min<std::size_t>(5, retrieved.k), [&](std::int32_t row) {
            return retrieved.gallery_truth[static_cast<std::size_t>(row)] == results.truth[i];
        });
    }
    return static_cast<double>(hits) / static_cast<double>(rows.size());
}

ClassificationFigures figures_of_rows(const EvaluationResults& results,
                                      const std::vector<std::size_t>& rows) {
    std::vector<std::int32_t> truth, predicted;
    std::vector<float> scores;
    const std::size_t classes = results.classes();
    for (const std::size_t i : rows) {
        truth.push_back(results.truth[i]);
        predicted.push_back(results.predicted[i]);
        if (results.scores.empty()) continue;
        const float* row = results.scores.data() + i * classes;
        scores.insert(scores.end(), row, row + classes);
    }
    auto figures = classification_figures(truth, predicted, scores, classes);
    if (scores.empty() && results.retrieved.k >= 5 && !rows.empty()) figures.top5 = near_share(results, rows);
    return figures;
}

template <class Choose>
std::vector<std::size_t> rows_where(const EvaluationResults& results, const Choose& choose) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < results.names.size(); ++i)
        if (choose(i)) rows.push_back(i);
    return rows;
}

} // namespace

ClassificationFigures figures_of(const EvaluationResults& results) {
    return figures_of_rows(results, rows_where(results, [](std::size_t) { return true; }));
}

ClassificationFigures figures_of_fold(const EvaluationResults& results, std::int32_t fold) {
    return figures_of_rows(results,
                           rows_where(results, [&](std::size_t i) { return results.fold[i] == fold; }));
}

ShareInterval interval_of(const EvaluationResults& results) {
    std::int64_t right = 0;
    for (std::size_t i = 0; i < results.names.size(); ++i)
        right += results.truth[i] == results.predicted[i] ? 1 : 0;
    return accuracy_interval(right, static_cast<std::int64_t>(results.names.size()), results.stamp.seed());
}

std::optional<RepeatFigures> figures_over_repeats(const EvaluationResults& results,
                                                  std::optional<std::int32_t> fold) {
    const std::size_t repetitions = results.repetitions();
    if (repetitions < 2) return std::nullopt;
    const auto rows = rows_where(results, [&](std::size_t i) { return !fold || results.fold[i] == *fold; });
    std::vector<std::int32_t> truth;
    for (const std::size_t i : rows) truth.push_back(results.truth[i]);
    RepeatFigures figures;
    std::vector<double> top1, mean_class;
    std::vector<std::size_t> times_right(rows.size());
    for (std::size_t repeat = 0; repeat < repetitions; ++repeat) {
        std::vector<std::int32_t> predicted;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            predicted.push_back(results.repeats[rows[i] * repetitions + repeat]);
            times_right[i] += predicted[i] == truth[i] ? 1 : 0;
        }
        figures.each.push_back(classification_figures(truth, predicted, {}, results.classes()));
        top1.push_back(figures.each.back().top1);
        mean_class.push_back(figures.each.back().mean_class);
    }
    figures.top1 = mean_and_spread(top1);
    figures.mean_class = mean_and_spread(mean_class);
    std::vector<std::int64_t> counts(repetitions + 1);
    for (const std::size_t times : times_right) ++counts[times];
    figures.interval = mean_accuracy_interval(counts, results.stamp.seed());
    return figures;
}

std::vector<WeightMix> weight_mixes(const WeightMap& map) {
    std::vector<WeightMix> mixes;
    for (std::size_t i = 0; i < map.accuracy.size(); ++i) {
        const auto row = map.weights.begin() + static_cast<std::ptrdiff_t>(i * map.members);
        mixes.push_back({{row, row + static_cast<std::ptrdiff_t>(map.members)}, map.accuracy[i]});
    }
    return mixes;
}

RightByName right_by_name(const EvaluationResults& results) {
    RightByName right{results.names, {}};
    for (std::size_t i = 0; i < results.names.size(); ++i)
        right.right.push_back(results.truth[i] == results.predicted[i]);
    return right;
}

} // namespace kinelens
