// SequenceBrowser: the open dataset's sequences as a table, with filters beside it, how many are shown and
// the way back to all of them.
#pragma once

#include "ui/browse/browse_state.h"
#include "ui/browse/sequence_table_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace kinelens::ui {

class EmptyPage;
class FacetList;
class Selection;
class SequenceTable;

class SequenceBrowser : public QWidget {
    Q_OBJECT
public:
    explicit SequenceBrowser(Selection& selection, QWidget* parent = nullptr);

    void setDataset(const OpenDatasetPtr& dataset); // null: empty; another one has no filter
    void search(const QString& text);
    void showOnly(const QStringList& names); // no others; empty: all
    void clearFilters();
    void selectFirst(); // if any sequence is listed

    // Sort and filter, to be kept from one session to the next. What is restored waits for the dataset it
    // belongs to.
    BrowseState state() const;
    void restore(const BrowseState& state);

    SequenceTableModel& model() { return *model_; }
    const SequenceTableModel& model() const { return *model_; }
    QString shownText() const; // "120 of 1 000 sequences"
    QSplitter& splitter() { return *splitter_; }

signals:
    void filterChanged();

private:
    void build();
    void refresh();
    void takeRestored();

    SequenceTableModel* model_;
    QSplitter* splitter_;
    FacetList* facets_;
    QStackedWidget* pages_; // the table, or why it is empty
    SequenceTable* table_;
    EmptyPage* nothing_;
    QLabel* count_;
    QPushButton* clear_;
    BrowseState restored_; // of no dataset: nothing waits
};

} // namespace kinelens::ui
