#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/import/import_job.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct ImportArguments {
    std::vector<std::string> paths;
    std::string output;
};

void add_list(std::string& text, const char* heading, const std::vector<Error>& errors) {
    constexpr std::size_t shown = 20;
    if (errors.empty()) return;
    text += "\n" + std::string(heading) + ":";
    for (std::size_t i = 0; i < std::min(errors.size(), shown); ++i)
        text += "\n  " + error_sentence(errors[i]);
    if (errors.size() > shown)
        text += "\n  … and " + std::to_string(errors.size() - shown) + " more (all of them with --json)";
}

std::string text_of(const ImportReport& report, const std::string& output) {
    std::string text = counted(report.sequences, "sequence") + ", " + counted(report.frames, "frame") + ", " +
                       counted_of(report.classes_present, report.classes, "class", "classes") + ", " +
                       (report.subjects > 0 ? counted(report.subjects, "subject") : "subjects not known") +
                       ", " + counted(report.intervals, "interval") + " -> " + output;
    if (report.excluded > 0) text += "\n" + counted(report.excluded, "recording") + " left out by the list";
    if (report.passed_over > 0)
        text += "\n" + counted(report.passed_over, "file") + " of other kinds passed over";
    add_list(text, "Rejected", report.rejected);
    add_list(text, "Imported with a warning", report.warnings);
    return text;
}

VerbResult import(const VerbContext& context, const ImportArguments& arguments,
                  const ImportOptions& options) {
    const auto asked = new_experiment(context, "import",
                                      options_to_json(option_table<ImportOptions>(), option_values(options)));
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    auto report = run_import(arguments.paths, arguments.output, options, recorder.sink(), recorder.stop());
    if (!report) return recorder.finish(fail(report.error()));
    return recorder.finish(report_to_json(*report), text_of(*report, arguments.output));
}

} // namespace

Verb import_verb() {
    return {"import", [](CLI::App& command, const CommonArguments&) {
                auto arguments = std::make_shared<ImportArguments>();
                command.add_option("PATH", arguments->paths, "files, folders or zips")->required();
                command.add_option("--output", arguments->output, "dataset file to write")->required();
                auto flags = std::make_shared<TableFlags>(table_flags<ImportOptions>(command));
                return VerbFunction([=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<ImportOptions>(*flags, context.common));
                    return import(context, *arguments, options);
                });
            }};
}

} // namespace kinelens
