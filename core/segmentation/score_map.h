// ScoreMap: what a detector says of every frame of one sequence.
#pragma once

#include <cstdint>
#include <vector>

namespace kinelens {

struct ScoreMap {
    std::int64_t frames = 0;
    int classes = 0;           // columns; column 0 is the background, column c the class with index c - 1
    std::vector<float> values; // (frames, classes) row-major, probabilities
};

} // namespace kinelens
