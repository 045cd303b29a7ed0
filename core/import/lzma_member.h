// Members of a zip that were packed by LZMA, which Debian's libzip leaves out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kinelens {

// packed: as it lies in the archive (APPNOTE.TXT 5.8.8: two bytes of version, two of the properties' length,
// the properties, a raw LZMA1 stream). Nothing if it is damaged, or `size` and `checksum` (CRC-32) are
// others.
std::optional<std::string> unpack_lzma_member(std::string_view packed, std::uint64_t size,
                                              std::uint32_t checksum);

} // namespace kinelens
