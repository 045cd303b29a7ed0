// RAII around HDF5's identifiers and the few calls the dataset files need. Only for .cpp files.
// HDF5 is told not to print its error stack; failures come back as negative identifiers.
#pragma once

#include "core/foundation/files.h"

#include <hdf5.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinelens::hdf5 {

template <herr_t (*Close)(hid_t)>
class Handle {
public:
    Handle() = default;
    explicit Handle(hid_t id)
        : id_(id) {}
    Handle(Handle&& other) noexcept
        : id_(std::exchange(other.id_, -1)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        return *this;
    }
    ~Handle() { reset(); }
    void reset() {
        if (id_ >= 0) Close(id_);
        id_ = -1;
    }
    hid_t id() const { return id_; }
    explicit operator bool() const { return id_ >= 0; }

private:
    hid_t id_ = -1;
};

using File = Handle<H5Fclose>;
using Group = Handle<H5Gclose>;
using Array = Handle<H5Dclose>;
using Space = Handle<H5Sclose>;
using Type = Handle<H5Tclose>;
using Properties = Handle<H5Pclose>;
using Attribute = Handle<H5Aclose>;

// While it lives, HDF5 prints no errors of this thread. What it leaves on the thread's error stack is
// dropped at the end: a thread that ended with errors on its stack hinders the library's own closing.
class QuietErrors {
public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

// The innermost message of HDF5's error stack, for Error::detail.
std::string last_message();

// The system's own words inside such a message, or all of it.
std::string system_reason(const std::string& message);

// Why `file` could not be opened just now: file_truncated or file_unreadable, or where it is no HDF5 file at
// all format_unknown with `otherwise` as its detail.
Error open_error(const Path& file, std::string otherwise);

// Why the last write to `file` failed: disk_full or file_unwritable.
Error write_error(const Path& file);

Type string_type(); // variable length, UTF-8

template <class T>
hid_t native_type();
template <>
inline hid_t native_type<float>() {
    return H5T_NATIVE_FLOAT;
}
template <>
inline hid_t native_type<double>() {
    return H5T_NATIVE_DOUBLE;
}
template <>
inline hid_t native_type<std::uint8_t>() {
    return H5T_NATIVE_UINT8;
}
template <>
inline hid_t native_type<std::int32_t>() {
    return H5T_NATIVE_INT32;
}
template <>
inline hid_t native_type<std::int64_t>() {
    return H5T_NATIVE_INT64;
}

bool exists(const File& file, const std::string& path);

// Extents of an array; empty optional if it cannot be opened.
std::optional<std::vector<hsize_t>> extents(const Array& array);

// How many values an array of these extents has, each of `width` bytes in memory. Nothing where there are
// more than the file can hold: extents are but claims, and memory is not asked for by what a file claims.
std::optional<std::size_t> believable_count(const Array& array, const std::vector<hsize_t>& sizes,
                                            std::size_t width);

// `rows` (count, then the extents of one) from row `first` of an array, as the native type. False if HDF5
// refuses, or the array has another number of dimensions.
bool read_rows(const Array& array, hid_t type, const std::vector<hsize_t>& rows, hsize_t first, void* data);

// Whole one-dimensional columns. Error: format_invalid, subject = path inside the file.
template <class T>
Result<std::vector<T>> read_column(const File& file, const std::string& path);
Result<std::vector<std::string>> read_strings(const File& file, const std::string& path);

template <class T>
bool write_column(const File& file, const std::string& path, const std::vector<T>& values);
bool write_strings(const File& file, const std::string& path, const std::vector<std::string>& values);

// Whole (rows, columns) matrices, row-major. Errors as for columns.
template <class T>
struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<T> values;
};
template <class T>
Result<Matrix<T>> read_matrix(const File& file, const std::string& path);
template <class T>
bool write_matrix(const File& file, const std::string& path, std::size_t columns,
                  const std::vector<T>& values);

} // namespace kinelens::hdf5
