// LayerTable: layers.txt as values.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace kinelens::architecture {

using Names = std::set<std::string>;

struct Layer {
    std::string name;
    std::string folder;
    Names layers; // may be included
    Names shown;  // libraries its headers may show to other layers
    Names inside; // libraries it may use where no other layer sees them
};

struct LayerTable {
    Names entries;
    std::map<std::string, std::string> spellings; // "vtk*" -> library
    std::vector<Layer> layers;
    std::map<std::string, Names> never; // folder -> libraries
    Names modules;
    std::vector<std::pair<std::string, std::string>> owners; // text -> the one file that may hold it
    std::size_t most_lines = 0;
    std::size_t most_function_lines = 0;
    std::size_t most_folder_files = 0;
    std::size_t most_class_lines = 0;
    std::vector<std::string> faults; // lines that could not be understood
};

inline std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> list;
    for (std::string word; stream >> word;) list.push_back(word);
    return list;
}

inline Names names(const std::string& text) {
    const auto list = words(text);
    return Names(list.begin(), list.end());
}

inline bool is_below(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 &&
           path[folder.size()] == '/';
}

inline bool read_layer(LayerTable& table, const std::string& rest) {
    std::vector<std::string> cells;
    std::istringstream stream(rest + " ");
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(cell);
    if (cells.size() != 5 || words(cells[0]).size() != 1 || words(cells[1]).size() != 1) return false;
    table.layers.push_back(
        {words(cells[0])[0], words(cells[1])[0], names(cells[2]), names(cells[3]), names(cells[4])});
    return true;
}

inline bool read_line(LayerTable& table, const std::string& kind, const std::string& rest) {
    if (kind == "layer") return read_layer(table, rest);
    auto list = words(rest);
    if (list.empty()) return false;
    if (kind == "entry") {
        table.entries.insert(list.begin(), list.end());
    } else if (kind == "modules") {
        table.modules.insert(list.begin(), list.end());
    } else if (kind == "lines") {
        table.most_lines = std::stoul(list[0]);
    } else if (kind == "function-lines") {
        table.most_function_lines = std::stoul(list[0]);
    } else if (kind == "once" && list.size() > 1) {
        const std::size_t file_end = rest.find(list[0]) + list[0].size();
        table.owners.emplace_back(rest.substr(rest.find_first_not_of(' ', file_end)), list[0]);
    } else if (kind == "class-lines") {
        table.most_class_lines = std::stoul(list[0]);
    } else if (kind == "folder-files") {
        table.most_folder_files = std::stoul(list[0]);
    } else if (kind == "library") {
        for (std::size_t i = 1; i < list.size(); ++i) table.spellings[list[i]] = list[0];
    } else if (kind == "never") {
        table.never[list[0]].insert(list.begin() + 1, list.end());
    } else {
        return false;
    }
    return true;
}

inline LayerTable parse_table(const std::string& text) {
    LayerTable table;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        const auto list = words(line);
        if (list.empty() || list[0][0] == '#') continue;
        const std::string rest = line.substr(line.find(list[0]) + list[0].size());
        if (!read_line(table, list[0], rest)) table.faults.push_back(line);
    }
    return table;
}

// Null where no layer owns the file.
inline const Layer* layer_of(const LayerTable& table, const std::string& path) {
    const Layer* best = nullptr;
    for (const Layer& layer : table.layers)
        if (is_below(path, layer.folder) && (!best || layer.folder.size() > best->folder.size()))
            best = &layer;
    const bool mirrors = best && best->folder == "tests";
    const Layer* mirrored = mirrors ? layer_of(table, path.substr(6)) : nullptr;
    return mirrored ? mirrored : best;
}

// The library an include line in angle brackets names; "std", or empty where nobody allowed it.
inline std::string library_of(const LayerTable& table, const std::string& include) {
    std::string best;
    std::string library;
    for (const auto& [spelling, name] : table.spellings) {
        const bool prefix = spelling.back() == '*';
        const bool fits = prefix
                              ? include.compare(0, spelling.size() - 1, spelling, 0, spelling.size() - 1) == 0
                              : include == spelling;
        if (fits && spelling.size() > best.size()) {
            best = spelling;
            library = name;
        }
    }
    if (!library.empty()) return library;
    const bool bare = include.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    return bare ? "std" : "";
}

} // namespace kinelens::architecture
