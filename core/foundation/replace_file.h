// A small file that is written anew again and again, for whoever looks now: requests, heartbeats.
#pragma once

#include "core/foundation/files.h"

#include <string_view>

namespace kinelens {

// By rename, so that a reader sees the old text or the new one; on a full disk the old one stays. Not
// flushed: nobody must wait for a busy disk, and what is lost with the machine concerns processes that went
// with it.
Result<void> replace_file(const Path& file, std::string_view text);

} // namespace kinelens
