// The golden detection case: eight recordings with truth, frame scores and what others made of them.
#pragma once

#include "core/dataset/dataset.h"
#include "core/segmentation/score_map.h"
#include "tests/support/golden_clips.h"

#include <array>

namespace kinelens::test {

inline constexpr std::array golden_videos{"0100-L", "0101-L", "0102-L", "0103-L",
                                          "0104-L", "0105-L", "0106-L", "0107-L"};

// Rows of class (counted from 1), start, end, confidence. Frames are taken as they stand.
inline std::vector<Interval> golden_intervals(const std::string& kind, int video) {
    const NpyArray rows =
        read_npy(golden("detection/" + kind + "_" + golden_videos[static_cast<std::size_t>(video)] + ".npy"));
    std::vector<Interval> intervals;
    for (std::size_t i = 0; i + 3 < rows.values.size(); i += 4)
        intervals.push_back(
            {video, static_cast<int>(rows.values[i]) - 1, static_cast<std::int64_t>(rows.values[i + 1]),
             static_cast<std::int64_t>(rows.values[i + 2]), static_cast<float>(rows.values[i + 3])});
    return intervals;
}

inline ScoreMap golden_scores(int video, const std::string& kind = "scores") {
    const NpyArray array =
        read_npy(golden("detection/" + kind + "_" + golden_videos[static_cast<std::size_t>(video)] + ".npy"));
    ScoreMap scores{array.shape[0], static_cast<int>(array.shape[1]), {}};
    scores.values.assign(array.values.begin(), array.values.end());
    return scores;
}

} // namespace kinelens::test
