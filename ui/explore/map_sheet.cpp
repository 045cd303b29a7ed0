#include "ui/explore/map_sheet.h"

#include "ui/explore/map_preview.h"
#include "ui/explore/map_selection.h"
#include "ui/widgets/boxes.h"
#include "viz/charts/figure_sheet.h"
#include "viz/charts/point_map.h"

#include <QGridLayout>
#include <QLabel>

namespace kinelens::ui {

MapSheet::MapSheet(DatasetService& service, Selection& selection, Playhead& playhead, QWidget* parent)
    : QWidget(parent)
    , service_(service)
    , selection_(selection)
    , playhead_(playhead)
    , grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(8);
}

void MapSheet::setSeries(const MapSeriesPtr& series) {
    for (const Cell& cell : cells_) {
        delete cell.link; // before the map it speaks to
        delete cell.frame;
    }
    cells_.clear();
    columns_ = 0;
    series_ = series;
    if (!series_) return;
    for (const ShownEmbeddingPtr& shown : series_->maps) cells_.push_back(makeCell(shown));
    arrange();
}

MapSheet::Cell MapSheet::makeCell(const ShownEmbeddingPtr& shown) {
    Cell cell{new QWidget(this), nullptr, nullptr};
    cell.map = new viz::PointMap(cell.frame);
    cell.map->setMinimumSize(120, 100);
    cell.map->setPoints(shown->points);
    cell.map->setAccessibleName(tr("Map %1").arg(shown->heading()));
    auto* title = new QLabel(shown->heading(), cell.frame);
    QFont strong = title->font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    title->setToolTip(shown->file + QLatin1Char('\n') + shown->caption());
    auto* figures = new QLabel(shown->figures(), cell.frame);
    for (QLabel* label : {title, figures}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setContentsMargins(8, 4, 8, 0);
    }
    auto* column = makeColumn(cell.frame);
    column->addWidget(title);
    column->addWidget(cell.map, 1);
    column->addWidget(figures);
    cell.link = new MapSelection(*cell.map, selection_, playhead_, this);
    cell.link->setMap(shown);
    auto* preview = new MapPreview(service_, cell.map);
    viz::PointMap* map = cell.map;
    connect(map, &viz::PointMap::pointHovered, this,
            [this, map, preview](int point, const QPoint&) { emit hovered(map, preview, point); });
    connect(map, &viz::PointMap::viewChanged, preview, [preview] { preview->show({}, {}, {}, -1); });
    return cell;
}

void MapSheet::setFaded(bool on) {
    for (std::size_t i = 0; i < cells_.size(); ++i)
        cells_[i].map->setStrength(on ? series_->maps[i]->embedding.preservation : std::vector<float>());
}

std::vector<viz::PointMap*> MapSheet::maps() const {
    std::vector<viz::PointMap*> all;
    for (const Cell& cell : cells_) all.push_back(cell.map);
    return all;
}

void MapSheet::resizeEvent(QResizeEvent*) {
    arrange();
}

void MapSheet::arrange() {
    const int count = static_cast<int>(cells_.size());
    const int columns = viz::fitting_columns(count, size());
    if (columns == columns_) return;
    columns_ = columns;
    for (const Cell& cell : cells_) grid_->removeWidget(cell.frame);
    for (int i = 0; i < count; ++i)
        grid_->addWidget(cells_[static_cast<std::size_t>(i)].frame, i / columns, i % columns);
    for (int i = 0; i < std::max(grid_->columnCount(), count); ++i) {
        grid_->setColumnStretch(i, i < columns ? 1 : 0);
        grid_->setRowStretch(i, i < (count + columns - 1) / columns ? 1 : 0);
    }
}

viz::FigureSheet MapSheet::figure() const {
    viz::FigureSheet sheet;
    sheet.columns = columns_;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        viz::MapFigure part = cells_[i].map->figure();
        for (viz::FigureStyle& style : part.styles) style.name.clear(); // the legend is the sheet's
        part.caption = QStringList{series_->maps[i]->heading(), series_->maps[i]->figures()};
        sheet.parts.push_back(std::move(part));
    }
    if (!cells_.empty()) sheet.foot = cells_.front().map->figure();
    sheet.foot.dots.clear();
    sheet.foot.labels.clear();
    sheet.foot.lines.clear();
    return sheet;
}

} // namespace kinelens::ui
