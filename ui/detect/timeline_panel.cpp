#include "ui/detect/timeline_panel.h"

#include "ui/commands/action_registry.h"
#include "ui/detect/detection_menu.h"
#include "ui/detect/label_menu.h"
#include "ui/detect/label_tools.h"
#include "ui/detect/label_words.h"
#include "ui/messages/detection_words.h"
#include "ui/state/dataset_service.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "viz/timeline/lane_strip.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <algorithm>

namespace kinelens::ui {
namespace {
constexpr double zoomStep = 1.6;
constexpr double panStep = 0.25; // of what is shown
} // namespace

TimelinePanel::TimelinePanel(const TimelineServices& services, QWidget* parent)
    : QWidget(parent)
    , services_(services)
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this))
    , recovery_(new MessageBar(this))
    , bar_(new QToolBar(this))
    , recording_(new QLabel(this))
    , menu_(new DetectionMenu(services.detections, services.scanner, this))
    , view_(new TimelineView(services.detections, services.labels, services.playhead, this))
    , tools_(new LabelTools(*view_, services.labels, services.detections, services.playhead, *message_))
    , labelMenu_(
          new LabelMenu(services.datasets, services.labels, services.detections, *tools_, *message_, this)) {
    build();
    connect(&services_.detections, &Detections::sequenceChanged, this, &TimelinePanel::refresh);
    connect(&services_.detections, &Detections::runsChanged, this, &TimelinePanel::refresh);
    connect(&services_.detections, &Detections::scoresChanged, this, &TimelinePanel::refresh);
    connect(&services_.labels, &LabelDocument::reset, this, [this] {
        const OpenDatasetPtr dataset = services_.datasets.dataset();
        menu_->setDataset(dataset ? dataset->file : QString());
        if (!dataset) message_->dismiss(); // what was said was about it
        refresh();
    });
    connectMessages();
    connect(view_, &TimelineView::chosenChanged, this, &TimelinePanel::refresh);
    connect(&view_->lanes(), &viz::LaneStrip::itemOpened, this, [this] { loopChosen(); });
    refresh();
}

void TimelinePanel::connectMessages() {
    static const QString reading = QStringLiteral("reading"), saving = QStringLiteral("saving");
    connect(&services_.detections, &Detections::failed, this, [this](const Error& error) {
        message_->showError(error);
        message_->because(reading);
    });
    connect(&services_.detections, &Detections::runsChanged, this, [this] {
        if (services_.detections.reading()) message_->end(reading); // another is asked for
    });
    connect(&services_.labels, &LabelDocument::failed, this, [this](const Error& error) {
        message_->showError(error);
        message_->because(saving);
    });
    connect(&services_.labels, &LabelDocument::savedChanged, this, [this] {
        if (!services_.labels.modified()) message_->end(saving);
    });
    connect(&services_.labels, &LabelDocument::recoveryChanged, this, &TimelinePanel::showRecovery);
    connect(&services_.labels, &LabelDocument::leftOut, this,
            [this](const LabelsLeft& left) { sayToo(MessageBar::Kind::warning, leftOutText(left)); });
}

void TimelinePanel::showRecovery() {
    if (!services_.labels.recovered()) return recovery_->dismiss();
    recovery_->show(MessageBar::Kind::information,
                    tr("Labels that were not saved when the program ended are back."));
    recovery_->setAction(tr("Drop them"), [this] { services_.labels.dropRecovered(); });
}

// Opening a dataset may have several things to say; none hides an earlier one.
void TimelinePanel::sayToo(MessageBar::Kind kind, const QString& text) {
    if (message_->isHidden()) return message_->show(kind, text);
    message_->show(std::max(kind, message_->kind()), message_->text() + QLatin1Char(' ') + text);
}

void TimelinePanel::build() {
    empty_->setWords(tr("No recording is shown"),
                     tr("Its labels, and what detectors say of it, appear here frame by frame."));
    recording_->setTextFormat(Qt::PlainText);
    QFont bold = recording_->font();
    bold.setWeight(QFont::DemiBold);
    recording_->setFont(bold);
    recording_->setContentsMargins(4, 0, 8, 0);
    bar_->setContentsMargins(4, 0, 4, 0);
    stack_->addWidget(empty_);
    stack_->addWidget(view_);
    auto* layout = makeColumn(this);
    layout->addWidget(bar_);
    layout->addWidget(recovery_);
    layout->addWidget(message_);
    layout->addWidget(stack_, 1);
}

void TimelinePanel::setFillers(const QString& open, std::function<void()> onOpen, const QString& detect,
                               std::function<void()> onDetect) {
    empty_->setButton(open, std::move(onOpen));
    detectText_ = detect;
    detect_ = std::move(onDetect);
    refresh();
}

void TimelinePanel::refresh() {
    const Detections& detections = services_.detections;
    const bool shown = !detections.sequence().isEmpty();
    const bool filled = shown && empty_->isAncestorOf(QApplication::focusWidget());
    stack_->setCurrentIndex(shown ? 1 : 0);
    if (filled) takeFocus(); // its button was pressed
    recording_->setText(shown ? detections.sequence() : tr("No recording"));
    for (QAction* action : commands_) action->setEnabled(enabled_ && shown);
    EmptyPage& page = view_->noScores();
    if (detections.reading())
        page.setWords(tr("Reading…"), {});
    else if (!detections.first())
        page.setWords(tr("Nothing is predicted here yet"),
                      services_.labels.intervals(detections.sequence()).empty()
                          ? tr("Let a detector find what happens in it, or unlock the labels and draw them.")
                          : tr("A detector's intervals and scores appear beside the labels."));
    else if (!detections.predicts(detections.sequence()))
        page.setWords(tr("Not predicted"),
                      notPredictedReason(detections.first()->predictions, detections.first()->name));
    else
        page.setWords(tr("No scores of this recording"),
                      tr("%1 holds its intervals only.").arg(detections.first()->name));
    offerMore(page);
}

// The one step that fills the page: a detector, or a recording that it speaks of.
void TimelinePanel::offerMore(EmptyPage& page) {
    const Detections& detections = services_.detections;
    if (!detections.first()) return page.setButton(detect_ ? detectText_ : QString(), detect_);
    const QString next = detections.predicts(detections.sequence()) ? QString() : detections.nextPredicted();
    if (next.isEmpty()) return page.setButton({}, {});
    page.setButton(tr("Go to %1, which is predicted").arg(next),
                   [this, next] { services_.selection.setCurrent(next); });
}

void TimelinePanel::setCommandsEnabled(bool on) {
    enabled_ = on;
    refresh();
}

void TimelinePanel::takeFocus() {
    QWidget& lanes = view_->lanes();
    (lanes.isVisible() ? &lanes : this)->setFocus(Qt::OtherFocusReason);
}

void TimelinePanel::addCommands(ActionRegistry& registry) {
    registry.assign(QStringLiteral("timeline."), QStringLiteral("detect"), [this](const QString&) {
        return services_.detections.sequence().isEmpty() ? tr("no recording is chosen") : QString();
    });
    addViewCommands(registry);
    tools_->addCommands(registry);
    labelMenu_->addCommands(registry);
    for (const auto& [words, action] : registry.entries())
        if (words.id.startsWith(QStringLiteral("timeline."))) commands_.push_back(action);
    fillBar(registry);
    refresh();
}

void TimelinePanel::fillBar(ActionRegistry& registry) {
    const auto button = [&](const char* id, bool text = false) {
        QAction* action = registry.action(QLatin1String(id));
        bar_->addAction(action);
        auto* tool = qobject_cast<QToolButton*>(bar_->widgetForAction(action));
        tool->setFocusPolicy(Qt::TabFocus);
        tool->setToolButtonStyle(text ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    };
    for (const char* id : {"timeline.previous", "timeline.next"}) button(id);
    bar_->addWidget(recording_);
    bar_->addWidget(menu_);
    bar_->addSeparator();
    for (const char* id : {"timeline.previousError", "timeline.nextError"})
        if (registry.action(QLatin1String(id))) button(id);
    bar_->addSeparator();
    for (const char* id : {"timeline.zoomIn", "timeline.zoomOut", "timeline.fit"}) button(id);
    bar_->addSeparator();
    button("timeline.edit", true);
    bar_->addWidget(tools_->classes());
    for (const char* id :
         {"timeline.from", "timeline.split", "timeline.merge", "timeline.accept", "timeline.delete"})
        button(id);
    bar_->addSeparator();
    bar_->addWidget(labelMenu_);
}

void TimelinePanel::addViewCommands(ActionRegistry& registry) {
    const QString group = tr("Timeline");
    viz::TimeRange& range = view_->range();
    const auto add = [&](const char* id, const QString& text, const char* icon,
                         const QList<QKeySequence>& keys, std::function<void()> run) {
        registry.add({QLatin1String(id), group, text, QLatin1String(icon)}, keys, std::move(run));
    };
    const auto middle = [&range] {
        const auto cursor = static_cast<double>(range.cursor());
        const bool in = cursor >= range.first() && cursor < range.last();
        return in ? cursor : range.first() + range.span() / 2;
    };
    add("timeline.previous", tr("Previous recording"), "go-previous", {Qt::CTRL | Qt::Key_PageUp},
        [this] { step(-1); });
    add("timeline.next", tr("Next recording"), "go-next", {Qt::CTRL | Qt::Key_PageDown}, [this] { step(1); });
    add("timeline.zoomIn", tr("Zoom in"), "zoom-in", {Qt::Key_Plus, Qt::Key_Equal},
        [&range, middle] { range.zoom(zoomStep, middle()); });
    add("timeline.zoomOut", tr("Zoom out"), "zoom-out", {Qt::Key_Minus},
        [&range, middle] { range.zoom(1 / zoomStep, middle()); });
    add("timeline.fit", tr("Whole recording"), "zoom-fit-width", {Qt::Key_0}, [&range] { range.fit(); });
    add("timeline.zoomChosen", tr("Zoom to the interval"), "", {Qt::Key_Z}, [this] { zoomChosen(); });
    add("timeline.panBack", tr("Pan back"), "", {Qt::ALT | Qt::Key_Left},
        [&range] { range.pan(-panStep * range.span()); });
    add("timeline.panForward", tr("Pan forward"), "", {Qt::ALT | Qt::Key_Right},
        [&range] { range.pan(panStep * range.span()); });
    add("timeline.loopChosen", tr("Loop the interval"), "", {Qt::Key_P}, [this] { loopChosen(); });
    add("timeline.nextEdge", tr("To the next edge"), "", {Qt::Key_E}, [this] { jumpToEdge(true); });
    add("timeline.previousEdge", tr("To the previous edge"), "", {Qt::SHIFT | Qt::Key_E},
        [this] { jumpToEdge(false); });
}

void TimelinePanel::step(int recordings) {
    const OpenDatasetPtr dataset = services_.datasets.dataset();
    if (!dataset) return;
    const int row = dataset->rowOf.value(services_.selection.current(), -1) + recordings;
    if (row >= 0 && row < static_cast<int>(dataset->sequences.size()))
        services_.selection.setCurrent(
            QString::fromStdString(dataset->sequences[static_cast<std::size_t>(row)].name));
}

void TimelinePanel::loopChosen() {
    if (view_->chosen().empty()) view_->chooseAt(services_.playhead.frame());
    if (view_->chosen().empty()) return;
    const Interval interval = view_->chosen().front();
    services_.playhead.setLoopRange(interval.start, interval.end);
    services_.playhead.setFrame(interval.start);
    view_->range().reveal(static_cast<double>(interval.start), static_cast<double>(interval.end));
    services_.playhead.play();
}

void TimelinePanel::zoomChosen() {
    if (view_->chosen().empty()) view_->chooseAt(services_.playhead.frame());
    if (view_->chosen().empty()) return;
    std::int64_t start = view_->chosen().front().start, end = view_->chosen().front().end;
    for (const Interval& interval : view_->chosen()) {
        start = std::min(start, interval.start);
        end = std::max(end, interval.end);
    }
    const auto length = static_cast<double>(end - start);
    view_->range().show(static_cast<double>(start) - length / 4, 1.5 * length);
}

// Edges of the lane in which something is chosen, otherwise of the labels, or of the first run.
void TimelinePanel::jumpToEdge(bool forward) {
    int lane = std::max(0, view_->chosenLane());
    if (view_->laneIntervals(lane).empty()) lane = 1;
    const std::int64_t now = services_.playhead.frame();
    std::int64_t best = -1;
    for (const Interval& interval : view_->laneIntervals(lane))
        for (const std::int64_t edge : {interval.start, interval.end - 1}) {
            if (forward ? edge <= now : edge >= now) continue;
            if (best < 0 || (forward ? edge < best : edge > best)) best = edge;
        }
    if (best < 0) return;
    services_.playhead.setFrame(best);
    view_->range().reveal(static_cast<double>(best), static_cast<double>(best + 1));
}

} // namespace kinelens::ui
