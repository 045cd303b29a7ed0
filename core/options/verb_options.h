// Which options a verb has, for those who know it only by its name: a run folder says "probe".
#pragma once

#include "core/options/option_info.h"

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

// Verbs that have a table of this folder, in the order in which people meet them.
const std::vector<std::string>& verbs_with_options();

// nullptr for a verb without one.
const OptionTable* options_of_verb(std::string_view verb);

// What changing an option does: its key means the same in every verb that has it. OptionEffect::result for
// what is no option.
OptionEffect option_effect(std::string_view key);

// Complete, one JSON object; "{}" for a verb without options.
std::string default_options(std::string_view verb);

} // namespace kinelens
