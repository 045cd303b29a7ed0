// Reads the small .npy files of the golden numbers: little-endian f4, f8, i8, C order.
#pragma once

#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace kinelens::test {

struct NpyArray {
    std::vector<std::int64_t> shape;
    std::vector<double> values;
};

namespace detail {
template <class T>
void append_as_double(std::vector<double>& values, const std::string& bytes, std::size_t start) {
    for (std::size_t at = start; at + sizeof(T) <= bytes.size(); at += sizeof(T)) {
        T value{};
        std::memcpy(&value, bytes.data() + at, sizeof(T));
        values.push_back(static_cast<double>(value));
    }
}

inline std::vector<std::int64_t> shape_of(const std::string& header) {
    std::vector<std::int64_t> shape;
    const std::size_t open = header.find('(', header.find("'shape'"));
    for (std::size_t at = open + 1; header[at] != ')';) {
        std::size_t used = 0;
        if (std::isdigit(static_cast<unsigned char>(header[at])))
            shape.push_back(std::stoll(header.substr(at), &used));
        at += used > 0 ? used : 1;
    }
    return shape;
}
} // namespace detail

inline NpyArray read_npy(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.size() < 10) throw std::runtime_error("cannot read " + path);
    const std::size_t header_size =
        static_cast<unsigned char>(bytes[8]) + 256u * static_cast<unsigned char>(bytes[9]);
    const std::string header = bytes.substr(10, header_size);
    NpyArray array;
    array.shape = detail::shape_of(header);
    const std::size_t start = 10 + header_size;
    if (header.find("<f4") != std::string::npos) detail::append_as_double<float>(array.values, bytes, start);
    if (header.find("<f8") != std::string::npos) detail::append_as_double<double>(array.values, bytes, start);
    if (header.find("<i8") != std::string::npos)
        detail::append_as_double<std::int64_t>(array.values, bytes, start);
    return array;
}

} // namespace kinelens::test
