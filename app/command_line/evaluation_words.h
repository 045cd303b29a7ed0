// The summary of an evaluation in words.
#pragma once

#include <string>

namespace kinelens {

// `summary`: the JSON of evaluation_summary(). Rows of two columns, the last without a line break.
std::string evaluation_text(const std::string& summary);

// `summary`: the JSON of comparison_summary().
std::string comparison_text(const std::string& summary);

} // namespace kinelens
