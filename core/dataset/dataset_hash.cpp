#include "core/dataset/dataset_hash.h"

#include "core/dataset/dataset_reader.h"

#include <algorithm>

namespace kinelens {
namespace {

// "Everything was measured" is what a file without confidence says too.
bool says_nothing(const Motion& motion) {
    for (std::size_t joint = 0; joint < motion.confidence.size(); ++joint) {
        const bool tracked = motion.tracked[joint / static_cast<std::size_t>(motion.joints)] != 0;
        if (motion.confidence[joint] != (tracked ? 1.0f : 0.0f)) return false;
    }
    return true;
}

} // namespace

void DatasetHash::add(const SequenceInfo& sequence, const Motion& motion) {
    hash_.add_text(sequence.name);
    hash_.add_values(motion.positions);
    hash_.add_values(motion.tracked);
    if (!says_nothing(motion)) hash_.add_values(motion.confidence);
}

std::string DatasetHash::finish(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                                const std::vector<Interval>& intervals) {
    hash_.add_text(layout_to_json(info.layout));
    for (const std::string& name : info.class_names) hash_.add_text(name);
    for (const SequenceInfo& sequence : sequences) {
        hash_.add_integer(sequence.length);
        for (const int value :
             {sequence.label, sequence.subject, sequence.camera, sequence.setup, sequence.repetition})
            hash_.add_integer(value);
    }
    for (const Interval& interval : intervals)
        for (const std::int64_t value :
             {std::int64_t{interval.sequence}, std::int64_t{interval.label}, interval.start, interval.end})
            hash_.add_integer(value);
    if (info.dimensions == 2)
        for (const int value : {info.dimensions, info.image_size[0], info.image_size[1]})
            hash_.add_integer(value);
    for (const SequenceInfo& sequence : sequences)
        if (!sequence.observed.empty()) hash_.add_values(sequence.observed);
    for (const Interval& interval : intervals)
        if (interval.body >= 0) hash_.add_integer(interval.body);
    return hash_.text();
}

Result<void> check_content(const DatasetReader& reader) {
    if (!reader.hash_is_ours()) return {};
    DatasetHash hash;
    for (std::size_t i = 0; i < reader.sequences().size(); ++i) {
        KINELENS_TRY(motion, reader.read(i));
        hash.add(reader.sequences()[i], motion);
    }
    if (hash.finish(reader.file_info(), reader.sequences(), reader.file_intervals()) ==
        reader.info().content_hash)
        return {};
    return fail(ErrorCode::format_invalid, reader.file().string(),
                "it holds other data than when it was written (its content hash differs): import it again, "
                "or take its "
                "attribute content_hash away to use it as it is");
}

} // namespace kinelens
