// The sides of a split alone: either may be empty, and no hash is made, as for looking at many protocols.
#pragma once

#include "core/preparation/protocol.h"

namespace kinelens {

// Errors: those of split_sequences() but dataset_empty.
Result<Split> split_sides(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                          std::uint64_t seed);

} // namespace kinelens
