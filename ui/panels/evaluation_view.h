// EvaluationView: what one evaluation found: its figures, who was taken for whom, accuracy by class, and
// below them the sequences behind whatever was chosen. A second run beside it is compared by McNemar's test.
#pragma once

#include "ui/models/tested_sequences_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace kinelens::viz {
class ClassBars;
class ConfusionMatrix;
} // namespace kinelens::viz

namespace kinelens::ui {

class EmptyPage;
class FiguresTree;
class DatasetService;
class MessageBar;
class NeighbourBoard;
class Playhead;
class ResultsExport;
class Selection;

class EvaluationView : public QWidget {
    Q_OBJECT
public:
    EvaluationView(DatasetService& service, Selection& selection, Playhead& playhead,
                   QWidget* parent = nullptr);

    // Results files: the first is shown, the second compared with it. They are read on another thread.
    void showFiles(const QStringList& files);
    void showNothing(const QString& title, const QString& explanation);

    const ShownResultsPtr& shown() const { return shown_; }
    TestedSequencesModel& sequences() { return *model_; }
    viz::ConfusionMatrix& matrix() { return *matrix_; }
    NeighbourBoard& board() { return *board_; }
    ResultsExport& exporter() { return *export_; }
    QString comparisonText() const;

signals:
    void loaded();

private:
    QWidget* buildTabs();
    QWidget* buildMatrix();
    QWidget* buildSequences();
    void take(const ShownResultsPtr& shown);
    void compareWith(const ShownResultsPtr& other);
    void refreshHeader();
    void setFilter(const TestedFilter& filter, const QString& words);
    void chooseList(int index);
    void showRow(const QModelIndex& index);
    void showNeighbours(int row);
    void markSelected();

    Selection& selection_;
    ShownResultsPtr shown_;
    QString other_; // results file that is compared with
    int generation_ = 0;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    MessageBar* message_;
    QLabel* title_;
    QLabel* facts_;
    QLabel* comparison_;
    QTabWidget* tabs_;
    FiguresTree* figures_;
    viz::ConfusionMatrix* matrix_;
    viz::ClassBars* bars_;
    QComboBox* list_;
    QLabel* count_;
    TestedSequencesModel* model_;
    QTableView* table_;
    ResultsExport* export_;
    NeighbourBoard* board_;
    QScrollArea* boardArea_;
};

} // namespace kinelens::ui
