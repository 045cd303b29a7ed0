#include "core/import/npy_array.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <cmath>
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
    if (type.size() < 4 || type.front() != '\'')
        return wrong(path, "it holds records of several fields, not plain numbers");
    header.type = type.substr(1, type.find('\'', 1) - 1);
    header.fortran = value_of(text, "'fortran_order'").starts_with("True");
    if (!read_shape(value_of(text, "'shape'"), header.shape)) return wrong(path, "its shape cannot be read");
    header.data = start + size;
    return header;
}

// IEEE 754 binary16.
float half_value(std::uint16_t bits) {
    const int exponent = (bits >> 10) & 31;
    const int fraction = bits & 1023;
    const double size = exponent == 0    ? std::ldexp(fraction, -24)
                        : exponent == 31 ? (fraction == 0 ? HUGE_VAL : std::nan(""))
                                         : std::ldexp(1024 + fraction, exponent - 25);
    return static_cast<float>((bits & 0x8000) != 0 ? -size : size);
}

template <class T>
float read_value(const char* bytes, bool turned) {
    std::array<char, sizeof(T)> raw;
    std::copy_n(bytes, sizeof(T), raw.begin());
    if (turned) std::ranges::reverse(raw);
    return static_cast<float>(std::bit_cast<T>(raw));
}

float read_half(const char* bytes, bool turned) {
    std::array<char, 2> raw{bytes[0], bytes[1]};
    if (turned) std::ranges::reverse(raw);
    return half_value(std::bit_cast<std::uint16_t>(raw));
}

// How numbers of one type are read; no function: they are not.
struct NumberType {
    std::size_t size = 0;
    float (*read)(const char* bytes, bool turned) = nullptr;
};

NumberType number_type(std::string_view name) {
    if (name == "f4") return {4, read_value<float>};
    if (name == "f8") return {8, read_value<double>};
    if (name == "f2") return {2, read_half};
    if (name == "i1") return {1, read_value<std::int8_t>};
    if (name == "i2") return {2, read_value<std::int16_t>};
    if (name == "i4") return {4, read_value<std::int32_t>};
    if (name == "i8") return {8, read_value<std::int64_t>};
    if (name == "u1" || name == "b1") return {1, read_value<std::uint8_t>};
    if (name == "u2") return {2, read_value<std::uint16_t>};
    if (name == "u4") return {4, read_value<std::uint32_t>};
    if (name == "u8") return {8, read_value<std::uint64_t>};
    return {};
}

// Why arrays of such a type are not read; `type` as NumPy writes it: '|O', '<U8', '<c8'.
std::string unread_type(const std::string& type) {
    const char kind = type.size() > 1 ? type[1] : '?';
    if (kind == 'O') return "it holds objects (a pickle), not plain numbers";
    if (kind == 'U' || kind == 'S') return "it holds text, not numbers";
    if (kind == 'c') return "it holds complex numbers";
    return "its numbers are '" + type + "', which are not read";
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
    const NumberType type =
        number_type(std::string_view(header.type).substr(std::min<std::size_t>(1, header.type.size())));
    if (type.read == nullptr) return wrong(path, unread_type(header.type));
    std::int64_t count = 1;
    for (const std::int64_t size : header.shape) {
        if (size > 0 && count > largest_count / size) return wrong(path, "too large");
        count *= size;
    }
    const std::string_view data = bytes.substr(header.data);
    if (data.size() < static_cast<std::size_t>(count) * type.size)
        return fail(ErrorCode::file_truncated, path, "it holds fewer numbers than its shape says");
    NpyArray array{header.shape, std::vector<float>(static_cast<std::size_t>(count))};
    const bool turned = header.type.front() == '>';
    if (header.type == "<f4") // by far the most
        std::memcpy(array.values.data(), data.data(), array.values.size() * sizeof(float));
    else
        for (std::size_t i = 0; i < array.values.size(); ++i)
            array.values[i] = type.read(data.data() + i * type.size, turned);
    if (header.fortran) array.values = to_c_order(array.values, array.shape);
    return array;
}

} // namespace kinelens
