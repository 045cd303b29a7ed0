#include "core/import/source_file.h"

#include <algorithm>
#include <map>
#include <set>

namespace kinelens {
namespace {

// The folders of "sets/a.zip:cam1/x.skeleton", the innermost first: cam1, a, sets.
std::vector<std::string> folders_of(const SourceFile& source) {
    std::vector<std::string> folders;
    std::string text = source.path;
    std::ranges::replace(text, ':', '/');
    for (const Path& part : Path(text).parent_path()) {
        const std::string name = part.extension() == ".zip" ? part.stem().string() : part.string();
        if (!name.empty() && name != "/" && name != ".") folders.insert(folders.begin(), name);
    }
    return folders;
}

std::string with_folders(const SourceFile& source, const std::vector<std::string>& folders,
                         std::size_t count) {
    std::string name = source.stem;
    for (std::size_t i = 0; i < std::min(count, folders.size()); ++i) name = folders[i] + "/" + name;
    return name;
}

void tell_apart(const std::vector<SourceFile*>& alike) {
    std::vector<std::vector<std::string>> folders;
    std::set<std::string> paths; // one file may be there twice
    std::size_t deepest = 0;
    for (const SourceFile* source : alike) {
        paths.insert(source->path);
        folders.push_back(folders_of(*source));
        deepest = std::max(deepest, folders.back().size());
    }
    for (std::size_t count = 0; count <= deepest; ++count) {
        std::set<std::string> names;
        for (std::size_t i = 0; i < alike.size(); ++i) {
            alike[i]->name = with_folders(*alike[i], folders[i], count);
            names.insert(alike[i]->name);
        }
        if (names.size() == paths.size()) return;
    }
}

} // namespace

void name_apart(std::vector<SourceFile>& sources) {
    std::map<std::string, std::vector<SourceFile*>> by_stem;
    for (SourceFile& source : sources) by_stem[source.stem].push_back(&source);
    for (const auto& [stem, alike] : by_stem)
        if (alike.size() > 1) tell_apart(alike);
}

} // namespace kinelens
