#include "ui/detect/timeline_view.h"

#include "ui/state/label_document.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"
#include "viz/timeline/lane_strip.h"
#include "viz/timeline/overview_strip.h"
#include "viz/timeline/ruler_strip.h"
#include "viz/timeline/score_curve_strip.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <algorithm>

namespace kinelens::ui {
namespace {
constexpr int mostLaneRoom = 132;
}

TimelineView::TimelineView(Detections& detections, LabelDocument& labels, Playhead& playhead, QWidget* parent)
    : QWidget(parent)
    , detections_(detections)
    , labels_(labels)
    , playhead_(playhead)
    , overview_(new viz::OverviewStrip(range_, this))
    , ruler_(new viz::RulerStrip(range_, this))
    , lanes_(new viz::LaneStrip(range_, this))
    , laneArea_(new QScrollArea(this))
    , curves_(new viz::ScoreCurveStrip(range_, this))
    , map_(new viz::ScoreMapStrip(range_, this))
    , noScores_(new EmptyPage(this))
    , below_(new QStackedWidget(this)) {
    build();
    bindClock();
    lanes_->setTips([this](int lane, int id) { return tip(lane, id); });
    connect(lanes_, &viz::LaneStrip::itemPointed, this, &TimelineView::point);
    connect(lanes_, &viz::LaneStrip::nothingPointed, this, [this] { choose(-1, {}); });
    connect(lanes_, &viz::LaneStrip::lanePointed, &detections_, [this](int lane) {
        if (lane > 1) detections_.lookAt(lane - 1);
    });
    connect(&detections_, &Detections::sequenceChanged, this, [this] {
        choose(-1, {});
        fillLanes();
    });
    connect(&detections_, &Detections::scanned, this, &TimelineView::fillLanes);
    connect(&detections_, &Detections::scanned, this, &TimelineView::showThresholds);
    connect(&detections_, &Detections::runsChanged, this, &TimelineView::fillLanes);
    connect(&detections_, &Detections::scoresChanged, this, &TimelineView::fillScores);
    connect(&labels_, &LabelDocument::changed, this, &TimelineView::fillLanes);
    connect(&labels_, &LabelDocument::lockedChanged, this, &TimelineView::fillLanes);
    fillLanes();
    fillScores();
}

void TimelineView::build() {
    auto* scores = new QSplitter(Qt::Vertical, this);
    scores->addWidget(curves_);
    scores->addWidget(map_);
    scores->setStretchFactor(0, 2);
    scores->setStretchFactor(1, 3);
    scores->setChildrenCollapsible(false);
    below_->addWidget(noScores_);
    below_->addWidget(scores);
    laneArea_->setWidget(lanes_);
    laneArea_->setWidgetResizable(true);
    laneArea_->setFrameShape(QFrame::NoFrame);
    laneArea_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    laneArea_->setFocusPolicy(Qt::NoFocus);
    connect(laneArea_->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TimelineView::alignMargins);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(laneArea_);
    parts->addWidget(below_);
    parts->setStretchFactor(0, 0);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto* layout = makeColumn(this);
    layout->addWidget(overview_);
    layout->addWidget(ruler_);
    layout->addWidget(parts, 1);
}

// All lanes of a labelled recording with one detection are in view; further ones may be scrolled to. Never
// more room than they fill: the scores take the rest.
void TimelineView::fitLaneArea() {
    const int whole = lanes_->sizeHint().height();
    laneArea_->setMinimumHeight(std::min(whole, mostLaneRoom));
    laneArea_->setMaximumHeight(whole);
}

// A scroll bar beside the lanes takes the same room from all strips, so that time stands in line.
void TimelineView::alignMargins() {
    const QScrollBar* bar = laneArea_->verticalScrollBar();
    const int room = bar->maximum() > bar->minimum() ? bar->sizeHint().width() : 0;
    for (viz::TimeStrip* strip : std::initializer_list<viz::TimeStrip*>{overview_, ruler_, curves_, map_})
        strip->setRightMargin(room);
}

void TimelineView::bindClock() {
    const auto begin = [this] { range_.setRecording(playhead_.frames(), playhead_.frameRate()); };
    connect(&playhead_, &Playhead::sequenceChanged, this, begin);
    connect(&playhead_, &Playhead::frameChanged, &range_, &viz::TimeRange::setCursor);
    connect(&playhead_, &Playhead::loopChanged, this, [this] {
        const bool shown = playhead_.looping() && playhead_.ranged();
        range_.setLoop(shown ? playhead_.loopIn() : 0, shown ? playhead_.loopOut() : 0);
    });
    connect(&range_, &viz::TimeRange::cursorWanted, &playhead_, &Playhead::setFrame);
    connect(&range_, &viz::TimeRange::loopWanted, &playhead_, &Playhead::setLoopRange);
    connect(&range_, &viz::TimeRange::cursorGrabbed, this, [this] { hold_.emplace(playhead_); });
    connect(&range_, &viz::TimeRange::cursorLetGo, this, [this] { hold_.reset(); });
    connect(lanes_, &viz::LaneStrip::edgeMoving, &playhead_, &Playhead::setFrame);
    begin();
}

// A strip that disappears under the mouse never hears of its release.
void TimelineView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    hold_.reset();
}

void TimelineView::fillScores() {
    const SequenceScoresPtr scores = detections_.scores();
    viz::ShownScores shown;
    if (scores) {
        shown.track = std::shared_ptr<const viz::ScoreTrack>(scores, &scores->track);
        shown.labels = scores->labels;
        for (const int label : scores->labels) shown.names.push_back(labels_.className(label).toStdString());
    }
    curves_->setScores(shown);
    map_->setScores(shown);
    below_->setCurrentIndex(scores ? 1 : 0);
    showThresholds();
}

void TimelineView::showThresholds() {
    const SegmentationOptions& options = detections_.segmentation();
    if (options.route == IntervalRoute::windows) return curves_->setThresholds({});
    if (options.route == IntervalRoute::gate) return curves_->setThresholds({options.gate_threshold});
    std::vector<double> thresholds{options.enter_threshold};
    if (options.stay_threshold < options.enter_threshold) thresholds.push_back(options.stay_threshold);
    curves_->setThresholds(thresholds);
}

const std::vector<Interval>& TimelineView::laneIntervals(int lane) const {
    static const std::vector<Interval> none;
    if (lane == 0) return labels_.intervals(detections_.sequence());
    const auto run = static_cast<std::size_t>(lane - 1);
    return lane > 0 && run < detections_.lanes().size() ? detections_.lanes()[run].intervals : none;
}

std::vector<std::size_t> TimelineView::chosenLabels() const {
    std::vector<std::size_t> places;
    if (chosenLane_ != 0) return places;
    const auto& all = laneIntervals(0);
    for (const Interval& interval : chosen_) {
        const auto found = std::find(all.begin(), all.end(), interval);
        if (found != all.end()) places.push_back(static_cast<std::size_t>(found - all.begin()));
    }
    return places;
}

void TimelineView::choose(int lane, std::vector<Interval> intervals) {
    chosenLane_ = intervals.empty() ? -1 : lane;
    chosen_ = std::move(intervals);
    markChosen();
    emit chosenChanged();
}

void TimelineView::chooseAt(std::int64_t frame) {
    for (int lane = 0; lane <= static_cast<int>(detections_.lanes().size()); ++lane)
        for (const Interval& interval : laneIntervals(lane))
            if (interval.start <= frame && frame < interval.end) return choose(lane, {interval});
}

void TimelineView::chooseError(const DetectionError& error) {
    const int lane = error.said < 0 ? 0 : 1;
    const int label = error.said < 0 ? error.truth : error.said;
    for (const Interval& interval : laneIntervals(lane))
        if (interval.start == error.start && interval.end == error.end && interval.label == label)
            return choose(lane, {interval});
}

void TimelineView::point(int lane, int id, bool add) {
    const auto& all = laneIntervals(lane);
    if (id >= std::ssize(all)) return;
    const Interval& interval = all[static_cast<std::size_t>(id)];
    if (!add || lane != chosenLane_) return choose(lane, {interval});
    std::vector<Interval> both = chosen_;
    if (std::erase(both, interval) == 0) both.push_back(interval);
    choose(lane, std::move(both));
}

void TimelineView::markChosen() {
    std::set<int> ids;
    const auto& all = laneIntervals(chosenLane_);
    for (const Interval& interval : chosen_) {
        const auto found = std::find(all.begin(), all.end(), interval);
        if (found != all.end()) ids.insert(static_cast<int>(found - all.begin()));
    }
    lanes_->setChosen(chosenLane_, std::move(ids));
}

} // namespace kinelens::ui
