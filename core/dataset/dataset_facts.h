// What a dataset holds, counted: for inspection on the command line and in the window.
#pragma once

#include "core/dataset/dataset.h"

#include <map>
#include <string>

namespace kinelens {

struct DatasetFacts {
    std::int64_t sequences = 0;
    std::int64_t frames = 0;
    std::int64_t intervals = 0;
    std::int64_t shortest = 0; // frames
    std::int64_t median = 0;
    std::int64_t longest = 0;
    std::map<std::string, std::int64_t> per_class; // sequences; "(none)": without a class
    std::map<std::string, std::int64_t> intervals_per_class;
    std::map<int, std::int64_t> per_subject; // -1: unknown
    std::map<int, std::int64_t> per_camera;
    std::map<int, std::int64_t> per_setup;
};

DatasetFacts count_facts(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                         const std::vector<Interval>& intervals);

// How many of the dataset's classes a sequence or an interval has.
std::int64_t classes_present(const std::vector<SequenceInfo>& sequences,
                             const std::vector<Interval>& intervals);

// What the flags of /frames/tracked tell without reading a joint.
struct TrackingFacts {
    std::int64_t frames_with_body = 0;
    std::int64_t frames_with_two = 0;       // or more
    std::int64_t sequences_with_gaps = 0;   // a frame in them shows nobody
    std::int64_t sequences_with_losses = 0; // a body is lost and comes back
    std::int64_t sequences_empty = 0;       // nobody in any frame
};

// The same of one sequence.
struct SequenceTracking {
    std::int64_t frames_with_body = 0;
    std::int64_t frames_with_two = 0;
    std::int64_t empty_frames = 0;
    bool loses_body = false; // one is lost and comes back
    bool fine() const { return empty_frames == 0 && !loses_body; }
};

// tracked: (rows of /frames, bodies).
SequenceTracking tracking_of(const std::vector<std::uint8_t>& tracked, int bodies,
                             const SequenceInfo& sequence);
TrackingFacts count_tracking(const std::vector<std::uint8_t>& tracked, int bodies,
                             const std::vector<SequenceInfo>& sequences);

} // namespace kinelens
