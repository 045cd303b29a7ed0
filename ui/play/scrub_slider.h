// ScrubSlider: where the clock stands in the sequence, with the loop range; drag to move it, with Shift to
// draw the range.
#pragma once

#include "ui/play/clock_drag.h"

#include <QAbstractSlider>

namespace kinelens::ui {

class ScrubSlider : public QAbstractSlider {
    Q_OBJECT
public:
    explicit ScrubSlider(Playhead& playhead, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {240, 24}; }
    QSize minimumSizeHint() const override { return {80, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    double xOf(double frame) const;
    qint64 frameAt(double x) const;

    Playhead& playhead_;
    ClockDrag drag_;
};

} // namespace kinelens::ui
