// The job of `detect`: a detector over every recording of a dataset, labelled or not. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"
#include "core/foundation/files.h"
#include "core/options/detection_options.h"
#include "core/results/score_shards.h"

#include <stop_token>

namespace kinelens::learning {

struct DetectSummary {
    Outcome outcome = Outcome::completed;
    std::int64_t sequences = 0, frames = 0, intervals = 0; // that the output holds
    std::int64_t all_sequences = 0;                        // of the dataset
    std::int64_t scored_frames = 0;                        // in this process, not in an earlier one
    double seconds = 0;                                    // of reading, encoding and writing
    double real_time_factor = 0;                           // seconds of recording per second of work
    std::string device;
};

// What the detector was trained to be used with. Errors: those of load_detector().
Result<DetectOptions> trained_detect_options(const Path& checkpoint);

// Writes scores-00000.h5 … and predictions.json into `output`, with memory that does not grow with the
// length of a recording; a shard is closed after a recording, once it has `shard_bytes` or half a minute went
// into it. Asked to stop, it keeps the recordings that are whole and says how many they are; called again, it
// goes on behind them. Errors: those of load_detector() and DatasetReader::open(); joint_count_wrong,
// already_exists (output holds scores of something else), device_unavailable, disk_full.
Result<DetectSummary> run_detection(const Path& checkpoint, const Path& data, const Path& output,
                                    const DetectOptions& options, const EventSink& sink, std::stop_token stop,
                                    std::int64_t shard_bytes = ScoreShardSettings{}.shard_bytes);

} // namespace kinelens::learning
