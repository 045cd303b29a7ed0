#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/dataset/dataset_reader.h"
#include "core/experiment/checkpoint_fit.h"
#include "core/foundation/json_text.h"
#include "core/learning/evaluation/features_job.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct FeaturesArguments {
    std::string checkpoint, data, output;
};

VerbResult features(const VerbContext& context, const FeaturesArguments& arguments,
                    const FeaturesOptions& options) {
    // What can be seen to be wrong beforehand leaves no run folder behind.
    KINELENS_TRY(reader, DatasetReader::open(arguments.data));
    KINELENS_CHECK(
        check_checkpoints({arguments.checkpoint}, reader.info(), arguments.data, CheckpointUse::encode));
    auto asked = new_experiment(context, "features",
                                options_to_json(option_table<FeaturesOptions>(), option_values(options)));
    asked.data = full_name(arguments.data);
    asked.inputs["checkpoint"].file = full_name(arguments.checkpoint);
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    const auto made = learning::compute_features(arguments.checkpoint, arguments.data, arguments.output,
                                                 options, recorder.sink(), recorder.stop());
    if (!made) return recorder.finish(fail(made.error()));
    const nlohmann::ordered_json json{{"samples", made->samples},
                                      {"dimension", made->dimension},
                                      {"seconds", made->seconds - recorder.run().paused_seconds()},
                                      {"device", made->device},
                                      {"output", arguments.output}};
    return recorder.finish(json_line(json), counted(made->samples, "sequence") + ", " +
                                                counted(made->dimension, "value") + " each -> " +
                                                arguments.output);
}

} // namespace

Verb features_verb() {
    return {"features", [](CLI::App& command, const CommonArguments&) {
                auto arguments = std::make_shared<FeaturesArguments>();
                command.add_option("--checkpoint", arguments->checkpoint, "whose encoder")->required();
                command.add_option("--data", arguments->data, "dataset file")->required();
                command.add_option("--output", arguments->output, "features file to write (.h5)")->required();
                auto flags = std::make_shared<TableFlags>(table_flags<FeaturesOptions>(command));
                return VerbFunction([=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<FeaturesOptions>(*flags, context.common));
                    return features(context, *arguments, options);
                });
            }};
}

} // namespace kinelens
