// The rules. Each returns one sentence for every place that breaks it.
#pragma once

#include "tests/architecture/layer_table.h"
#include "tests/architecture/source_tree.h"

#include <functional>

namespace kinelens::architecture {

using Faults = std::vector<std::string>;

inline std::string at(const std::string& path, const Include& include) {
    return path + ":" + std::to_string(include.line) + ": ";
}

// What tests may use besides the libraries of the layer they test.
inline Names libraries_of_tests(const LayerTable& table) {
    for (const Layer& layer : table.layers)
        if (layer.folder == "tests") return layer.inside;
    return {};
}

// What a header brings along: libraries of its own layer's inside, with the header that names each.
inline std::map<std::string, std::string> brought_along(const LayerTable& table, const SourceTree& tree,
                                                        const std::string& header) {
    const Layer* layer = layer_of(table, header);
    std::map<std::string, std::string> found;
    Names seen{header};
    for (std::vector<std::string> open{header}; !open.empty();) {
        const std::string path = open.back();
        open.pop_back();
        const auto source = tree.find(path);
        if (source == tree.end()) continue;
        for (const Include& include : source->second.includes) {
            if (include.quoted && layer_of(table, include.name) == layer) {
                if (seen.insert(include.name).second) open.push_back(include.name);
            } else if (const auto library = library_of(table, include.name);
                       !include.quoted && layer->inside.contains(library)) {
                found.emplace(library, path);
            }
        }
    }
    return found;
}

inline void check_ours(Faults& faults, const LayerTable& table, const SourceTree& tree,
                       const std::string& path, const Layer& layer, const Include& include) {
    if (include.name.ends_with(".moc")) return;
    const bool in_tests = is_below(path, "tests");
    const Layer* other = layer_of(table, include.name);
    if (!other || !tree.contains(include.name)) {
        faults.push_back(at(path, include) + "\"" + include.name + "\" is no file by its path from the root");
        return;
    }
    if (is_below(include.name, "tests") && !in_tests) {
        faults.push_back(at(path, include) + "includes a file of the tests");
        return;
    }
    if (other == &layer || (in_tests && other->folder == "tests")) return;
    if (!layer.layers.contains(other->name))
        faults.push_back(at(path, include) + layer.name + " may not include " + other->name);
    const Names seen_by_tests = in_tests ? libraries_of_tests(table) : Names{};
    for (const auto& [library, header] : brought_along(table, tree, include.name))
        if (!seen_by_tests.contains(library))
            faults.push_back(at(path, include) + "\"" + include.name + "\" shows " + library + " (" + header +
                             ") to another layer");
}

inline void check_theirs(Faults& faults, const LayerTable& table, const std::string& path, const Layer& layer,
                         const Include& include) {
    const std::string library = library_of(table, include.name);
    if (library == "std") return;
    bool allowed = layer.shown.contains(library) || layer.inside.contains(library) ||
                   (is_below(path, "tests") && libraries_of_tests(table).contains(library));
    for (const auto& [folder, libraries] : table.never)
        if (is_below(path, folder) && libraries.contains(library)) allowed = false;
    if (!allowed)
        faults.push_back(
            at(path, include) + "<" + include.name + "> " +
            (library.empty() ? "is a library nobody allowed" : "(" + library + ") is not for " + layer.name));
}

inline Faults forbidden_includes(const LayerTable& table, const SourceTree& tree) {
    Faults faults;
    for (const auto& [path, source] : tree) {
        const Layer* layer = layer_of(table, path);
        if (!layer) {
            faults.push_back(path + ": belongs to no layer");
            continue;
        }
        for (const Include& include : source.includes) {
            if (include.quoted)
                check_ours(faults, table, tree, path, *layer, include);
            else
                check_theirs(faults, table, path, *layer, include);
        }
    }
    return faults;
}

// "core/learning/model/encoder.h" -> "core/learning/model"; empty outside the listed folders.
inline std::string module_of(const LayerTable& table, const std::string& path) {
    std::string best;
    for (const std::string& folder : table.modules)
        if (is_below(path, folder) && folder.size() >= best.size()) best = folder;
    if (best.empty()) return {};
    const auto end = path.find('/', best.size() + 1);
    return end == std::string::npos ? best : path.substr(0, end);
}

using Graph =
    std::map<std::string, std::map<std::string, std::string>>; // from -> to -> an include that does it

inline Graph module_graph(const LayerTable& table, const SourceTree& tree) {
    Graph graph;
    for (const auto& [path, source] : tree)
        for (const Include& include : source.includes) {
            const auto from = module_of(table, path);
            const auto to = module_of(table, include.name);
            if (include.quoted && !from.empty() && !to.empty() && from != to)
                graph[from].emplace(to, path + ":" + std::to_string(include.line));
        }
    return graph;
}

// A header and the source of its name are one.
inline Graph file_graph(const SourceTree& tree) {
    const auto stem = [](const std::string& path) { return path.substr(0, path.rfind('.')); };
    Graph graph;
    for (const auto& [path, source] : tree)
        for (const Include& include : source.includes)
            if (include.quoted && tree.contains(include.name) && stem(include.name) != stem(path))
                graph[stem(path)].emplace(stem(include.name), path + ":" + std::to_string(include.line));
    return graph;
}

// Every circle is told once, by the includes that close it.
inline Faults circles_in(Graph graph) {
    Faults faults;
    Names done;
    std::vector<std::string> way;
    const std::function<void(const std::string&)> visit = [&](const std::string& module) {
        if (done.contains(module)) return;
        way.push_back(module);
        for (const auto& [next, place] : graph[module]) {
            const auto start = std::find(way.begin(), way.end(), next);
            if (start == way.end()) {
                visit(next);
                continue;
            }
            std::string text = next;
            for (auto step = start; step != way.end(); ++step) {
                const auto& to = step + 1 == way.end() ? next : *(step + 1);
                text += " -> " + to + " (" + graph[*step][to] + ")";
            }
            faults.push_back("a circle: " + text);
        }
        way.pop_back();
        done.insert(module);
    };
    Names modules;
    for (const auto& [from, targets] : graph) modules.insert(from);
    for (const auto& module : modules) visit(module);
    return faults;
}

inline Faults include_cycles(const LayerTable& table, const SourceTree& tree) {
    return circles_in(module_graph(table, tree));
}

inline Faults file_cycles(const SourceTree& tree) {
    return circles_in(file_graph(tree));
}

inline Faults long_files(const LayerTable& table, const SourceTree& tree) {
    Faults faults;
    for (const auto& [path, source] : tree)
        if (source.lines > table.most_lines)
            faults.push_back(path + ": " + std::to_string(source.lines) + " lines");
    return faults;
}

inline Faults long_functions(const LayerTable& table, const SourceTree& tree) {
    Faults faults;
    for (const auto& [path, source] : tree)
        for (const FunctionSpan& function : source.functions)
            if (function.lines > table.most_function_lines)
                faults.push_back(path + ":" + std::to_string(function.line) + ": a function of " +
                                 std::to_string(function.lines) + " lines");
    return faults;
}

// A class and what of it is defined in the files of its folder, wherever that stands: "folder/Name" -> lines.
inline std::map<std::string, std::size_t> class_lines(const SourceTree& tree) {
    std::map<std::string, std::size_t> lines;
    const auto key = [](const std::string& path, const std::string& name) {
        return path.substr(0, path.rfind('/') + 1) + name;
    };
    for (const auto& [path, source] : tree)
        for (const ClassSpan& one : source.classes) lines[key(path, one.name)] += one.lines;
    for (const auto& [path, source] : tree)
        for (const FunctionSpan& function : source.functions)
            if (const auto found = lines.find(key(path, function.of)); found != lines.end())
                found->second += function.lines;
    return lines;
}

inline Faults long_classes(const LayerTable& table, const SourceTree& tree) {
    Faults faults;
    for (const auto& [name, lines] : class_lines(tree))
        if (!is_below(name, "tests") && lines > table.most_class_lines)
            faults.push_back(name + ": a class of " + std::to_string(lines) + " lines");
    return faults;
}

// A fact has one owner: its file holds the text, no other does; tests may.
inline Faults facts_elsewhere(const LayerTable& table, const SourceTree& tree) {
    Faults faults;
    for (const auto& [text, owner] : table.owners) {
        const auto file = tree.find(owner);
        if (file == tree.end() || file->second.text.find(text) == std::string::npos)
            faults.push_back(owner + ": does not hold \"" + text + "\", which it owns");
        for (const auto& [path, source] : tree)
            if (path != owner && !is_below(path, "tests") && source.text.find(text) != std::string::npos)
                faults.push_back(path + ": holds \"" + text + "\", which " + owner + " owns");
    }
    return faults;
}

// A folder is a room that one looks round in; below it there may be more.
inline Faults crowded_folders(const LayerTable& table, const SourceTree& tree) {
    std::map<std::string, std::size_t> files;
    for (const auto& [path, source] : tree) ++files[path.substr(0, path.rfind('/'))];
    Faults faults;
    for (const auto& [folder, count] : files)
        if (count > table.most_folder_files)
            faults.push_back(folder + ": " + std::to_string(count) + " source files");
    return faults;
}

inline Faults unknown_entries(const LayerTable& table, const std::vector<std::string>& entries) {
    Faults faults;
    for (const auto& entry : entries)
        if (!table.entries.contains(entry)) faults.push_back(entry + ": has no place at the top of the tree");
    return faults;
}

// A folder's README names each of its folders: "`dataset/`".
inline Faults unnamed_folders(const std::string& readme, const std::vector<std::string>& folders) {
    Faults faults;
    for (const auto& folder : folders)
        if (readme.find("`" + folder + "/`") == std::string::npos)
            faults.push_back("README.md says nothing of `" + folder + "/`");
    return faults;
}

} // namespace kinelens::architecture
