// RunListModel: the runs as a table. Rows keep their place while they change, so a selection survives.
#pragma once

#include "ui/jobs/run_scanner.h"
#include "ui/messages/run_words.h"

#include <QAbstractTableModel>

namespace kinelens::ui {

class RunListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, Name, Progress, Figure, Dataset, Preset, Started, Duration, column_count };
    enum Role { SortRole = Qt::UserRole, FolderRole };

    explicit RunListModel(RunScanner& scanner, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const RunEntry* run(const QModelIndex& index) const;

private:
    void update();
    QVariant display(const RunEntry& run, int column) const;
    QVariant sortValue(const RunEntry& run, int column) const;

    RunScanner& scanner_;
    std::vector<RunEntry> runs_;
};

// Why a run failed or was lost, in a sentence; empty where there is nothing to say.
QString runReason(const RunEntry& run);

} // namespace kinelens::ui
