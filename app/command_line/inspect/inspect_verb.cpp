#include "app/command_line/inspect/inspections.h"
#include "app/command_line/verbs.h"
#include "core/dataset/output_file.h"
#include "core/experiment/run_status.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct InspectArguments {
    std::string path;
    std::string against;
    bool every_frame = false;
};

// A folder without experiment.json: a job that never began leaves what it said last, other folders nothing.
Error not_a_run(const std::string& folder) {
    const auto words = read_text_file(Path(folder) / "launch.txt");
    if (!words) return {ErrorCode::format_unknown, folder, "a folder without experiment.json is no run", {}};
    std::string last = words->substr(0, words->find_last_not_of(" \r\n") + 1);
    last = last.substr(last.find_last_of('\n') + 1);
    return {ErrorCode::process_failed, folder, "the job never began" + (last.empty() ? "" : ": " + last), {}};
}

VerbResult inspect(const InspectArguments& arguments, const VerbContext& context) {
    if (!context.common.preset.empty()) return inspect_preset(context.common.preset, arguments.against);
    if (arguments.path.empty())
        return fail(ErrorCode::argument_missing, arguments.against.empty() ? "PATH" : "preset",
                    arguments.against.empty()
                        ? "a dataset file, a run folder, a checkpoint, a results file, or --preset NAME"
                        : "the one to compare with " + arguments.against);
    if (!std::filesystem::exists(arguments.path)) return fail(ErrorCode::file_not_found, arguments.path);
    if (is_run_folder(arguments.path)) return inspect_run(arguments.path);
    if (Path(arguments.path).extension() == ".pt") return inspect_checkpoint(arguments.path);
    if (std::filesystem::is_directory(arguments.path)) return fail(not_a_run(arguments.path));
    if (hdf5_format(arguments.path) == "kinelens-embedding") return inspect_embedding(arguments.path);
    if (!arguments.against.empty() || hdf5_format(arguments.path) == "kinelens-results")
        return inspect_results(arguments.path, arguments.against);
    return inspect_dataset(arguments.path, arguments.every_frame);
}

} // namespace

Verb inspect_verb() {
    return {"inspect", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<InspectArguments>();
                command.add_option("PATH", arguments->path,
                                   "dataset file, run folder, checkpoint or results file");
                command.add_option("--against", arguments->against,
                                   "another preset or results file: show how they differ");
                command.add_flag("--scan", arguments->every_frame,
                                 "read every frame: also the recordings in which joints jump");
                return [=](const VerbContext& context) { return inspect(*arguments, context); };
            }};
}

} // namespace kinelens
