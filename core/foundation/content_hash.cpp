#include "core/foundation/content_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdio>

namespace kinelens {

struct ContentHash::State {
    XXH3_state_t xxh;
};

ContentHash::ContentHash()
    : state_(std::make_unique<State>()) {
    XXH3_128bits_reset(&state_->xxh);
}
ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;
ContentHash::~ContentHash() = default;

void ContentHash::add_bytes(const void* data, std::size_t size) {
    if (size > 0) XXH3_128bits_update(&state_->xxh, data, size);
}

void ContentHash::add_text(std::string_view text) {
    add_integer(static_cast<long long>(text.size()));
    add_bytes(text.data(), text.size());
}

void ContentHash::add_integer(long long value) {
    add_bytes(&value, sizeof value);
}

std::string ContentHash::text() const {
    const XXH128_hash_t hash = XXH3_128bits_digest(&state_->xxh);
    char digits[33];
    std::snprintf(digits, sizeof digits, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return std::string(prefix) + digits;
}

} // namespace kinelens
