// Accuracy by what is known of the samples besides their class.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kinelens {

// Parallel columns, -1 where unknown.
struct SampleFacts {
    std::vector<std::int32_t> subject, camera, setup;
    std::vector<std::int64_t> length;   // frames
    std::vector<std::int32_t> problems; // 1: a body is missing in some frames, or lost and found again
    bool operator==(const SampleFacts&) const = default;

    std::size_t size() const { return length.size(); }
    void add(const SampleFacts& other, std::size_t index);
};

struct Slice {
    std::string by;    // "camera", "setup", "subject", "length", "problems"
    std::string value; // "2"; "64–127" frames; "none" or "some"
    std::int64_t count = 0;
    std::int64_t right = 0;
    bool operator==(const Slice&) const = default;
};

// In the order above, values ascending; what is unknown of every sample is left out. Lengths are put
// together from one power of two to the next.
std::vector<Slice> accuracy_slices(std::span<const std::int32_t> truth,
                                   std::span<const std::int32_t> predicted, const SampleFacts& facts);

} // namespace kinelens
