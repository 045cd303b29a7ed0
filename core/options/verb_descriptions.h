// What there is to say about each verb, once: the command line, the forms and the modes take it from here.
// Which options a verb has: verb_options.h.
#pragma once

#include "core/foundation/named_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

enum class VerbProgram {
    light,    // kinelens-cli itself
    learning, // kinelens-cli-learning, which kinelens-cli becomes: it needs LibTorch
    worker    // of kinelens-cli-learning alone, and not for people
};

// The mode of the window that shows what came of it.
enum class WorkMode { browse, train, evaluate, explore, detect };
constexpr auto named_values(WorkMode) {
    using enum WorkMode;
    return std::array{Named{browse, "browse"}, Named{train, "train"}, Named{evaluate, "evaluate"},
                      Named{explore, "explore"}, Named{detect, "detect"}};
}

// What a verb works on; the names are those of its arguments.
enum class VerbInput { data, protocol, checkpoint, features, runs, predictions };
constexpr auto named_values(VerbInput) {
    using enum VerbInput;
    return std::array{
        Named{data, "data"},         Named{protocol, "protocol"}, Named{checkpoint, "checkpoint"},
        Named{features, "features"}, Named{runs, "runs"},         Named{predictions, "predictions"}};
}

// What a form of the verb says, where the window has one. Texts are translatable, context "Verbs".
struct VerbForm {
    const char* title = "";    // "Linear probe"
    const char* start = "";    // "Start probe"
    const char* preset = "";   // chosen at first; empty: the defaults themselves
    const char* protocol = ""; // at first; empty: it works without one
    const char* output = "";   // what it writes, below its run folder, where it must be told; ".": the folder
};

// How a run of the verb is gone on with that stopped, failed or was cut off.
enum class Resumption {
    none,   // it writes no run folder
    anew,   // it does its work over, in the same folder
    onwards // it goes on from what it has kept
};

struct VerbDescription {
    const char* name;
    const char* purpose; // one line of --help
    VerbProgram program = VerbProgram::light;
    WorkMode mode = WorkMode::train;
    std::vector<VerbInput> takes{};
    const char* presets = ""; // their folder below resources/presets; empty: it has none
    VerbForm form{};
    Resumption resumption = Resumption::anew;
    bool pauses = false; // it tells how far it is, and waits there when it is asked to

    bool has(VerbInput input) const;
};

// In the order in which --help lists them, which is the order the data flows.
const std::vector<VerbDescription>& verb_descriptions();

// Precondition: there is such a verb.
const VerbDescription& described_verb(std::string_view name);

// Of verbs that are not known: none, and no pause.
Resumption resumption_of_verb(std::string_view name);
bool verb_pauses(std::string_view name);

// The mode that shows a run of a verb, also of one that is not known.
WorkMode mode_of_verb(std::string_view name);

// One line about a preset, by its name; empty where its name says all. Translatable, context "Verbs".
const char* preset_help(std::string_view preset);

} // namespace kinelens
