// DatasetWriter: writes a dataset file sequence by sequence in bounded
// memory. The file appears under its name only when finish() succeeds.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/files.h"

#include <memory>

namespace kinelens {

class DatasetWriter {
public:
    // info.content_hash is ignored; class_names may still grow through class_index(). An older dataset of
    // this name will be replaced; already_exists if something else bears it.
    static Result<DatasetWriter> create(const Path& file, const DatasetInfo& info);
    DatasetWriter(DatasetWriter&&) noexcept;
    DatasetWriter& operator=(DatasetWriter&&) noexcept;
    ~DatasetWriter(); // without finish(): removes the unfinished file

    // Index of a class, added if it is new.
    int class_index(const std::string& name);

    // Appends one sequence; sequence.start and length and intervals' sequence index are set here. The motion
    // must have the dataset's joints and at most its bodies (missing bodies are zeros). Errors:
    // shape_mismatch, value_not_finite, already_exists (name used twice), disk_full.
    Result<void> append(SequenceInfo sequence, const Motion& motion, std::vector<Interval> intervals = {});

    std::int64_t sequence_count() const;
    std::int64_t frame_count() const;

    // Writes the tables, hash and attributes, flushes and renames. dataset_empty if nothing was appended.
    Result<void> finish();

private:
    struct State;
    explicit DatasetWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kinelens
