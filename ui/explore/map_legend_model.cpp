#include "ui/explore/map_legend_model.h"

#include "ui/messages/figures.h"
#include "viz/palette/swatch.h"

namespace kinelens::ui {
namespace {

constexpr double markSize = 4.8;

QIcon markPicture(const viz::PointGroup& group) {
    return viz::shape_swatch(viz::mark_path(group.mark, markSize),
                             [group](viz::Theme theme) { return viz::group_colour(group, false, theme); });
}

} // namespace

void MapLegendModel::setColours(MapColours colours) {
    const bool same = colours.colouring.groups == colours_.colouring.groups;
    beginResetModel();
    colours_ = std::move(colours);
    if (!same) hidden_.assign(colours_.colouring.groups.size(), false);
    endResetModel();
}

void MapLegendModel::announce() {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    emit hiddenChanged();
}

void MapLegendModel::setAllShown(bool shown) {
    hidden_.assign(hidden_.size(), !shown);
    announce();
}

void MapLegendModel::showOnly(int row) {
    hidden_.assign(hidden_.size(), true);
    hidden_[static_cast<std::size_t>(row)] = false;
    announce();
}

qint64 MapLegendModel::hiddenPoints() const {
    qint64 points = 0;
    for (std::size_t i = 0; i < hidden_.size(); ++i)
        if (hidden_[i]) points += colours_.counts[i];
    return points;
}

int MapLegendModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || colours_.colouring.ramp ? 0 : static_cast<int>(colours_.counts.size());
}

int MapLegendModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 2;
}

QVariant MapLegendModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const viz::PointGroup& group = colours_.colouring.groups[row];
    const bool counts = index.column() == 1;
    if (role == Qt::DisplayRole && counts) return countText(colours_.counts[row]);
    if (role == Qt::TextAlignmentRole && counts)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (counts) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return QString::fromStdString(group.name);
    if (role == Qt::DecorationRole) return markPicture(group);
    if (role == Qt::CheckStateRole) return hidden_[row] ? Qt::Unchecked : Qt::Checked;
    return {};
}

bool MapLegendModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole) return false;
    hidden_[static_cast<std::size_t>(index.row())] = value.toInt() != Qt::Checked;
    announce();
    return true;
}

Qt::ItemFlags MapLegendModel::flags(const QModelIndex& index) const {
    const auto usual = QAbstractTableModel::flags(index);
    return index.column() == 0 ? usual | Qt::ItemIsUserCheckable : usual;
}

} // namespace kinelens::ui
