// A split, and its sides alone: either may be empty, and no hash is made, as for looking at many protocols.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace kinelens {

struct Split {
    std::vector<std::size_t> train; // indices of sequences, ascending
    std::vector<std::size_t> test;
    std::string hash; // of the names on both sides: two numbers with different hashes are not comparable
};

// Errors: those of split_sequences() (core/preparation/protocol.h) but dataset_empty.
Result<Split> split_sides(const std::vector<SequenceInfo>& sequences, std::string_view protocol,
                          std::uint64_t seed);

} // namespace kinelens
