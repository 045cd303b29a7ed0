#include "app/command_line/run_recorder.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/import/tables/recipe_proposal.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct RecipeArguments {
    std::string action;
    std::string file;
    std::string output;
};

std::string text_of(const RecipeProposal& proposal, const std::string& output) {
    std::string text = counted(static_cast<std::int64_t>(proposal.columns.size()), "column") + ", layout " +
                       proposal.layout + ", " + short_number_text(proposal.frame_rate) +
                       " frames a second -> " + output;
    for (const Error& warning : proposal.warnings) text += "\n  " + error_sentence(warning);
    return text + "\nLook through it, then: kinelens-cli import FILES --recipe " + output + " --output D.h5";
}

VerbResult recipe(const VerbContext& context, const RecipeArguments& arguments) {
    if (arguments.action != "new")
        return fail(ErrorCode::invalid_argument, arguments.action, "what a recipe can be is 'new'");
    if (std::error_code failed; std::filesystem::exists(arguments.output, failed))
        return fail(ErrorCode::already_exists, arguments.output);
    KINELENS_TRY(recorder, RunRecorder::open(context, new_experiment(context, "recipe", "{}")));
    const auto proposal = propose_recipe(Path(arguments.file));
    if (!proposal) return recorder.finish(fail(proposal.error()));
    const auto written = write_file_atomically(arguments.output, proposal->recipe);
    if (!written) return recorder.finish(fail(written.error()));
    return recorder.finish(proposal_to_json(*proposal), text_of(*proposal, arguments.output));
}

} // namespace

Verb recipe_verb() {
    return {"recipe", [](CLI::App& command, const CommonArguments&) {
                auto arguments = std::make_shared<RecipeArguments>();
                command.add_option("ACTION", arguments->action, "new: propose a recipe for FILE")->required();
                command.add_option("FILE", arguments->file, "a table: text with a row for each frame")
                    ->required();
                command.add_option("--output", arguments->output, "recipe to write (.json)")->required();
                return VerbFunction([=](const VerbContext& context) { return recipe(context, *arguments); });
            }};
}

} // namespace kinelens
