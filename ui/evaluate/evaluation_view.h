// EvaluationView: what one evaluation found: its figures, who was taken for whom, accuracy by class, and
// below them the sequences behind whatever was chosen. A second run beside it is compared by McNemar's test.
#pragma once

#include "ui/evaluate/tested_sequences_model.h"

#include <QJsonObject>
#include <QWidget>
#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace kinelens::viz {
class ClassBars;
class ConfusionMatrix;
class WeightTriangle;
} // namespace kinelens::viz

namespace kinelens::ui {

class ActionRegistry;
class EmptyPage;
class FiguresTree;
class DatasetService;
class MessageBar;
class NeighbourBoard;
class Playhead;
class ResultsExport;
class Selection;
class TurningSplitter;

class EvaluationView : public QWidget {
    Q_OBJECT
public:
    EvaluationView(DatasetService& service, Selection& selection, Playhead& playhead,
                   QWidget* parent = nullptr);

    void addCommands(ActionRegistry& registry);

    // Results files: the first is shown, the second compared with it, more are said to be too many. They are
    // read on another thread.
    void showFiles(const QStringList& files);
    void showNothing(const QString& title, const QString& explanation);
    void setFiller(const QString& text, std::function<void()> action); // the button while nothing is shown

    // Which page is open and how the place is shared, to be kept from one session to the next.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

    const ShownResultsPtr& shown() const { return shown_; }
    TestedSequencesModel& sequences() { return *model_; }
    viz::ConfusionMatrix& matrix() { return *matrix_; }
    NeighbourBoard& board() { return *board_; }
    ResultsExport& exporter() { return *export_; }
    viz::WeightTriangle& weights() { return *weights_; }
    bool weightsShown() const; // of ensembles whose map was made
    QString factsText() const;
    QString comparisonText() const;
    // What is wrong with what is shown or asked for, and that the open dataset is another one.
    const MessageBar& message() const { return *message_; }
    const MessageBar& otherData() const { return *otherData_; }

signals:
    void loaded();
    void subsetWanted(const QStringList& names); // the dataset's table shall show these alone

private:
    QWidget* buildTabs();
    QWidget* buildMatrix();
    QWidget* buildTold(QWidget* page);
    QWidget* buildSequences();
    void take(const ShownResultsPtr& shown);
    void take(const ShownComparison& compared);
    void showStamp();
    void showWeights();
    void compareData();
    void setFilter(const TestedFilter& filter, const QString& words);
    void chooseList(int index);
    void showRow(const QModelIndex& index);
    void showNeighbours(int row);
    void markSelected();

    DatasetService& service_;
    Selection& selection_;
    ShownResultsPtr shown_;
    int generation_ = 0;
    int leftOut_ = 0; // runs that were chosen besides the two
    QStackedWidget* stack_;
    EmptyPage* empty_;
    MessageBar* message_;
    MessageBar* otherData_;
    QLabel* title_;
    QLabel* facts_;
    QLabel* comparison_;
    QTabWidget* tabs_;
    FiguresTree* figures_;
    viz::ConfusionMatrix* matrix_;
    viz::ClassBars* bars_;
    viz::WeightTriangle* weights_;
    QComboBox* list_;
    QLabel* count_;
    QPushButton* subset_;
    TestedSequencesModel* model_;
    QTableView* table_;
    ResultsExport* export_;
    NeighbourBoard* board_;
    QScrollArea* boardArea_;
    TurningSplitter* parts_; // figures and matrix, and the sequences behind them
};

} // namespace kinelens::ui
