#include "ui/panels/sequence_table.h"

#include "ui/state/selection.h"

#include <QHeaderView>
#include <QSet>
#include <algorithm>

namespace kinelens::ui {

SequenceTable::SequenceTable(SequenceTableModel& model, Selection& selection, QWidget* parent)
    : QTableView(parent)
    , model_(model)
    , selection_(selection) {
    setModel(&model_);
    setAccessibleName(tr("Sequences"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
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
    fit(SequenceColumn::sequenceClass, 14, known(&SequenceInfo::label));
    fit(SequenceColumn::subject, 6, known(&SequenceInfo::subject));
    fit(SequenceColumn::camera, 6, known(&SequenceInfo::camera));
    fit(SequenceColumn::setup, 6, known(&SequenceInfo::setup));
    fit(SequenceColumn::repetition, 6, known(&SequenceInfo::repetition));
    fit(SequenceColumn::frames, 7);
    fit(SequenceColumn::duration, 9);
    fit(SequenceColumn::bodies, 6);
    fit(SequenceColumn::intervals, 8, dataset.untrimmed());
    fit(SequenceColumn::problems, 18);
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

void SequenceTable::restore() {
    restoring_ = true;
    const QStringList list = selection_.selected();
    const QSet<QString> names(list.begin(), list.end());
    QItemSelection chosen;
    int current = -1;
    for (int row = 0; row < model_.rowCount() && (!names.isEmpty() || !selection_.current().isEmpty());
         ++row) {
        const QString name = model_.nameAt(row);
        if (names.contains(name))
            chosen.select(model_.index(row, 0), model_.index(row, sequenceColumnCount - 1));
        if (name == selection_.current()) current = row;
    }
    if (current >= 0)
        selectionModel()->setCurrentIndex(model_.index(current, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(chosen, QItemSelectionModel::ClearAndSelect);
    if (current >= 0) scrollTo(model_.index(current, 0));
    restoring_ = false;
}

void SequenceTable::showCurrent(const QString& name) {
    if (!model_.dataset() || restoring_) return;
    const int row = model_.rowOf(model_.dataset()->rowOf.value(name, -1));
    if (row < 0 || row == currentIndex().row()) return;
    selectRow(row);
    scrollTo(model_.index(row, 0));
}

} // namespace kinelens::ui
