// What predictions are worth beside the truth of a dataset: the figures of `detect-score`.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/metrics/detection_errors.h"
#include "core/metrics/detection_metrics.h"
#include "core/results/predictions.h"
#include "core/results/score_shards.h"

#include <optional>
#include <stop_token>

namespace kinelens {

struct DetectionScore {
    std::int64_t sequences = 0;   // that the predictions speak of
    std::int64_t predictions = 0; // intervals
    std::int64_t truth = 0;
    double frame_accuracy = 0;                                    // background is a class of its own
    bool frames_from_scores = false;                              // else from the intervals
    std::vector<DetectionFigures> figures;                        // one per overlap
    std::vector<std::map<DetectionVerdict, std::int64_t>> errors; // parallel
    std::vector<std::string> class_names;
    std::vector<std::string> averaged_classes; // of those the ones with truth: mAP_a is their mean

    const DetectionFigures* at(double overlap) const; // nullptr where it was not looked at
};

// "0.1,0.3,0.5". Error: invalid_argument, subject = overlap.
Result<std::vector<double>> parse_overlaps(const std::string& text);

// Makes intervals of the scores of a folder, one sequence in memory at a time. `frame_labels`, if given, gets
// the most likely class of every frame, by sequence. `class_lengths`: by sequence, instead of the options'.
Result<Predictions> segment_shards(const ScoreShardReader& shards, const SegmentationOptions& options,
                                   std::map<std::string, std::vector<int>>* frame_labels,
                                   const std::stop_token& stop,
                                   const std::map<std::string, std::string>& class_lengths = {});

// Only sequences that the predictions name are counted, with or without intervals. Truth is what the dataset
// holds from other sources than "prediction". Classes go by name; those that only the predictions know count
// as classes without truth, behind the dataset's. Errors: not_found (a sequence the dataset does not have, or
// no class in common), dataset_empty (no truth in these sequences).
Result<DetectionScore> score_predictions(const Predictions& predictions, const DatasetReader& dataset,
                                         const std::vector<double>& overlaps,
                                         const std::map<std::string, std::vector<int>>& frame_labels = {});

} // namespace kinelens
