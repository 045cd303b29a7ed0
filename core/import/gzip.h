// What is inside a .gz file.
#pragma once

#include "core/foundation/result.h"

#include <string>
#include <string_view>

namespace kinelens {

// Several members one after the other are joined, as gzip does. Errors (subject = path): file_truncated,
// format_invalid (damaged, or no gzip), out_of_memory above 2 GiB: a small file can unpack to terabytes.
Result<std::string> unzip(std::string_view bytes, const std::string& path);

// The first `size` bytes of it, or as many as can be had.
std::string unzipped_head(const std::string& path, std::size_t size);

} // namespace kinelens
