#include "core/import/source_file.h"

#include <algorithm>
#include <cctype>

namespace kinelens {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

SourceFile on_disk(const Path& file) {
    return {file.string(), file.stem().string(), lower(file.extension().string()), nullptr, {}, {}};
}

Result<void> add_members(std::vector<SourceFile>& sources, const Path& file) {
    KINELENS_TRY(archive, ZipArchive::open(file));
    for (const std::string& name : archive->names()) {
        const Path member(name);
        sources.push_back({file.string() + ":" + name,
                           member.stem().string(),
                           lower(member.extension().string()),
                           archive,
                           name,
                           {}});
    }
    return {};
}

// One bad archive among other files is no reason to read none of them.
void add_found_archive(std::vector<SourceFile>& sources, const Path& file) {
    const auto added = add_members(sources, file);
    if (added) return;
    sources.push_back(on_disk(file));
    sources.back().fault = added.error();
}

Result<void> add_path(std::vector<SourceFile>& sources, const Path& path) {
    std::error_code failed;
    if (!std::filesystem::exists(path, failed)) return fail(ErrorCode::file_not_found, path.string());
    if (!std::filesystem::is_directory(path, failed)) {
        if (lower(path.extension().string()) == ".zip") return add_members(sources, path);
        sources.push_back(on_disk(path));
        return {};
    }
    std::filesystem::recursive_directory_iterator entries(
        path, std::filesystem::directory_options::skip_permission_denied, failed);
    if (failed) return fail(ErrorCode::file_unreadable, path.string(), failed.message());
    for (const auto& entry : entries) {
        if (!entry.is_regular_file(failed)) continue;
        if (lower(entry.path().extension().string()) == ".zip")
            add_found_archive(sources, entry.path());
        else
            sources.push_back(on_disk(entry.path()));
    }
    return {};
}

} // namespace

Result<std::vector<SourceFile>> list_sources(const std::vector<std::string>& paths) {
    std::vector<SourceFile> sources;
    for (const std::string& path : paths) KINELENS_CHECK(add_path(sources, path));
    std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return sources;
}

} // namespace kinelens
