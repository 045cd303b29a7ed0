#include "core/import/npy_array.h"

#include <cctype>
#include <cstring>

namespace kinelens {
namespace {

constexpr std::int64_t largest_count = std::int64_t(1) << 31;

struct Header {
    std::string type;
    bool fortran = false;
    std::vector<std::int64_t> shape;
    std::size_t data = 0; // where the values start
};

tl::unexpected<Error> wrong(const std::string& path, std::string detail) {
    return fail(ErrorCode::format_invalid, path, std::move(detail));
}

// The text after "'key':", blanks skipped.
std::string_view value_of(std::string_view header, std::string_view key) {
    const std::size_t found = header.find(key);
    if (found == std::string_view::npos) return {};
    const std::size_t colon = header.find(':', found);
    if (colon == std::string_view::npos) return {};
    const std::size_t start = header.find_first_not_of(" \t", colon + 1);
    return start == std::string_view::npos ? std::string_view{} : header.substr(start);
}

bool read_shape(std::string_view text, std::vector<std::int64_t>& shape) {
    if (!text.starts_with('(')) return false;
    std::int64_t number = -1;
    for (const char letter : text.substr(1)) {
        if (std::isdigit(static_cast<unsigned char>(letter))) {
            number = (number < 0 ? 0 : number) * 10 + (letter - '0');
            if (number > largest_count) return false;
        } else if (letter == ',' || letter == ')') {
            if (number >= 0) shape.push_back(number);
            number = -1;
            if (letter == ')') return true;
        } else if (letter != ' ') {
            return false;
        }
    }
    return false;
}

Result<Header> parse_header(std::string_view bytes, const std::string& path) {
    if (bytes.empty()) return fail(ErrorCode::file_truncated, path, "the file is empty");
    if (bytes.size() < 12 || bytes.substr(0, 6) != "\x93NUMPY") return wrong(path, "not an .npy array");
    const auto byte = [&](std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
    };
    const bool long_header = byte(6) >= 2;
    const std::size_t start = long_header ? 12 : 10;
    const std::size_t size =
        byte(8) + (byte(9) << 8) + (long_header ? (byte(10) << 16) + (byte(11) << 24) : 0);
    if (size > bytes.size() - start) return fail(ErrorCode::file_truncated, path, "within its header");
    const std::string_view text = bytes.substr(start, size);
    Header header;
    const std::string_view type = value_of(text, "'descr'");
    if (type.size() < 5 || type.front() != '\'') return wrong(path, "only arrays of plain numbers are read");
    header.type = type.substr(1, type.find('\'', 1) - 1);
    header.fortran = value_of(text, "'fortran_order'").starts_with("True");
    if (!read_shape(value_of(text, "'shape'"), header.shape)) return wrong(path, "its shape cannot be read");
    header.data = start + size;
    return header;
}

template <class T>
void copy_values(std::string_view bytes, std::vector<float>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        T value{};
        std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
        values[i] = static_cast<float>(value);
    }
}

// Fortran order: the first index runs fastest.
std::vector<float> to_c_order(const std::vector<float>& values, const std::vector<std::int64_t>& shape) {
    std::vector<float> ordered(values.size());
    std::vector<std::int64_t> index(shape.size(), 0);
    for (const float value : values) {
        std::size_t place = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis)
            place = place * static_cast<std::size_t>(shape[axis]) + static_cast<std::size_t>(index[axis]);
        ordered[place] = value;
        for (std::size_t axis = 0; axis < shape.size() && ++index[axis] == shape[axis]; ++axis)
            index[axis] = 0;
    }
    return ordered;
}

} // namespace

Result<std::vector<std::int64_t>> parse_npy_shape(std::string_view bytes, const std::string& path) {
    KINELENS_TRY(header, parse_header(bytes, path));
    return header.shape;
}

Result<NpyArray> parse_npy(std::string_view bytes, const std::string& path) {
    KINELENS_TRY(header, parse_header(bytes, path));
    const bool single = header.type == "<f4";
    if (!single && header.type != "<f8")
        return wrong(path, "its numbers are '" + header.type +
                               "', but only float32 and float64, little-endian, are read");
    std::int64_t count = 1;
    for (const std::int64_t size : header.shape) {
        if (size > 0 && count > largest_count / size) return wrong(path, "too large");
        count *= size;
    }
    const std::string_view data = bytes.substr(header.data);
    if (data.size() < static_cast<std::size_t>(count) * (single ? 4 : 8))
        return fail(ErrorCode::file_truncated, path, "it holds fewer numbers than its shape says");
    NpyArray array{header.shape, std::vector<float>(static_cast<std::size_t>(count))};
    single ? copy_values<float>(data, array.values) : copy_values<double>(data, array.values);
    if (header.fortran) array.values = to_c_order(array.values, array.shape);
    return array;
}

} // namespace kinelens
