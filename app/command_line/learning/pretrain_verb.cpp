#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"

#include "core/dataset/dataset_reader.h"
#include "core/experiment/moved_data.h"
#include "core/learning/pretraining/pretrain_job.h"
#include "core/options/pretrain_options.h"
#include "core/preparation/protocol.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct PretrainArguments {
    std::string data;
    std::string protocol;
    std::string name;
};

Result<Experiment> asked(const PretrainArguments& arguments, const TableFlags& flags,
                         const VerbContext& context) {
    if (arguments.data.empty()) return fail(ErrorCode::argument_missing, "data", "the dataset to learn from");
    KINELENS_TRY(options, options_of<PretrainOptions>(flags, context.common, "pretrain"));
    KINELENS_CHECK(validate(options));
    auto experiment = new_experiment(
        context, "pretrain", options_to_json(option_table<PretrainOptions>(), option_values(options)));
    const Path folder(context.common.run);
    experiment.name = arguments.name.empty() ? folder.lexically_normal().filename().string() : arguments.name;
    experiment.data = full_name(arguments.data);
    experiment.protocol = arguments.protocol;
    experiment.preset = context.common.preset;
    // What can be seen to be wrong beforehand leaves no run folder behind.
    KINELENS_TRY(reader, DatasetReader::open(experiment.data));
    experiment.inputs["data"] = {experiment.data, reader.info().content_hash};
    KINELENS_CHECK(learning::check_device(options.device));
    KINELENS_CHECK(
        split_sequences(reader.sequences(), experiment.protocol, static_cast<std::uint64_t>(options.seed)));
    return experiment;
}

// A resumed run is what it was when it was asked for: options may be said again, but not otherwise.
Result<void> said_again(const TableFlags& flags, const Experiment& experiment) {
    const auto& table = option_table<PretrainOptions>();
    KINELENS_TRY(kept, options_over_json(table, option_values(PretrainOptions{}), experiment.options,
                                         "experiment.json"));
    for (const auto& [key, text] : flags.given()) {
        KINELENS_TRY(index, option_index(table, key));
        KINELENS_TRY(value, parse_option(table[index], text));
        if (value != kept[index])
            return fail(ErrorCode::invalid_argument, key, "a resumed run keeps the options it began with");
    }
    return {};
}

// The dataset of a resumed run may have been moved: `data` says where to, and must be the same data.
Result<void> find_data(RunFolder& folder, const std::string& data) {
    const Experiment& experiment = folder.experiment();
    const std::string named = data.empty() ? experiment.data : full_name(data);
    // The words that began the run may name the place before an earlier move.
    const std::string file = std::filesystem::exists(named) ? named : experiment.data;
    if (!std::filesystem::exists(file))
        return fail(ErrorCode::file_not_found, file, "if it was moved, say with --data where it lies");
    if (file == experiment.data) return {};
    KINELENS_TRY(reader, DatasetReader::open(file));
    KINELENS_CHECK(check_moved_data(folder.paths().folder, experiment, file, reader.info().content_hash));
    return folder.move_data(file);
}

Result<RunRecorder> open_run(const PretrainArguments& arguments, const TableFlags& flags,
                             const VerbContext& context) {
    if (context.common.run.empty())
        return fail(ErrorCode::argument_missing, "run", "the folder that the run is written to");
    if (!context.common.resume) {
        KINELENS_TRY(experiment, asked(arguments, flags, context));
        return RunRecorder::begin(context, experiment);
    }
    KINELENS_TRY(recorder, RunRecorder::reopen(context, "pretrain"));
    KINELENS_CHECK(said_again(flags, recorder.folder().experiment()));
    KINELENS_CHECK(find_data(recorder.folder(), arguments.data));
    return std::move(recorder);
}

VerbResult pretrain(const PretrainArguments& arguments, const TableFlags& flags, const VerbContext& context) {
    KINELENS_TRY(place, learning::launch_place());
    if (place.rank > 0) {
        KINELENS_TRY(joined, learning::join_pretraining(place, context.stop));
        return VerbOutcome{joined.outcome, learning::summary_json(joined), {}, true};
    }
    KINELENS_TRY(recorder, open_run(arguments, flags, context));
    const Experiment experiment = recorder.folder().experiment();
    KINELENS_TRY(summary, learning::run_pretraining(experiment, recorder.folder(), recorder.run()));
    return VerbOutcome{summary.outcome, learning::summary_json(summary), {}};
}

} // namespace

Verb pretrain_verb() {
    return {"pretrain", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<PretrainArguments>();
                command.add_option("--data", arguments->data,
                                   "dataset file; with --resume where it lies now, if it was moved");
                command.add_option(
                    "--protocol", arguments->protocol,
                    "train on the training side of this protocol; without it on all sequences");
                command.add_option("--name", arguments->name, "name of the run");
                auto flags = std::make_shared<TableFlags>(table_flags<PretrainOptions>(command));
                return [=](const VerbContext& context) { return pretrain(*arguments, *flags, context); };
            }};
}

} // namespace kinelens
