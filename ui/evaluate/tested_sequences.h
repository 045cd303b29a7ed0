// TestedSequences: the table of the sequences that an evaluation tested: all, the wrong ones, or those behind
// whatever was chosen beside it. A choice becomes the program's selection, a row the sequence that plays.
#pragma once

#include "ui/evaluate/tested_sequences_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace kinelens::ui {

class Selection;

class TestedSequences : public QWidget {
    Q_OBJECT
public:
    explicit TestedSequences(Selection& selection, QWidget* parent = nullptr);

    void setResults(const ShownResultsPtr& shown); // all of them
    // `words`: what was chosen; empty: one of the lists that are always there.
    void setFilter(const TestedFilter& filter, const QString& words);
    void offerSubset(); // as the button does

    TestedSequencesModel& model() { return *model_; }

signals:
    void queryChanged(int row); // the sequence that is looked at
    void subsetWanted(const QStringList& names);

private:
    void build();
    void chooseList(int index);
    void showRow(const QModelIndex& index);

    Selection& selection_;
    ShownResultsPtr shown_;
    TestedSequencesModel* model_;
    QComboBox* list_;
    QLabel* count_;
    QPushButton* subset_;
    QTableView* table_;
};

} // namespace kinelens::ui
