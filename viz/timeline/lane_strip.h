// LaneStrip: the lanes of a timeline, the labels first, below them what runs predict, links between the
// first two. Pointing at an interval chooses it; edges of a lane that may be edited are dragged, and dragging
// over its empty place draws an interval. The strip draws what a drag would do and only tells it: whoever
// owns the intervals changes them.
#pragma once

#include "viz/timeline/lane_painter.h"
#include "viz/timeline/time_strip.h"

#include <functional>
#include <optional>
#include <set>

namespace kinelens::viz {

class LaneStrip : public TimeStrip {
    Q_OBJECT
public:
    explicit LaneStrip(TimeRange& range, QWidget* parent = nullptr);

    void setLanes(std::vector<TimelineLane> lanes, std::vector<std::string> names,
                  std::vector<LaneLink> links);
    void setTips(std::function<QString(int lane, int id)> tips) { tips_ = std::move(tips); }
    void setChosen(int lane, std::set<int> ids);
    void setDrawnLabel(int label) { drawnLabel_ = label; } // of what is being drawn
    // An interval of the first lane that grows with the clock; nothing: none.
    void setGrowing(std::optional<std::int64_t> start);

    const std::vector<TimelineLane>& lanes() const { return lanes_; }
    QRectF laneBox(int lane) const;
    QRectF itemBox(int lane, int id) const; // empty if there is none
    QSize sizeHint() const override { return {600, wantedHeight()}; }
    QSize minimumSizeHint() const override { return {200, wantedHeight()}; }

signals:
    void itemPointed(int lane, int id, bool add);
    void itemOpened(int lane, int id); // double-click
    void lanePointed(int lane);        // its name
    void nothingPointed();
    void edgeMoving(qint64 frame); // under the mouse
    void edgeMoved(int lane, int id, bool end, qint64 frame);
    void drawn(int lane, qint64 start, qint64 end);
    void lockedDragged(); // somebody tried to edit a lane that may not

protected:
    void paintContent(QPainter& painter) override;
    void paintOver(QPainter& painter) override;
    QString tipAt(const QPointF& place) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Hit {
        int lane = -1;
        int id = -1;
        int edge = 0; // -1 start, 1 end
    };
    struct Drag {
        Hit hit; // without id: drawing
        std::int64_t from = 0;
        std::int64_t to = 0;
        bool moved = false;
    };
    int wantedHeight() const;
    LanePlace placeOf(int lane) const;
    Hit hitAt(const QPointF& place) const;
    void drawLinks(QPainter& painter) const;
    std::vector<LaneLink> linksInView() const;
    void drawGutter(QPainter& painter) const;
    void drawDrag(QPainter& painter) const;

    std::vector<TimelineLane> lanes_;
    std::vector<std::string> names_;
    std::vector<LaneLink> links_;
    std::function<QString(int, int)> tips_;
    int chosenLane_ = -1;
    std::set<int> chosen_;
    int drawnLabel_ = 0;
    std::optional<std::int64_t> growing_;
    std::optional<Drag> drag_;
    bool resisted_ = false; // the press began on a locked interval
};

} // namespace kinelens::viz
