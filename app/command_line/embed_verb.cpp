#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/dataset/output_file.h"
#include "core/embedding/embed_job.h"
#include "core/experiment/run_status.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

std::string figure(const char* name, const std::optional<double>& value) {
    char text[48] = {};
    if (value) std::snprintf(text, sizeof text, ", %s %.4f", name, *value);
    return text;
}

std::string text_of(const EmbedSummary& summary, const EmbedRequest& request) {
    std::string text = counted(summary.points, "point");
    if (!request.data.empty() && summary.labelled == 0) text += ", none with a label";
    if (summary.explained.empty())
        text += ", " + counted(summary.iterations, "iteration") + figure("KL", summary.kl);
    return text + figure("trustworthiness", summary.trustworthiness) +
           figure("neighbours kept", summary.preservation) + figure("silhouette", summary.silhouette) +
           " -> " + request.output.string();
}

// A map that was stopped goes on from the file it left, which holds all that going on needs; one that was cut
// off left none, and begins over. The iteration it goes on from; -1: none.
Result<std::int64_t> go_on_from(const VerbContext& context, const Path& output, EmbedOptions& options) {
    if (!context.common.resume || options.method == MapMethod::pca) return -1;
    KINELENS_TRY(status, run_status(context.common.run));
    const auto& end = status.finished;
    if (!end || end->outcome != Outcome::stopped || end->error) return -1;
    const auto map = read_embedding(output);
    if (!map || map->gains.empty()) return -1;
    options.start = MapStart::resume;
    options.start_from = output.string();
    return map->iteration;
}

VerbResult embed(const VerbContext& context, EmbedRequest request, EmbedOptions options) {
    // What can be seen to be wrong beforehand leaves no run folder behind.
    KINELENS_CHECK(validate(options));
    if (!lies_in_new_run(request.output, context))
        KINELENS_CHECK(check_output(request.output, "embedding file", "kinelens-embedding"));
    if (!std::filesystem::exists(request.features))
        return fail(ErrorCode::file_not_found, request.features.string());
    auto asked = new_experiment(context, "embed",
                                options_to_json(option_table<EmbedOptions>(), option_values(options)));
    if (!request.data.empty()) asked.data = full_name(request.data);
    asked.inputs["features"].file = full_name(request.features);
    asked.preset = context.common.preset;
    KINELENS_TRY(from, go_on_from(context, request.output, options));
    const std::string defaults = options_to_json(option_table<EmbedOptions>(), option_values(EmbedOptions{}));
    KINELENS_TRY(recorder, RunRecorder::open(context, asked, defaults, from));
    request.folder = context.common.run;
    const auto made = run_embed(request, options, recorder.run());
    if (!made) return recorder.finish(fail(made.error()));
    return recorder.finish(summary_json(*made), text_of(*made, request), made->outcome);
}

} // namespace

Verb embed_verb() {
    return {"embed", [](CLI::App& command, const CommonArguments&) {
                auto request = std::make_shared<EmbedRequest>();
                command
                    .add_option("--features", request->features,
                                "features file, or HDF5 or .npy of another program")
                    ->required();
                command.add_option("--output", request->output, "embedding file to write (.h5)")->required();
                command.add_option("--data", request->data,
                                   "dataset file with labels, for silhouette and 1-NN figures");
                auto flags = std::make_shared<TableFlags>(table_flags<EmbedOptions>(command));
                return VerbFunction([=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<EmbedOptions>(*flags, context.common));
                    return embed(context, *request, options);
                });
            }};
}

} // namespace kinelens
