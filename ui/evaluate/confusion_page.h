// ConfusionPage: the confusion matrix of an evaluation with its controls, and a line for what is under the
// pointer. Sequences that are selected in the program are framed.
#pragma once

#include "ui/state/shown_results.h"

#include <QWidget>

namespace kinelens::viz {
class ConfusionMatrix;
}

namespace kinelens::ui {

class Selection;

class ConfusionPage : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionPage(Selection& selection, QWidget* parent = nullptr);

    void setResults(const ShownResultsPtr& shown);
    viz::ConfusionMatrix& matrix() { return *matrix_; }

signals:
    void cellChosen(int truth, int said);

private:
    QLayout* buildControls();
    QWidget* buildTold();
    void markSelected();

    Selection& selection_;
    ShownResultsPtr shown_;
    viz::ConfusionMatrix* matrix_;
};

} // namespace kinelens::ui
