// PointMap: very many points in the plane. Wheel and pinch zoom about the cursor, dragging moves (or draws a
// lasso or a box, by the tool; Shift+drag always draws a lasso), double-click fits; hovering tells a point,
// clicking chooses it. It follows points that move until somebody zooms.
#pragma once

#include "viz/charts/point_grid.h"
#include "viz/charts/point_labels.h"
#include "viz/charts/point_marks.h"
#include "viz/charts/point_raster.h"

#include <QVariantAnimation>
#include <QWidget>
#include <optional>

namespace kinelens::viz {

enum class MapTool { move, lasso, box };

struct MapFigure;

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
    const std::vector<MapPoint>& points() const { return points_; }

    void setColouring(PointColouring colouring); // one group a point
    const PointColouring& colouring() const { return colouring_; }
    void setHidden(std::vector<bool> groups); // groups that are not drawn and cannot be chosen
    bool isShown(int point) const;
    void setStrength(std::vector<float> strength); // 0 faint … 1 full, of each point; empty: all full
    void setSelected(const std::vector<int>& points);
    void setCurrent(int point);                       // -1: none
    void setLinks(std::vector<int> points);           // lines from the current point
    void setPath(std::vector<int> points, double at); // joined in this order; `at`: where on it, in points
    void setLabels(bool on);
    bool hasLabels() const { return labelled_; }
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
    double radius() const; // of a mark
    MapView wholeView() const;
    void redraw();
    void setView(const MapView& view);
    void render();
    void chooseSprites();
    void orderPoints();
    void drawLabels(QPainter& painter) const;
    void drawLinks(QPainter& painter, const Palette& colours) const;
    void drawPath(QPainter& painter, const Palette& colours) const;
    void drawArea(QPainter& painter, const Palette& colours) const;
    void drawRing(QPainter& painter, int point, Colour colour, double width) const;
    std::vector<PointLabel> labels() const;
    int pointAt(QPointF pixel);
    const PointGrid& grid();
    void finishArea(Qt::KeyboardModifiers keys);
    void updateCursor();

    std::vector<MapPoint> points_;
    QRectF bounds_; // of all points
    QVariantAnimation glide_;
    std::vector<MapPoint> from_, to_; // of the glide
    PointColouring colouring_;
    std::vector<bool> hidden_; // groups
    std::vector<float> strength_;
    std::vector<bool> selected_; // points; empty: none
    std::vector<int> links_, path_;
    double pathAt_ = 0;
    int current_ = -1, hovered_ = -1;
    bool labelled_ = true;
    MapTool tool_ = MapTool::move;

    MapView view_;
    bool following_ = true;
    std::optional<PointGrid> grid_;
    std::vector<int> order_;
    std::vector<std::uint16_t> spriteOf_;
    std::vector<Sprite> sprites_;
    QImage image_; // the marks and names, without what changes quickly

    enum class Drag { none, undecided, moving, area };
    Drag drag_ = Drag::none;
    QPointF pressed_, last_;
    QPolygonF area_; // pixels
};

} // namespace kinelens::viz
