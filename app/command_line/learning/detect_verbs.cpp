// detect-train and detect.
#include "app/command_line/detection_words.h"
#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/dataset/dataset_reader.h"
#include "core/experiment/checkpoint_fit.h"
#include "core/foundation/json_text.h"
#include "core/learning/detection/detect_job.h"
#include "core/learning/detection/detect_train_job.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

namespace kinelens {
namespace {

VerbResult train(const VerbContext& context, const learning::DetectTrainRequest& request,
                 const DetectTrainOptions& options) {
    if (context.common.run.empty())
        return fail(ErrorCode::argument_missing, "run", "the folder that the detector is written to");
    KINELENS_TRY(inputs, learning::check_request(request, options)); // leaves no run folder behind
    const auto& table = option_table<DetectTrainOptions>();
    auto asked = new_experiment(context, "detect-train", options_to_json(table, option_values(options)));
    asked.inputs = std::move(inputs);
    asked.data = full_name(request.data);
    asked.protocol = request.protocol;
    asked.preset = context.common.preset;
    const std::string defaults = options_to_json(table, option_values(DetectTrainOptions{}));
    KINELENS_TRY(recorder, RunRecorder::open_or_continue(context, asked, defaults));
    const auto made =
        learning::run_detect_training(request, options, context.common.run, recorder.sink(), recorder.stop());
    if (!made) return recorder.finish(fail(made.error()));
    return recorder.finish(summary_to_json(*made), detection_text(made->tested.pooled));
}

struct DetectArguments {
    std::string checkpoint, data, output;
    double shard_size = 4; // MiB
};

std::string text_of(const learning::DetectSummary& made, const std::string& output) {
    const std::string sequences =
        made.sequences == made.all_sequences
            ? counted(made.sequences, "sequence")
            : std::to_string(made.sequences) + " of " + counted(made.all_sequences, "sequence");
    std::string text =
        counted(made.intervals, "interval") + " in " + sequences + " with " + counted(made.frames, "frame");
    char speed[64];
    std::snprintf(speed, sizeof speed, ", %.0f frames/s, %.1f times real time",
                  static_cast<double>(made.scored_frames) / made.seconds, made.real_time_factor);
    if (made.scored_frames > 0)
        text += speed;
    else if (made.outcome == Outcome::completed)
        text += ", nothing was left to score";
    text += " -> " + output;
    return made.outcome == Outcome::completed ? text
                                              : text + "; the same command goes on with what is missing";
}

// Waiting is not working.
void without_pauses(learning::DetectSummary& made, double paused) {
    const double worked = std::max(made.seconds - paused, 1e-9);
    made.real_time_factor *= made.seconds / worked;
    made.seconds = worked;
}

VerbResult detect(const VerbContext& context, const DetectArguments& arguments, const TableFlags& flags) {
    if (const auto reader = DatasetReader::open(arguments.data); reader)
        KINELENS_CHECK(
            check_checkpoints({arguments.checkpoint}, reader->info(), arguments.data, CheckpointUse::detect));
    KINELENS_TRY(trained, learning::trained_detect_options(arguments.checkpoint));
    KINELENS_TRY(values, flags.over(option_values(trained), context.common, "segment"));
    const auto options = options_from_values<DetectOptions>(values);
    KINELENS_CHECK(validate(options));
    auto asked = new_experiment(context, "detect",
                                options_to_json(option_table<DetectOptions>(), option_values(options)));
    asked.data = full_name(arguments.data);
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    auto made = learning::run_detection(arguments.checkpoint, arguments.data, arguments.output, options,
                                        recorder.sink(), recorder.stop(),
                                        static_cast<std::int64_t>(arguments.shard_size * (1 << 20)));
    if (!made) return recorder.finish(fail(made.error()));
    without_pauses(*made, recorder.run().paused_seconds());
    const nlohmann::ordered_json json{
        {"sequences", made->sequences},
        {"sequences_total", made->all_sequences},
        {"frames", made->frames},
        {"frames_scored", made->scored_frames},
        {"intervals", made->intervals},
        {"seconds", made->seconds},
        {"frames_per_second", static_cast<double>(made->scored_frames) / made->seconds},
        {"real_time_factor", made->real_time_factor},
        {"device", made->device},
        {"output", arguments.output}};
    return recorder.finish(json_line(json), text_of(*made, arguments.output), made->outcome);
}

} // namespace

Verb detect_train_verb() {
    return {
        "detect-train", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
            auto request = std::make_shared<learning::DetectTrainRequest>();
            command.add_option("--checkpoint", request->checkpoints,
                               "whose encoder; one, or one for each split of the protocol; without it an "
                               "encoder begins untrained");
            command.add_option("--data", request->data, "dataset file with the intervals");
            command.add_option("--protocol", request->protocol,
                               "who is learned from: pku-xsub, subjects:1,2, folds:subject/4, …");
            command.add_option("--labels", request->labels,
                               "intervals of an annotation file (.json, .csv, .tsv, .eaf, .eaf#TIER, "
                               "PKU-MMD's .txt, or a folder of them) instead of the dataset's; recordings "
                               "it does not name are left out");
            auto flags = std::make_shared<TableFlags>(table_flags<DetectTrainOptions>(command));
            return [=](const VerbContext& context) -> VerbResult {
                KINELENS_TRY(options, options_of<DetectTrainOptions>(*flags, context.common, "detect-train"));
                return train(context, *request, options);
            };
        }};
}

Verb detect_verb() {
    return {
        "detect", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
            auto arguments = std::make_shared<DetectArguments>();
            command.add_option("--checkpoint", arguments->checkpoint, "a detector of detect-train")
                ->required();
            command.add_option("--data", arguments->data, "dataset file, with labels or without")->required();
            command.add_option("--output", arguments->output, "folder for the scores and predictions.json")
                ->required();
            command
                .add_option("--shard-size", arguments->shard_size,
                            "MiB of scores after which a file of them is closed; 0: one file a recording")
                ->check(CLI::Range(0.0, 65536.0))
                ->capture_default_str();
            auto flags = std::make_shared<TableFlags>(table_flags<DetectOptions>(command));
            command.footer("Options that are not given are those the detector was trained with. A detection "
                           "that was stopped goes on when the same is asked for again.");
            return [=](const VerbContext& context) { return detect(context, *arguments, *flags); };
        }};
}

} // namespace kinelens
