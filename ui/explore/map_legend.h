// MapLegend: what the points are coloured by, and the groups with their marks: unticked ones are hidden.
#pragma once

#include "ui/explore/map_legend_model.h"

#include <QWidget>

class QCheckBox;
class QTreeView;

namespace kinelens::ui {

class ChoiceBox;
class RampBar;

class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setMap(const ShownEmbeddingPtr& shown, const MapKnowledge& known);
    MapLegendModel& model() { return *model_; }
    ColourBy colourBy() const;
    void colourByNext();
    void setColourBy(const ColourBy& by);
    bool fadesByTrust() const;

signals:
    void coloursChanged();
    void trustChanged();

private:
    void build();
    void recolour();

    ShownEmbeddingPtr shown_;
    MapKnowledge known_;
    ColourBy wanted_ = Facet::sequenceClass; // at first, whenever it can be had
    MapLegendModel* model_;
    ChoiceBox* by_;
    QTreeView* list_;
    RampBar* ramp_;
    QCheckBox* fade_;
    QWidget* buttons_;
};

} // namespace kinelens::ui
