// MapLegendModel: the groups of a map with their marks and counts; unticked ones are hidden on the map.
#pragma once

#include "ui/explore/map_colouring.h"

#include <QAbstractTableModel>

namespace kinelens::ui {

class MapLegendModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setColours(MapColours colours); // all shown, unless the groups are the same as before
    const MapColours& colours() const { return colours_; }
    const std::vector<bool>& hidden() const { return hidden_; }
    void setAllShown(bool shown);
    void showOnly(int row);
    qint64 hiddenPoints() const;

    int rowCount(const QModelIndex& parent = {}) const override; // none for a ramp
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void hiddenChanged();

private:
    void announce();

    MapColours colours_;
    std::vector<bool> hidden_; // of the groups
};

} // namespace kinelens::ui
