// torch.save before 1.6: four pickles (a magic number, a protocol, the machine, the object), a fifth with the
// keys of the storages, then each storage as its count (int64) and its elements.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/weights/pickle_value.h"

#include <map>
#include <string_view>

namespace kinelens::learning {

struct LegacyLayout {
    Pickle pickle;                                                     // the object
    std::map<std::string, std::pair<std::size_t, std::size_t>> places; // storage key -> first byte, bytes
};

// Errors, without a subject: format_unknown (no such file), format_invalid, file_truncated.
Result<LegacyLayout> read_legacy_layout(std::string_view bytes);

} // namespace kinelens::learning
