#include "app/command_line/inspections.h"
#include "app/command_line/verbs.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct Arguments {
    std::string path;
    std::string against;
};

VerbResult inspect(const Arguments& arguments, const VerbContext& context) {
    if (!context.common.preset.empty()) return inspect_preset(context.common.preset, arguments.against);
    if (arguments.path.empty())
        return fail(ErrorCode::invalid_argument, "path", "name a file, a run folder or --preset");
    if (!std::filesystem::exists(arguments.path)) return fail(ErrorCode::file_not_found, arguments.path);
    if (is_run_folder(arguments.path)) return inspect_run(arguments.path);
    if (Path(arguments.path).extension() == ".pt") return inspect_checkpoint(arguments.path);
    return inspect_dataset(arguments.path);
}

} // namespace

Verb inspect_verb() {
    return {"inspect", "Say what a dataset, run, checkpoint or preset is",
            [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<Arguments>();
                command.add_option("PATH", arguments->path, "dataset file, run folder or checkpoint");
                command.add_option("--against", arguments->against, "another preset: show how they differ");
                return [=](const VerbContext& context) { return inspect(*arguments, context); };
            }};
}

} // namespace kinelens
