#include "core/import/zip_archive.h"

#include "core/import/lzma_member.h"

#include <algorithm>
#include <mutex>
#include <zip.h>

namespace kinelens {
namespace {

constexpr std::uint64_t largest_member = std::uint64_t(4) << 30; // refuses to unpack a bomb into memory
constexpr std::size_t read_block = std::size_t(1) << 20;

tl::unexpected<Error> cannot_open(int code, const std::string& shown) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS)
        return fail(ErrorCode::format_invalid, shown, "no zip archive, or only a part of one");
    const bool system = code == ZIP_ER_OPEN || code == ZIP_ER_READ;
    return fail(system ? ErrorCode::file_unreadable : ErrorCode::format_invalid, shown, text);
}

// libzip names only the methods that its version knows.
std::string method_name(int method) {
    switch (method) {
    case 9:
        return "Deflate64";
    case 93:
        return "Zstandard";
    case 95:
        return "XZ";
    case 98:
        return "PPMd";
    default:
        return "method " + std::to_string(method);
    }
}

} // namespace

struct ZipArchive::State {
    std::string shown;
    std::string bytes{}; // of a zip within a zip
    zip_t* zip = nullptr;
    std::vector<std::string> names{};
    std::vector<zip_uint64_t> places{}; // of the names in the archive, whose folders are entries too
    mutable std::mutex mutex{};

    ~State() {
        if (zip) zip_discard(zip);
    }

    tl::unexpected<Error> wrong(std::size_t place, std::string why) const {
        return fail(ErrorCode::format_invalid, shown + ":" + names[place], std::move(why));
    }
    tl::unexpected<Error> damaged(std::size_t place, const std::string& why) const {
        return wrong(place, "damaged in the archive: " + why);
    }

    // A claimed size is no reason to ask for memory: the text grows with what is there. Reading past the end
    // makes libzip compare the checksum.
    Result<std::string> unpacked(std::size_t place, const zip_stat_t& facts, zip_flags_t flags) const {
        zip_file_t* member = zip_fopen_index(zip, places[place], flags);
        if (!member) return damaged(place, zip_strerror(zip));
        const std::uint64_t size = flags & ZIP_FL_COMPRESSED ? facts.comp_size : facts.size;
        std::string text;
        zip_int64_t got = 0;
        do {
            const std::size_t before = text.size();
            const auto block = std::min<std::uint64_t>(std::max(read_block, before), size - before);
            text.resize(before + std::max<std::uint64_t>(block, 1));
            got = zip_fread(member, text.data() + before, text.size() - before);
            text.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
        } while (got > 0 && text.size() <= size);
        const std::string reason = got < 0 ? zip_file_strerror(member) : "not as long as the archive says";
        zip_fclose(member);
        if (got < 0 || text.size() != size) return damaged(place, reason);
        return text;
    }

    Result<std::string> unpacked_lzma(std::size_t place, const zip_stat_t& facts) const {
        KINELENS_TRY(packed, unpacked(place, facts, ZIP_FL_COMPRESSED));
        const auto text = unpack_lzma_member(packed, facts.size, facts.crc);
        if (!text) return damaged(place, "its LZMA data or its checksum is wrong");
        return *text;
    }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
ZipArchive::~ZipArchive() = default;

std::shared_ptr<ZipArchive> ZipArchive::listed(std::unique_ptr<State> state) {
    const zip_int64_t count = zip_get_num_entries(state->zip, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* raw = zip_get_name(state->zip, static_cast<zip_uint64_t>(i), 0);
        std::string name = raw ? raw : "";
        std::ranges::replace(name, '\\', '/'); // old programs of Windows
        if (name.empty() || name.back() == '/') continue;
        state->names.push_back(std::move(name));
        state->places.push_back(static_cast<zip_uint64_t>(i));
    }
    return std::shared_ptr<ZipArchive>(new ZipArchive(std::move(state)));
}

Result<std::shared_ptr<ZipArchive>> ZipArchive::open(const Path& file) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return fail(ErrorCode::file_not_found, file.string());
    auto state = std::make_unique<State>();
    state->shown = file.string();
    int code = 0;
    state->zip = zip_open(file.c_str(), ZIP_RDONLY, &code);
    if (!state->zip) return cannot_open(code, state->shown);
    return listed(std::move(state));
}

Result<std::shared_ptr<ZipArchive>> ZipArchive::open_bytes(std::string bytes, const std::string& shown) {
    auto state = std::make_unique<State>();
    state->shown = shown;
    state->bytes = std::move(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(state->bytes.data(), state->bytes.size(), 0, &error);
    if (source) state->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    const int code = error.zip_err;
    zip_error_fini(&error);
    if (!state->zip && source) zip_source_free(source);
    if (!state->zip) return cannot_open(code, shown);
    return listed(std::move(state));
}

const std::vector<std::string>& ZipArchive::names() const {
    return state_->names;
}

Result<std::string> ZipArchive::read(std::size_t place) const {
    const std::scoped_lock lock(state_->mutex);
    zip_stat_t facts;
    if (zip_stat_index(state_->zip, state_->places[place], 0, &facts) != 0)
        return state_->damaged(place, zip_strerror(state_->zip));
    if (facts.size > largest_member) return state_->wrong(place, "larger than 4 GiB");
    if (facts.encryption_method != ZIP_EM_NONE)
        return state_->wrong(place, "it is encrypted: unpack the archive with its password first");
    if (facts.comp_method == ZIP_CM_LZMA) return state_->unpacked_lzma(place, facts);
    if (zip_compression_method_supported(facts.comp_method, 0) == 0)
        return state_->wrong(place, "it is packed by " + method_name(facts.comp_method) +
                                        ", which is not read: unpack the archive first");
    return state_->unpacked(place, facts, 0);
}

} // namespace kinelens
