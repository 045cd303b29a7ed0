#include "ui/browse/sequence_table_model.h"

#include "ui/messages/figures.h"
#include "ui/messages/sequence_words.h"
#include "viz/palette/swatch.h"

#include <QPalette>
#include <algorithm>

namespace kinelens::ui {
namespace {

QString orDash(int value) {
    return value < 0 ? QStringLiteral("–") : QString::number(value);
}

bool isNumber(SequenceColumn column) {
    return column != SequenceColumn::name && column != SequenceColumn::sequenceClass &&
           column != SequenceColumn::problems;
}

// What a column is sorted by; names are compared as text instead.
std::int64_t sortKey(const OpenDataset& dataset, const SequenceQuality* quality, int sequence,
                     SequenceColumn column) {
    const SequenceInfo& info = dataset.sequences[static_cast<std::size_t>(sequence)];
    switch (column) {
    case SequenceColumn::subject:
        return info.subject;
    case SequenceColumn::camera:
        return info.camera;
    case SequenceColumn::setup:
        return info.setup;
    case SequenceColumn::repetition:
        return info.repetition;
    case SequenceColumn::frames:
    case SequenceColumn::duration:
        return info.length;
    case SequenceColumn::bodies:
        return quality ? quality->bodies : -1;
    case SequenceColumn::intervals:
        return dataset.intervalCount(sequence);
    case SequenceColumn::problems:
        return quality ? quality->problems() : -1;
    default:
        return 0;
    }
}

} // namespace

void SequenceTableModel::setDataset(const OpenDatasetPtr& dataset) {
    beginResetModel();
    dataset_ = dataset;
    qualities_.assign(static_cast<std::size_t>(total()), {});
    scanned_ = 0;
    counted_ = 0;
    filter_.clear();
    refilter();
    endResetModel();
    emit facetsChanged();
}

void SequenceTableModel::addQualities(int first, const std::vector<SequenceQuality>& qualities) {
    if (qualities.empty() || first != scanned_ || first + static_cast<int>(qualities.size()) > total())
        return;
    std::copy(qualities.begin(), qualities.end(), qualities_.begin() + first);
    scanned_ = first + static_cast<int>(qualities.size());
    if (!rows_.empty())
        emit dataChanged(index(0, static_cast<int>(SequenceColumn::bodies)),
                         index(rowCount() - 1, static_cast<int>(SequenceColumn::problems)));
    emit scannedChanged();
    // Counting again after every batch would cost more than the batch tells.
    if (scanned_ < total() && scanned_ - counted_ < total() / 20) return;
    counted_ = scanned_;
    const bool byQuality = !filter_.chosen(Facet::problems).empty() || !filter_.chosen(Facet::bodies).empty();
    if (byQuality) {
        setFilter(filter_);
        return;
    }
    outcome_ = filter_.apply(*dataset_, qualities_, scanned_);
    emit facetsChanged();
}

void SequenceTableModel::setFilter(const SequenceFilter& filter) {
    beginResetModel();
    filter_ = filter;
    refilter();
    endResetModel();
    emit facetsChanged();
}

const std::vector<FacetValue>& SequenceTableModel::facet(Facet facet) const {
    return outcome_.facets[static_cast<std::size_t>(facet)];
}

void SequenceTableModel::refilter() {
    outcome_ = dataset_ ? filter_.apply(*dataset_, qualities_, scanned_) : SequenceFilter::Outcome{};
    rows_ = outcome_.rows;
    sortRows();
}

void SequenceTableModel::sort(int column, Qt::SortOrder order) {
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> sequences;
    for (const QModelIndex& index : before) sequences.push_back(sequenceAt(index.row()));
    sortColumn_ = column;
    sortOrder_ = order;
    rows_ = outcome_.rows;
    sortRows();
    if (!before.isEmpty()) {
        std::vector<int> place(static_cast<std::size_t>(total()), -1);
        for (std::size_t row = 0; row < rows_.size(); ++row)
            place[static_cast<std::size_t>(rows_[row])] = static_cast<int>(row);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i)
            after << index(place[static_cast<std::size_t>(sequences[static_cast<std::size_t>(i)])],
                           before[i].column());
        changePersistentIndexList(before, after);
    }
    emit layoutChanged({}, VerticalSortHint);
}

void SequenceTableModel::sortRows() {
    if (!dataset_ || sortColumn_ < 0) return;
    const auto column = static_cast<SequenceColumn>(sortColumn_);
    const bool descending = sortOrder_ == Qt::DescendingOrder;
    auto sortBy = [&](auto less) {
        std::stable_sort(rows_.begin(), rows_.end(), [&](int left, int right) {
            return descending ? less(right, left) : less(left, right);
        });
    };
    const auto& sequences = dataset_->sequences;
    if (column == SequenceColumn::name) {
        sortBy([&](int left, int right) {
            return sequences[static_cast<std::size_t>(left)].name <
                   sequences[static_cast<std::size_t>(right)].name;
        });
        return;
    }
    if (column == SequenceColumn::sequenceClass) {
        std::vector<QString> words(sequences.size());
        for (const int row : rows_) words[static_cast<std::size_t>(row)] = classText(row);
        sortBy([&](int left, int right) {
            return words[static_cast<std::size_t>(left)] < words[static_cast<std::size_t>(right)];
        });
        return;
    }
    std::vector<std::int64_t> keys(sequences.size());
    for (const int row : rows_)
        keys[static_cast<std::size_t>(row)] = sortKey(
            *dataset_, row < scanned_ ? &qualities_[static_cast<std::size_t>(row)] : nullptr, row, column);
    sortBy([&](int left, int right) {
        return keys[static_cast<std::size_t>(left)] < keys[static_cast<std::size_t>(right)];
    });
}

const SequenceQuality* SequenceTableModel::qualityOf(int sequence) const {
    return sequence < scanned_ ? &qualities_[static_cast<std::size_t>(sequence)] : nullptr;
}

int SequenceTableModel::rowOf(int sequence) const {
    const auto found = std::find(rows_.begin(), rows_.end(), sequence);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QString SequenceTableModel::nameAt(int row) const {
    return QString::fromStdString(dataset_->sequences[static_cast<std::size_t>(sequenceAt(row))].name);
}

int SequenceTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SequenceTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : sequenceColumnCount;
}

QVariant SequenceTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto column = static_cast<SequenceColumn>(index.column());
    const int sequence = sequenceAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(sequence, column);
    case Qt::ToolTipRole:
        return toolTip(sequence, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    case Qt::DecorationRole: {
        if (column != SequenceColumn::sequenceClass) return {};
        const std::vector<int> classes = classesOf(*dataset_, sequence);
        if (classes.size() > 1) return {}; // no colour stands for several
        return viz::class_swatch(classes.empty() ? -1 : classes.front());
    }
    default:
        return {};
    }
}

QString SequenceTableModel::classText(int sequence) const {
    QStringList names;
    for (const int label : classesOf(*dataset_, sequence)) names << dataset_->className(label);
    return names.isEmpty() ? dataset_->className(-1) : names.join(QStringLiteral(" · "));
}

QString SequenceTableModel::text(int sequence, SequenceColumn column) const {
    const SequenceInfo& info = dataset_->sequences[static_cast<std::size_t>(sequence)];
    const SequenceQuality* quality =
        sequence < scanned_ ? &qualities_[static_cast<std::size_t>(sequence)] : nullptr;
    switch (column) {
    case SequenceColumn::name:
        return QString::fromStdString(info.name);
    case SequenceColumn::sequenceClass:
        return classText(sequence);
    case SequenceColumn::subject:
        return orDash(info.subject);
    case SequenceColumn::camera:
        return orDash(info.camera);
    case SequenceColumn::setup:
        return orDash(info.setup);
    case SequenceColumn::repetition:
        return orDash(info.repetition);
    case SequenceColumn::frames:
        return countText(info.length);
    case SequenceColumn::duration:
        return durationText(static_cast<double>(info.length) / dataset_->info.frame_rate);
    case SequenceColumn::bodies:
        return quality ? QString::number(quality->bodies) : QStringLiteral("…");
    case SequenceColumn::intervals:
        return QString::number(dataset_->intervalCount(sequence));
    case SequenceColumn::problems:
        return quality ? problemsText(*quality) : QStringLiteral("…");
    }
    return {};
}

QString SequenceTableModel::toolTip(int sequence, SequenceColumn column) const {
    if (column == SequenceColumn::name) return text(sequence, column);
    if (column == SequenceColumn::sequenceClass)
        return text(sequence, column).replace(QStringLiteral(" · "), QStringLiteral("\n"));
    if (column != SequenceColumn::problems) return {};
    if (sequence >= scanned_) return tr("This sequence has not been looked at yet.");
    if (qualities_[static_cast<std::size_t>(sequence)].fine())
        return tr("A body in every frame, no drop-out, no jump faster than %1 m/s.").arg(jump_speed);
    return text(sequence, column);
}

QVariant SequenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= sequenceColumnCount) return {};
    const auto column = static_cast<SequenceColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                                  Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (column) {
    case SequenceColumn::name:
        return tr("Name");
    case SequenceColumn::sequenceClass:
        return tr("Class");
    case SequenceColumn::subject:
        return tr("Subject");
    case SequenceColumn::camera:
        return tr("Camera");
    case SequenceColumn::setup:
        return tr("Setup");
    case SequenceColumn::repetition:
        return tr("Repetition");
    case SequenceColumn::frames:
        return tr("Frames");
    case SequenceColumn::duration:
        return tr("Duration");
    case SequenceColumn::bodies:
        return tr("Bodies");
    case SequenceColumn::intervals:
        return tr("Intervals");
    case SequenceColumn::problems:
        return tr("Problems");
    }
    return {};
}

} // namespace kinelens::ui
