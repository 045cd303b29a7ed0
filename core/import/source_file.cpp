#include "core/import/source_file.h"

#include "core/foundation/lower_case.h"
#include "core/import/gzip.h"

#include <algorithm>

namespace kinelens {
namespace {

// `name` is the file's own; what it is called inside a gzip counts.
SourceFile named(std::string shown, Path name, std::shared_ptr<ZipArchive> archive, std::string member) {
    const bool zipped = lower_case(name.extension().string()) == ".gz";
    if (zipped) name.replace_extension();
    return {std::move(shown),
            name.stem().string(),
            lower_case(name.extension().string()),
            std::move(archive),
            std::move(member),
            {},
            zipped};
}

SourceFile on_disk(const Path& file) {
    return named(file.string(), file.filename(), nullptr, {});
}

Result<void> add_members(std::vector<SourceFile>& sources, const Path& file) {
    KINELENS_TRY(archive, ZipArchive::open(file));
    for (const std::string& name : archive->names())
        sources.push_back(named(file.string() + ":" + name, Path(name).filename(), archive, name));
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
        if (lower_case(path.extension().string()) == ".zip") return add_members(sources, path);
        sources.push_back(on_disk(path));
        return {};
    }
    std::filesystem::recursive_directory_iterator entries(
        path, std::filesystem::directory_options::skip_permission_denied, failed);
    if (failed) return fail(ErrorCode::file_unreadable, path.string(), failed.message());
    for (const auto& entry : entries) {
        if (!entry.is_regular_file(failed)) continue;
        if (lower_case(entry.path().extension().string()) == ".zip")
            add_found_archive(sources, entry.path());
        else
            sources.push_back(on_disk(entry.path()));
    }
    return {};
}

} // namespace

Result<void> SourceFile::read_into(std::string& buffer) const {
    if (!archive && !zipped) return read_file_into(path, buffer);
    KINELENS_TRY(bytes, archive ? archive->read(member) : read_text_file(path));
    if (!zipped) {
        buffer = std::move(bytes);
        return {};
    }
    KINELENS_TRY(unpacked, unzip(bytes, path));
    buffer = std::move(unpacked);
    return {};
}

Result<std::string> SourceFile::read() const {
    std::string bytes;
    KINELENS_CHECK(read_into(bytes));
    return bytes;
}

std::string SourceFile::head(std::size_t size) const {
    if (!archive) return unzipped_head(path, size); // which takes files that are not packed as they are
    const auto text = read();
    return text ? text->substr(0, size) : std::string();
}

Result<std::vector<SourceFile>> list_sources(const std::vector<std::string>& paths) {
    std::vector<SourceFile> sources;
    for (const std::string& path : paths) KINELENS_CHECK(add_path(sources, path));
    std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return sources;
}

} // namespace kinelens
