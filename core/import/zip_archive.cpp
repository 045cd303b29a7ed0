#include "core/import/zip_archive.h"

#include <mutex>
#include <zip.h>

namespace kinelens {
namespace {

constexpr std::uint64_t largest_member = std::uint64_t(4) << 30; // refuses to unpack a bomb into memory

} // namespace

struct ZipArchive::State {
    Path file;
    zip_t* zip = nullptr;
    std::vector<std::string> names;
    mutable std::mutex mutex{};

    tl::unexpected<Error> damaged(const std::string& name) const {
        return fail(ErrorCode::format_invalid, file.string() + ":" + name, zip_strerror(zip));
    }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
ZipArchive::~ZipArchive() {
    zip_discard(state_->zip);
}

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const Path& file) {
    if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file.string());
    int code = 0;
    zip_t* zip = zip_open(file.c_str(), ZIP_RDONLY, &code);
    if (!zip) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const std::string text = zip_error_strerror(&error);
        zip_error_fini(&error);
        if (code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS)
            return fail(ErrorCode::format_invalid, file.string(), "no zip archive, or only a part of one");
        return fail(code == ZIP_ER_OPEN || code == ZIP_ER_READ ? ErrorCode::file_unreadable
                                                               : ErrorCode::format_invalid,
                    file.string(), text);
    }
    auto state = std::make_unique<State>();
    state->file = file;
    state->zip = zip;
    const zip_int64_t count = zip_get_num_entries(zip, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(zip, static_cast<zip_uint64_t>(i), 0);
        if (name && *name && std::string_view(name).back() != '/') state->names.emplace_back(name);
    }
    return std::shared_ptr<ZipArchive>(new ZipArchive(std::move(state)));
}

const std::vector<std::string>& ZipArchive::names() const {
    return state_->names;
}

Result<std::string> ZipArchive::read(const std::string& name) const {
    const std::scoped_lock lock(state_->mutex);
    zip_stat_t facts;
    if (zip_stat(state_->zip, name.c_str(), 0, &facts) != 0) return state_->damaged(name);
    if (facts.size > largest_member)
        return fail(ErrorCode::format_invalid, state_->file.string() + ":" + name, "larger than 4 GiB");
    zip_file_t* member = zip_fopen(state_->zip, name.c_str(), 0);
    if (!member) return state_->damaged(name);
    std::string bytes(facts.size, '\0');
    const zip_int64_t got = zip_fread(member, bytes.data(), facts.size);
    const std::string reason = got < 0 ? zip_file_strerror(member) : "shorter than the archive says";
    zip_fclose(member);
    if (got == static_cast<zip_int64_t>(facts.size)) return bytes;
    return fail(ErrorCode::format_invalid, state_->file.string() + ":" + name,
                "damaged in the archive: " + reason);
}

} // namespace kinelens
