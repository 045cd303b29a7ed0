// LabelTools: the commands that edit labels: draw, drag, split, merge, relabel, copy, set an edge to the
// clock, label while it plays. They act on what is chosen in the timeline; locked labels answer with the
// offer to unlock them.
#pragma once

#include "core/annotation/edits.h"

#include <QObject>
#include <QString>
#include <array>

class QAction;
class QComboBox;

namespace kinelens::ui {

class ActionRegistry;
class Detections;
class LabelDocument;
class MessageBar;
class Playhead;
class TimelineView;

class LabelTools : public QObject {
    Q_OBJECT
public:
    LabelTools(TimelineView& view, LabelDocument& labels, Detections& detections, Playhead& playhead,
               MessageBar& message);

    void addCommands(ActionRegistry& registry);
    QComboBox* classes() const { return classes_; } // of what is chosen, or drawn next
    bool unlocked();                                // offers to unlock where they are not
    bool growing() const { return growing_ >= 0; }

    void relabel(int label);
    void setEdge(IntervalEdge edge);
    void split();
    void merge();
    void erase();
    void copy();
    void paste();
    void accept();        // what is chosen of a prediction becomes a label
    void toggleGrowing(); // from now on … until now

private:
    const IntervalList& list() const;
    std::int64_t frames() const;
    void apply(Result<IntervalEdit> edit, const QString& text); // to the recording that is shown
    void applyTo(const QString& sequence, Result<IntervalEdit> edit, const QString& text);
    void add(const QString& sequence, const Interval& interval, const QString& text);
    void refuse(const QString& text, const QString& cause);
    void startGrowing(std::int64_t frame);
    void endGrowing();
    void insert(IntervalList coming, const QString& text);
    std::vector<std::size_t> chosenOrUnderCursor();
    void takeClass();
    void showClasses(bool fresh); // of other labels than before
    void nameKeys();

    TimelineView& view_;
    LabelDocument& labels_;
    Detections& detections_;
    Playhead& playhead_;
    MessageBar& message_;
    QComboBox* classes_;
    QAction* lock_ = nullptr;
    std::array<QAction*, 9> classKeys_{};
    std::vector<Interval> copied_;
    std::int64_t growing_ = -1; // where what is being labelled began
    QString growingIn_;         // the recording
};

} // namespace kinelens::ui
