// Lists of sequence names: one a line, blanks around it do not count. PKU-MMD's split files are lists too:
// headings that end in a colon ("Training videos:", "Validataion videos:" as it is written there), below them
// names with commas between; the names below the training heading are the list.
#pragma once

#include "core/foundation/files.h"

#include <string_view>
#include <unordered_set>

namespace kinelens {

std::unordered_set<std::string> name_list(std::string_view text);

// Errors: what reading a file gives.
Result<std::unordered_set<std::string>> read_name_list(const Path& file);

} // namespace kinelens
