// FiguresTree: an evaluation's figures: over all sequences, by repetition and fold, by what is known of the
// sequences, and the labelled sequences that few-label training learned from.
#pragma once

#include "ui/state/shown_results.h"

#include <QTreeWidget>

namespace kinelens::ui {

class FiguresTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit FiguresTree(QWidget* parent = nullptr);
    void setResults(const ShownResultsPtr& shown);

private:
    QTreeWidgetItem* addGroup(const QString& title);
    void addFigures(QTreeWidgetItem* item, const ClassificationFigures& figures);
    void addSpread(QTreeWidgetItem* item, const MeanAndSpread& figure, const QString& tip);
    void addRepeats(const RepeatFigures& repeats);
    void addFolds(const ShownResults& shown);
    void addSlices(const std::vector<Slice>& slices);
    void addSubset(const EvaluationResults& results);
    void listSubset(QTreeWidgetItem* item); // its names, when it is opened

    ShownResultsPtr shown_;
};

} // namespace kinelens::ui
