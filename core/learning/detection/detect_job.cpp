#include "core/learning/detection/detect_job.h"

#include "core/experiment/experiment.h"
#include "core/learning/detection/recording_scores.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_request.h"
#include "core/learning/training/device.h"
#include "core/options/option_json.h"

#include <chrono>

namespace kinelens::learning {
namespace {

Result<void> sum_up(DetectionOutput& output, const DetectOptions& options, DetectSummary& summary) {
    summary.sequences = output.recordings();
    summary.scored_frames = output.scored_frames();
    KINELENS_TRY(predictions, output.finish(options));
    for (const PredictedSequence& sequence : predictions.sequences) {
        summary.frames += sequence.frames;
        summary.intervals += static_cast<std::int64_t>(sequence.intervals.size());
    }
    return {};
}

// How many windows go through together does not change what is found.
std::string stamped(DetectOptions options) {
    options.batch_size = DetectOptions{}.batch_size;
    return deciding_options(options_to_json(option_table<DetectOptions>(), option_values(options)));
}

Result<DetectSummary> detect_all(Detector& detector, const std::shared_ptr<const DatasetReader>& dataset,
                                 DetectionOutput& output, const DetectOptions& options,
                                 const torch::Device& device, const EventSink& sink,
                                 const std::stop_token& stop) {
    KINELENS_TRY(scores, RecordingScores::open(detector, dataset->info(), motions_of(dataset), options,
                                               device, use_threads(options.threads)));
    DetectSummary summary;
    summary.device = device.str();
    const auto& sequences = dataset->sequences();
    summary.all_sequences = static_cast<std::int64_t>(sequences.size());
    std::int64_t all_frames = 0;
    for (const SequenceInfo& sequence : sequences) all_frames += sequence.length;
    output.progress = [&](std::int64_t frames) { sink(ProgressMade{frames, all_frames, "frames"}); };
    const auto score = [&](std::size_t sequence, const TakeRows& take, const std::stop_token& asked) {
        return scores.detect(sequence, sequences[sequence].length, take, asked);
    };
    Result<void> added;
    for (std::size_t i = 0; added && i < sequences.size(); ++i)
        added = output.add(score, i, sequences[i], options, stop);
    if (!added && output.recordings() == 0 && added.error().code != ErrorCode::cancelled)
        return fail(added.error());
    if (output.recordings() > 0) KINELENS_CHECK(sum_up(output, options, summary));
    if (!added && added.error().code != ErrorCode::cancelled) return fail(added.error());
    if (!added) summary.outcome = Outcome::stopped;
    return summary;
}

} // namespace

Result<DetectOptions> trained_detect_options(const Path& checkpoint) {
    return guarded("detect", [&]() -> Result<DetectOptions> {
        KINELENS_TRY(detector, load_detector(checkpoint));
        return static_cast<const DetectOptions&>(detector.options);
    });
}

Result<DetectSummary> run_detection(const Path& checkpoint, const Path& data, const Path& output,
                                    const DetectOptions& options, const EventSink& sink, std::stop_token stop,
                                    std::int64_t shard_bytes) {
    const auto began = std::chrono::steady_clock::now();
    return guarded("detect", [&]() -> Result<DetectSummary> {
        KINELENS_CHECK(validate(options));
        KINELENS_TRY(device, choose_device(options.device));
        KINELENS_TRY(detector, load_detector(checkpoint));
        KINELENS_TRY(opened, DatasetReader::open(data));
        const auto dataset = std::make_shared<const DatasetReader>(std::move(opened));
        if (dataset->sequences().empty()) return fail(ErrorCode::dataset_empty, data.string());
        KINELENS_CHECK(window_shape(detector, dataset->info()));
        KINELENS_TRY(hash, hash_of_files({checkpoint.string()}));
        const Stamp stamp{{"checkpoint", checkpoint.string()},
                          {"checkpoint_hash", hash},
                          {"data", data.string()},
                          {"data_hash", dataset->info().content_hash},
                          {"stream", name_of(detector.saved.options.stream)},
                          {"preprocess", name_of(detector.options.preprocess)},
                          {"options", stamped(options)},
                          {"code_version", code_version()}};
        KINELENS_TRY(folder, DetectionOutput::go_on(output, detector.class_names, stamp, sink, shard_bytes));
        KINELENS_TRY(summary, detect_all(detector, dataset, folder, options, device, sink, stop));
        summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        summary.real_time_factor =
            static_cast<double>(summary.scored_frames) / dataset->info().frame_rate / summary.seconds;
        return summary;
    });
}

} // namespace kinelens::learning
