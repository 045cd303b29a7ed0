#include "core/import/dataset_name.h"

#include "core/foundation/lower_case.h"

#include <array>
#include <cstdlib>
#include <string_view>

namespace kinelens {
namespace {

bool is_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(letter) >= 0x80;
}

// Kinds of files, what recordings consist of, and the folders of a system.
bool is_any_recordings_word(std::string_view word) {
    static constexpr std::array words{
        "csv",       "txt",        "text",     "tsv",       "npy",       "npz",     "numpy",     "json",
        "h",         "hdf",        "zip",      "raw",       "data",      "dataset", "datasets",  "skeleton",
        "skel",      "skeletons",  "joint",    "joints",    "pose",      "poses",   "label",     "labels",
        "recording", "recordings", "sequence", "sequences", "sample",    "samples", "file",      "files",
        "nturgb",    "nturgbd",    "d",        "all",       "new",       "folder",  "export",    "exports",
        "input",     "output",     "out",      "download",  "downloads", "desktop", "documents", "home",
        "root",      "mnt",        "media",    "tmp",       "temp"};
    for (const char* known : words)
        if (word == known) return true;
    return false;
}

std::string name_of(const Path& path) {
    std::error_code failed;
    return (std::filesystem::is_directory(path, failed) ? path.filename() : path.stem()).string();
}

// "/a/b/" is "/a/b", "CSV" is where it lies.
Path whole(const std::string& source) {
    std::error_code failed;
    Path path = std::filesystem::absolute(source, failed).lexically_normal();
    if (failed) path = source;
    return path.has_filename() ? path : path.parent_path();
}

bool is_home(const Path& folder) {
    const char* home = std::getenv("HOME");
    return home && folder == Path(home);
}

} // namespace

bool says_nothing(const std::string& name) {
    const std::string lower = lower_case(name);
    for (std::size_t start = 0; start < lower.size();) {
        std::size_t end = start;
        while (end < lower.size() && is_letter(lower[end])) ++end;
        if (end > start && !is_any_recordings_word(std::string_view(lower).substr(start, end - start)))
            return false;
        start = end + 1;
    }
    return true;
}

std::string proposed_name(const std::vector<std::string>& sources, const std::string& recipe) {
    if (sources.empty()) return "recordings";
    const Path source = whole(sources.front());
    if (const std::string own = name_of(source); !says_nothing(own)) return own;
    if (const std::string named = Path(recipe).stem().string(); !named.empty() && !says_nothing(named))
        return named;
    for (Path folder = source.parent_path(); folder.has_filename() && !is_home(folder);
         folder = folder.parent_path())
        if (const std::string name = folder.filename().string(); !says_nothing(name)) return name;
    return "recordings";
}

std::string dataset_name(const Path& output, const std::vector<std::string>& sources,
                         const std::string& recipe) {
    const std::string own = output.stem().string();
    return says_nothing(own) ? proposed_name(sources, recipe) : own;
}

} // namespace kinelens
