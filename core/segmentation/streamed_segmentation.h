// StreamedSegmentation: segment() over recordings of any length in bounded memory. Scores are cut into blocks
// in the middle of the longest stretch of background in the second half of a block; a recording no longer
// than a block is segmented as a whole. An interval is cut in two only where no background comes for half a
// block, which at the default is 18 minutes of one action.
#pragma once

#include "core/segmentation/segmentation.h"

namespace kinelens {

class StreamedSegmentation {
public:
    // block: frames in memory, at least 2. Precondition: valid options.
    StreamedSegmentation(SegmentationOptions options, int classes, std::int64_t block = 65536);

    void add(const float* rows, std::int64_t frames); // (frames, classes), as in ScoreMap

    // Every interval of the recording, block by block in the order of segment(). The next one may begin.
    std::vector<Interval> finish();

private:
    void segment_before(std::int64_t frame);
    std::int64_t quiet_frame() const;

    SegmentationOptions options_;
    std::int64_t block_;
    std::int64_t first_ = 0; // the recording's frame where waiting_ begins
    ScoreMap waiting_;
    std::vector<Interval> found_;
};

} // namespace kinelens
