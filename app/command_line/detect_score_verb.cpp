#include "app/command_line/detection_words.h"
#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "core/results/detection_scoring.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct Arguments {
    std::string predictions;
    std::string data;
    std::string overlap = "0.1,0.3,0.5";
};

using FrameLabels = std::map<std::string, std::vector<int>>;

// A file of predictions, or a folder with one beside scores, or with scores alone. Where options of
// segmentation are asked for, only scores will do.
Result<Predictions> predictions_of(const std::string& path, const SegmentationOptions& options, bool asked,
                                   FrameLabels& labels, const std::stop_token& stop) {
    const bool scores = std::filesystem::is_directory(path) && has_score_shards(path);
    const Path file = std::filesystem::is_directory(path) ? Path(path) / "predictions.json" : Path(path);
    if (!scores && asked)
        return fail(ErrorCode::invalid_argument, path, "intervals can be made anew from scores only");
    if (!scores) return read_predictions(file);
    KINELENS_TRY(shards, ScoreShardReader::open(path));
    KINELENS_TRY(segmented, segment_shards(shards, options, &labels, stop));
    if (asked || !std::filesystem::exists(file)) return std::move(segmented);
    KINELENS_TRY(predictions, read_predictions(file));
    if (predictions.class_names != shards.class_names()) labels.clear(); // not of these scores
    return std::move(predictions);
}

Result<DetectionScore> score(const VerbContext& context, const Arguments& arguments,
                             const SegmentationOptions& options, bool asked) {
    KINELENS_TRY(overlaps, parse_overlaps(arguments.overlap));
    KINELENS_CHECK(validate(options));
    KINELENS_TRY(dataset, DatasetReader::open(arguments.data));
    FrameLabels labels;
    KINELENS_TRY(predictions, predictions_of(arguments.predictions, options, asked, labels, context.stop));
    const auto made_from = predictions.stamp.find("data_hash");
    if (made_from != predictions.stamp.end() && made_from->second != dataset.info().content_hash)
        context.progress(WarningRaised{{ErrorCode::content_foreign,
                                        arguments.data,
                                        "the predictions were made from other content",
                                        {}}});
    return score_predictions(predictions, dataset, overlaps, labels);
}

VerbResult detect_score(const VerbContext& context, const Arguments& arguments,
                        const SegmentationOptions& options, bool asked) {
    auto experiment =
        new_experiment(context, "detect-score",
                       options_to_json(option_table<SegmentationOptions>(), option_values(options)));
    experiment.data = std::filesystem::absolute(arguments.data).lexically_normal().string();
    KINELENS_TRY(recorder, RunRecorder::open(context, experiment));
    const auto made = score(context, arguments, options, asked);
    if (!made) return recorder.finish(fail(made.error()));
    return recorder.finish(score_to_json(*made), detection_text(*made));
}

} // namespace

Verb detect_score_verb() {
    return {"detect-score", "Say how good predicted intervals are",
            [](CLI::App& command, const CommonArguments&) {
                auto arguments = std::make_shared<Arguments>();
                command
                    .add_option("--predictions", arguments->predictions,
                                "predictions.json, or a folder with it or with scores")
                    ->required();
                command.add_option("--data", arguments->data, "dataset file with the truth")->required();
                command.add_option("--overlap", arguments->overlap, "overlaps that make a match")
                    ->capture_default_str();
                auto flags = std::make_shared<TableFlags>(table_flags<SegmentationOptions>(command));
                return VerbFunction([=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<SegmentationOptions>(*flags, context.common, "segment"));
                    const bool asked = !flags->given().empty() || !context.common.preset.empty() ||
                                       !context.common.config.empty();
                    return detect_score(context, *arguments, options, asked);
                });
            }};
}

} // namespace kinelens
