// IntervalStrip: the labelled actions of an untrimmed sequence over its whole length, as they are being
// edited, and the clock, which is dragged in it. Those that overlap share the height.
#pragma once

#include "core/annotation/edits.h"
#include "ui/play/clock_drag.h"
#include "viz/timeline/timeline_lane.h"

#include <QWidget>

namespace kinelens::ui {

class LabelDocument;

class IntervalStrip : public QWidget {
    Q_OBJECT
public:
    IntervalStrip(Playhead& playhead, LabelDocument& labels, QWidget* parent = nullptr);

    // Hidden where the sequence has no intervals. Empty: none.
    void setSequence(const QString& sequence);

    // The classes at a frame, as text; empty between actions.
    QString classAt(qint64 frame) const;
    const viz::TimelineLane& lane() const { return lane_; }
    QRectF boxOf(const viz::LaneItem& item) const;

signals:
    void changed(); // the labels did

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool event(QEvent* event) override;

private:
    double xOf(qint64 frame) const;
    qint64 frameAt(double x) const;
    const viz::LaneItem* at(const QPointF& place) const;
    void refresh();

    Playhead& playhead_;
    ClockDrag drag_;
    LabelDocument& labels_;
    QString sequence_;
    viz::TimelineLane lane_;
};

} // namespace kinelens::ui
