// DetectionOutput: what a detector says of recordings, as a folder that others read: scores in shards, each
// announced when it is whole, and predictions.json at the end. Free of LibTorch.
#pragma once

#include "core/dataset/dataset.h"
#include "core/experiment/events.h"
#include "core/results/predictions.h"
#include "core/results/score_shards.h"

#include <functional>
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
                                          const std::map<std::string, std::string>& stamp,
                                          const EventSink& sink);

    // One recording after the other. Errors: those of `score` and of writing.
    Result<void> add(const ScoreRecording& score, std::size_t sequence, const SequenceInfo& info,
                     const SegmentationOptions& options, const std::stop_token& stop);

    // Called with the frames done so far, of all recordings.
    std::function<void(std::int64_t frames)> progress;

    Result<Predictions> finish(const SegmentationOptions& options);

private:
    DetectionOutput(Path folder, ScoreShardWriter writer, EventSink sink);

    Path folder_;
    ScoreShardWriter writer_;
    EventSink sink_;
    Predictions predictions_;
    std::int64_t frames_ = 0;
};

} // namespace kinelens::learning
