// DetectionOutput: what a detector says of recordings, as a folder that others read: scores in shards, each
// announced when it is whole, and predictions.json at the end. Free of LibTorch.
#pragma once

#include "core/dataset/dataset.h"
#include "core/experiment/events.h"
#include "core/results/predictions.h"
#include "core/results/score_shards.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace kinelens::learning {

// Rows (frames, 1 + classes) of probabilities, from a recording's first frame on.
using TakeRows = std::function<Result<void>(const float* rows, std::int64_t frames)>;

// Hands the rows of a sequence of the dataset over, a part at a time.
using ScoreRecording =
    std::function<Result<void>(std::size_t sequence, const TakeRows& take, const std::stop_token& stop)>;

class DetectionOutput {
public:
    // Makes the folder. Errors: those of ScoreShardWriter::create().
    static Result<DetectionOutput> create(const Path& folder, const std::vector<std::string>& class_names,
                                          const Stamp& stamp, const EventSink& sink);

    // The same where the folder may hold shards of a detection that stopped: their recordings are not scored
    // again. Errors: already_exists (detail = what they were made of instead), those of ScoreShardReader.
    static Result<DetectionOutput> go_on(const Path& folder, const std::vector<std::string>& class_names,
                                         const Stamp& stamp, const EventSink& sink, std::int64_t shard_bytes);

    // One recording after the other. One that does not end is forgotten; the others can be kept by finish().
    // Errors: those of `score` and of writing.
    Result<void> add(const ScoreRecording& score, std::size_t sequence, const SequenceInfo& info,
                     const SegmentationOptions& options, const std::stop_token& stop);

    // Called with the frames done so far, of all recordings.
    std::function<void(std::int64_t frames)> progress;

    // Recordings so far, and frames of those that were not there before.
    std::int64_t recordings() const { return static_cast<std::int64_t>(predictions_.sequences.size()); }
    std::int64_t scored_frames() const { return scored_frames_; }

    Result<Predictions> finish(const SegmentationOptions& options);

private:
    DetectionOutput(Path folder, ScoreShardWriter writer, EventSink sink);
    Result<void> read_back(std::size_t place, const SequenceInfo& info, const TakeRows& take,
                           const std::stop_token& stop) const;

    Path folder_;
    ScoreShardWriter writer_;
    EventSink sink_;
    std::optional<ScoreShardReader> before_;
    std::map<std::string, std::size_t> places_; // in it, by name
    Predictions predictions_;
    std::int64_t frames_ = 0, scored_frames_ = 0;
};

} // namespace kinelens::learning
