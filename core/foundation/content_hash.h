// ContentHash: a 128-bit XXH3 fingerprint of what was added, in order. Not cryptographic: it tells two
// datasets apart, it does not prove authorship.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

class ContentHash {
public:
    ContentHash();
    ContentHash(ContentHash&&) noexcept;
    ContentHash& operator=(ContentHash&&) noexcept;
    ~ContentHash();

    void add_bytes(const void* data, std::size_t size);
    void add_text(std::string_view text); // length first, so that "ab","c" differs from "a","bc"
    void add_integer(long long value);

    template <class T>
    void add_values(const std::vector<T>& values) {
        add_bytes(values.data(), values.size() * sizeof(T));
    }

    // "xxh3-128:" and 32 hex digits.
    std::string text() const;

    static constexpr std::string_view prefix = "xxh3-128:";

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace kinelens
