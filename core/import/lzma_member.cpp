#include "core/import/lzma_member.h"

#include <algorithm>
#include <cstdlib>
#include <lzma.h>

namespace kinelens {
namespace {

constexpr std::size_t head_size = 4;
constexpr std::size_t inflate_block = std::size_t(1) << 20;
constexpr std::uint32_t largest_dictionary = 256u << 20;

class RawDecoder {
public:
    explicit RawDecoder(std::string_view properties) {
        lzma_filter filters[2] = {{LZMA_FILTER_LZMA1, nullptr}, {LZMA_VLI_UNKNOWN, nullptr}};
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(properties.data());
        if (lzma_properties_decode(&filters[0], nullptr, bytes, properties.size()) != LZMA_OK) return;
        const auto* options = static_cast<const lzma_options_lzma*>(filters[0].options);
        ready_ = options->dict_size <= largest_dictionary && lzma_raw_decoder(&stream_, filters) == LZMA_OK;
        std::free(filters[0].options);
    }
    ~RawDecoder() { lzma_end(&stream_); }
    RawDecoder(const RawDecoder&) = delete;
    RawDecoder& operator=(const RawDecoder&) = delete;

    // The first `size` bytes: a stream in a zip need not have an end mark.
    std::optional<std::string> run(std::string_view packed, std::uint64_t size) {
        if (!ready_) return {};
        stream_.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
        stream_.avail_in = packed.size();
        std::string text;
        while (text.size() < size) {
            const std::size_t before = text.size();
            text.resize(before + std::min<std::uint64_t>(inflate_block, size - before));
            stream_.next_out = reinterpret_cast<std::uint8_t*>(text.data()) + before;
            stream_.avail_out = text.size() - before;
            const lzma_ret state = lzma_code(&stream_, LZMA_RUN);
            text.resize(text.size() - stream_.avail_out);
            if (text.size() == before || (state != LZMA_OK && text.size() < size)) return {};
        }
        return text;
    }

private:
    lzma_stream stream_ = LZMA_STREAM_INIT;
    bool ready_ = false;
};

} // namespace

std::optional<std::string> unpack_lzma_member(std::string_view packed, std::uint64_t size,
                                              std::uint32_t checksum) {
    if (packed.size() < head_size) return {};
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(packed[at]); };
    const std::size_t properties = byte(2) + (std::size_t(byte(3)) << 8);
    if (packed.size() < head_size + properties) return {};
    auto text =
        RawDecoder(packed.substr(head_size, properties)).run(packed.substr(head_size + properties), size);
    if (!text) return {};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text->data());
    return lzma_crc32(bytes, text->size(), 0) == checksum ? text : std::nullopt;
}

} // namespace kinelens
