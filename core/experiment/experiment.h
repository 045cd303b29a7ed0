// Experiment: what a run was asked to do, frozen when it was asked (experiment.json).
#pragma once

#include "core/foundation/files.h"
#include "core/foundation/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kinelens {

// A file that an experiment reads, and what it held then.
struct ExperimentInput {
    std::string file; // absolute; several with ", " between them
    std::string hash;
    bool operator==(const ExperimentInput&) const = default;
};
using ExperimentInputs = std::map<std::string, ExperimentInput>; // by option: "data", "checkpoint"

struct Experiment {
    std::string verb;           // "pretrain"
    std::string name;           // for people; the run folder's name unless changed
    std::string data;           // dataset file, absolute; empty where the verb has none
    std::string protocol;       // empty: all sequences
    std::string preset;         // the options started from it
    std::string options = "{}"; // the verb's options, complete, one JSON object
    std::string code_version;
    std::string created;      // ISO 8601, UTC
    std::string command_line; // as a shell would take it
    std::string directory;    // where it was said: what its relative paths begin at; empty: not written down
    ExperimentInputs inputs;  // empty: not written down
    bool operator==(const Experiment&) const = default;
};

std::string experiment_to_json(const Experiment& experiment);
Result<Experiment> experiment_from_json(std::string_view json, const std::string& source);

// False for options that only say where and how fast (OptionEffect::none).
bool decides_result(std::string_view option);
std::string deciding_options(const std::string& options); // the others of a JSON object

struct ExperimentDifference {
    std::string what;          // an option's key, "protocol", "data", another input
    std::string before, asked; // as they were said; equal where only the content of a file differs
};

// The first thing that makes another result of `asked` than of `before`; nothing where the same comes of
// both. Options that `before` did not write down had the value they have in `defaults`, a JSON object.
std::optional<ExperimentDifference> first_difference(const Experiment& before, const Experiment& asked,
                                                     const std::string& defaults);

// "0.1.0", or "0.1.0+1a2b3c4d5" in a program that was built from a git checkout and told so. For stamps.
std::string code_version();
void set_code_revision(const std::string& revision); // before anything else is done; empty: none

// "0.1.0". What another revision of the same release began is gone on with.
std::string code_release();

// Now, as "2026-01-31T13:05:00Z".
std::string utc_timestamp();

} // namespace kinelens
