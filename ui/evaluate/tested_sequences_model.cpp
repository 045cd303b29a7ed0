#include "ui/evaluate/tested_sequences_model.h"

namespace kinelens::ui {

void TestedSequencesModel::setResults(const ShownResultsPtr& shown) {
    beginResetModel();
    shown_ = shown;
    filter_ = {};
    collect();
    endResetModel();
}

void TestedSequencesModel::setFilter(const TestedFilter& filter) {
    beginResetModel();
    filter_ = filter;
    collect();
    endResetModel();
}

void TestedSequencesModel::collect() {
    rows_.clear();
    if (!shown_) return;
    const EvaluationResults& results = shown_->results;
    for (std::size_t i = 0; i < results.names.size(); ++i) {
        if (filter_.wrongOnly && shown_->right(i)) continue;
        if (filter_.truth >= 0 && results.truth[i] != filter_.truth) continue;
        if (filter_.said >= 0 && results.predicted[i] != filter_.said) continue;
        rows_.push_back(i);
    }
}

QString TestedSequencesModel::nameAt(int row) const {
    return QString::fromStdString(shown_->results.names[rows_[static_cast<std::size_t>(row)]]);
}

QString TestedSequencesModel::nearestAt(int row) const {
    const RetrievedNeighbours& found = shown_->results.retrieved;
    if (found.k == 0) return {};
    const auto place = found.indices[rows_[static_cast<std::size_t>(row)] * found.k];
    return QString::fromStdString(found.gallery_names[static_cast<std::size_t>(place)]);
}

QStringList TestedSequencesModel::names() const {
    QStringList all;
    all.reserve(static_cast<qsizetype>(rows_.size()));
    for (const std::size_t sample : rows_) all << QString::fromStdString(shown_->results.names[sample]);
    return all;
}

int TestedSequencesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int TestedSequencesModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid()) return 0;
    return shown_ && shown_->results.retrieved.k > 0 ? Distance + 1 : Verdict + 1;
}

QVariant TestedSequencesModel::display(std::size_t sample, int column) const {
    const EvaluationResults& results = shown_->results;
    switch (column) {
    case Name:
        return QString::fromStdString(results.names[sample]);
    case Truth:
        return shown_->className(results.truth[sample]);
    case Said:
        return shown_->className(results.predicted[sample]);
    case Verdict:
        return shown_->right(sample) ? tr("right") : tr("✗ wrong");
    case Nearest: {
        const auto place = static_cast<std::size_t>(results.retrieved.indices[sample * results.retrieved.k]);
        return tr("%1 (%2)").arg(QString::fromStdString(results.retrieved.gallery_names[place]),
                                 shown_->className(results.retrieved.gallery_truth[place]));
    }
    case Distance:
        return QString::number(results.retrieved.distances[sample * results.retrieved.k], 'f', 4);
    default:
        return {};
    }
}

QVariant TestedSequencesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !shown_) return {};
    if (role == Qt::TextAlignmentRole && index.column() == Distance)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return display(rows_[static_cast<std::size_t>(index.row())], index.column());
}

QVariant TestedSequencesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QStringList titles{tr("Sequence"), tr("Class"),   tr("Said"),
                             tr("Verdict"),  tr("Nearest"), tr("Distance")};
    return titles.value(section);
}

} // namespace kinelens::ui
