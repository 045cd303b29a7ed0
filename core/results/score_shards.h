// Frame scores of many sequences in shards scores-00000.h5, scores-00001.h5 … of one folder: a shard is
// written under another name, closed, renamed and only then announced, and never opened again; so a reader
// may open whatever is there. A sequence lies in one shard as a whole. HDF5 that h5py reads: a group a
// sequence, named like it, with /scores (frames, classes) float32, column 0 the background. Root: /names,
// /groups (where a name cannot be a group's:
// "#0"), /classes (names of columns 1, 2, …), attributes format, version and the stamp.
#pragma once

#include "core/foundation/files.h"
#include "core/results/stamp.h"
#include "core/segmentation/score_map.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kinelens {

struct ScoreShardSettings {
    std::vector<std::string> class_names; // without the background
    Stamp stamp;
    // A shard is closed after the sequence that fills it, or that ends when so much time has gone into it.
    std::int64_t shard_bytes = 4 << 20;
    double shard_seconds = 30;
    std::function<void(const Path&)> announce = nullptr; // a shard is whole
};

class ScoreShardWriter {
public:
    // Makes the folder. Errors: already_exists if it holds shards, invalid_argument if it is none,
    // file_unwritable.
    static Result<ScoreShardWriter> create(const Path& folder, ScoreShardSettings settings);

    // Behind the shards that are there; their sequences must not come again. Error: file_unwritable.
    static Result<ScoreShardWriter> go_on(const Path& folder, ScoreShardSettings settings);
    ScoreShardWriter(ScoreShardWriter&&) noexcept;
    ScoreShardWriter& operator=(ScoreShardWriter&&) noexcept;
    ~ScoreShardWriter(); // without finish(): the shard that is not whole goes, those announced stay

    // One sequence after the other; its rows may come in parts, so that memory holds no more than a part.
    // Errors: name_repeated, disk_full, file_unwritable.
    Result<void> begin(const std::string& sequence);
    Result<void> append(const float* rows, std::int64_t frames); // (frames, 1 + classes)
    Result<void> end();

    // Forgets the sequence that was begun and did not end.
    void abandon();

    Result<void> finish();

private:
    struct State;
    explicit ScoreShardWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// What shards a folder holds now.
bool has_score_shards(const Path& folder);

class ScoreShardReader {
public:
    // Errors: file_not_found (no shards), format_invalid (subject = shard), shape_mismatch (shards of other
    // classes), version_unsupported.
    static Result<ScoreShardReader> open(const Path& folder);

    const std::vector<std::string>& class_names() const { return class_names_; }
    const Stamp& stamp() const { return stamp_; }
    const std::vector<std::string>& names() const { return names_; } // in the order they were written

    // All frames of sequence `index`. Errors: format_invalid, not_found.
    Result<ScoreMap> read(std::size_t index) const;

    // At most `frames` of them from `first` on; none behind the last.
    Result<ScoreMap> read(std::size_t index, std::int64_t first, std::int64_t frames) const;

private:
    struct Place {
        Path shard;
        std::string group;
    };
    Result<void> add(const Path& shard);

    std::vector<std::string> class_names_;
    Stamp stamp_;
    std::vector<std::string> names_;
    std::vector<Place> places_;
};

} // namespace kinelens
