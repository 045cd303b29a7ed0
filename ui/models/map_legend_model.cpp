#include "ui/models/map_legend_model.h"

#include "ui/messages/figures.h"
#include "viz/palette/qt_theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

namespace kinelens::ui {
namespace {

constexpr int markSize = 14;

QPixmap markPicture(const viz::PointGroup& group) {
    const double ratio = qApp->devicePixelRatio();
    QPixmap picture((QSizeF(markSize, markSize) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(markSize / 2.0, markSize / 2.0);
    painter.fillPath(viz::mark_path(group.mark, 4.2),
                     viz::to_qcolor(viz::group_colour(group, false, viz::theme_of(QApplication::palette()))));
    return picture;
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
