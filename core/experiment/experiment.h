// Experiment: what a run was asked to do, frozen when it was asked (experiment.json).
#pragma once

#include "core/foundation/files.h"
#include "core/options/option_json.h"

#include <string>
#include <string_view>

namespace kinelens {

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
    bool operator==(const Experiment&) const = default;
};

std::string experiment_to_json(const Experiment& experiment);
Result<Experiment> experiment_from_json(std::string_view json, const std::string& source);

// "0.1.0", or "0.1.0+1a2b3c4d5" in a program that was built from a git checkout and told so. For stamps.
std::string code_version();
void set_code_revision(const std::string& revision); // before anything else is done; empty: none

// "0.1.0". What another revision of the same release began is gone on with.
std::string code_release();

// Now, as "2026-01-31T13:05:00Z".
std::string utc_timestamp();

} // namespace kinelens
