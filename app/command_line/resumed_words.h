// A run goes on with the words that began it: `VERB --run DIR --resume` is enough.
#pragma once

#include "app/command_line/verb.h"

#include <optional>

namespace kinelens {

// As the parser takes them. Throws what CLI11 throws.
void parse(CLI::App& program, const std::vector<std::string>& words);

// What --run names, where a verb is asked to --resume; nothing for all other words.
std::optional<Path> resumed_folder(const std::vector<std::string>& words);

// Reads the words that began the run in `folder`, and over them `words`, which may say the same again.
// Relative paths of both then begin where the run was asked for: the process goes there. Throws what CLI11
// throws. Errors: those of reading experiment.json, except for `pretrain`, of whose processes only the first
// needs to see the folder; invalid_argument where it is a run of another verb, or where something else is
// said now that is no option of the verb's table (options are compared by who opens the run).
Result<void> parse_resumed(CLI::App& program, CLI::App& command, CommonArguments& common,
                           const std::vector<std::string>& words, const Path& folder);

} // namespace kinelens
