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

using Json = nlohmann::ordered_json;

struct AblateArguments {
    std::string table, data;
};

std::string percent(const Json& share) {
    if (!share.is_number()) return "-";
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", 100 * share.get<double>());
    return text;
}

std::string epoch_percent(const Json& row, const char* key) {
    return row.contains(key) ? percent(row[key]["top1"]) : "-";
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
std::string detection_text_of(const Json& json) {
    std::vector<std::vector<std::string>> lines{
        {"row", "definition", "mAP_a % at 0.1", "0.3", "0.5", "mAP_v % at 0.5", "frame accuracy %"}};
    const auto with_spread = [](const Json& row, const Json& all, const Json& mean, const Json& spread) {
        return row["folds"].size() < 2 ? percent(all)
                                       : percent(all) + " (" + percent(mean) + " ± " + percent(spread) + ")";
    };
    for (const Json& row : json["rows"]) {
        if (!row.contains("mAP_a")) continue;
        for (const char* definition : {"pku", "voc"}) {
            std::vector<std::string> line{row["row"], definition};
            for (const auto& [overlap, value] : row["mAP_a"][definition].items())
                line.push_back(with_spread(row, value, row["mean"]["mAP_a"][definition][overlap],
                                           row["spread"]["mAP_a"][definition][overlap]));
            line.push_back(percent(row["mAP_v"][definition]["0.5"]));
            line.push_back(with_spread(row, row["frame_accuracy"], row["mean"]["frame_accuracy"],
                                       row["spread"]["frame_accuracy"]));
            lines.push_back(std::move(line));
        }
    }
    return lines.size() == 1 ? "" : aligned(lines);
}

// What else differs than what a table compares (encoder, objective, checkpoint) is said after the test.
std::string comparison_line(const Json& one) {
    char p[32];
    std::snprintf(p, sizeof p, "%.3g", one["mcnemar"]["p"].get<double>());
    std::string text = one["cells"][0].get<std::string>() + " against " + one["cells"][1].get<std::string>() +
                       ": " + percent(one["difference"]) + " points, McNemar p = " + p;
    const char* between = "; made differently in ";
    for (const Json& key : one["differing"]) {
        text += between + key.get<std::string>();
        between = ", ";
    }
    return text + "\n";
}

std::string text_of(const Json& json) {
    std::vector<std::vector<std::string>> lines{
        {"row", "verb", "top-1 %", "95 %", "runs: mean ± spread", "mean class", "last epoch", "best test"}};
    for (const Json& row : json["rows"])
        if (row.contains("top1"))
            lines.push_back({row["row"], row["verb"], percent(row["top1"]),
                             percent(row["interval95"][0]) + "–" + percent(row["interval95"][1]),
                             percent(row["mean"]["top1"]) + " ± " + percent(row["spread"]["top1"]),
                             percent(row["mean_class"]), epoch_percent(row, "last_epoch"),
                             epoch_percent(row, "best_test_epoch")});
    std::string text = (lines.size() == 1 ? "" : aligned(lines)) + detection_text_of(json);
    for (const Json& one : json["comparisons"]) text += comparison_line(one);
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
    const std::string summary = learning::summary_json(table, *made);
    return recorder.finish(summary, text_of(Json::parse(summary)));
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
