// The tree as values: every source file with its include lines.
#pragma once

#include "tests/architecture/functions.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace kinelens::architecture {

struct Include {
    std::string name;
    bool quoted = false; // "ours" or <theirs>
    std::size_t line = 0;
};

struct SourceText {
    std::vector<Include> includes;
    std::vector<FunctionSpan> functions;
    std::vector<ClassSpan> classes;
    std::size_t lines = 0;
    std::string text{};
};

using SourceTree = std::map<std::string, SourceText>; // path from the root -> text

inline SourceText read_source(const std::string& text) {
    static const std::regex pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
    SourceText source;
    source.text = text;
    source.functions = functions_of(text);
    source.classes = classes_of(text);
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        ++source.lines;
        std::smatch match;
        if (line.find("include") != std::string::npos && std::regex_match(line, match, pattern))
            source.includes.push_back({match[2], match[1] == "\"", source.lines});
    }
    return source;
}

inline std::string read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline SourceTree read_tree(const std::filesystem::path& root) {
    SourceTree tree;
    for (const char* folder : {"core", "viz", "ui", "app", "tests"}) {
        if (!std::filesystem::exists(root / folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".h" && ending != ".cpp" && ending != ".cu") continue;
            tree[entry.path().lexically_relative(root).generic_string()] =
                read_source(read_text(entry.path()));
        }
    }
    return tree;
}

// Names in a folder, hidden ones left out.
inline std::vector<std::string> visible_entries(const std::filesystem::path& folder,
                                                bool folders_only = false) {
    std::vector<std::string> list;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name[0] != '.' && (!folders_only || entry.is_directory())) list.push_back(name);
    }
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace kinelens::architecture
