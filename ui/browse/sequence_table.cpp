#include "ui/browse/sequence_table.h"

#include "ui/browse/search_delegate.h"
#include "ui/state/selection.h"
#include "ui/widgets/steady_choice.h"

#include <QHeaderView>
#include <algorithm>

namespace kinelens::ui {

SequenceTable::SequenceTable(SequenceTableModel& model, Selection& selection, QWidget* parent)
    : QTableView(parent)
    , model_(model)
    , selection_(selection) {
    setModel(&model_);
    keepChoiceFromFocus(*this);
    setItemDelegate(new SearchDelegate(model_, this));
    setAccessibleName(tr("Sequences"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setTabKeyNavigation(false);
    setIconSize({10, 10});
    setHorizontalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SequenceTable::publish);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (!restoring_ && now.isValid()) selection_.setCurrent(model_.nameAt(now.row()));
    });
    connect(&model_, &SequenceTableModel::modelAboutToBeReset, this, [this] { restoring_ = true; });
    connect(
        &model_, &SequenceTableModel::modelReset, this,
        [this] {
            restore();
            publish(); // what a filter hides is no longer chosen
        },
        Qt::QueuedConnection);
    connect(&selection_, &Selection::currentChanged, this, &SequenceTable::showCurrent);
    connect(&selection_, &Selection::selectedChanged, this, [this] {
        if (!publishing_) restore();
    });
}

void SequenceTable::fitColumns() {
    if (!model_.dataset()) return;
    const auto& dataset = *model_.dataset();
    auto known = [&](auto field) {
        return std::any_of(dataset.sequences.begin(), dataset.sequences.end(),
                           [&](const SequenceInfo& info) { return info.*field >= 0; });
    };
    const QFontMetrics metrics = fontMetrics();
    auto fit = [&](SequenceColumn column, int characters, bool shown = true) {
        setColumnHidden(static_cast<int>(column), !shown);
        const QString title =
            model_.headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(static_cast<int>(column),
                       std::max(metrics.horizontalAdvance(QLatin1Char('0')) * characters,
                                metrics.horizontalAdvance(title) + 12) +
                           8);
    };
    std::size_t longest = 12;
    for (const SequenceInfo& info : dataset.sequences) longest = std::max(longest, info.name.size());
    fit(SequenceColumn::name, static_cast<int>(std::min<std::size_t>(longest, 28)) + 1);
    fit(SequenceColumn::sequenceClass, 14, known(&SequenceInfo::label) || dataset.untrimmed());
    fit(SequenceColumn::subject, 6, known(&SequenceInfo::subject));
    fit(SequenceColumn::camera, 6, known(&SequenceInfo::camera));
    fit(SequenceColumn::setup, 6, known(&SequenceInfo::setup));
    fit(SequenceColumn::repetition, 6, known(&SequenceInfo::repetition));
    fit(SequenceColumn::frames, 7);
    fit(SequenceColumn::duration, 9);
    fit(SequenceColumn::bodies, 6);
    fit(SequenceColumn::intervals, 8, dataset.untrimmed());
    fit(SequenceColumn::problems, 18);
    if (model_.sortColumn() >= 0 && isColumnHidden(model_.sortColumn()))
        sortByColumn(-1, Qt::AscendingOrder); // nobody would see by what
}

void SequenceTable::publish() {
    if (restoring_) return;
    QStringList names;
    const QModelIndexList rows = selectionModel()->selectedRows();
    names.reserve(rows.size());
    for (const QModelIndex& index : rows) names << model_.nameAt(index.row());
    publishing_ = true;
    selection_.setSelected(names);
    publishing_ = false;
}

// Neighbouring rows are one range, and the old choice goes first: Qt compares every new range with every old
// one.
void SequenceTable::restore() {
    if (!model_.dataset()) return;
    restoring_ = true;
    const OpenDataset& dataset = *model_.dataset();
    std::vector<bool> wanted(dataset.sequences.size());
    for (const QString& name : selection_.selected())
        if (const int sequence = dataset.rowOf.value(name, -1); sequence >= 0)
            wanted[static_cast<std::size_t>(sequence)] = true;
    const auto isWanted = [&](int row) { return wanted[static_cast<std::size_t>(model_.sequenceAt(row))]; };
    QItemSelection chosen;
    const int rows = selection_.selected().isEmpty() ? 0 : model_.rowCount();
    for (int row = 0; row < rows; ++row) {
        if (!isWanted(row)) continue;
        const int first = row;
        while (row + 1 < rows && isWanted(row + 1)) ++row;
        chosen.append(
            QItemSelectionRange(model_.index(first, 0), model_.index(row, sequenceColumnCount - 1)));
    }
    const int current = model_.rowOf(dataset.rowOf.value(selection_.current(), -1));
    if (current >= 0)
        selectionModel()->setCurrentIndex(model_.index(current, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->clearSelection();
    selectionModel()->select(chosen, QItemSelectionModel::Select);
    if (current >= 0) scrollTo(model_.index(current, 0));
    restoring_ = false;
}

// selectRow() would heed the keys that happen to be down, such as those of a command.
void SequenceTable::chooseAlone(int row) {
    selectionModel()->setCurrentIndex(model_.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void SequenceTable::showCurrent(const QString& name) {
    if (!model_.dataset() || restoring_) return;
    const int row = model_.rowOf(model_.dataset()->rowOf.value(name, -1));
    if (row < 0 || row == currentIndex().row()) return;
    if (selectionModel()->isRowSelected(row)) // walking among the chosen leaves them chosen
        selectionModel()->setCurrentIndex(model_.index(row, 0), QItemSelectionModel::NoUpdate);
    else
        chooseAlone(row);
    scrollTo(model_.index(row, 0));
}

} // namespace kinelens::ui
