#include "core/learning/detection/detection_test.h"

#include "core/metrics/detection_frames.h"

namespace kinelens::learning {
namespace {

using FrameLabels = std::map<std::string, std::vector<int>>;

Result<FrameLabels> labels_of_shards(const Path& folder) {
    FrameLabels labels;
    KINELENS_TRY(shards, ScoreShardReader::open(folder));
    for (std::size_t i = 0; i < shards.names().size(); ++i) {
        KINELENS_TRY(scores, shards.read(i));
        labels[shards.names()[i]] = frame_labels(scores);
    }
    return labels;
}

Result<TestedFolds> scored(const DetectionPlan& plan, const Predictions& predictions,
                           const FrameLabels& labels) {
    TestedFolds tested;
    KINELENS_TRY(pooled, score_predictions(predictions, *plan.dataset, reported_overlaps, labels));
    tested.pooled = std::move(pooled);
    std::size_t next = 0; // predictions stand fold by fold
    for (const DetectionFold& fold : plan.folds) {
        Predictions part{predictions.class_names, {}, {}, {}};
        for (std::size_t i = 0; i < fold.test.size(); ++i)
            part.sequences.push_back(predictions.sequences[next++]);
        KINELENS_TRY(score, score_predictions(part, *plan.dataset, reported_overlaps, labels));
        tested.folds.emplace_back(fold.protocol, std::move(score));
    }
    return tested;
}

} // namespace

Result<TestedFolds> test_folds(const DetectionPlan& plan, const Path& folder, const Stamp& stamp,
                               const std::function<Result<FoldDetector>(std::size_t fold)>& detector_of,
                               const EventSink& sink, const std::stop_token& stop) {
    std::error_code failed;
    std::filesystem::remove_all(folder, failed);
    KINELENS_TRY(output, DetectionOutput::create(folder, plan.dataset->info().class_names, stamp, sink));
    SegmentationOptions options;
    for (std::size_t fold = 0; fold < plan.folds.size(); ++fold) {
        KINELENS_TRY(detector, detector_of(fold));
        options = detector.options;
        for (const std::size_t sequence : plan.folds[fold].test)
            KINELENS_CHECK(
                output.add(detector.score, sequence, plan.dataset->sequences()[sequence], options, stop));
    }
    if (plan.folds.size() > 1) options.class_lengths.clear(); // each split has its own
    KINELENS_TRY(predictions, output.finish(options));
    KINELENS_TRY(labels, labels_of_shards(folder));
    return scored(plan, predictions, labels);
}

} // namespace kinelens::learning
