// The sequences of the open dataset as a table: filtered and sorted over row numbers, so that 60,000 rows
// cost nothing but what is on the screen.
#pragma once

#include "ui/state/sequence_filter.h"

#include <QAbstractTableModel>

namespace kinelens::ui {

enum class SequenceColumn {
    name,
    sequenceClass,
    subject,
    camera,
    frames,
    bodies,
    intervals,
    problems,
    duration,
    setup,
    repetition
};
inline constexpr int sequenceColumnCount = 11;

class SequenceTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setDataset(const OpenDatasetPtr& dataset); // null: empty
    const OpenDatasetPtr& dataset() const { return dataset_; }
    void addQualities(int first, const std::vector<SequenceQuality>& qualities);
    int scanned() const { return scanned_; }
    const SequenceQuality* qualityOf(int sequence) const; // null: not measured yet

    const SequenceFilter& filter() const { return filter_; }
    void setFilter(const SequenceFilter& filter);
    const std::vector<FacetValue>& facet(Facet facet) const;
    int total() const { return dataset_ ? static_cast<int>(dataset_->sequences.size()) : 0; }

    int sequenceAt(int row) const { return rows_[static_cast<std::size_t>(row)]; } // index in the dataset
    int rowOf(int sequence) const;                                                 // -1: filtered away
    QString nameAt(int row) const;
    int sortColumn() const { return sortColumn_; } // -1: the dataset's own order
    Qt::SortOrder sortOrder() const { return sortOrder_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void facetsChanged();
    void scannedChanged();

private:
    void refilter();
    void sortRows();
    QString text(int sequence, SequenceColumn column) const;
    QString classText(int sequence) const;
    QString toolTip(int sequence, SequenceColumn column) const;

    OpenDatasetPtr dataset_;
    std::vector<SequenceQuality> qualities_;
    int scanned_ = 0; // sequences measured so far, from the first
    int counted_ = 0; // as many when the facets were counted
    SequenceFilter filter_;
    SequenceFilter::Outcome outcome_;
    std::vector<int> rows_;
    int sortColumn_ = -1; // the dataset's own order
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

} // namespace kinelens::ui
