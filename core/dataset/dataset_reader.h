// DatasetReader: the tables of a dataset file in memory (small), its frames read on demand (large).
// Not thread-safe: one reader a thread. A file of 60,000 sequences opens in under 0.3 s.
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/files.h"

#include <memory>
#include <optional>

namespace kinelens {

class DatasetReader {
public:
    // Opens read-only. Errors: file_not_found, format_unknown (not HDF5 or not a dataset), format_invalid
    // (subject = the HDF5 path at fault), version_unsupported, file_truncated, locked.
    static Result<DatasetReader> open(const Path& file);
    DatasetReader(DatasetReader&&) noexcept;
    DatasetReader& operator=(DatasetReader&&) noexcept;
    ~DatasetReader();

    const Path& file() const;
    const DatasetInfo& info() const;
    const std::vector<SequenceInfo>& sequences() const;
    const std::vector<Interval>& intervals() const; // sorted by sequence, then start

    // As the file has them, whatever labels were set: classes, and intervals in the file's order.
    DatasetInfo file_info() const;
    const std::vector<Interval>& file_intervals() const;

    // Other labels than the file's, from now on: sorted as above, of these classes. What is on disk stays,
    // and info().content_hash is still that of the file.
    void set_intervals(std::vector<std::string> class_names, std::vector<Interval> intervals);

    // All frames of one sequence, or `count` frames from `first` (clamped to the sequence).
    Result<Motion> read(std::size_t sequence) const;
    Result<Motion> read(std::size_t sequence, std::int64_t first, std::int64_t count) const;

    // Every flag of /frames/tracked, (rows, bodies): a byte each, small beside the joints. nullopt where the
    // file has none.
    std::optional<std::vector<std::uint8_t>> tracked_flags() const;

    // True if content_hash is one this program computes (prefix "xxh3-128:"); others are used with a warning.
    bool hash_is_ours() const;

private:
    struct State;
    explicit DatasetReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace kinelens
