// OverviewStrip: the whole recording in one row, however long: labels above, the first prediction below,
// errors as marks, and the window that the timeline shows. Dragging moves the window.
#pragma once

#include "viz/timeline/time_strip.h"
#include "viz/timeline/timeline_lane.h"

namespace kinelens::viz {

class OverviewStrip : public TimeStrip {
    Q_OBJECT
public:
    explicit OverviewStrip(TimeRange& range, QWidget* parent = nullptr);

    // As many lanes as there are; the first two are drawn.
    void setLanes(const std::vector<TimelineLane>& lanes);

protected:
    void paintContent(QPainter& painter) override;
    void paintOver(QPainter& painter) override;
    void paintCursor(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override {}

private:
    double wholeX(double frame) const;
    double wholeFrame(double x) const;
    void centre(double x);

    std::vector<TimelineLane> lanes_;
};

} // namespace kinelens::viz
