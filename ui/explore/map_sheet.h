// MapSheet: several maps of the same sequences side by side, each with its own figures beneath. Colours,
// tools and what is selected are the same in all.
#pragma once

#include "ui/explore/map_series.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace kinelens::viz {
struct FigureSheet;
class PointMap;
} // namespace kinelens::viz

namespace kinelens::ui {

class DatasetService;
class MapPreview;
class MapSelection;
class Playhead;
class Selection;

class MapSheet : public QWidget {
    Q_OBJECT
public:
    MapSheet(DatasetService& service, Selection& selection, Playhead& playhead, QWidget* parent = nullptr);

    void setSeries(const MapSeriesPtr& series); // null: no maps
    const MapSeriesPtr& series() const { return series_; }
    void setFaded(bool on); // each point by how far its own map can be trusted there
    std::vector<viz::PointMap*> maps() const;
    viz::FigureSheet figure() const; // without legend and common caption

signals:
    void hovered(kinelens::viz::PointMap* map, kinelens::ui::MapPreview* preview, int point);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Cell {
        QWidget* frame;
        viz::PointMap* map;
        MapSelection* link;
    };
    Cell makeCell(const ShownEmbeddingPtr& shown);
    void arrange();

    DatasetService& service_;
    Selection& selection_;
    Playhead& playhead_;
    MapSeriesPtr series_;
    std::vector<Cell> cells_;
    QGridLayout* grid_;
    int columns_ = 0;
};

} // namespace kinelens::ui
