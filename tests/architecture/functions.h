// Where functions begin and how long they are, read off the indentation that clang-format guarantees:
// a body is everything deeper than the line that opens it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>
#include <vector>

namespace kinelens::architecture {

struct FunctionSpan {
    std::size_t line = 0; // counted from 1: where it opens
    std::size_t lines = 0;
};

// Blocks that end in a lone brace and are no functions, and labels, which stand as deep as their block.
inline bool opens_no_function(const std::string& line) {
    static const std::vector<std::string> others = {"}",         "namespace", "class",   "struct",   "enum",
                                                    "union",     "if ",       "for ",    "while ",   "switch",
                                                    "do ",       "else",      "case ",   "default:", "try",
                                                    "extern \"", "public",    "private", "protected"};
    return line.find('(') == std::string::npos ||
           std::any_of(others.begin(), others.end(),
                       [&](const std::string& other) { return line.starts_with(other); });
}

inline std::vector<FunctionSpan> functions_of(const std::string& text) {
    struct Line {
        std::size_t number, indent;
        std::string words;
    };
    std::vector<FunctionSpan> found;
    std::vector<Line> open; // each deeper than the one before
    std::istringstream stream(text);
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string::npos || line[indent] == '#') continue;
        while (!open.empty() && open.back().indent > indent) open.pop_back();
        const std::string words = line.substr(indent);
        if (!open.empty() && open.back().indent == indent) {
            if (words == "}" && !opens_no_function(open.back().words))
                found.push_back({open.back().number, number - open.back().number + 1});
            open.pop_back();
        }
        open.push_back({number, indent, words});
    }
    return found;
}

} // namespace kinelens::architecture
