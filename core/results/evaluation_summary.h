// The figures of an evaluation, and of two beside each other: what every evaluation verb prints as one JSON
// object, what events, ablations and the paper board keep of it.
#pragma once

#include "core/results/evaluation_results.h"

#include <string>
#include <string_view>

namespace kinelens {

// Accuracies are shares of one here and below.
struct ShortFigures {
    std::int64_t samples = 0;
    double top1 = 0;
    std::optional<double> top5;
    double mean_class = 0;
    bool operator==(const ShortFigures&) const = default;
};

// Of one fold, or of one repetition of it.
struct SingleRun {
    std::string fold;
    std::optional<std::int64_t> repeat;
    ShortFigures figures;
    bool operator==(const SingleRun&) const = default;
};

// A figure is missing where one of the runs has none, or where one run has no spread.
struct FiguresOverRuns {
    std::optional<double> top1, top5, mean_class;
    bool operator==(const FiguresOverRuns&) const = default;
};

struct ClassAccuracy {
    std::string name;
    std::int64_t count = 0;
    std::optional<double> top1; // of classes with samples
    bool operator==(const ClassAccuracy&) const = default;
};

struct SliceAccuracy {
    std::string by, value; // as in Slice
    std::int64_t count = 0;
    double top1 = 0;
    bool operator==(const SliceAccuracy&) const = default;
};

// The labelled samples of one fit.
struct SubsetSummary {
    std::string fold;
    std::int64_t repeat = 0;
    std::int64_t count = 0;
    std::vector<std::string> names;    // all, or of more than 20 the first five
    std::optional<std::uint64_t> seed; // that draws them, where not all are named
    bool operator==(const SubsetSummary&) const = default;
};

struct RepeatSummary {
    MeanAndSpread top1, mean_class;
    std::vector<double> each; // top-1 of every one
};

struct EvaluationSummary {
    // Over all test samples. Of several repetitions top1, mean_class and the interval are those of the mean
    // over them; top5, per_class, confusion and slices are of the first.
    ShortFigures figures;
    ShareInterval interval95;
    std::optional<RepeatSummary> repeats; // of two or more
    std::string protocol;
    std::vector<SingleRun> folds;
    FiguresOverRuns mean, spread; // standard deviation, n − 1
    std::vector<ClassAccuracy> per_class;
    std::vector<std::vector<std::int64_t>> confusion; // rows of the truth
    std::vector<SliceAccuracy> slices;
    std::vector<SubsetSummary> subset; // where samples were labelled for it
    Stamp stamp;
    EvaluationReport report;
};

EvaluationSummary evaluation_summary(const EvaluationResults& results);

// {"samples", "top1", "top5", "mean_class", "interval95": [low, high], "repeats": {"count", "top1": {"mean",
// "spread"}, "mean_class", "each", "of_the_first": keys}, "protocol", "folds": [{"fold", "repeat", "samples",
// "top1", "top5", "mean_class"}], "mean", "spread", "per_class": [{"class", "count", "top1"}], "confusion",
// "slices": [{"by", "value", "count", "top1"}], "subset": [{"fold", "repeat", "count", "names"}], of many
// with "first" and "seed" instead of "names", "stamp", and what is in the report}.
std::string summary_to_json(const EvaluationSummary& summary);

// Keys that are missing are as in an empty summary, but for "top1", "interval95" and "stamp".
// Errors: format_invalid,
// subject = source.
Result<EvaluationSummary> evaluation_summary_from_json(std::string_view text, const std::string& source);

struct ComparisonSummary {
    double first = 0, second = 0; // top-1
    bool of_the_first_repeat = false;
    McNemar test;
    std::vector<std::string> compared, differing; // compared_in() and differing_stamps()

    double difference() const { return first - second; }
};

// Errors: those of mcnemar().
Result<ComparisonSummary> comparison_summary(const EvaluationResults& first, const EvaluationResults& second);

// {"kind": "comparison", "first", "second", "difference", "of_the_first_repeat", "mcnemar": {"both_right",
// "only_first", "only_second", "both_wrong", "exact", "statistic", "p"}, "compared", "differing"}.
std::string summary_to_json(const ComparisonSummary& summary);

// The comparison with both stamps, for other programs: as JSON, or as CSV of keys and values.
std::string comparison_json(const ComparisonSummary& summary, const Stamp& first, const Stamp& second);
std::string comparison_csv(const ComparisonSummary& summary, const Stamp& first, const Stamp& second);

} // namespace kinelens
