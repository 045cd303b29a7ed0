// OutputStream: a file that is written piece by piece under a temporary name and appears under its own when
// it is complete. Without finish() nothing is left behind.
#pragma once

#include "core/foundation/files.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kinelens {

class OutputStream {
public:
    // Errors: already_exists, file_not_found (the folder), file_unwritable, disk_full.
    static Result<OutputStream> create(const Path& file);
    OutputStream(OutputStream&& other) noexcept;
    OutputStream& operator=(OutputStream&&) = delete;
    ~OutputStream();

    std::uint64_t size() const { return written_ + buffer_.size(); }

    // What fails is said by the next check() or finish().
    void write(std::string_view bytes);
    // Bytes that were written before.
    void overwrite(std::uint64_t at, std::string_view bytes);

    Result<void> check() const;
    Result<void> finish();

private:
    OutputStream(Path file, int descriptor);
    void flush();

    Path file_;
    int descriptor_ = -1;
    std::uint64_t written_ = 0;
    std::string buffer_;
    std::optional<Error> fault_;
};

// Numbers as their bytes, the least first.
template <class Number>
void add_bytes(std::string& target, Number value) {
    target.append(reinterpret_cast<const char*>(&value), sizeof value);
}

} // namespace kinelens
