// FiguresTree: an evaluation's figures: over all sequences, by fold, and by what is known of the sequences.
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
    void addFolds(const EvaluationResults& results);
    void addSlices(const std::vector<Slice>& slices);
};

// "86.3 %"
QString shareText(double share);

} // namespace kinelens::ui
