#include "app/command_line/run_recorder.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/foundation/json_text.h"
#include "core/results/evaluation_export.h"
#include "core/results/interval_export.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct ExportArguments {
    std::string file;
    std::string what = "intervals";
    std::string format;
    std::string output;
    std::string data;
};

Result<Annotations> annotations_in(const ExportArguments& arguments) {
    std::optional<DatasetReader> dataset;
    if (!arguments.data.empty()) {
        KINELENS_TRY(opened, DatasetReader::open(arguments.data));
        dataset = std::move(opened);
    }
    const Path file = std::filesystem::is_directory(arguments.file)
                          ? Path(arguments.file) / "predictions.json"
                          : Path(arguments.file);
    if (file.extension() != ".json") {
        KINELENS_TRY(opened, DatasetReader::open(file));
        return annotations_of(opened);
    }
    if (arguments.format == "eaf" && !dataset)
        return fail(ErrorCode::argument_missing, "data",
                    "predictions tell frames, and its frame rate their times");
    KINELENS_TRY(predictions, read_predictions(file));
    return annotations_of(predictions, dataset ? &*dataset : nullptr);
}

nlohmann::ordered_json files_json(const std::vector<Path>& files) {
    auto names = nlohmann::ordered_json::array();
    for (const Path& file : files) names.push_back(file.string());
    return names;
}

// One of the tables of an evaluation.
VerbResult export_evaluation(const VerbContext& context, const ExportArguments& arguments,
                             EvaluationTable what) {
    const auto format = value_named<TableFormat>(arguments.format);
    if (!format)
        return fail(ErrorCode::invalid_argument, "format",
                    "'" + arguments.format + "'; " + arguments.what + " are written as csv or json");
    KINELENS_TRY(recorder, RunRecorder::open(context, new_experiment(context, "export", "{}")));
    const Path file = std::filesystem::is_directory(arguments.file) ? Path(arguments.file) / "results.h5"
                                                                    : Path(arguments.file);
    const auto results = read_results(file);
    if (!results) return recorder.finish(fail(results.error()));
    const auto written = export_results(*results, what, *format, arguments.output, false);
    if (!written) return recorder.finish(fail(written.error()));
    const auto samples = static_cast<std::int64_t>(results->names.size());
    return recorder.finish(json_line({{"files", files_json(*written)}, {"samples", samples}}),
                           arguments.what + " of " + counted(samples, "sequence") + " -> " +
                               arguments.output);
}

VerbResult export_file(const VerbContext& context, const ExportArguments& arguments) {
    if (const auto table = value_named<EvaluationTable>(arguments.what))
        return export_evaluation(context, arguments, *table);
    if (arguments.what != "intervals") {
        std::string names = "intervals";
        for (const std::string& table : names_of<EvaluationTable>()) names += ", " + table;
        return fail(ErrorCode::invalid_argument, "what", "'" + arguments.what + "' is none of " + names);
    }
    KINELENS_TRY(recorder, RunRecorder::open(context, new_experiment(context, "export", "{}")));
    const auto annotations = annotations_in(arguments);
    if (!annotations) return recorder.finish(fail(annotations.error()));
    const auto written = export_intervals(*annotations, arguments.format, arguments.output);
    if (!written) return recorder.finish(fail(written.error()));
    std::int64_t intervals = 0;
    for (const AnnotatedSequence& sequence : annotations->sequences)
        intervals += static_cast<std::int64_t>(sequence.intervals.size());
    nlohmann::ordered_json json{{"files", files_json(*written)},
                                {"sequences", annotations->sequences.size()},
                                {"intervals", intervals}};
    return recorder.finish(json_line(json),
                           counted(intervals, "interval") + " of " +
                               counted(static_cast<std::int64_t>(annotations->sequences.size()), "sequence") +
                               " -> " + arguments.output);
}

} // namespace

Verb export_verb() {
    return {
        "export", [](CLI::App& command, const CommonArguments&) {
            auto arguments = std::make_shared<ExportArguments>();
            command
                .add_option(
                    "FILE", arguments->file,
                    "dataset, predictions (file or folder), or an evaluation (results.h5 or its run folder)")
                ->required();
            command
                .add_option(
                    "--what", arguments->what,
                    "intervals, samples, figures, confusion, subset (labelled samples of finetune) or "
                    "weights (mixes of ensemble --map)")
                ->capture_default_str();
            command
                .add_option("--format", arguments->format,
                            "intervals: csv, frames (csv, a row a frame), json, pku or eaf; tables of "
                            "evaluations: csv or json")
                ->required();
            command
                .add_option("--output", arguments->output,
                            "file to write (csv, frames, json), or folder with a file a sequence (pku, eaf)")
                ->required();
            command.add_option("--data", arguments->data, "dataset that predictions are of");
            return VerbFunction([=](const VerbContext& context) { return export_file(context, *arguments); });
        }};
}

} // namespace kinelens
