#include "app/command_line/evaluation_words.h"

#include "app/command_line/words.h"

#include <algorithm>
#include <cstdio>

namespace kinelens {
namespace {

std::string number(const char* format, double value) {
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string percent(std::optional<double> share) {
    return share ? number("%.2f %%", 100 * *share) : std::string("-");
}

std::string with_spread(const MeanAndSpread& figure) {
    return percent(figure.mean) + " ± " + percent(figure.spread);
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string top1_text(const EvaluationSummary& summary) {
    const std::string samples = counted(summary.figures.samples, "sample");
    const std::string interval =
        ", 95 % between " + percent(summary.interval95.low) + " and " + percent(summary.interval95.high);
    if (!summary.repeats) return percent(summary.figures.top1) + " of " + samples + interval;
    return with_spread(summary.repeats->top1) + " over " + std::to_string(summary.repeats->each.size()) +
           " repetitions, of " + samples + interval;
}

std::string top5_text(const EvaluationSummary& summary) {
    std::string text = percent(summary.figures.top5);
    if (summary.figures.top5 && summary.stamp.text("verb") == "retrieve")
        text += ": of the five nearest one is of the class";
    return text;
}

std::string mean_class_text(const EvaluationSummary& summary) {
    return summary.repeats ? with_spread(summary.repeats->mean_class) : percent(summary.figures.mean_class);
}

// What is not of the mean.
std::string first_text(const EvaluationSummary& summary) {
    if (!summary.repeats || summary.repeats->each.empty()) return {};
    return percent(summary.repeats->each.front()) + "; top-5, classes, slices and confusion are of it alone";
}

std::string folds_text(const EvaluationSummary& summary) {
    if (summary.folds.size() < 2) return {};
    std::vector<std::string> each;
    for (const SingleRun& run : summary.folds) each.push_back(percent(run.figures.top1));
    return percent(summary.mean.top1) + " ± " + percent(summary.spread.top1) + " over " +
           counted(std::ssize(summary.folds), "run") + ": " + listed(each);
}

std::string classes_text(const EvaluationSummary& summary) {
    std::vector<std::string> each;
    for (const ClassAccuracy& one : summary.per_class)
        if (one.count > 0) each.push_back(one.name + " " + percent(one.top1));
    return listed(each);
}

std::string slices_text(const EvaluationSummary& summary, const std::string& by) {
    std::vector<std::string> each;
    for (const SliceAccuracy& slice : summary.slices)
        if (slice.by == by)
            each.push_back(slice.value + " " + percent(slice.top1) + " (n = " + std::to_string(slice.count) +
                           ")");
    return listed(each);
}

// Where nothing could be held out the last epoch counted, whatever was asked for.
std::string choice_text(const EvaluationReport& report) {
    const std::string asked = name_of(*report.selection);
    const auto last = std::ranges::count_if(report.fits, [&](const FitReport& fit) {
        return fit.selection.value_or(*report.selection) != *report.selection;
    });
    if (last == 0) return "chosen by " + asked;
    const std::string why = "no class has samples enough to hold some out for " + asked;
    if (last == std::ssize(report.fits)) return "the last one counts: " + why;
    return "chosen by " + asked + ", but the last one in " + std::to_string(last) + " of " +
           counted(std::ssize(report.fits), "fit") + ", where " + why;
}

std::string selection_text(const EvaluationReport& report) {
    if (!report.selection || !report.last_epoch || !report.best_test_epoch) return {};
    return choice_text(report) + "; last epoch " + percent(report.last_epoch) + ", best test epoch " +
           percent(report.best_test_epoch);
}

// How many voted, where the galleries were smaller than what was asked for.
std::string neighbours_text(const EvaluationReport& report) {
    if (!report.neighbours || !report.neighbours_asked) return {};
    return std::to_string(*report.neighbours) + " vote, all that the smallest gallery has; " +
           std::to_string(*report.neighbours_asked) + " were asked for";
}

std::string search_text(const EvaluationReport& report) {
    if (!report.recall || !report.recall_queries) return {};
    return "approximate, " + percent(report.recall) + " of the exact neighbours found, measured on " +
           counted(*report.recall_queries, "query", "queries");
}

// "5: a, b, c, …", or "5 in each of 10 runs, in the first a, b, c, …".
std::string subset_text(const std::vector<SubsetSummary>& fits) {
    if (fits.empty()) return {};
    const auto [least, most] = std::ranges::minmax(fits, {}, &SubsetSummary::count);
    std::string text = std::to_string(least.count);
    if (most.count > least.count) text += " to " + std::to_string(most.count);
    text += fits.size() == 1 ? ": " : " in each of " + std::to_string(fits.size()) + " runs, in the first ";
    constexpr std::size_t shown = 5;
    std::vector<std::string> names = fits.front().names;
    names.resize(std::min(shown, names.size()));
    return text + listed(names) + (fits.front().count > static_cast<std::int64_t>(shown) ? ", …" : "");
}

std::string mixes_text(const EvaluationReport& report) {
    if (!report.best_mix || !report.best_mix->mixes) return {};
    const auto mix = [](const std::string& before, const std::optional<MixReport>& one) {
        if (!one) return std::string();
        std::string text = before;
        const char* between = " ";
        for (const double weight : one->weights) {
            text += between + number("%.3g", weight);
            between = "/";
        }
        return text + ": " + percent(one->top1);
    };
    return mix("best", report.best_mix) + mix("; equal", report.equal_mix) +
           mix("; worst", report.worst_mix) + " (of " + std::to_string(*report.best_mix->mixes) + ")";
}

std::string stamp_text(const Stamp& stamp) {
    std::vector<std::string> facts;
    for (const char* key : {"verb", "seed", "stream", "preprocess", "code_version"})
        if (stamp.contains(key)) facts.push_back(key + (" " + stamp.text(key)));
    return listed(facts);
}

std::string differing_text(const std::vector<std::string>& keys, const std::string& who) {
    return keys.empty() ? "" : who + " were not made alike: they differ in " + listed(keys);
}

std::string preset_text(const EvaluationSummary& summary) {
    const auto& published = summary.report.preset_protocol;
    if (!published) return {};
    return "preset " + published->preset + " is published for the protocol " + published->protocol +
           ", not " + summary.protocol;
}

std::string without_last_break(std::string text) {
    if (!text.empty()) text.pop_back();
    return text;
}

} // namespace

std::string evaluation_text(const EvaluationSummary& summary) {
    const Stamp& stamp = summary.stamp;
    const EvaluationReport& report = summary.report;
    std::string text = row("top-1", top1_text(summary)) + row("top-5", top5_text(summary)) +
                       row("mean class", mean_class_text(summary)) + row("runs", folds_text(summary)) +
                       row("first repetition", first_text(summary)) + row("epochs", selection_text(report)) +
                       row("neighbours", neighbours_text(report)) + row("search", search_text(report)) +
                       row("labelled", subset_text(summary.subset)) + row("mixes", mixes_text(report)) +
                       row("classes", classes_text(summary));
    for (const char* by : {"camera", "setup", "subject", "length", "problems"})
        text += row("by " + std::string(by), slices_text(summary, by));
    text += row("protocol", summary.protocol) + row("split", stamp.text("split_hash")) +
            row("data", stamp.text("data_hash")) + row("checkpoint", stamp.text("checkpoint")) +
            row("features", stamp.text("features")) + row("made by", stamp_text(stamp)) +
            row("warning", differing_text(report.differing, "the members")) +
            row("warning", preset_text(summary));
    return without_last_break(std::move(text));
}

std::string comparison_text(const ComparisonSummary& summary) {
    const McNemar& test = summary.test;
    const std::string how = test.exact ? ", exact" : number(", chi-square %.4g", test.statistic);
    return without_last_break(
        row("first", percent(summary.first)) + row("second", percent(summary.second)) +
        row("difference", number("%+.2f points", 100 * summary.difference())) +
        row("right", std::to_string(test.both_right) + " both, " + std::to_string(test.only_first) +
                         " only the first, " + std::to_string(test.only_second) + " only the second, " +
                         std::to_string(test.both_wrong) + " neither") +
        row("McNemar", number("p = %.4g", test.p) + how) +
        row("repetitions", summary.of_the_first_repeat ? "all this is of the first of each" : "") +
        row("compared", listed(summary.compared)) +
        row("warning", differing_text(summary.differing, "the two")));
}

} // namespace kinelens
