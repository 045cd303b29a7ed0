// SequenceTable: the table view; keeps the chosen sequences chosen, by name, whatever the filter does.
#pragma once

#include "ui/browse/sequence_table_model.h"

#include <QTableView>

namespace kinelens::ui {

class Selection;

class SequenceTable : public QTableView {
    Q_OBJECT
public:
    SequenceTable(SequenceTableModel& model, Selection& selection, QWidget* parent = nullptr);

    // Columns that say nothing in this dataset are hidden.
    void fitColumns();
    // Current and chosen, and no other, whatever keys are down.
    void chooseAlone(int row);

private:
    void publish();
    void restore();
    void showCurrent(const QString& name);

    SequenceTableModel& model_;
    Selection& selection_;
    bool restoring_ = false;
    bool publishing_ = false;
};

} // namespace kinelens::ui
