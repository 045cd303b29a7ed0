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
    std::map<std::string, std::int64_t> per_class; // sequences and intervals of each named class
    std::map<int, std::int64_t> per_subject;       // -1: unknown
    std::map<int, std::int64_t> per_camera;
    std::map<int, std::int64_t> per_setup;
};

DatasetFacts count_facts(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                         const std::vector<Interval>& intervals);

} // namespace kinelens
