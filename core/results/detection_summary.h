// What a test of a detector, or of predictions, comes to: what `detect-train` and `detect-score` print as one
// JSON object, what results.json, ablations and the paper board keep of it.
#pragma once

#include "core/results/detection_scoring.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kinelens {

// A detector tested split by split.
struct TestedFolds {
    DetectionScore pooled;                                     // all splits' test recordings together
    std::vector<std::pair<std::string, DetectionScore>> folds; // by the split's protocol
};

// Mean or sample standard deviation over the splits.
struct DetectionOverFolds {
    struct Precision {
        double overlap = 0.5;
        double pku_map_a = 0, voc_map_a = 0;
    };
    std::vector<Precision> precisions;
    double frame_accuracy = 0;

    // Nothing where that overlap was not looked at.
    std::optional<double> at(double overlap, double Precision::*which) const;
};

struct DetectionSummary {
    TestedFolds tested;
    // Where there are splits.
    DetectionOverFolds mean, spread;
    Stamp stamp;
    std::optional<double> seconds; // of training
    std::string device;
    // Of predictions that are scored.
    std::string labels;         // the file of the truth; empty: the dataset's
    std::string intervals_from; // "scores" or "predictions.json"; empty: a file that does not say how
    std::optional<SegmentationOptions> segmentation; // what made the intervals
};

// With mean and spread over the folds.
DetectionSummary detection_summary(TestedFolds tested, Stamp stamp);

// {"sequences", "predictions", "truth", "classes", "classes_averaged": names, "mAP_a": {"pku": {"0.5": share,
// …}, "voc", "released"}, "mAP_v": {"pku", "voc"}, "f1": {"0.5"}, "f1_definition", "precision", "recall",
// "ap", "frame_accuracy", "frame_accuracy_from", "errors": {"0.5": {"correct": count, …}}, "per_class":
// {"0.5": {name: {"pku", "voc"}}}, "labels", "intervals_from", "segmentation": options, "folds":
// [{"protocol", "classes_averaged", "mAP_a", "mAP_v", "frame_accuracy"}], "mean": {"mAP_a",
// "frame_accuracy"}, "spread", "stamp", "seconds", "device"}.
std::string summary_to_json(const DetectionSummary& summary);

// Keys that are missing are as in an empty summary, but for "mAP_a" and "mAP_v". Classes without truth have
// no names. Errors: format_invalid, subject = source.
Result<DetectionSummary> detection_summary_from_json(std::string_view text, const std::string& source);

} // namespace kinelens
