// ScoreTrack: frame scores class by class, with the highest of every 16 and every 256 frames, so that a pixel
// column is told fast however many frames it stands for.
#pragma once

#include "core/segmentation/score_map.h"

#include <array>
#include <vector>

namespace kinelens::viz {

class ScoreTrack {
public:
    ScoreTrack() = default;
    explicit ScoreTrack(const ScoreMap& scores); // column 0, the background, is left out

    std::int64_t frames() const { return frames_; }
    int classes() const { return classes_; }
    float at(int row, std::int64_t frame) const; // 0 outside
    // The highest score of frames [from, to), cut to the recording; 0 where that is empty.
    float highest(int row, std::int64_t from, std::int64_t to) const;

    // The highest of each of the columns (as many as `highest` holds) that divide frames [first, first +
    // span). Columns of more than 32 frames end with blocks of 16 (of more than 512, of 256): less than half
    // a column off.
    void columns(int row, double first, double span, std::vector<float>& highest) const;

    // Rows by falling score at a frame; equal ones by their number.
    std::vector<int> order_at(std::int64_t frame) const;

private:
    struct Level {
        std::int64_t step = 1; // frames a value
        std::int64_t count = 0;
        std::vector<float> values; // (classes, count)
    };
    std::int64_t frames_ = 0;
    int classes_ = 0;
    std::array<Level, 3> levels_;
};

} // namespace kinelens::viz
