// detect-train and detect.
#include "app/command_line/detection_words.h"
#include "app/command_line/hand_over.h"
#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/learning/jobs/detect_job.h"
#include "core/learning/jobs/detect_train_job.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace kinelens {
namespace {

std::string absolute(const std::string& file) {
    return std::filesystem::absolute(file).lexically_normal().string();
}

VerbResult train(const VerbContext& context, const learning::DetectTrainRequest& request,
                 const DetectTrainOptions& options) {
    if (context.common.run.empty())
        return fail(ErrorCode::argument_missing, "run", "the folder that the detector is written to");
    KINELENS_TRY(inputs, learning::check_request(request, options)); // leaves no run folder behind
    const auto& table = option_table<DetectTrainOptions>();
    auto asked =
        new_experiment(context, detect_train_words.name, options_to_json(table, option_values(options)));
    asked.inputs = std::move(inputs);
    asked.data = absolute(request.data);
    asked.protocol = request.protocol;
    asked.preset = context.common.preset;
    const std::string defaults = options_to_json(table, option_values(DetectTrainOptions{}));
    KINELENS_TRY(recorder, RunRecorder::open_or_continue(context, asked, defaults));
    const auto made =
        learning::run_detect_training(request, options, context.common.run, recorder.sink(), recorder.stop());
    if (!made) return recorder.finish(fail(made.error()));
    return recorder.finish(learning::summary_json(*made), detection_text(made->tested.pooled));
}

struct Arguments {
    std::string checkpoint, data, output;
};

std::string text_of(const learning::DetectSummary& made, const std::string& output) {
    char speed[64];
    std::snprintf(speed, sizeof speed, ", %.0f frames/s, %.1f times real time",
                  static_cast<double>(made.frames) / made.seconds, made.real_time_factor);
    return counted(made.intervals, "interval") + " in " + counted(made.sequences, "sequence") + " of " +
           counted(made.frames, "frame") + speed + " -> " + output;
}

VerbResult detect(const VerbContext& context, const Arguments& arguments, const TableFlags& flags) {
    KINELENS_TRY(trained, learning::trained_detect_options(arguments.checkpoint));
    KINELENS_TRY(values, flags.over(option_values(trained), context.common, "segment"));
    const auto options = options_from_values<DetectOptions>(values);
    KINELENS_CHECK(validate(options));
    auto asked = new_experiment(context, detect_words.name,
                                options_to_json(option_table<DetectOptions>(), option_values(options)));
    asked.data = absolute(arguments.data);
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    const auto made = learning::run_detection(arguments.checkpoint, arguments.data, arguments.output, options,
                                              recorder.sink(), recorder.stop());
    if (!made) return recorder.finish(fail(made.error()));
    const nlohmann::ordered_json json{
        {"sequences", made->sequences},
        {"frames", made->frames},
        {"intervals", made->intervals},
        {"seconds", made->seconds},
        {"frames_per_second", static_cast<double>(made->frames) / made->seconds},
        {"real_time_factor", made->real_time_factor},
        {"device", made->device},
        {"output", arguments.output}};
    return recorder.finish(json.dump(), text_of(*made, arguments.output));
}

} // namespace

Verb detect_train_verb() {
    return {detect_train_words.name, detect_train_words.purpose,
            [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto request = std::make_shared<learning::DetectTrainRequest>();
                command.add_option("--checkpoint", request->checkpoints,
                                   "whose encoder; one, or one for each split of the protocol; without it an "
                                   "encoder begins untrained");
                command.add_option("--data", request->data, "dataset file with the intervals");
                command.add_option("--protocol", request->protocol,
                                   "who is learned from: pku-xsub, subjects:1,2, folds:subject/4, …");
                auto flags = std::make_shared<TableFlags>(table_flags<DetectTrainOptions>(command));
                return [=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<DetectTrainOptions>(*flags, context.common,
                                                                         detect_train_words.name));
                    return train(context, *request, options);
                };
            }};
}

Verb detect_verb() {
    return {
        detect_words.name, detect_words.purpose,
        [](CLI::App& command, const CommonArguments&) -> VerbFunction {
            auto arguments = std::make_shared<Arguments>();
            command.add_option("--checkpoint", arguments->checkpoint, "a detector of detect-train")
                ->required();
            command.add_option("--data", arguments->data, "dataset file, with labels or without")->required();
            command.add_option("--output", arguments->output, "folder for the scores and predictions.json")
                ->required();
            auto flags = std::make_shared<TableFlags>(table_flags<DetectOptions>(command));
            command.footer("Options that are not given are those the detector was trained with.");
            return [=](const VerbContext& context) { return detect(context, *arguments, *flags); };
        }};
}

} // namespace kinelens
