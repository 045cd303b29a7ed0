// PointMap: very many points in the plane. Wheel and pinch zoom about the cursor, dragging moves (or draws a
// lasso or a box, by the tool; Shift+drag always draws a lasso), double-click fits; hovering tells a point,
// clicking chooses it. It follows points that move until somebody zooms.
#pragma once

#include "viz/charts/map_gesture.h"
#include "viz/charts/point_grid.h"
#include "viz/charts/point_map_painter.h"

#include <QVariantAnimation>
#include <QWidget>
#include <optional>

namespace kinelens::viz {

class PointMap : public QWidget {
    Q_OBJECT
public:
    explicit PointMap(QWidget* parent = nullptr);

    // Another map: forgets what was chosen, hidden and joined, and fits.
    void setPoints(std::vector<MapPoint> points);
    // The same points elsewhere; others than before are another map.
    void movePoints(std::vector<MapPoint> points);
    // The same, on a straight way within a quarter of a second.
    void glideTo(std::vector<MapPoint> points);
    const std::vector<MapPoint>& points() const { return scene_.points; }

    void setColouring(PointColouring colouring); // one group a point
    const PointColouring& colouring() const { return scene_.colouring; }
    void setHidden(std::vector<bool> groups); // groups that are not drawn and cannot be chosen
    bool isShown(int point) const { return scene_.is_shown(point); }
    void setStrength(std::vector<float> strength); // 0 faint … 1 full, of each point; empty: all full
    void setSelected(const std::vector<int>& points);
    void setCurrent(int point);                       // -1: none
    void setLinks(std::vector<int> points);           // lines from the current point
    void setPath(std::vector<int> points, double at); // joined in this order; `at`: where on it, in points
    void setLabels(bool on);
    bool hasLabels() const { return scene_.labelled; }
    void setTool(MapTool tool);
    MapTool tool() const { return tool_; }

    void fit();
    void fitTo(const std::vector<int>& points);
    void zoom(double factor); // about the middle
    bool isFollowing() const { return following_; }
    const MapView& view() const { return view_; }

    // From the current point (the middle without one) the next shown one in a direction; -1: none.
    int neighbourTowards(QPointF direction) const;

    MapFigure figure() const; // what is shown, for an export

    QSize minimumSizeHint() const override { return {240, 200}; }
    QSize sizeHint() const override { return {640, 560}; }

signals:
    void pointHovered(int point, const QPoint& global);       // -1: none any more
    void pointClicked(int point, Qt::KeyboardModifiers keys); // -1: beside all points
    void areaChosen(const std::vector<int>& points, Qt::KeyboardModifiers keys);
    void viewChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place(std::vector<MapPoint> points);
    void redraw();
    void setView(const MapView& view);
    int pointAt(QPointF pixel);
    const PointGrid& grid();
    void hover(int point, const QPoint& global);
    void finishArea(Qt::KeyboardModifiers keys);
    void updateCursor();

    PointScene scene_;
    PointMapPainter painter_;
    QVariantAnimation glide_;
    std::vector<MapPoint> from_, to_; // of the glide
    MapView view_;
    bool following_ = true;
    std::optional<PointGrid> grid_;
    MapTool tool_ = MapTool::move;
    MapGesture gesture_;
};

} // namespace kinelens::viz
