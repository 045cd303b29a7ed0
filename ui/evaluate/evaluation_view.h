// EvaluationView: what one evaluation found: its figures, who was taken for whom, accuracy by class, and
// below them the sequences behind whatever was chosen. A second run beside it is compared by McNemar's test.
#pragma once

#include "ui/evaluate/tested_sequences.h"
#include "ui/state/shown_evaluation.h"

#include <QJsonObject>
#include <functional>

class QScrollArea;
class QStackedWidget;
class QTabWidget;

namespace kinelens::viz {
class ClassBars;
class ConfusionMatrix;
class WeightTriangle;
} // namespace kinelens::viz

namespace kinelens::ui {

class ActionRegistry;
class ConfusionPage;
class EmptyPage;
class FiguresTree;
class DatasetService;
class MessageBar;
class NeighbourBoard;
class Playhead;
class ResultsExport;
class TurningSplitter;

class EvaluationView : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        DatasetService& service;
        Selection& selection;
        Playhead& playhead;
        ShownEvaluation& evaluation;
    };
    explicit EvaluationView(const Parts& parts, QWidget* parent = nullptr);

    void addCommands(ActionRegistry& registry);

    void showNothing(const QString& title, const QString& explanation); // no evaluation is shown any more
    void setFiller(const QString& text, std::function<void()> action);  // the button while nothing is shown

    // Which page is open and how the place is shared, to be kept from one session to the next.
    QJsonObject state() const;
    void restore(const QJsonObject& state);

    TestedSequencesModel& sequences() { return sequences_->model(); }
    viz::ConfusionMatrix& matrix();
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
    void subsetWanted(const QStringList& names); // the dataset's table shall show these alone

private:
    void build();
    void buildTabs();
    void connectParts();
    void take();
    void takeComparison(const ShownComparison& compared);
    void showWeights(const ShownResults& shown);
    void compareData();
    void showNeighbours(int row);

    Parts parts_;
    QStackedWidget* stack_;
    EmptyPage* empty_;
    MessageBar* message_;
    MessageBar* otherData_;
    QLabel* title_;
    QLabel* facts_;
    QLabel* comparison_;
    QTabWidget* tabs_;
    FiguresTree* figures_;
    ConfusionPage* confusion_;
    viz::ClassBars* bars_;
    viz::WeightTriangle* weights_;
    TestedSequences* sequences_;
    ResultsExport* export_;
    NeighbourBoard* board_;
    QScrollArea* boardArea_;
    TurningSplitter* splitter_; // figures and matrix, and the sequences behind them
};

} // namespace kinelens::ui
