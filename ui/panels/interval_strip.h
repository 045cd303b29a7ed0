// IntervalStrip: the labelled actions of an untrimmed sequence over its whole length, and the clock.
#pragma once

#include "ui/state/open_dataset.h"

#include <QWidget>

namespace kinelens::ui {

class Playhead;

class IntervalStrip : public QWidget {
    Q_OBJECT
public:
    explicit IntervalStrip(Playhead& playhead, QWidget* parent = nullptr);

    // Hidden where the sequence has no intervals.
    void setSequence(const OpenDatasetPtr& dataset, int sequence);

    // The class at a frame, as text; empty between actions.
    QString classAt(qint64 frame) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    double xOf(qint64 frame) const;
    qint64 frameAt(double x) const;
    const Interval* at(qint64 frame) const;

    Playhead& playhead_;
    OpenDatasetPtr dataset_;
    std::vector<Interval> intervals_;
};

} // namespace kinelens::ui
