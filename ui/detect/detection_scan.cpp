#include "ui/detect/detection_scan.h"

#include "core/segmentation/segmentation.h"

#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr double touching = 0.1;

void relabel(std::vector<Interval>& intervals, const std::vector<int>& labels) {
    for (Interval& interval : intervals) interval.label = labels[static_cast<std::size_t>(interval.label)];
}

std::vector<DetectionFinding> findingsOf(const std::vector<Interval>& said,
                                         const std::vector<Interval>& truth, double overlap) {
    if (truth.empty()) return {}; // nothing is known to be wrong
    return detection_findings(said, truth, overlap, std::min(touching, overlap));
}

void append(std::vector<Interval>& all, std::vector<Interval> more, int sequence) {
    for (Interval& interval : more) {
        interval.sequence = sequence;
        all.push_back(std::move(interval));
    }
}

} // namespace

Result<SequenceScoresPtr> readSequenceScores(const DetectionRun& run, int row, const QString& sequence,
                                             const std::vector<int>& labels) {
    KINELENS_TRY(map, run.shards->read(static_cast<std::size_t>(row)));
    viz::ScoreTrack track(map);
    return std::make_shared<const SequenceScores>(
        SequenceScores{sequence, std::move(map), std::move(track), labels});
}

DetectionLane scanLane(const LaneTask& task, const QString& sequence, const std::vector<Interval>& truth,
                       int classes, double overlap) {
    DetectionLane lane;
    lane.run = task.run;
    lane.truth = truth;
    const PredictedSequence* stored = task.run->find(sequence);
    if (task.scores) {
        lane.intervals = segment(task.scores->map, task.options);
        relabel(lane.intervals, task.scores->labels);
    } else if (stored) {
        lane.intervals = stored->intervals;
        relabel(lane.intervals, task.labels);
    }
    for (Interval& interval : lane.intervals) interval.sequence = 0;
    lane.predicted = task.scores || stored;
    if (!lane.predicted || truth.empty()) return lane;
    lane.findings = findingsOf(lane.intervals, truth, overlap);
    lane.figures = detection_figures(lane.intervals, truth, classes, overlap);
    return lane;
}

std::vector<DetectionError> errorsOf(const QString& sequence, const std::vector<Interval>& intervals,
                                     const std::vector<Interval>& truth,
                                     const std::vector<DetectionFinding>& findings) {
    std::vector<DetectionError> errors;
    for (const DetectionFinding& finding : findings) {
        if (finding.verdict == DetectionVerdict::correct) continue;
        const auto at = [](const std::vector<Interval>& list, int index) {
            return index < 0 ? nullptr : &list[static_cast<std::size_t>(index)];
        };
        const Interval* said = at(intervals, finding.prediction);
        const Interval* meant = at(truth, finding.truth);
        const Interval& about = said ? *said : *meant;
        errors.push_back({sequence, finding.verdict, said ? said->label : -1, meant ? meant->label : -1,
                          about.start, about.end, finding.overlap,
                          said ? static_cast<double>(said->confidence) : 0.0});
    }
    std::stable_sort(errors.begin(), errors.end(),
                     [](const DetectionError& a, const DetectionError& b) { return a.start < b.start; });
    return errors;
}

Result<std::optional<std::vector<Interval>>> intervalsIn(const LaneTask& task, bool anew,
                                                         const QString& sequence) {
    const int row = anew && task.run->shards ? task.run->scoreRowOf.value(sequence, -1) : -1;
    std::vector<Interval> said;
    if (row >= 0) {
        KINELENS_TRY(map, task.run->shards->read(static_cast<std::size_t>(row)));
        said = segment(map, task.options);
        relabel(said, task.scoreLabels);
    } else if (const PredictedSequence* stored = task.run->find(sequence)) {
        said = stored->intervals;
        relabel(said, task.labels);
    } else {
        return std::nullopt;
    }
    for (Interval& interval : said) interval.sequence = 0;
    return said;
}

Result<RunScan> scanRun(const LaneTask& task, bool anew,
                        const std::map<QString, std::vector<Interval>>& truth, int classes, double overlap,
                        const std::stop_token& stop) {
    RunScan scan;
    std::vector<Interval> allSaid, allTruth;
    for (const auto& [sequence, meant] : truth) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "scan");
        if (meant.empty()) continue;
        KINELENS_TRY(found, intervalsIn(task, anew, sequence));
        if (!found) continue;
        std::vector<Interval>& said = *found;
        const auto errors = errorsOf(sequence, said, meant, findingsOf(said, meant, overlap));
        scan.errors.insert(scan.errors.end(), errors.begin(), errors.end());
        append(allSaid, std::move(said), scan.sequences);
        append(allTruth, meant, scan.sequences++);
    }
    if (!allTruth.empty()) scan.figures = detection_figures(allSaid, allTruth, classes, overlap);
    return scan;
}

} // namespace kinelens::ui
