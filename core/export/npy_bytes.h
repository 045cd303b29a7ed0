// NumPy arrays as bytes, and zips of them (.npz) that are written piece by piece.
#pragma once

#include "core/export/output_stream.h"

#include <span>
#include <vector>

namespace kinelens {

// Of an .npy file, up to its first value. type: as NumPy names it, "<f4".
std::string npy_header(const std::string& type, const std::vector<std::int64_t>& shape);

// Whole .npy files of one axis, or of none.
std::string npy_of(const std::vector<std::string>& texts);
std::string npy_of(const std::vector<std::int64_t>& numbers);
std::string npy_of(double number);
std::string npy_of(const std::string& text);

// The members of a zip lie in it as they are, so that another program can map them.
class NpzStream {
public:
    explicit NpzStream(OutputStream& output)
        : output_(output) {}

    void add(const std::string& name, std::string_view bytes);

    // The same in pieces: begin(), write() as often as it takes, end().
    void begin(const std::string& name);
    void write(std::string_view bytes);
    void end();

    // The list of what there is, behind it all.
    void close();

private:
    struct Member {
        std::string name; // with ".npy"
        std::uint64_t at = 0;
        std::uint64_t size = 0;
        std::uint32_t checksum = 0;
    };
    std::string listed(const Member& member) const;

    OutputStream& output_;
    std::vector<Member> members_;
};

} // namespace kinelens
