// The content hash of a dataset: of its positions, tracked flags, confidence, names, facts, classes and
// intervals, in their order. Files without what version 2 brought keep the hash that they had.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/content_hash.h"

namespace kinelens {

class DatasetReader;

class DatasetHash {
public:
    // With all the dataset's bodies.
    void add(const SequenceInfo& sequence, const Motion& motion);

    // Once all are added; the intervals in the order of the file.
    std::string finish(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                       const std::vector<Interval>& intervals);

private:
    ContentHash hash_;
};

// Reads the whole file and compares. Error: format_invalid where it holds other data than its hash names:
// somebody changed it since; what reading gives. Files whose hash is not ours pass.
Result<void> check_content(const DatasetReader& reader);

} // namespace kinelens
