#include "app/command_line/table_flags.h"
#include "app/command_line/verbs.h"
#include "app/command_line/words.h"
#include "core/foundation/json_text.h"
#include "core/learning/weights/weights_job.h"
#include "core/options/option_json.h"
#include "core/skeleton/skeleton_layout.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct ImportArguments {
    std::string source, output;
    std::string skeleton = "ntu25";
    int heads = 1;
};

std::string summary_of(const learning::ImportedWeights& imported, const std::string& output) {
    const nlohmann::ordered_json json{{"tensors", imported.tensors},
                                      {"matched", imported.matched},
                                      {"missing", imported.missing},
                                      {"unexpected", imported.unexpected},
                                      {"encoder", name_of(imported.options.encoder)},
                                      {"hidden_size", imported.options.hidden_size},
                                      {"layers", imported.options.layers},
                                      {"heads", imported.options.heads},
                                      {"frames", imported.options.frames},
                                      {"bodies", imported.bodies},
                                      {"epoch", imported.epoch},
                                      {"checkpoint", output}};
    return json_line(json);
}

void list_names(std::string& text, const char* heading, const std::vector<std::string>& names) {
    if (names.empty()) return;
    text += "\n" + std::string(heading) + ":";
    for (const std::string& name : names) text += "\n  " + name;
}

std::string text_of(const learning::ImportedWeights& imported, const std::string& output) {
    std::string text = std::to_string(imported.matched) + " of " + counted(imported.tensors, "tensor") +
                       ": " + name_of(imported.options.encoder) + ", hidden size " +
                       std::to_string(imported.options.hidden_size) + ", " +
                       counted(imported.options.layers, "layer") + ", " +
                       counted(imported.options.heads, "head") + " -> " + output;
    list_names(text, "Missing in the file", imported.missing);
    list_names(text, "Without a place in the model", imported.unexpected);
    return text;
}

VerbResult import_published(const VerbContext& context, const ImportArguments& arguments) {
    PretrainOptions options;
    if (!context.common.preset.empty()) {
        KINELENS_TRY(preset, preset_options<PretrainOptions>("pretrain", context.common.preset));
        options = preset;
    }
    options.heads = arguments.heads;
    KINELENS_TRY(layout, named_layout(arguments.skeleton));
    KINELENS_TRY(imported, learning::import_weights(arguments.source, arguments.output, options, layout));
    return VerbOutcome{Outcome::completed, summary_of(imported, arguments.output),
                       text_of(imported, arguments.output)};
}

} // namespace

Verb import_weights_verb() {
    return {"import-weights", [](CLI::App& command, const CommonArguments&) {
                auto arguments = std::make_shared<ImportArguments>();
                command.add_option("FILE", arguments->source, "checkpoint that torch.save wrote")->required();
                command.add_option("--output", arguments->output, "checkpoint to write (.pt)")->required();
                command.add_option("--heads", arguments->heads, "attention heads, which no tensor tells {1}");
                command.add_option(
                    "--skeleton", arguments->skeleton,
                    "joints the model was trained on: a built-in layout or a JSON file {ntu25}");
                return VerbFunction(
                    [=](const VerbContext& context) { return import_published(context, *arguments); });
            }};
}

Verb export_weights_verb() {
    return {"export-weights", [](CLI::App& command, const CommonArguments&) {
                auto checkpoint = std::make_shared<std::string>();
                auto output = std::make_shared<std::string>();
                auto prefix = std::make_shared<std::string>();
                command.add_option("CHECKPOINT", *checkpoint, "checkpoint of a run, or an imported one")
                    ->required();
                command.add_option("--output", *output, "file to write")->required();
                command.add_option("--prefix", *prefix,
                                   "put before every name: \"module.\" for models wrapped in DataParallel");
                return VerbFunction([=](const VerbContext&) -> VerbResult {
                    KINELENS_TRY(tensors, learning::export_weights(*checkpoint, *prefix, *output));
                    const nlohmann::ordered_json json{{"tensors", tensors}, {"file", *output}};
                    return VerbOutcome{Outcome::completed, json_line(json),
                                       counted(tensors, "tensor") + " -> " + *output};
                });
            }};
}

} // namespace kinelens
