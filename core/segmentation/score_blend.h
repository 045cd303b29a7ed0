// ScoreBlend: the scores of windows that overlap become one row a frame, as the windows come.
#pragma once

#include <cstdint>
#include <vector>

namespace kinelens {

class ScoreBlend {
public:
    // centre: a frame's weight rises from the window's ends to its middle; otherwise all weigh the same.
    ScoreBlend(int classes, bool centre);

    // rows (frames, classes) of the recording's frames from `first` on, which never lies before what was
    // taken.
    void add(std::int64_t first, const float* rows, std::int64_t frames);

    // Means of all frames before `frame` that were not taken yet, (n, classes).
    std::vector<float> take_before(std::int64_t frame);

    std::int64_t taken() const { return taken_; } // frames

private:
    std::size_t classes_;
    bool centre_;
    std::int64_t taken_ = 0;
    std::vector<double> sums_, weights_; // of the frames from taken_ on
};

} // namespace kinelens
