// RulerStrip: the time axis. Dragging in it moves the clock, with Shift it draws the range of the loop.
#pragma once

#include "viz/timeline/time_strip.h"

#include <optional>

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
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    bool grabbed_ = false;
    std::optional<std::int64_t> loopFrom_; // a range is drawn from here
};

} // namespace kinelens::viz
