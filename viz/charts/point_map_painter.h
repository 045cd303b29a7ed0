// PointMapPainter: draws a PointScene on a widget, or as a figure for an export. The marks and names are kept
// as a picture until they change; what changes quickly is drawn over it: rings, links and the path.
#pragma once

#include "viz/charts/point_labels.h"
#include "viz/charts/point_raster.h"
#include "viz/charts/point_scene.h"

class QPainter;
class QPolygonF;
class QWidget;

namespace kinelens::viz {

struct MapFigure;

class PointMapPainter {
public:
    // For the colours, the font and the pixels of `widget`.
    PointMapPainter(const PointScene& scene, const QWidget& widget);

    void forget();  // what the picture shows is another
    void reorder(); // the points, or which are selected: those lie on top

    void paint(QPainter& painter, const MapView& view, const QPolygonF& area);
    MapFigure figure(const MapView& view) const;
    double radius(const MapView& view) const; // of a mark, in pixels

private:
    Palette colours() const;
    int levelOf(int point) const;
    void render(const MapView& view);
    void chooseSprites(double radius);
    std::vector<PointLabel> labels(const MapView& view) const;
    void drawLabels(QPainter& painter, const MapView& view) const;
    void drawLinks(QPainter& painter, const MapView& view) const;
    void drawPath(QPainter& painter, const MapView& view) const;
    void drawRing(QPainter& painter, const MapView& view, int point, Colour colour, double width) const;

    const PointScene& scene_;
    const QWidget& widget_;
    std::vector<int> order_;
    std::vector<std::uint16_t> spriteOf_;
    std::vector<Sprite> sprites_;
    QImage image_; // the marks and names
};

} // namespace kinelens::viz
