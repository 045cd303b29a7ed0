// TimelineView: the strips of the timeline, filled with labels, predictions and scores and bound to the one
// clock. What is chosen in a lane is known here; what is done with it is the panel's.
#pragma once

#include "ui/detect/detections.h"
#include "ui/state/playhead.h"
#include "viz/timeline/time_range.h"

#include <QWidget>
#include <optional>

class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace kinelens::viz {
class LaneStrip;
class OverviewStrip;
class RulerStrip;
class ScoreCurveStrip;
class ScoreMapStrip;
struct LaneLink;
struct TimelineLane;
} // namespace kinelens::viz

namespace kinelens::ui {

class EmptyPage;
class LabelDocument;

class TimelineView : public QWidget {
    Q_OBJECT
public:
    TimelineView(Detections& detections, LabelDocument& labels, Playhead& playhead,
                 QWidget* parent = nullptr);

    viz::TimeRange& range() { return range_; }
    viz::LaneStrip& lanes() { return *lanes_; }
    EmptyPage& noScores() { return *noScores_; }

    // Lane 0 holds the labels, lane i + 1 what the i-th run predicts.
    int chosenLane() const { return chosenLane_; }
    std::vector<Interval> chosen() const { return chosen_; }
    std::vector<std::size_t> chosenLabels() const; // their places in the document's list
    void choose(int lane, std::vector<Interval> intervals);
    void chooseAt(std::int64_t frame); // the label there, or else what is predicted there
    void chooseError(const DetectionError& error);
    const std::vector<Interval>& laneIntervals(int lane) const;

signals:
    void chosenChanged();

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void bindClock();
    void fillLanes();
    void fillScores();
    void showThresholds();
    void point(int lane, int id, bool add);
    viz::TimelineLane labelLane() const;
    viz::TimelineLane predictionLane(const DetectionLane& lane) const;
    std::vector<viz::LaneLink> links() const;
    QString tip(int lane, int id) const;
    void markChosen();
    void alignMargins();
    void fitLaneArea();

    Detections& detections_;
    LabelDocument& labels_;
    Playhead& playhead_;
    std::optional<ClockHold> hold_; // while a strip's cursor or edge is dragged
    viz::TimeRange range_;
    viz::OverviewStrip* overview_;
    viz::RulerStrip* ruler_;
    viz::LaneStrip* lanes_;
    QScrollArea* laneArea_;
    viz::ScoreCurveStrip* curves_;
    viz::ScoreMapStrip* map_;
    EmptyPage* noScores_;
    QStackedWidget* below_;
    int chosenLane_ = -1;
    std::vector<Interval> chosen_;
};

} // namespace kinelens::ui
