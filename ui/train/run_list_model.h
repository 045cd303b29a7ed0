// RunListModel: the runs, with the features and maps that were made of them below each. Rows keep their place
// while they change, so that what is selected and open stays so.
#pragma once

#include "ui/jobs/run_facts.h"
#include "ui/messages/run_words.h"
#include "ui/train/run_families.h"

#include <QAbstractItemModel>

namespace kinelens::ui {

class RunListModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, State, Progress, Figure, Dataset, Preset, Started, Duration, column_count };
    enum Role { SortRole = Qt::UserRole, FolderRole, SearchRole };

    explicit RunListModel(RunScanner& scanner, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const RunEntry* run(const QModelIndex& index) const;

    // The colours of the runs whose curves are compared, as indices of viz::line_style(); others have none.
    void setColours(const QHash<QString, int>& colours);

private:
    struct Line {
        RunEntry run;
        QString title;
        quintptr key = 0; // of its lines below: stays theirs while lines move
        std::vector<Line> below;
    };
    void update();
    void take(std::vector<Line>& lines, const std::vector<ListedRun>& fresh, const QModelIndex& parent);
    void arrange(std::vector<Line>& lines, const std::vector<ListedRun>& fresh, const QModelIndex& parent);
    void tellChanged(const QModelIndex& parent);
    const Line* line(const QModelIndex& index) const;
    QVariant display(const Line& line, int column) const;
    QVariant sortValue(const Line& line, int column) const;
    QVariant decoration(const RunEntry& run, int column) const;

    RunScanner& scanner_;
    std::vector<Line> lines_;
    QHash<QString, int> colours_;
    quintptr last_key_ = 0;
};

} // namespace kinelens::ui
