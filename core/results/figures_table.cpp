#include "core/results/figures_table.h"

#include <numeric>

namespace kinelens {
namespace {

struct EpochAccuracies {
    std::optional<double> last, best_on_test;
};

// The mean over the fits of a fold, where each of them is told.
EpochAccuracies epochs_of(const EvaluationReport& report, const std::string& fold) {
    double last = 0, best = 0;
    int fits = 0;
    for (const FitReport& fit : report.fits) {
        if (fit.fold != fold) continue;
        if (!fit.last_epoch || !fit.best_test_epoch) return {};
        last += fit.last_epoch->top1;
        best += fit.best_test_epoch->top1;
        ++fits;
    }
    return fits == 0 ? EpochAccuracies{} : EpochAccuracies{last / fits, best / fits};
}

std::int64_t right_of(const ClassificationFigures& figures) {
    return std::accumulate(figures.per_class.begin(), figures.per_class.end(), std::int64_t{0},
                           [](std::int64_t sum, const ClassFigure& one) { return sum + one.right; });
}

void add_counts(ResultTable& table, std::string_view by, std::string_view value, std::int64_t count,
                std::int64_t right) {
    const double top1 = count > 0 ? static_cast<double>(right) / static_cast<double>(count) : 0;
    table.row().cell(by).cell(value).cell(count).cell(right).cell(top1);
}

void add_figures(ResultTable& table, std::string_view by, std::string_view value,
                 const ClassificationFigures& figures, const ShareInterval& interval) {
    add_counts(table, by, value, figures.samples, right_of(figures));
    table.cell(interval.low).cell(interval.high).cell(figures.top5).cell(figures.mean_class);
}

void add_epochs_and_repeats(ResultTable& table, const EpochAccuracies& epochs,
                            const std::optional<RepeatFigures>& repeats) {
    table.cell(epochs.last).cell(epochs.best_on_test);
    if (repeats) table.cell(repeats->each.size()).cell(repeats->top1.mean).cell(repeats->top1.spread);
}

void add_folds(ResultTable& table, const EvaluationResults& results) {
    for (std::size_t fold = 0; fold < results.fold_names.size(); ++fold) {
        const auto number = static_cast<std::int32_t>(fold);
        const std::string& name = results.fold_names[fold];
        const auto figures = figures_of_fold(results, number);
        add_figures(table, "fold", name, figures,
                    accuracy_interval(right_of(figures), figures.samples, results.stamp.seed()));
        add_epochs_and_repeats(table, epochs_of(results.report, name), figures_over_repeats(results, number));
    }
}

} // namespace

ResultTable figures_table(const EvaluationResults& results) {
    ResultTable table({"by", "value", "count", "right", "top1", "low95", "high95", "top5", "mean_class",
                       "last_epoch", "best_test_epoch", "repeats", "repeat_mean", "repeat_spread"});
    const ClassificationFigures all = figures_of(results);
    const auto repeats = figures_over_repeats(results);
    add_figures(table, "all", "all", all, interval_of(results));
    add_epochs_and_repeats(table, {results.report.last_epoch, results.report.best_test_epoch}, repeats);
    add_folds(table, results);
    for (std::size_t c = 0; c < all.per_class.size(); ++c)
        add_counts(table, "class", results.class_names[c], all.per_class[c].count, all.per_class[c].right);
    if (results.facts.size() == results.names.size())
        for (const Slice& slice : accuracy_slices(results.truth, results.predicted, results.facts))
            add_counts(table, slice.by, slice.value, slice.count, slice.right);
    for (std::size_t repeat = 0; repeats && repeat < repeats->each.size(); ++repeat) {
        const ClassificationFigures& one = repeats->each[repeat];
        add_figures(table, "repeat", std::to_string(repeat), one,
                    accuracy_interval(right_of(one), one.samples, results.stamp.seed()));
    }
    return table;
}

} // namespace kinelens
