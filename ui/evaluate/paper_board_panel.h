// PaperBoardPanel: the paper's tables beside ours. An empty cell starts the run that fills it, a full one
// opens its results, one without its dataset says what to import.
#pragma once

#include "ui/evaluate/paper_board_model.h"
#include "ui/jobs/job_runner.h"

#include <QElapsedTimer>
#include <QWidget>
#include <map>

class QLabel;
class QPushButton;
class QTableView;

namespace kinelens::ui {

class DatasetService;
class MessageBar;
class RunScanner;
struct RunEntry;

class PaperBoardPanel : public QWidget {
    Q_OBJECT
public:
    PaperBoardPanel(JobRunner& runner, RunScanner& scanner, DatasetService& service,
                    QWidget* parent = nullptr);

    PaperBoardModel& model() { return *model_; }
    // As Return on that cell does.
    void activate(const QModelIndex& index);

signals:
    void resultsWanted(const QString& file);
    void detectionWanted(const QString& folder); // the run's, or that of an ablation's row
    void runStarted(const QString& folder);
    void columnsFound(); // which columns the open dataset can fill is known

private:
    void build();
    void refresh();
    // Of a finished run; nothing where its summary is damaged.
    const std::vector<BoardFinding>& findingsIn(const RunEntry& run, std::vector<Error>& damaged);
    void tellDamaged(const std::vector<Error>& damaged);
    void lookAtDataset();
    void lookUpSources(const std::vector<BoardFinding>& findings);
    void start(const BoardRow& row, const BoardColumn& column);
    void exportTable();

    JobRunner& runner_;
    RunScanner& scanner_;
    DatasetService& service_;
    PaperBoard board_;
    PaperBoardModel* model_;
    MessageBar* message_;
    QTableView* table_;
    QLabel* hint_;
    QSet<QString> open_;
    QHash<QString, PublishedShare> parts_; // of the open dataset, by column
    bool classes_ = false;
    BoardSources sources_;
    QSet<QString> asked_; // files with the hash they should have: looked up, or being so
    std::map<QString, Result<std::vector<BoardFinding>>> read_; // of finished runs, by folder
    QStringList damaged_;                                       // names of runs that are told as left out
    QString lastStarted_;                                       // cell, with
    QElapsedTimer sinceStart_;
};

// The sheet as CSV: table, row, then paper, ours and our stamp of every column.
QString boardCsv(const PaperBoardModel& model);

} // namespace kinelens::ui
