#include "core/dataset/moments.h"

#include <algorithm>

namespace kinelens {

std::int64_t frame_of_moment(std::int64_t moment, std::int64_t clip_frames, std::int64_t length) {
    return std::clamp<std::int64_t>((2 * moment + 1) * length / (2 * std::max<std::int64_t>(clip_frames, 1)),
                                    0, length - 1);
}

int label_at(std::span<const Interval> intervals, std::int64_t frame) {
    const Interval* last = nullptr;
    for (const Interval& interval : intervals)
        if (interval.source != "prediction" && interval.start <= frame && frame < interval.end &&
            (!last || interval.start >= last->start))
            last = &interval;
    return last ? last->label : -1;
}

} // namespace kinelens
