// NeighboursModel: the sequences whose features are nearest to one's, with their distances.
#pragma once

#include "ui/state/open_dataset.h"

#include <QAbstractTableModel>

namespace kinelens::ui {

struct NearSequence {
    QString name;
    double distance = 0;
    int point = -1; // on the map; -1: not there
    int frame = -1; // of its clip; -1: a whole sequence
};

class NeighboursModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Class, Distance };

    using QAbstractTableModel::QAbstractTableModel;

    // `of`: whose neighbours they are. Nearest first.
    void setNeighbours(const OpenDatasetPtr& dataset, const QString& of, std::vector<NearSequence> near);
    const std::vector<NearSequence>& neighbours() const { return near_; }
    QString nameAt(int row) const { return near_[static_cast<std::size_t>(row)].name; }
    int agreeing() const; // neighbours of the same class; -1 where no class is known

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int labelOf(const QString& name) const; // -1: unknown

    OpenDatasetPtr dataset_;
    QString of_;
    std::vector<NearSequence> near_;
};

} // namespace kinelens::ui
