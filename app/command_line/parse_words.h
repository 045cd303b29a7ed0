// What CLI11 found wrong with the words a person typed, as one sentence that helps.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace kinelens {

// The candidate with the fewest letters to change, or nothing if all are far away.
std::string nearest_word(const std::string& typed, const std::vector<std::string>& candidates);

// Without program name and line break.
std::string parse_sentence(const CLI::ParseError& error, const CLI::App& program,
                           const std::vector<std::string>& words);

} // namespace kinelens
