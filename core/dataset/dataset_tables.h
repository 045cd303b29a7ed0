// Everything of a dataset file but its frames, read and checked once when the file is opened.
#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/hdf5_handle.h"
#include "core/foundation/files.h"

namespace kinelens {

struct DatasetTables {
    DatasetInfo info;
    std::vector<SequenceInfo> sequences;
    std::vector<Interval> intervals;      // sorted by sequence, then start
    std::vector<Interval> file_intervals; // in the file's order
    bool has_tracked = false;
    bool has_body_ids = false;
    bool has_confidence = false;
};

// Errors: format_unknown, version_unsupported, format_invalid (detail = path inside the file and reason).
Result<DatasetTables> read_dataset_tables(const hdf5::File& handle, const Path& file);

} // namespace kinelens
