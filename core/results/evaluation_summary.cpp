#include "core/results/evaluation_summary.h"

namespace kinelens {
namespace {

double share(std::int64_t right, std::int64_t count) {
    return count > 0 ? static_cast<double>(right) / static_cast<double>(count) : 0;
}

ShortFigures short_figures(const ClassificationFigures& figures) {
    return {figures.samples, figures.top1, figures.top5, figures.mean_class};
}

std::vector<ClassAccuracy> class_accuracies(const EvaluationResults& results,
                                            const ClassificationFigures& figures) {
    std::vector<ClassAccuracy> list;
    for (std::size_t c = 0; c < figures.per_class.size(); ++c) {
        const ClassFigure& one = figures.per_class[c];
        list.push_back({results.class_names[c], one.count, {}});
        if (one.count > 0) list.back().top1 = share(one.right, one.count);
    }
    return list;
}

std::vector<std::vector<std::int64_t>> confusion_rows(const ClassificationFigures& figures) {
    std::vector<std::vector<std::int64_t>> rows;
    const auto classes = static_cast<std::ptrdiff_t>(figures.per_class.size());
    for (std::ptrdiff_t c = 0; c < classes; ++c) {
        const auto start = figures.confusion.begin() + c * classes;
        rows.emplace_back(start, start + classes);
    }
    return rows;
}

std::vector<SliceAccuracy> slice_accuracies(const EvaluationResults& results) {
    std::vector<SliceAccuracy> list;
    if (results.facts.size() == 0) return list;
    for (const Slice& slice : accuracy_slices(results.truth, results.predicted, results.facts))
        list.push_back({slice.by, slice.value, slice.count, share(slice.right, slice.count)});
    return list;
}

// The figures of every fold, or of every repetition of every fold.
std::vector<SingleRun> single_runs(const EvaluationResults& results) {
    std::vector<SingleRun> runs;
    const std::size_t repetitions = results.repetitions();
    for (std::size_t fold = 0; fold < results.fold_names.size(); ++fold) {
        const auto number = static_cast<std::int32_t>(fold);
        const std::string& name = results.fold_names[fold];
        if (repetitions < 2) runs.push_back({name, {}, short_figures(figures_of_fold(results, number))});
        for (std::size_t repeat = 0; repetitions > 1 && repeat < repetitions; ++repeat) {
            EvaluationResults one = results;
            if (repeat > 0) one.scores.clear();
            for (std::size_t i = 0; i < one.names.size(); ++i)
                one.predicted[i] = results.repeats[i * repetitions + repeat];
            runs.push_back(
                {name, static_cast<std::int64_t>(repeat), short_figures(figures_of_fold(one, number))});
        }
    }
    return runs;
}

// Mean and spread of one figure over all runs, where each has it.
void add_over_runs(EvaluationSummary& summary, std::optional<double> FiguresOverRuns::*place,
                   const auto& figure) {
    std::vector<double> values;
    for (const SingleRun& run : summary.folds)
        if (const std::optional<double> value = figure(run.figures)) values.push_back(*value);
    if (values.size() != summary.folds.size() || values.empty()) return;
    const MeanAndSpread found = mean_and_spread(values);
    summary.mean.*place = found.mean;
    if (values.size() > 1) summary.spread.*place = found.spread;
}

// The labelled samples of every fit: their names where they are few, otherwise the first of them and the
// seed.
std::vector<SubsetSummary> subset_summaries(const EvaluationResults& results) {
    constexpr std::size_t few = 20, first = 5;
    const LabelledSubset& subset = results.subset;
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::string>> fits;
    for (std::size_t i = 0; i < subset.name.size(); ++i)
        fits[{subset.fold[i], subset.repeat[i]}].push_back(subset.name[i]);
    std::vector<SubsetSummary> list;
    for (auto& [fit, names] : fits) {
        SubsetSummary one{results.fold_names[static_cast<std::size_t>(fit.first)],
                          fit.second,
                          static_cast<std::int64_t>(names.size()),
                          {},
                          {}};
        if (names.size() > few) {
            names.resize(first);
            one.seed = results.stamp.seed();
        }
        one.names = std::move(names);
        list.push_back(std::move(one));
    }
    return list;
}

// Repetitions' mean takes the place of the first one's figures.
void add_repeats(EvaluationSummary& summary, const EvaluationResults& results) {
    const auto repeats = figures_over_repeats(results);
    if (!repeats) return;
    summary.repeats = RepeatSummary{repeats->top1, repeats->mean_class, {}};
    for (const ClassificationFigures& one : repeats->each) summary.repeats->each.push_back(one.top1);
    summary.figures.top1 = repeats->top1.mean;
    summary.figures.mean_class = repeats->mean_class.mean;
    summary.interval95 = repeats->interval;
}

} // namespace

EvaluationSummary evaluation_summary(const EvaluationResults& results) {
    const ClassificationFigures figures = figures_of(results);
    EvaluationSummary summary;
    summary.figures = short_figures(figures);
    summary.interval95 = interval_of(results);
    add_repeats(summary, results);
    summary.protocol = results.stamp.text("protocol");
    summary.folds = single_runs(results);
    add_over_runs(summary, &FiguresOverRuns::top1, [](const ShortFigures& one) { return one.top1; });
    add_over_runs(summary, &FiguresOverRuns::top5, [](const ShortFigures& one) { return one.top5; });
    add_over_runs(summary, &FiguresOverRuns::mean_class,
                  [](const ShortFigures& one) { return one.mean_class; });
    summary.per_class = class_accuracies(results, figures);
    summary.confusion = confusion_rows(figures);
    summary.slices = slice_accuracies(results);
    summary.subset = subset_summaries(results);
    summary.stamp = results.stamp;
    summary.report = results.report;
    return summary;
}

} // namespace kinelens
