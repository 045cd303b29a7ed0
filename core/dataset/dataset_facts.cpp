#include "core/dataset/dataset_facts.h"

#include <algorithm>
#include <set>

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
    for (const Interval& interval : intervals) ++facts.intervals_per_class[class_of(interval.label)];
    if (lengths.empty()) return facts;
    std::sort(lengths.begin(), lengths.end());
    facts.shortest = lengths.front();
    facts.median = lengths[lengths.size() / 2];
    facts.longest = lengths.back();
    return facts;
}

std::int64_t classes_present(const std::vector<SequenceInfo>& sequences,
                             const std::vector<Interval>& intervals) {
    std::set<int> labels;
    for (const SequenceInfo& sequence : sequences)
        if (sequence.label >= 0) labels.insert(sequence.label);
    for (const Interval& interval : intervals) labels.insert(interval.label);
    return static_cast<std::int64_t>(labels.size());
}

SequenceTracking tracking_of(const std::vector<std::uint8_t>& tracked, int bodies,
                             const SequenceInfo& sequence) {
    SequenceTracking facts;
    std::vector<int> state(static_cast<std::size_t>(bodies), 0); // 0 not yet seen, 1 seen, 2 lost
    for (std::int64_t frame = sequence.start; frame < sequence.start + sequence.length; ++frame) {
        int seen = 0;
        for (int body = 0; body < bodies; ++body) {
            const bool here = tracked[static_cast<std::size_t>(frame * bodies + body)] != 0;
            int& before = state[static_cast<std::size_t>(body)];
            facts.loses_body = facts.loses_body || (here && before == 2);
            before = here ? 1 : before == 0 ? 0 : 2;
            seen += here ? 1 : 0;
        }
        facts.frames_with_body += seen > 0 ? 1 : 0;
        facts.frames_with_two += seen > 1 ? 1 : 0;
        facts.empty_frames += seen == 0 ? 1 : 0;
    }
    return facts;
}

TrackingFacts count_tracking(const std::vector<std::uint8_t>& tracked, int bodies,
                             const std::vector<SequenceInfo>& sequences) {
    TrackingFacts facts;
    for (const SequenceInfo& sequence : sequences) {
        const SequenceTracking one = tracking_of(tracked, bodies, sequence);
        facts.frames_with_body += one.frames_with_body;
        facts.frames_with_two += one.frames_with_two;
        if (one.empty_frames == sequence.length)
            ++facts.sequences_empty;
        else if (one.empty_frames > 0)
            ++facts.sequences_with_gaps;
        if (one.loses_body) ++facts.sequences_with_losses;
    }
    return facts;
}

} // namespace kinelens
