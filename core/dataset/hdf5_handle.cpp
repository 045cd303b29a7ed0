#include "core/dataset/hdf5_handle.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>

namespace kinelens::hdf5 {
namespace {

herr_t keep_message(unsigned depth, const H5E_error2_t* error, void* text) {
    if (depth == 0 && error->desc) *static_cast<std::string*>(text) = error->desc;
    return 0;
}

tl::unexpected<Error> oversized(const std::string& path) {
    return malformed(path, "claims more values than the file holds");
}

// Strings come with a fixed length (padded) or a variable one.
std::vector<std::string> fixed_strings(const Array& array, const Type& type, std::size_t count) {
    const std::size_t width = H5Tget_size(type.id());
    std::vector<char> bytes(width * count);
    std::vector<std::string> texts;
    if (H5Dread(array.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()) < 0) return texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.emplace_back(bytes.data() + i * width, strnlen(bytes.data() + i * width, width));
    return texts;
}

std::vector<std::string> variable_strings(const Array& array, const Type& type, std::size_t count) {
    std::vector<char*> pointers(count, nullptr);
    std::vector<std::string> texts;
    if (H5Dread(array.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()) < 0) return texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer ? pointer : "");
    const Space space(H5Dget_space(array.id()));
    H5Dvlen_reclaim(type.id(), space.id(), H5P_DEFAULT, pointers.data());
    return texts;
}

Array create_column(const File& file, const std::string& path, hid_t type, std::size_t count) {
    const hsize_t size = count;
    const Space space(H5Screate_simple(1, &size, nullptr));
    const Properties links(H5Pcreate(H5P_LINK_CREATE));
    H5Pset_create_intermediate_group(links.id(), 1);
    return Array(H5Dcreate2(file.id(), path.c_str(), type, space.id(), links.id(), H5P_DEFAULT, H5P_DEFAULT));
}

} // namespace

QuietErrors::QuietErrors() {
    // Everything is closed by its owner. What could not be (a full disk) crashes the library's own closing.
    [[maybe_unused]] static const herr_t once = H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

QuietErrors::~QuietErrors() {
    H5Eclear2(H5E_DEFAULT);
}

std::string last_message() {
    std::string text;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_message, &text);
    return text;
}

std::string system_reason(const std::string& text) {
    // "unable to open file: name = …, errno = 13, error message = 'Permission denied', flags = …"
    constexpr std::string_view system = "error message = '";
    const std::size_t start = text.find(system);
    const std::size_t end = start == std::string::npos ? start : text.find('\'', start + system.size());
    if (end == std::string::npos) return text;
    return text.substr(start + system.size(), end - start - system.size());
}

Error open_error(const Path& file, std::string otherwise) {
    const std::string message = last_message();
    std::ifstream in(file, std::ios::binary);
    if (!in.is_open()) return {ErrorCode::file_unreadable, file.string(), system_reason(message), {}};
    std::string head(8, ' ');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (head != "\x89HDF\r\n\x1a\n")
        return {ErrorCode::format_unknown, file.string(), std::move(otherwise), {}};
    for (const char* sign : {"truncated", "eof", "overflow"})
        if (message.find(sign) != std::string::npos)
            return {ErrorCode::file_truncated, file.string(), {}, {}};
    return {ErrorCode::file_unreadable, file.string(), system_reason(message), {}};
}

Error write_error(const Path& file) {
    const std::string message = last_message();
    std::error_code unknown;
    const auto space = std::filesystem::space(file.has_parent_path() ? file.parent_path() : ".", unknown);
    const bool full = message.find("No space left") != std::string::npos ||
                      (!unknown && space.capacity > 0 && space.available == 0);
    if (full) return {ErrorCode::disk_full, file.string(), {}, {}};
    return {ErrorCode::file_unwritable, file.string(), system_reason(message), {}};
}

Type string_type() {
    Type type(H5Tcopy(H5T_C_S1));
    H5Tset_size(type.id(), H5T_VARIABLE);
    H5Tset_cset(type.id(), H5T_CSET_UTF8);
    return type;
}

bool exists(const File& file, const std::string& path) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1))
        if (H5Lexists(file.id(), path.substr(0, slash).c_str(), H5P_DEFAULT) <= 0) return false;
    return H5Lexists(file.id(), path.c_str(), H5P_DEFAULT) > 0;
}

std::optional<std::vector<hsize_t>> extents(const Array& array) {
    const Space space(H5Dget_space(array.id()));
    const int rank = space ? H5Sget_simple_extent_ndims(space.id()) : -1;
    if (rank < 0) return std::nullopt;
    std::vector<hsize_t> sizes(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space.id(), sizes.data(), nullptr);
    return sizes;
}

std::optional<std::size_t> believable_count(const Array& array, const std::vector<hsize_t>& sizes,
                                            std::size_t width) {
    // Arrays are kept in compressed chunks, and those that nobody wrote take no room: what is missing reads
    // as zeros. A few zeros are nothing to be afraid of; beyond that no filter packs a value into less than
    // this.
    constexpr hsize_t harmless = hsize_t(256) << 20, tightest = 4096;
    hsize_t count = 1, bytes = 0;
    for (const hsize_t size : sizes)
        if (__builtin_mul_overflow(count, size, &count)) return std::nullopt;
    if (__builtin_mul_overflow(count, hsize_t(width), &bytes)) return std::nullopt;
    if (bytes > harmless && bytes / tightest > H5Dget_storage_size(array.id())) return std::nullopt;
    return static_cast<std::size_t>(count);
}

bool read_rows(const Array& array, hid_t type, const std::vector<hsize_t>& rows, hsize_t first, void* data) {
    const Space space(H5Dget_space(array.id()));
    if (H5Sget_simple_extent_ndims(space.id()) != static_cast<int>(rows.size())) return false;
    std::vector<hsize_t> start(rows.size(), 0);
    start[0] = first;
    if (H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, rows.data(), nullptr) < 0)
        return false;
    const Space memory(H5Screate_simple(static_cast<int>(rows.size()), rows.data(), nullptr));
    return H5Dread(array.id(), type, memory.id(), space.id(), H5P_DEFAULT, data) >= 0;
}

template <class T>
Result<std::vector<T>> read_column(const File& file, const std::string& path) {
    const Array array(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
    if (!array) return malformed(path, "missing");
    const auto sizes = extents(array);
    if (!sizes || sizes->size() != 1) return malformed(path, "must have one dimension");
    const auto count = believable_count(array, *sizes, sizeof(T));
    if (!count) return oversized(path);
    std::vector<T> values(*count);
    if (H5Dread(array.id(), native_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
        return malformed(path, last_message());
    return values;
}

template Result<std::vector<std::int32_t>> read_column(const File&, const std::string&);
template Result<std::vector<std::int64_t>> read_column(const File&, const std::string&);
template Result<std::vector<float>> read_column(const File&, const std::string&);

Result<std::vector<std::string>> read_strings(const File& file, const std::string& path) {
    const Array array(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
    if (!array) return malformed(path, "missing");
    const auto sizes = extents(array);
    if (!sizes || sizes->size() != 1) return malformed(path, "must have one dimension");
    const Type type(H5Dget_type(array.id()));
    if (H5Tget_class(type.id()) != H5T_STRING) return malformed(path, "must hold strings");
    const auto count = believable_count(array, *sizes, std::max(sizeof(std::string), H5Tget_size(type.id())));
    if (!count) return oversized(path);
    const bool variable = H5Tis_variable_str(type.id()) > 0;
    auto texts = variable ? variable_strings(array, type, *count) : fixed_strings(array, type, *count);
    if (texts.size() != *count) return malformed(path, last_message());
    return texts;
}

template <class T>
bool write_column(const File& file, const std::string& path, const std::vector<T>& values) {
    const Array array = create_column(file, path, native_type<T>(), values.size());
    if (!array || values.empty()) return bool(array);
    return H5Dwrite(array.id(), native_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0;
}

template bool write_column(const File&, const std::string&, const std::vector<std::int32_t>&);
template bool write_column(const File&, const std::string&, const std::vector<std::int64_t>&);
template bool write_column(const File&, const std::string&, const std::vector<float>&);

bool write_strings(const File& file, const std::string& path, const std::vector<std::string>& values) {
    const Type type = string_type();
    const Array array = create_column(file, path, type.id(), values.size());
    if (!array || values.empty()) return bool(array);
    std::vector<const char*> pointers;
    pointers.reserve(values.size());
    for (const std::string& value : values) pointers.push_back(value.c_str());
    return H5Dwrite(array.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()) >= 0;
}

template <class T>
Result<Matrix<T>> read_matrix(const File& file, const std::string& path) {
    const Array array(H5Dopen2(file.id(), path.c_str(), H5P_DEFAULT));
    if (!array) return malformed(path, "missing");
    const auto sizes = extents(array);
    if (!sizes || sizes->size() != 2) return malformed(path, "must have two dimensions");
    const auto count = believable_count(array, *sizes, sizeof(T));
    if (!count) return oversized(path);
    Matrix<T> matrix{(*sizes)[0], (*sizes)[1], std::vector<T>(*count)};
    if (H5Dread(array.id(), native_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, matrix.values.data()) < 0)
        return malformed(path, last_message());
    return matrix;
}

template Result<Matrix<std::uint8_t>> read_matrix(const File&, const std::string&);
template Result<Matrix<std::int32_t>> read_matrix(const File&, const std::string&);
template Result<Matrix<float>> read_matrix(const File&, const std::string&);
template Result<Matrix<double>> read_matrix(const File&, const std::string&);

template <class T>
bool write_matrix(const File& file, const std::string& path, std::size_t columns,
                  const std::vector<T>& values) {
    const std::vector<hsize_t> sizes{columns > 0 ? values.size() / columns : 0, columns};
    const Space space(H5Screate_simple(2, sizes.data(), nullptr));
    const Array array(H5Dcreate2(file.id(), path.c_str(), native_type<T>(), space.id(), H5P_DEFAULT,
                                 H5P_DEFAULT, H5P_DEFAULT));
    if (!array || values.empty()) return bool(array);
    return H5Dwrite(array.id(), native_type<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0;
}

template bool write_matrix(const File&, const std::string&, std::size_t, const std::vector<std::uint8_t>&);
template bool write_matrix(const File&, const std::string&, std::size_t, const std::vector<std::int32_t>&);
template bool write_matrix(const File&, const std::string&, std::size_t, const std::vector<float>&);
template bool write_matrix(const File&, const std::string&, std::size_t, const std::vector<double>&);

} // namespace kinelens::hdf5
