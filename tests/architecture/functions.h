// Where functions and classes begin and how long they are, read off the indentation that clang-format
// guarantees: a body is everything deeper than the line that opens it.
#pragma once

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace kinelens::architecture {

struct FunctionSpan {
    std::size_t line = 0; // counted from 1: where it opens
    std::size_t lines = 0;
    std::string of{}; // the class that it is defined for outside of it; empty: none, or inside
};

struct ClassSpan {
    std::string name;
    std::size_t line = 0;
    std::size_t lines = 0;
};

// "void Reader::open(" -> "Reader", "tests::Reader::Reader(" -> "Reader"
inline std::string class_of(const std::string& words) {
    const std::size_t bracket = words.find('(');
    const std::size_t colons = words.rfind("::", bracket);
    if (bracket == std::string::npos || colons == std::string::npos) return {};
    std::size_t begin = colons;
    while (begin > 0 &&
           (std::isalnum(static_cast<unsigned char>(words[begin - 1])) || words[begin - 1] == '_'))
        --begin;
    return words.substr(begin, colons - begin);
}

// Those at the outermost level, not forward declarations.
inline std::vector<ClassSpan> classes_of(const std::string& text) {
    std::vector<ClassSpan> found;
    std::istringstream stream(text);
    ClassSpan open;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        const bool begins = line.starts_with("class ") || line.starts_with("struct ");
        if (begins && line.find(';') == std::string::npos) {
            std::istringstream words(line.substr(line.find(' ')));
            open = {{}, number, 0};
            words >> open.name;
        } else if (line == "};" && open.line > 0) {
            open.lines = number - open.line + 1;
            found.push_back(std::exchange(open, {}));
        }
    }
    return found;
}

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
                found.push_back(
                    {open.back().number, number - open.back().number + 1, class_of(open.back().words)});
            open.pop_back();
        }
        open.push_back({number, indent, words});
    }
    return found;
}

} // namespace kinelens::architecture
