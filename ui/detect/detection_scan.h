// What is computed of detections beside the labels: for the recording that is shown at once, for all
// recordings of a run a moment later. Pure functions over values; Detections runs them on other threads.
#pragma once

#include "core/metrics/detection_errors.h"
#include "core/metrics/detection_metrics.h"
#include "core/options/segmentation_options.h"
#include "ui/detect/detection_run.h"
#include "viz/timeline/score_track.h"

#include <map>
#include <stop_token>

namespace kinelens::ui {

// Frame scores of one recording, as they are segmented and as they are drawn; labels[c - 1] is the label of
// column c.
struct SequenceScores {
    QString sequence;
    ScoreMap map;
    viz::ScoreTrack track;
    std::vector<int> labels;
};
using SequenceScoresPtr = std::shared_ptr<const SequenceScores>;

// `row`: place of the recording in the run's shards. Errors: those of reading.
Result<SequenceScoresPtr> readSequenceScores(const DetectionRun& run, int row, const QString& sequence,
                                             const std::vector<int>& labels);

struct DetectionLane {
    DetectionRunPtr run;
    std::vector<Interval> intervals; // of the recording; labels are the document's
    std::vector<Interval> truth;     // that they were compared with
    std::vector<DetectionFinding> findings;
    DetectionFigures figures;
    bool predicted = false; // the run speaks of this recording at all
};

struct LaneTask {
    DetectionRunPtr run;
    std::vector<int> labels;      // of the run's classes
    std::vector<int> scoreLabels; // of its shards' classes
    SequenceScoresPtr scores;     // segmented anew by `options`; null: what the run predicted
    SegmentationOptions options;
};

DetectionLane scanLane(const LaneTask& task, const QString& sequence, const std::vector<Interval>& truth,
                       int classes, double overlap);

// What is wrong somewhere in a run.
struct DetectionError {
    QString sequence;
    DetectionVerdict verdict = DetectionVerdict::correct;
    int said = -1;          // label of the prediction, -1 where there is none
    int truth = -1;         // label of the truth, -1 where there is none
    std::int64_t start = 0; // of what it is about: the prediction, or the missed truth
    std::int64_t end = 0;
    double overlap = 0;
    double confidence = 0;
};

// Errors of a recording in the order of time.
std::vector<DetectionError> errorsOf(const QString& sequence, const std::vector<Interval>& intervals,
                                     const std::vector<Interval>& truth,
                                     const std::vector<DetectionFinding>& findings);

// What a run says of a recording; nothing where it does not speak of it. With `anew` its scores are read and
// segmented, where it kept them. Errors: those of reading.
Result<std::optional<std::vector<Interval>>> intervalsIn(const LaneTask& task, bool anew,
                                                         const QString& sequence);

struct RunScan {
    DetectionFigures figures; // over all recordings with labels
    std::vector<DetectionError> errors;
    int sequences = 0; // that were counted: predicted and labelled
};

// With `anew` every recording is segmented anew, one in memory at a time. Errors: cancelled, those of
// reading.
Result<RunScan> scanRun(const LaneTask& task, bool anew,
                        const std::map<QString, std::vector<Interval>>& truth, int classes, double overlap,
                        const std::stop_token& stop);

} // namespace kinelens::ui
