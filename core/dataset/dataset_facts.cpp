#include "core/dataset/dataset_facts.h"

#include <algorithm>

namespace kinelens {

DatasetFacts count_facts(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                         const std::vector<Interval>& intervals) {
    DatasetFacts facts;
    facts.sequences = static_cast<std::int64_t>(sequences.size());
    facts.intervals = static_cast<std::int64_t>(intervals.size());
    const auto class_of = [&](int label) {
        return label < 0 ? std::string("(none)") : info.class_names[static_cast<std::size_t>(label)];
    };
    std::vector<std::int64_t> lengths;
    for (const SequenceInfo& sequence : sequences) {
        lengths.push_back(sequence.length);
        facts.frames += sequence.length;
        ++facts.per_class[class_of(sequence.label)];
        ++facts.per_subject[sequence.subject];
        ++facts.per_camera[sequence.camera];
        ++facts.per_setup[sequence.setup];
    }
    for (const Interval& interval : intervals) ++facts.per_class[class_of(interval.label)];
    if (lengths.empty()) return facts;
    std::sort(lengths.begin(), lengths.end());
    facts.shortest = lengths.front();
    facts.median = lengths[lengths.size() / 2];
    facts.longest = lengths.back();
    return facts;
}

} // namespace kinelens
