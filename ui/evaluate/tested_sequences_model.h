// TestedSequencesModel: the sequences that an evaluation tested, as a table: all, the wrong ones, or those of
// one class or of one pair of classes.
#pragma once

#include "ui/state/shown_results.h"

#include <QAbstractTableModel>

namespace kinelens::ui {

struct TestedFilter {
    bool wrongOnly = false;
    std::int32_t truth = -1; // -1: any
    std::int32_t said = -1;
};

class TestedSequencesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Truth, Said, Verdict, Nearest, Distance };

    using QAbstractTableModel::QAbstractTableModel;

    void setResults(const ShownResultsPtr& shown);
    void setFilter(const TestedFilter& filter);
    const TestedFilter& filter() const { return filter_; }

    std::size_t sampleAt(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    QString nameAt(int row) const;
    QString nearestAt(int row) const; // of a retrieval; empty otherwise
    QStringList names() const;        // of all rows

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(std::size_t sample, int column) const;
    void collect();

    ShownResultsPtr shown_;
    TestedFilter filter_;
    std::vector<std::size_t> rows_; // samples
};

} // namespace kinelens::ui
