// RulerStrip: the time axis. Dragging in it moves the clock.
#pragma once

#include "viz/timeline/time_strip.h"

namespace kinelens::viz {

class RulerStrip : public TimeStrip {
    Q_OBJECT
public:
    explicit RulerStrip(TimeRange& range, QWidget* parent = nullptr);

protected:
    void paintContent(QPainter& painter) override;
    void paintOver(QPainter& painter) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override {}
};

} // namespace kinelens::viz
