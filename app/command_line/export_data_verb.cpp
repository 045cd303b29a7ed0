#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/export/export_job.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct ExportDataArguments {
    std::string data;
    std::string output;
};

std::string text_of(const ExportReport& report, const std::string& output) {
    std::string text =
        counted(report.sequences, "sequence") + ", " + counted(report.frames, "frame") + " -> " +
        (report.files.size() == 1
             ? report.files.front()
             : counted(static_cast<std::int64_t>(report.files.size()), "file") + " in " + output);
    for (const Error& warning : report.warnings) text += "\n  " + error_sentence(warning);
    return text;
}

VerbResult export_data(const VerbContext& context, const ExportDataArguments& arguments,
                       const ExportDataOptions& options) {
    auto asked = new_experiment(context, "export-data",
                                options_to_json(option_table<ExportDataOptions>(), option_values(options)));
    asked.data = full_name(arguments.data);
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    const auto report =
        run_data_export(arguments.data, arguments.output, options, recorder.sink(), recorder.stop());
    if (!report) return recorder.finish(fail(report.error()));
    return recorder.finish(report_to_json(*report), text_of(*report, arguments.output));
}

} // namespace

Verb export_data_verb() {
    return {"export-data", [](CLI::App& command, const CommonArguments&) {
                auto arguments = std::make_shared<ExportDataArguments>();
                command.add_option("DATA", arguments->data, "dataset file")->required();
                command
                    .add_option(
                        "--output", arguments->output,
                        "csv, npz, pyskl, ctrgcn: the file to write; bvh, trc, c3d, skeleton: a folder "
                        "with a file a recording")
                    ->required();
                auto flags = std::make_shared<TableFlags>(table_flags<ExportDataOptions>(command));
                return VerbFunction([=](const VerbContext& context) -> VerbResult {
                    if (!flags->given().contains("format"))
                        return fail(ErrorCode::argument_missing, "format", "what the data are written as");
                    KINELENS_TRY(options, options_of<ExportDataOptions>(*flags, context.common));
                    return export_data(context, *arguments, options);
                });
            }};
}

} // namespace kinelens
