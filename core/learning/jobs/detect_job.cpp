#include "core/learning/jobs/detect_job.h"

#include "core/experiment/experiment.h"
#include "core/learning/detection/recording_scores.h"
#include "core/learning/jobs/evaluation_request.h"
#include "core/learning/jobs/guard.h"
#include "core/learning/training/device.h"

#include <chrono>

namespace kinelens::learning {
namespace {

Result<DetectSummary> detect_all(Detector& detector, const std::shared_ptr<const DatasetReader>& dataset,
                                 DetectionOutput& output, const DetectOptions& options,
                                 const torch::Device& device, const EventSink& sink,
                                 const std::stop_token& stop) {
    KINELENS_TRY(scores, RecordingScores::open(detector, dataset->info(), motions_of(dataset), options,
                                               device, use_threads(options.threads)));
    DetectSummary summary;
    summary.device = device.str();
    for (const SequenceInfo& sequence : dataset->sequences()) summary.frames += sequence.length;
    output.progress = [&](std::int64_t frames) { sink(ProgressMade{frames, summary.frames, "frames"}); };
    const auto score = [&](std::size_t sequence, const TakeRows& take, const std::stop_token& asked) {
        return scores.detect(sequence, dataset->sequences()[sequence].length, take, asked);
    };
    for (std::size_t i = 0; i < dataset->sequences().size(); ++i) {
        KINELENS_CHECK(output.add(score, i, dataset->sequences()[i], options, stop));
        ++summary.sequences;
    }
    KINELENS_TRY(predictions, output.finish(options));
    for (const PredictedSequence& sequence : predictions.sequences)
        summary.intervals += static_cast<std::int64_t>(sequence.intervals.size());
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
                                    const DetectOptions& options, const EventSink& sink,
                                    std::stop_token stop) {
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
                          {"stream", detector.saved.options.stream},
                          {"preprocess", detector.options.preprocess},
                          {"code_version", code_version()}};
        KINELENS_TRY(folder, DetectionOutput::create(output, detector.class_names, stamp, sink));
        KINELENS_TRY(summary, detect_all(detector, dataset, folder, options, device, sink, stop));
        summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        summary.real_time_factor =
            static_cast<double>(summary.frames) / dataset->info().frame_rate / summary.seconds;
        return summary;
    });
}

} // namespace kinelens::learning
