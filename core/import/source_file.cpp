#include "core/import/source_file.h"

#include "core/foundation/lower_case.h"
#include "core/import/gzip.h"

#include <algorithm>
#include <array>
#include <set>

namespace kinelens {
namespace {

constexpr int deepest_archive = 4; // zips within zips
constexpr std::size_t largest_inner_archive = std::size_t(1) << 30;

// `name` is the file's own; what it is called inside a gzip counts.
SourceFile named(std::string shown, Path name, std::shared_ptr<ZipArchive> archive, std::size_t member) {
    const bool zipped = lower_case(name.extension().string()) == ".gz";
    if (zipped) name.replace_extension();
    SourceFile source;
    source.path = std::move(shown);
    source.stem = source.name = name.stem().string();
    source.ending = lower_case(name.extension().string());
    source.archive = std::move(archive);
    source.member = member;
    source.zipped = zipped;
    return source;
}

// What file managers put beside people's files.
bool is_litter(const Path& path) {
    const std::string name = path.filename().string();
    if (name.starts_with("._") || name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini")
        return true;
    return std::ranges::any_of(path, [](const Path& folder) { return folder == "__MACOSX"; });
}

class Lister {
public:
    std::vector<SourceFile> sources;

    // What is asked for by name has to be there and to be readable.
    Result<void> add_asked(const Path& path) {
        std::error_code failed;
        if (!std::filesystem::exists(path, failed)) return fail(ErrorCode::file_not_found, path.string());
        if (std::filesystem::is_directory(path, failed)) return add_folder(path);
        if (lower_case(path.extension().string()) != ".zip") {
            add_file(path);
            return {};
        }
        KINELENS_TRY(archive, ZipArchive::open(path));
        add_members(archive, path.string(), 1);
        return {};
    }

private:
    Result<void> add_folder(const Path& folder) {
        using Options = std::filesystem::directory_options;
        std::error_code failed;
        std::filesystem::recursive_directory_iterator entries(
            folder, Options::skip_permission_denied | Options::follow_directory_symlink, failed);
        if (failed) return fail(ErrorCode::file_unreadable, folder.string(), failed.message());
        folders_.insert(std::filesystem::canonical(folder, failed));
        for (const auto end = std::filesystem::end(entries); entries != end; entries.increment(failed)) {
            if (failed) return fail(ErrorCode::file_unreadable, folder.string(), failed.message());
            add_entry(entries);
        }
        return {};
    }

    void add_entry(std::filesystem::recursive_directory_iterator& entries) {
        const Path& path = entries->path();
        std::error_code failed;
        if (entries->is_directory(failed)) {
            // A link may lead back to a folder above it, or to one that was listed.
            if (path.filename() == "__MACOSX" ||
                !folders_.insert(std::filesystem::canonical(path, failed)).second)
                entries.disable_recursion_pending();
        } else if (entries->is_regular_file(failed)) {
            if (lower_case(path.extension().string()) == ".zip")
                add_found_archive(ZipArchive::open(path), path.string(), 1);
            else
                add_file(path);
        } else if (entries->is_symlink(failed) && !is_litter(path)) {
            add_fault(path.string(), ErrorCode::file_not_found, "a link to nothing");
        }
    }

    void add_file(const Path& path) {
        if (is_litter(path.filename())) return;
        sources.push_back(named(path.string(), path.filename(), nullptr, 0));
        doubt_ending(sources.back());
    }

    void add_members(const std::shared_ptr<ZipArchive>& archive, const std::string& shown, int depth) {
        for (std::size_t place = 0; place < archive->names().size(); ++place) {
            const Path name = archive->names()[place];
            if (is_litter(name)) continue;
            if (lower_case(name.extension().string()) == ".zip") {
                add_inner_archive(*archive, place, shown, depth);
                continue;
            }
            sources.push_back(named(shown + ":" + name.string(), name.filename(), archive, place));
            doubt_ending(sources.back());
        }
    }

    void add_inner_archive(const ZipArchive& archive, std::size_t place, const std::string& shown,
                           int depth) {
        const std::string inner = shown + ":" + archive.names()[place];
        auto bytes = archive.read(place);
        if (!bytes) return add_fault(bytes.error());
        if (depth >= deepest_archive || bytes->size() > largest_inner_archive)
            return add_fault(inner, ErrorCode::format_unknown,
                             "a zip within a zip, too large or too deep: unpack it first");
        add_found_archive(ZipArchive::open_bytes(std::move(*bytes), inner), inner, depth + 1);
    }

    // One bad archive among other files is no reason to read none of them.
    void add_found_archive(const Result<std::shared_ptr<ZipArchive>>& archive, const std::string& shown,
                           int depth) {
        if (!archive) return add_fault(archive.error());
        add_members(*archive, shown, depth);
    }

    void add_fault(Error error) {
        sources.push_back(named(error.subject, Path(error.subject).filename(), nullptr, 0));
        sources.back().fault = std::move(error);
    }
    void add_fault(const std::string& path, ErrorCode code, std::string why) {
        add_fault({code, path, std::move(why), {}});
    }

    static void doubt_ending(SourceFile& source) {
        constexpr std::array others{".tar", ".tgz", ".rar", ".7z", ".xz", ".bz2", ".zst"};
        if (std::ranges::find(others, source.ending) != others.end())
            source.fault = Error{ErrorCode::format_unknown,
                                 source.path,
                                 "a " + source.ending.substr(1) + " archive is not read: unpack it first",
                                 {}};
    }

    std::set<Path> folders_;
};

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
    Lister lister;
    for (const std::string& path : paths) KINELENS_CHECK(lister.add_asked(path));
    std::sort(lister.sources.begin(), lister.sources.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return std::move(lister.sources);
}

} // namespace kinelens
