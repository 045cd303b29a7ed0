#include "core/options/verb_descriptions.h"

#include "core/options/option_info.h"

#include <algorithm>
#include <cassert>

namespace kinelens {
namespace {

constexpr const char* first_protocol = "folds:subject/4";

std::vector<VerbDescription> data_verbs() {
    return {{.name = "import", .purpose = "Turn recordings into a dataset file", .pauses = true},
            {.name = "recipe",
             .purpose = "Propose how a table of recordings is to be read",
             .resumption = Resumption::none},
            {.name = "synthesize", .purpose = "Make the built-in demo dataset", .pauses = true},
            {.name = "inspect",
             .purpose = "Say what a dataset, run, checkpoint, results file or preset is",
             .presets = "pretrain",
             .resumption = Resumption::none}};
}

std::vector<VerbDescription> encoder_verbs() {
    using enum VerbInput;
    return {{.name = "pretrain",
             .purpose = "Learn a representation from unlabelled sequences (USDRL)",
             .program = VerbProgram::learning,
             .takes = {data, protocol},
             .presets = "pretrain",
             .form = {.title = KINELENS_TEXT("Verbs", "Pretraining"),
                      .start = KINELENS_TEXT("Verbs", "Start pretraining"),
                      .preset = "compact"},
             .resumption = Resumption::onwards,
             .pauses = true},
            {.name = "import-weights",
             .purpose = "Turn a published PyTorch checkpoint into one of ours",
             .program = VerbProgram::learning,
             .presets = "pretrain",
             .resumption = Resumption::none},
            {.name = "export-weights",
             .purpose = "Write a checkpoint as a file that PyTorch loads",
             .program = VerbProgram::learning,
             .takes = {checkpoint},
             .resumption = Resumption::none},
            {.name = "features",
             .purpose = "Write what an encoder makes of every sequence",
             .program = VerbProgram::learning,
             .takes = {data, checkpoint},
             .pauses = true}};
}

std::vector<VerbDescription> evaluation_verbs() {
    using enum VerbInput;
    return {{.name = "probe",
             .purpose = "Train a linear classifier on features and test it",
             .program = VerbProgram::learning,
             .mode = WorkMode::evaluate,
             .takes = {data, protocol, checkpoint, features},
             .presets = "probe",
             .form = {.title = KINELENS_TEXT("Verbs", "Linear probe"),
                      .start = KINELENS_TEXT("Verbs", "Start probe"),
                      .preset = "small",
                      .protocol = first_protocol},
             .pauses = true},
            {.name = "retrieve",
             .purpose = "Classify by the nearest training samples",
             .program = VerbProgram::learning,
             .mode = WorkMode::evaluate,
             .takes = {data, protocol, checkpoint, features},
             .presets = "retrieve",
             .form = {.title = KINELENS_TEXT("Verbs", "Retrieval"),
                      .start = KINELENS_TEXT("Verbs", "Start retrieval"),
                      .preset = "published",
                      .protocol = first_protocol},
             .pauses = true},
            {.name = "finetune",
             .purpose = "Train the whole encoder on a share of the labels",
             .program = VerbProgram::learning,
             .mode = WorkMode::evaluate,
             .takes = {data, protocol, checkpoint},
             .presets = "finetune",
             .form = {.title = KINELENS_TEXT("Verbs", "Fine-tuning"),
                      .start = KINELENS_TEXT("Verbs", "Start fine-tuning"),
                      .preset = "community",
                      .protocol = first_protocol},
             .pauses = true}};
}

std::vector<VerbDescription> detection_verbs() {
    using enum VerbInput;
    return {{.name = "detect-train",
             .purpose = "Learn to find actions in untrimmed recordings, and test it",
             .program = VerbProgram::learning,
             .mode = WorkMode::detect,
             .takes = {data, protocol, checkpoint},
             .presets = "detect-train",
             .form = {.title = KINELENS_TEXT("Verbs", "Train a detector"),
                      .start = KINELENS_TEXT("Verbs", "Start training"),
                      .protocol = first_protocol},
             .resumption = Resumption::onwards,
             .pauses = true},
            {.name = "detect",
             .purpose = "Find actions in recordings of any length",
             .program = VerbProgram::learning,
             .mode = WorkMode::detect,
             .takes = {data, checkpoint},
             .presets = "segment",
             .form = {.title = KINELENS_TEXT("Verbs", "Detect with a trained detector"),
                      .start = KINELENS_TEXT("Verbs", "Start detecting"),
                      .output = "."},
             .resumption = Resumption::onwards,
             .pauses = true}};
}

std::vector<VerbDescription> table_verbs() {
    using enum VerbInput;
    return {
        {.name = "ablate",
         .purpose = "Fill a table of pretrainings and evaluations",
         .program = VerbProgram::learning,
         .takes = {data},
         .resumption = Resumption::onwards,
         .pauses = true},
        {.name = "bench-worker",
         .purpose = "Measure one thing whenever a line comes in",
         .program = VerbProgram::worker,
         .resumption = Resumption::none},
        {.name = "embed",
         .purpose = "Lay features out on a map: t-SNE or PCA",
         .mode = WorkMode::explore,
         .takes = {data, features},
         .form = {.title = KINELENS_TEXT("Verbs", "Map"),
                  .start = KINELENS_TEXT("Verbs", "Make the map"),
                  .output = "embedding.h5"},
         .resumption = Resumption::onwards,
         .pauses = true},
        {.name = "ensemble",
         .purpose = "Add up the scores of several evaluations, sample by sample",
         .mode = WorkMode::evaluate,
         .takes = {runs}},
        {.name = "detect-score",
         .purpose = "Say how good predicted intervals are",
         .takes = {data, predictions},
         .presets = "segment"},
        {.name = "export", .purpose = "Write intervals and evaluations for other programs", .takes = {data}},
        {.name = "export-data", .purpose = "Write recordings for other programs", .takes = {data, protocol}},
        {.name = "bench",
         .purpose = "Measure on this machine, beside peers where they are installed",
         .resumption = Resumption::none}};
}

const VerbDescription* find_description(std::string_view name) {
    const auto& all = verb_descriptions();
    const auto found = std::ranges::find(all, name, &VerbDescription::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

bool VerbDescription::has(VerbInput input) const {
    return std::ranges::find(takes, input) != takes.end();
}

const std::vector<VerbDescription>& verb_descriptions() {
    static const std::vector<VerbDescription> all = [] {
        std::vector<VerbDescription> list;
        for (const auto part : {data_verbs, encoder_verbs, evaluation_verbs, detection_verbs, table_verbs})
            for (VerbDescription& verb : part()) list.push_back(std::move(verb));
        return list;
    }();
    return all;
}

const VerbDescription& described_verb(std::string_view name) {
    const VerbDescription* found = find_description(name);
    assert(found);
    return *found;
}

Resumption resumption_of_verb(std::string_view name) {
    const VerbDescription* found = find_description(name);
    return found ? found->resumption : Resumption::none;
}

bool verb_pauses(std::string_view name) {
    const VerbDescription* found = find_description(name);
    return found && found->pauses;
}

WorkMode mode_of_verb(std::string_view name) {
    const VerbDescription* found = find_description(name);
    return found ? found->mode : WorkMode::train;
}

const char* preset_help(std::string_view preset) {
    struct Help {
        std::string_view preset;
        const char* words;
    };
    static constexpr Help all[] = {
        {"compact", KINELENS_TEXT("Verbs", "The method at a size for two processor cores")},
        {"released", KINELENS_TEXT("Verbs", "What the published code executes")},
        {"paper", KINELENS_TEXT("Verbs", "The paper's text")},
        {"contrastive", KINELENS_TEXT("Verbs", "The baseline with negatives")},
        {"compact-contrastive",
         KINELENS_TEXT("Verbs", "The baseline with negatives, at a size for two processor cores")},
        {"ntu60", KINELENS_TEXT("Verbs", "The published recipe for NTU RGB+D 60")},
        {"ntu120", KINELENS_TEXT("Verbs", "The published recipe for NTU RGB+D 120")},
        {"pku2", KINELENS_TEXT("Verbs", "The published recipe for PKU-MMD II")},
        {"published", KINELENS_TEXT("Verbs", "As the published code does it")},
        {"small", KINELENS_TEXT("Verbs", "For some hundreds of sequences")},
        {"frozen", KINELENS_TEXT("Verbs", "The encoder stays; only the classifier of frames learns")},
        {"community", KINELENS_TEXT("Verbs", "The schedule that the field shares")}};
    for (const Help& one : all)
        if (one.preset == preset) return one.words;
    return "";
}

} // namespace kinelens
