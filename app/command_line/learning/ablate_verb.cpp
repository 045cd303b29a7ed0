#include "app/command_line/run_recorder.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/foundation/json_text.h"
#include "core/learning/ablation/ablate_job.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

namespace kinelens {
namespace {

struct AblateArguments {
    std::string table, data;
};

std::string percent(std::optional<double> share) {
    if (!share) return "-";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", 100 * *share);
    return text;
}

// Letters on the screen: bytes that do not continue a UTF-8 letter.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char letter) { return (letter & 0xC0) != 0x80; }));
}

std::string aligned(const std::vector<std::vector<std::string>>& lines) {
    std::vector<std::size_t> widths(lines.front().size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width_of(line[i]));
    std::string text;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += line[i];
            if (i + 1 < line.size()) text.append(widths[i] - width_of(line[i]) + 2, ' ');
        }
        text += "\n";
    }
    return text;
}

// Of all test recordings together, and mean ± spread over the splits.
std::string with_spread(const DetectionSummary& found, double pooled, std::optional<double> mean,
                        std::optional<double> spread) {
    return found.tested.folds.size() < 2
               ? percent(pooled)
               : percent(pooled) + " (" + percent(mean) + " ± " + percent(spread) + ")";
}

// A line for each definition.
void add_detection(std::vector<std::vector<std::string>>& lines, const std::string& row,
                   const DetectionSummary& found) {
    const DetectionScore& pooled = found.tested.pooled;
    using F = DetectionFigures;
    using P = DetectionOverFolds::Precision;
    const auto add = [&](const char* definition, double F::*map_a, double F::*map_v, double P::*averaged) {
        std::vector<std::string> line{row, definition};
        for (const DetectionFigures& figures : pooled.figures)
            line.push_back(with_spread(found, figures.*map_a, found.mean.at(figures.overlap, averaged),
                                       found.spread.at(figures.overlap, averaged)));
        const DetectionFigures* half = pooled.at(0.5);
        line.push_back(half ? percent(half->*map_v) : percent({}));
        line.push_back(with_spread(found, pooled.frame_accuracy, found.mean.frame_accuracy,
                                   found.spread.frame_accuracy));
        lines.push_back(std::move(line));
    };
    add("pku", &F::pku_map_a, &F::pku_map_v, &P::pku_map_a);
    add("voc", &F::voc_map_a, &F::voc_map_v, &P::voc_map_a);
}

// What else differs than what a table compares (encoder, objective, checkpoint) is said after the test.
std::string comparison_line(const CellComparison& one) {
    char p[32];
    std::snprintf(p, sizeof p, "%.3g", one.found.test.p);
    std::string text = one.first + " against " + one.second + ": " + percent(one.found.difference()) +
                       " points, McNemar p = " + p;
    const char* between = "; made differently in ";
    for (const std::string& key : one.found.differing) {
        text += between + key;
        between = ", ";
    }
    return text + "\n";
}

std::string text_of(const AblationSummary& summary) {
    std::vector<std::vector<std::string>> lines{
        {"row", "verb", "top-1 %", "95 %", "runs: mean ± spread", "mean class", "last epoch", "best test"}};
    std::vector<std::vector<std::string>> detections{
        {"row", "definition", "mAP_a % at 0.1", "0.3", "0.5", "mAP_v % at 0.5", "frame accuracy %"}};
    for (const AblationRow& row : summary.rows) {
        if (const DetectionSummary* found = row.detection()) add_detection(detections, row.row, *found);
        if (const EvaluationSummary* found = row.evaluation())
            lines.push_back({row.row, row.verb, percent(found->figures.top1),
                             percent(found->interval95.low) + "–" + percent(found->interval95.high),
                             percent(found->mean.top1) + " ± " + percent(found->spread.top1),
                             percent(found->figures.mean_class), percent(found->report.last_epoch),
                             percent(found->report.best_test_epoch)});
    }
    std::string text =
        (lines.size() == 1 ? "" : aligned(lines)) + (detections.size() == 1 ? "" : aligned(detections));
    for (const CellComparison& one : summary.comparisons) text += comparison_line(one);
    text.pop_back();
    return text;
}

VerbResult ablate(const VerbContext& context, const AblateArguments& arguments) {
    if (context.common.run.empty())
        return fail(ErrorCode::argument_missing, "run", "the folder that the table is written to");
    KINELENS_TRY(table, learning::named_ablation(arguments.table));
    const std::string data = full_name(arguments.data);
    if (!std::filesystem::exists(data)) return fail(ErrorCode::file_not_found, data);
    auto asked = new_experiment(context, "ablate", json_line({{"table", arguments.table}}));
    asked.data = data;
    KINELENS_TRY(recorder, RunRecorder::open_or_continue(context, asked));
    const auto made =
        learning::run_ablation(table, data, context.common.run, recorder.sink(), recorder.stop());
    if (!made) return recorder.finish(fail(made.error()));
    return recorder.finish(summary_to_json(*made), text_of(*made));
}

} // namespace

Verb ablate_verb() {
    return {"ablate", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<AblateArguments>();
                command
                    .add_option(
                        "TABLE", arguments->table,
                        "a table that comes with the program, a JSON file that describes one, or its text")
                    ->required();
                command.add_option("--data", arguments->data, "dataset file with the labels")->required();
                return [=](const VerbContext& context) { return ablate(context, *arguments); };
            }};
}

} // namespace kinelens
