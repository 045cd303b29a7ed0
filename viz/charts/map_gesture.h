// MapGesture: what the mouse does on a map between press and release: a click, a move of the map, or an area
// that is drawn around points.
#pragma once

#include <QPolygonF>

namespace kinelens::viz {

enum class MapTool { move, lasso, box };

class MapGesture {
public:
    enum class Kind { none, undecided, moving, area };

    // `moves`: whatever the tool, as with the middle button.
    void press(QPointF place, bool moves);
    // The way since the last place. It is decided what is meant once the pointer has gone a few pixels;
    // `lasso`: draw one whatever the tool.
    QPointF go(QPointF place, MapTool tool, bool lasso);
    Kind release();       // what it was; the area stays until it is taken
    QPolygonF takeArea(); // in pixels

    Kind kind() const { return kind_; }
    const QPolygonF& area() const { return area_; }

private:
    Kind kind_ = Kind::none;
    QPointF pressed_, last_;
    QPolygonF area_;
};

} // namespace kinelens::viz
