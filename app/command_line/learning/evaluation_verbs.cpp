// probe, retrieve, finetune: the same arguments and the same ending around three jobs.
#include "app/command_line/evaluation_output.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "core/dataset/output_file.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/options/verb_descriptions.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct EvaluationArguments {
    learning::EvaluationRequest request;
    std::string output;
};

template <class Options>
using Job = Result<EvaluationResults> (*)(const learning::EvaluationRequest&, const Options&,
                                          const EventSink&, std::stop_token);

// A published recipe on another split than the published one is no mistake, but it is said.
void note_protocol(EvaluationResults& results, const std::string& preset, const std::string& published) {
    results.report.preset_protocol = PresetProtocol{preset, published};
}

template <class Options>
VerbResult evaluate(const VerbContext& context, const std::string& verb, EvaluationArguments arguments,
                    const Options& options, Job<Options> job) {
    learning::EvaluationRequest& request = arguments.request;
    const std::string published = preset_protocol(described_verb(verb).presets, context.common.preset);
    if (request.protocol.empty()) request.protocol = published;
    const std::string file = results_file(arguments.output, context);
    // What can be seen to be wrong beforehand leaves no run folder behind.
    if (!arguments.output.empty() && !lies_in_new_run(file, context))
        KINELENS_CHECK(check_output(file, "results file", "kinelens-results"));
    KINELENS_CHECK(learning::check_request(request, options.seed));
    auto asked =
        new_experiment(context, verb, options_to_json(option_table<Options>(), option_values(options)));
    asked.data = full_name(request.data);
    asked.protocol = request.protocol;
    asked.preset = context.common.preset;
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    auto found = job(request, options, recorder.sink(), recorder.stop());
    if (found && !published.empty() && request.protocol != published)
        note_protocol(*found, context.common.preset, published);
    return finish_evaluation(recorder, found, file);
}

template <class Options>
Verb evaluation_verb(const std::string& verb, Job<Options> job) {
    return {verb, [=](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<EvaluationArguments>();
                command.add_option("--checkpoint", arguments->request.checkpoints,
                                   "whose encoder; one, or one for each split of the protocol");
                if (described_verb(verb).has(VerbInput::features))
                    command.add_option("--features", arguments->request.features,
                                       "a features file instead of a checkpoint");
                command.add_option("--data", arguments->request.data, "dataset file with the labels");
                command.add_option(
                    "--protocol", arguments->request.protocol,
                    "who is learned from: ntu60-xsub, subjects:1,2, folds:subject/4, …; without it "
                    "that of the preset");
                command.add_option("--output", arguments->output,
                                   "results file to write (.h5); with --run its results.h5");
                auto flags = std::make_shared<TableFlags>(table_flags<Options>(command));
                return [=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options,
                                 options_of<Options>(*flags, context.common, described_verb(verb).presets));
                    return evaluate<Options>(context, verb, *arguments, options, job);
                };
            }};
}

} // namespace

Verb probe_verb() {
    return evaluation_verb<ProbeOptions>("probe", learning::run_probe);
}

Verb retrieve_verb() {
    return evaluation_verb<RetrieveOptions>("retrieve", learning::run_retrieval);
}

Verb finetune_verb() {
    return evaluation_verb<FinetuneOptions>("finetune", learning::run_finetuning);
}

} // namespace kinelens
