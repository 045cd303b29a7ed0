// How the timeline's lanes are made of labels and detections.
#include "ui/detect/timeline_view.h"
#include "ui/messages/detection_words.h"
#include "ui/messages/figures.h"
#include "ui/state/label_document.h"
#include "viz/timeline/lane_strip.h"
#include "viz/timeline/overview_strip.h"

namespace kinelens::ui {

viz::TimelineLane TimelineView::labelLane() const {
    const auto& intervals = laneIntervals(0);
    std::vector<bool> missed(intervals.size());
    if (!detections_.lanes().empty())
        for (const DetectionFinding& finding : detections_.lanes().front().findings)
            if (finding.verdict == DetectionVerdict::missed &&
                finding.truth < std::ssize(missed)) // the labels may be newer than the scan
                missed[static_cast<std::size_t>(finding.truth)] = true;
    viz::TimelineLane lane = viz::make_lane(intervals, missed);
    lane.title = tr("Labels");
    lane.note = labels_.locked() ? tr("%1 · locked").arg(countText(std::ssize(intervals)))
                                 : tr("%1 · may be edited").arg(countText(std::ssize(intervals)));
    lane.truth = true;
    lane.editable = !labels_.locked() && !detections_.sequence().isEmpty();
    return lane;
}

viz::TimelineLane TimelineView::predictionLane(const DetectionLane& shown) const {
    std::vector<bool> wrong(shown.intervals.size());
    for (const DetectionFinding& finding : shown.findings)
        if (finding.prediction >= 0)
            wrong[static_cast<std::size_t>(finding.prediction)] =
                finding.verdict != DetectionVerdict::correct;
    viz::TimelineLane lane = viz::make_lane(shown.intervals, wrong);
    lane.title = shown.run->name;
    lane.note = countText(std::ssize(shown.intervals));
    if (!shown.predicted)
        lane.note = notPredictedNote(shown.run->predictions);
    else if (!shown.findings.empty())
        lane.note = tr("%1 · F1 %2").arg(lane.note).arg(shown.figures.f1, 0, 'f', 2);
    return lane;
}

std::vector<viz::LaneLink> TimelineView::links() const {
    std::vector<viz::LaneLink> links;
    if (detections_.lanes().empty()) return links;
    for (const DetectionFinding& finding : detections_.lanes().front().findings)
        if (finding.prediction >= 0 && finding.truth >= 0)
            links.push_back({finding.truth, finding.prediction, finding.overlap,
                             finding.verdict != DetectionVerdict::correct});
    return links;
}

void TimelineView::fillLanes() {
    std::vector<viz::TimelineLane> lanes;
    if (!detections_.sequence().isEmpty()) {
        lanes.push_back(labelLane());
        for (const DetectionLane& lane : detections_.lanes()) lanes.push_back(predictionLane(lane));
    }
    overview_->setLanes(lanes);
    lanes_->setLanes(std::move(lanes), labels_.classNames(), links());
    fitLaneArea();
    markChosen();
}

QString TimelineView::tip(int lane, int id) const {
    const auto& all = laneIntervals(lane);
    if (id >= std::ssize(all)) return {};
    const Interval& interval = all[static_cast<std::size_t>(id)];
    QStringList lines{labels_.className(interval.label),
                      framesText(interval.start, interval.end, range_.frameRate())};
    if (lane > 0 || interval.confidence != 1)
        lines << tr("Confidence %1").arg(static_cast<double>(interval.confidence), 0, 'f', 3);
    if (detections_.lanes().empty()) return lines.join(QLatin1Char('\n'));
    const auto& shown = detections_.lanes()[lane > 0 ? static_cast<std::size_t>(lane - 1) : 0];
    for (const DetectionFinding& finding : shown.findings) {
        const bool about = lane > 0 ? finding.prediction == id
                                    : finding.truth == id && finding.verdict == DetectionVerdict::missed;
        if (!about) continue;
        lines << tr("%1: %2").arg(verdictText(finding.verdict), verdictMeaning(finding.verdict));
        if (lane > 0 && finding.truth >= 0) lines << tr("Overlap %1").arg(finding.overlap, 0, 'f', 2);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace kinelens::ui
