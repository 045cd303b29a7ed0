#include "app/command_line/run_recorder.h"
#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/synthesis/synthesis.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

std::string text_of(const SynthesisReport& report, const std::string& output) {
    return counted(report.sequences, "synthetic sequence") + ", " + counted(report.frames, "frame") + ", " +
           counted(report.classes, "class", "classes") + ", " + counted(report.subjects, "actor") + ", " +
           counted(report.intervals, "interval") + " -> " + output;
}

VerbResult synthesize(const VerbContext& context, const std::string& output,
                      const SynthesisOptions& options) {
    const auto asked = new_experiment(
        context, "synthesize", options_to_json(option_table<SynthesisOptions>(), option_values(options)));
    KINELENS_TRY(recorder, RunRecorder::open(context, asked));
    auto report = run_synthesis(options, output, recorder.sink(), recorder.stop());
    if (!report) return recorder.finish(fail(report.error()));
    return recorder.finish(report_to_json(*report), text_of(*report, output));
}

std::string footer() {
    std::string text = "Actions:";
    for (const std::string& name : synthetic_class_names()) text += (text.back() == ':' ? " " : ", ") + name;
    return text;
}

} // namespace

Verb synthesize_verb() {
    return {"synthesize", [](CLI::App& command, const CommonArguments&) {
                auto output = std::make_shared<std::string>();
                command.add_option("--output", *output, "dataset file to write")->required();
                command.footer(footer());
                auto flags = std::make_shared<TableFlags>(table_flags<SynthesisOptions>(command));
                return VerbFunction([=](const VerbContext& context) -> VerbResult {
                    KINELENS_TRY(options, options_of<SynthesisOptions>(*flags, context.common));
                    return synthesize(context, *output, options);
                });
            }};
}

} // namespace kinelens
