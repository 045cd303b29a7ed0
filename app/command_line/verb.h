// A verb of kinelens-cli: one file <name>_verb.cpp declares its arguments on a CLI11 sub-command and
// returns the function that does the work. verb_table.cpp lists them all.
//
//     Verb synthesize_verb() {
//         return {"synthesize", [](CLI::App& command, const CommonArguments&) {
//             auto flags = std::make_shared<TableFlags>(command, option_table<SynthesisOptions>());
//             auto output = std::make_shared<std::string>();
//             command.add_option("--output", *output, "dataset file to write")->required();
//             return [=](const VerbContext& context) -> VerbResult { … };
//         }};
//     }
#pragma once

#include "core/experiment/events.h"
#include "core/experiment/experiment.h"
#include "core/foundation/files.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kinelens {

// Every verb has these; --device, --threads and --seed are in the option tables of the verbs that use them.
struct CommonArguments {
    std::string run;     // --run DIR: run folder; empty where none was asked for
    std::string config;  // --config FILE.json
    std::string preset;  // --preset NAME
    bool resume = false; // --resume: go on with the run in --run
    bool json = false;   // --json: the last line of stdout is the summary
    bool quiet = false;  // --quiet: no progress on stderr
    // What the run that goes on was asked for; null where none does, or where it cannot be read.
    std::shared_ptr<const Experiment> begun{};
};

struct VerbContext {
    const CommonArguments& common;
    EventSink progress;   // shows events on stderr (nothing with --quiet)
    std::stop_token stop; // SIGINT or SIGTERM
    std::string command_line;
};

struct VerbOutcome {
    Outcome outcome = Outcome::completed;
    std::string summary = "{}"; // one JSON object
    std::string text;           // the same for a person; empty: the summary's own fields are listed
    bool silent = false;        // nothing is printed: another process of the same run does
};
using VerbResult = Result<VerbOutcome>;
using VerbFunction = std::function<VerbResult(const VerbContext&)>;

struct Verb {
    std::string name; // as core/options/verb_descriptions.h describes it
    std::function<VerbFunction(CLI::App& command, const CommonArguments& common)> declare;
};

std::vector<Verb> all_verbs();

// 2: the arguments or the input cannot be used; 3: anything else that went wrong.
int exit_code(const Error& error);
int exit_code(Outcome outcome);

// One sentence with file and place, for stderr.
std::string error_sentence(const Error& error);

} // namespace kinelens
