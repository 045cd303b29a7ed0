#include "ui/explore/neighbours_model.h"

#include "ui/messages/figures.h"
#include "viz/palette/swatch.h"

namespace kinelens::ui {

void NeighboursModel::setNeighbours(const OpenDatasetPtr& dataset, const QString& of,
                                    std::vector<NearSequence> near) {
    beginResetModel();
    dataset_ = dataset;
    of_ = of;
    near_ = std::move(near);
    endResetModel();
}

int NeighboursModel::labelOf(const QString& name) const {
    const int row = dataset_ ? dataset_->rowOf.value(name, -1) : -1;
    return row < 0 ? -1 : dataset_->sequences[static_cast<std::size_t>(row)].label;
}

int NeighboursModel::agreeing() const {
    const int label = labelOf(of_);
    if (label < 0) return -1;
    return static_cast<int>(
        std::ranges::count_if(near_, [&](const NearSequence& one) { return labelOf(one.name) == label; }));
}

int NeighboursModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(near_.size());
}

int NeighboursModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Distance + 1;
}

QVariant NeighboursModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const NearSequence& one = near_[static_cast<std::size_t>(index.row())];
    const int label = labelOf(one.name);
    if (role == Qt::TextAlignmentRole && index.column() == Distance)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == Class) return viz::class_swatch(label);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    if (index.column() == Name)
        return one.frame < 0 ? one.name : tr("%1, clip frame %2").arg(one.name).arg(one.frame);
    if (index.column() == Distance) return numberText(one.distance);
    if (!dataset_ || label < 0) return tr("unknown");
    const bool same = label == labelOf(of_);
    return same ? dataset_->className(label) : tr("%1 ≠").arg(dataset_->className(label));
}

QVariant NeighboursModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return QStringList{tr("Sequence"), tr("Class"), tr("Distance")}.value(section);
}

} // namespace kinelens::ui
