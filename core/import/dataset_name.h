// What a dataset is called where nobody says it: the same on the command line and in the window.
#pragma once

#include "core/foundation/files.h"

#include <string>
#include <vector>

namespace kinelens {

// A name says nothing if all its words are those of any recordings: "CSV", "skeletons", "data2",
// "nturgb+d_skeletons".
bool says_nothing(const std::string& name);

// What is imported, in a word: the first source's own name (without its ending, if it is a file); where that
// says nothing the recipe's, or else the next folder's above that says something; "recordings" where none
// does. `recipe`: a built-in name, a JSON file, or empty.
std::string proposed_name(const std::vector<std::string>& sources, const std::string& recipe);

// The output's own name, which somebody chose, unless it says nothing.
std::string dataset_name(const Path& output, const std::vector<std::string>& sources,
                         const std::string& recipe);

} // namespace kinelens
