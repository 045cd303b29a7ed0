#include "ui/detect/label_tools.h"

#include "ui/commands/action_registry.h"
#include "ui/detect/timeline_view.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/widgets/message_bar.h"
#include "viz/palette/swatch.h"
#include "viz/timeline/lane_strip.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <algorithm>

namespace kinelens::ui {
namespace {

// Why the tools said something: it is over when the labels are unlocked, a class is named, or anything is
// chosen, edited or shown anew.
const QString lockCause = QStringLiteral("lock"), classCause = QStringLiteral("class"),
              editCause = QStringLiteral("edit");

} // namespace

LabelTools::LabelTools(TimelineView& view, LabelDocument& labels, Detections& detections, Playhead& playhead,
                       MessageBar& message)
    : QObject(&view)
    , view_(view)
    , labels_(labels)
    , detections_(detections)
    , playhead_(playhead)
    , message_(message)
    , classes_(new QComboBox(&view)) {
    classes_->setEditable(true);
    classes_->setInsertPolicy(QComboBox::NoInsert);
    classes_->completer()->setFilterMode(Qt::MatchContains);
    classes_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    classes_->lineEdit()->setPlaceholderText(tr("Class"));
    classes_->setAccessibleName(tr("Class of the label"));
    classes_->setToolTip(
        tr("Class of what is chosen, or of what is drawn next; a new name adds a class  (C)"));
    classes_->setMinimumContentsLength(14);
    classes_->view()->setTextElideMode(Qt::ElideMiddle);
    connect(classes_, &QComboBox::activated, this, &LabelTools::takeClass);
    connect(classes_->lineEdit(), &QLineEdit::returnPressed, this, &LabelTools::takeClass);
    connect(&labels_, &LabelDocument::reset, this, [this] { showClasses(true); });
    connect(&labels_, &LabelDocument::classesChanged, this, [this] { showClasses(false); });
    connect(&labels_, &LabelDocument::classesMoved, this, [this] { copied_.clear(); }); // their classes
    connect(&labels_, &LabelDocument::lockedChanged, this, [this](bool locked) {
        if (!locked) message_.end(lockCause);
    });
    connect(&labels_, &LabelDocument::changed, this, [this] { message_.end(editCause); });
    connect(&view_, &TimelineView::chosenChanged, this, [this] {
        message_.end(editCause);
        if (view_.chosenLane() == 0) classes_->setCurrentIndex(view_.chosen().front().label);
    });
    // The clock still stands in the recording that is left; once it is in the next, a label that was begun
    // there begins with it.
    connect(&detections_, &Detections::sequenceChanged, this, [this] {
        if (growing()) endGrowing();
    });
    connect(&playhead_, &Playhead::sequenceChanged, this, [this] {
        if (growing()) startGrowing(0);
    });
    viz::LaneStrip& lanes = view_.lanes();
    connect(&lanes, &viz::LaneStrip::lockedDragged, this, [this] { unlocked(); });
    connect(&lanes, &viz::LaneStrip::edgeMoved, this, [this](int, int id, bool end, qint64 frame) {
        apply(move_edge(list(), static_cast<std::size_t>(id), end ? IntervalEdge::end : IntervalEdge::start,
                        frame, frames()),
              end ? tr("Move the end") : tr("Move the start"));
    });
    connect(&lanes, &viz::LaneStrip::drawn, this, [this](int, qint64 start, qint64 end) {
        add(detections_.sequence(), {0, classes_->currentIndex(), start, end}, tr("Draw a label"));
    });
    connect(classes_, &QComboBox::currentIndexChanged, &lanes, &viz::LaneStrip::setDrawnLabel);
    connect(classes_, &QComboBox::currentIndexChanged, this, [this](int label) {
        if (label >= 0) message_.end(classCause);
    });
    showClasses(true);
}

const IntervalList& LabelTools::list() const {
    return labels_.intervals(detections_.sequence());
}

std::int64_t LabelTools::frames() const {
    return labels_.frames(detections_.sequence());
}

bool LabelTools::unlocked() {
    if (!labels_.locked()) return true;
    refuse(tr("The labels are locked, so that nothing changes them by accident."), lockCause);
    message_.setAction(tr("Unlock"), [this] { labels_.setLocked(false); });
    return false;
}

void LabelTools::apply(Result<IntervalEdit> edit, const QString& text) {
    applyTo(detections_.sequence(), std::move(edit), text);
}

void LabelTools::applyTo(const QString& sequence, Result<IntervalEdit> edit, const QString& text) {
    if (!unlocked()) return;
    std::vector<Interval> made;
    if (edit)
        for (const auto& [place, interval] : edit->added) made.push_back(interval);
    if (const auto done = labels_.edit(sequence, std::move(edit), text); !done) {
        message_.showError(done.error());
        message_.because(editCause);
        return;
    }
    message_.end(editCause);
    if (sequence == detections_.sequence()) view_.choose(0, std::move(made));
}

void LabelTools::refuse(const QString& text, const QString& cause) {
    message_.show(MessageBar::Kind::information, text);
    message_.because(cause);
}

void LabelTools::add(const QString& sequence, const Interval& interval, const QString& text) {
    if (!unlocked()) return;
    if (interval.label < 0) {
        refuse(tr("Name a class first: what is drawn needs one."), classCause);
        classes_->setFocus();
        return;
    }
    applyTo(sequence, draw_interval(labels_.intervals(sequence), interval, labels_.frames(sequence)), text);
}

std::vector<std::size_t> LabelTools::chosenOrUnderCursor() {
    if (view_.chosenLabels().empty()) view_.chooseAt(playhead_.frame());
    return view_.chosenLabels();
}

// What is typed may be a class that does not exist yet: it comes and goes with the edit that needs it.
void LabelTools::takeClass() {
    const QString name = classes_->currentText().trimmed();
    if (name.isEmpty() || detections_.sequence().isEmpty()) return;
    const bool relabels = view_.chosenLane() == 0;
    int label = labels_.findClass(name);
    const bool made = label < 0;
    if (made) {
        if (!unlocked() || !labels_.ready()) return;
        if (relabels) labels_.undoStack().beginMacro(tr("Relabel as %1").arg(name));
        label = labels_.addClass(name);
    }
    classes_->setCurrentIndex(label);
    if (relabels && view_.chosen().front().label != label) relabel(label);
    if (made && relabels) labels_.undoStack().endMacro();
    view_.lanes().setFocus();
}

void LabelTools::showClasses(bool fresh) {
    const QString before = classes_->currentText();
    const QSignalBlocker quiet(classes_);
    classes_->clear();
    for (int label = 0; label < std::ssize(labels_.classNames()); ++label)
        classes_->addItem(viz::class_swatch(label), labels_.className(label));
    // A class that is gone is not replaced by another: what is drawn next waits for a choice.
    const bool first = before.isEmpty() || fresh;
    const int kept = classes_->findText(before);
    classes_->setCurrentIndex(kept < 0 && first && classes_->count() > 0 ? 0 : kept);
    const bool gone = classes_->currentIndex() < 0 && classes_->count() > 0;
    classes_->lineEdit()->setPlaceholderText(gone ? tr("“%1” is gone").arg(before) : tr("Class"));
    view_.lanes().setDrawnLabel(classes_->currentIndex());
    nameKeys();
}

void LabelTools::nameKeys() {
    for (int i = 0; i < std::ssize(classKeys_); ++i) {
        QAction* action = classKeys_[static_cast<std::size_t>(i)];
        if (!action) continue;
        const bool there = i < std::ssize(labels_.classNames());
        action->setText(there ? tr("Label as %1").arg(labels_.className(i))
                              : tr("Label as class %1").arg(i + 1));
        action->setVisible(there);
    }
}

void LabelTools::relabel(int label) {
    if (label >= std::ssize(labels_.classNames())) return;
    classes_->setCurrentIndex(label);
    const auto chosen = chosenOrUnderCursor();
    if (!chosen.empty())
        apply(relabel_intervals(list(), chosen, label), tr("Relabel as %1").arg(labels_.className(label)));
}

void LabelTools::setEdge(IntervalEdge edge) {
    const auto chosen = chosenOrUnderCursor();
    if (chosen.empty()) return;
    const std::int64_t frame = playhead_.frame() + (edge == IntervalEdge::end ? 1 : 0);
    apply(move_edge(list(), chosen.front(), edge, frame, frames()),
          edge == IntervalEdge::end ? tr("End at the clock") : tr("Start at the clock"));
}

void LabelTools::split() {
    const auto chosen = chosenOrUnderCursor();
    if (!chosen.empty())
        apply(split_interval(list(), chosen.front(), playhead_.frame()), tr("Split a label"));
}

void LabelTools::merge() {
    const auto chosen = view_.chosenLabels();
    if (chosen.size() < 2)
        return refuse(tr("Choose two labels of one class to merge, the second with Ctrl."), editCause);
    apply(merge_intervals(list(), chosen), tr("Merge labels"));
}

void LabelTools::erase() {
    const auto chosen = view_.chosenLabels();
    if (chosen.empty()) return;
    const bool one = chosen.size() == 1;
    const QString done = one ? tr("Deleted a label of %1").arg(detections_.sequence())
                             : tr("Deleted %1 labels of %2").arg(chosen.size()).arg(detections_.sequence());
    apply(delete_intervals(list(), chosen),
          done + QLatin1Char('\n') +
              (one ? tr("Delete a label") : tr("Delete %1 labels").arg(chosen.size())));
}

void LabelTools::copy() {
    if (view_.chosenLane() >= 0) copied_ = view_.chosen();
}

// Copies keep their distances; the first begins at the clock, in whatever recording is shown.
void LabelTools::paste() {
    if (copied_.empty()) return;
    IntervalList coming = copied_;
    std::int64_t first = coming.front().start;
    for (const Interval& interval : coming) first = std::min(first, interval.start);
    for (Interval& interval : coming) {
        interval.start += playhead_.frame() - first;
        interval.end += playhead_.frame() - first;
    }
    insert(std::move(coming),
           copied_.size() == 1 ? tr("Paste a label") : tr("Paste %1 labels").arg(copied_.size()));
}

void LabelTools::accept() {
    if (view_.chosenLane() < 1) view_.chooseAt(playhead_.frame());
    if (view_.chosenLane() < 1)
        return refuse(tr("Choose a predicted interval to copy it into the labels."), editCause);
    insert(view_.chosen(), tr("Copy into the labels"));
}

// What a person takes over is a label like any other.
void LabelTools::insert(IntervalList coming, const QString& text) {
    for (Interval& interval : coming) {
        interval.source = "truth";
        interval.confidence = 1;
    }
    apply(insert_intervals(list(), std::move(coming), frames()), text);
}

void LabelTools::toggleGrowing() {
    if (!unlocked()) return;
    growing() ? endGrowing() : startGrowing(playhead_.frame());
}

void LabelTools::startGrowing(std::int64_t frame) {
    growing_ = frame;
    growingIn_ = detections_.sequence();
    view_.lanes().setGrowing(growing_);
}

// In the recording in which it began, with the frame that the clock shows.
void LabelTools::endGrowing() {
    const std::int64_t from = std::min<std::int64_t>(growing_, playhead_.frame());
    const std::int64_t to = std::max<std::int64_t>(growing_, playhead_.frame()) + 1;
    growing_ = -1;
    view_.lanes().setGrowing(std::nullopt);
    const std::int64_t last = labels_.frames(growingIn_); // less than nothing: its dataset was closed
    if (from < last)
        add(growingIn_, {0, classes_->currentIndex(), from, std::min(to, last)}, tr("Label while playing"));
}

} // namespace kinelens::ui
