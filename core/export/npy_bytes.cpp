#include "core/export/npy_bytes.h"

#include <algorithm>
#include <zlib.h>

namespace kinelens {
namespace {

// Code points of UTF-8 text; what is none becomes U+FFFD.
std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at++]);
        const int more = first < 0x80       ? 0
                         : first >> 5 == 6  ? 1
                         : first >> 4 == 14 ? 2
                         : first >> 3 == 30 ? 3
                                            : -1;
        char32_t point = more <= 0 ? first : first & (0x3f >> more);
        bool fine = more >= 0;
        for (int i = 0; i < more && fine; ++i) {
            fine = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
            if (fine) point = point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3f);
        }
        points += fine ? point : U'\uFFFD';
    }
    return points;
}

constexpr std::uint32_t far = 0xffffffff; // the number stands in the part of zip64
constexpr std::uint16_t zip64_version = 45;
constexpr std::uint16_t names_are_utf8 = 0x800;
constexpr std::uint16_t new_year_1980 = 33; // as a zip's date: the same work gives the same bytes

} // namespace

std::string npy_header(const std::string& type, const std::vector<std::int64_t>& shape) {
    std::string sizes;
    for (const std::int64_t size : shape) sizes += std::to_string(size) + ",";
    if (shape.size() > 1) sizes.pop_back();
    std::string text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    while ((10 + text.size() + 1) % 64 != 0) text += ' ';
    text += '\n';
    std::string header("\x93NUMPY\x01\x00", 8);
    add_bytes(header, static_cast<std::uint16_t>(text.size()));
    return header + text;
}

std::string npy_of(const std::vector<std::string>& texts) {
    std::vector<std::u32string> all;
    std::size_t longest = 1;
    for (const std::string& text : texts) {
        all.push_back(code_points(text));
        longest = std::max(longest, all.back().size());
    }
    std::string bytes = npy_header("<U" + std::to_string(longest), {static_cast<std::int64_t>(texts.size())});
    for (std::u32string& text : all) {
        text.resize(longest);
        bytes.append(reinterpret_cast<const char*>(text.data()), longest * 4);
    }
    return bytes;
}

std::string npy_of(const std::vector<std::int64_t>& numbers) {
    return npy_header("<i8", {static_cast<std::int64_t>(numbers.size())}) +
           std::string(reinterpret_cast<const char*>(numbers.data()), numbers.size() * 8);
}

std::string npy_of(double number) {
    std::string bytes = npy_header("<f8", {});
    add_bytes(bytes, number);
    return bytes;
}

std::string npy_of(const std::string& text) {
    const std::u32string points = code_points(text);
    std::string bytes = npy_header("<U" + std::to_string(std::max<std::size_t>(points.size(), 1)), {});
    bytes.append(reinterpret_cast<const char*>(points.data()), points.size() * 4);
    if (points.empty()) bytes.append(4, '\0');
    return bytes;
}

void NpzStream::add(const std::string& name, std::string_view bytes) {
    begin(name);
    write(bytes);
    end();
}

// Its sizes and checksum are filled in by end().
void NpzStream::begin(const std::string& name) {
    members_.push_back({name + ".npy", output_.size(), 0, 0});
    std::string head("PK\x03\x04", 4);
    add_bytes(head, zip64_version);
    add_bytes(head, names_are_utf8);
    for (const std::uint16_t value : {std::uint16_t{0}, std::uint16_t{0}, new_year_1980})
        add_bytes(head, value);
    add_bytes(head, std::uint32_t{0});
    add_bytes(head, far);
    add_bytes(head, far);
    add_bytes(head, static_cast<std::uint16_t>(members_.back().name.size()));
    add_bytes(head, std::uint16_t{20});
    head += members_.back().name;
    add_bytes(head, std::uint16_t{1}); // zip64: both sizes follow
    add_bytes(head, std::uint16_t{16});
    add_bytes(head, std::uint64_t{0});
    add_bytes(head, std::uint64_t{0});
    output_.write(head);
}

void NpzStream::write(std::string_view bytes) {
    Member& member = members_.back();
    member.size += bytes.size();
    member.checksum = static_cast<std::uint32_t>(
        ::crc32_z(member.checksum, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
    output_.write(bytes);
}

void NpzStream::end() {
    const Member& member = members_.back();
    std::string checksum, sizes;
    add_bytes(checksum, member.checksum);
    add_bytes(sizes, member.size);
    add_bytes(sizes, member.size);
    output_.overwrite(member.at + 14, checksum);
    output_.overwrite(member.at + 30 + member.name.size() + 4, sizes);
}

std::string NpzStream::listed(const Member& member) const {
    std::string entry("PK\x01\x02", 4);
    for (const std::uint16_t value :
         {zip64_version, zip64_version, names_are_utf8, std::uint16_t{0}, std::uint16_t{0}, new_year_1980})
        add_bytes(entry, value);
    add_bytes(entry, member.checksum);
    add_bytes(entry, far);
    add_bytes(entry, far);
    add_bytes(entry, static_cast<std::uint16_t>(member.name.size()));
    add_bytes(entry, std::uint16_t{28});
    for (int i = 0; i < 3; ++i) add_bytes(entry, std::uint16_t{0});
    add_bytes(entry, std::uint32_t{0});
    add_bytes(entry, far);
    entry += member.name;
    add_bytes(entry, std::uint16_t{1});
    add_bytes(entry, std::uint16_t{24});
    for (const std::uint64_t value : {member.size, member.size, member.at}) add_bytes(entry, value);
    return entry;
}

void NpzStream::close() {
    const std::uint64_t start = output_.size();
    for (const Member& member : members_) output_.write(listed(member));
    const std::uint64_t end = output_.size();
    std::string tail("PK\x06\x06", 4);
    add_bytes(tail, std::uint64_t{44});
    add_bytes(tail, zip64_version);
    add_bytes(tail, zip64_version);
    add_bytes(tail, std::uint64_t{0});
    for (const std::uint64_t value :
         {std::uint64_t{members_.size()}, std::uint64_t{members_.size()}, end - start, start})
        add_bytes(tail, value);
    tail += std::string("PK\x06\x07\0\0\0\0", 8);
    add_bytes(tail, end);
    add_bytes(tail, std::uint32_t{1});
    tail += std::string("PK\x05\x06\0\0\0\0", 8);
    for (const std::uint16_t value : {std::uint16_t{0xffff}, std::uint16_t{0xffff}}) add_bytes(tail, value);
    add_bytes(tail, far);
    add_bytes(tail, far);
    add_bytes(tail, std::uint16_t{0});
    output_.write(tail);
}

} // namespace kinelens
