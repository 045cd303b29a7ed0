#include "ui/evaluate/tested_sequences.h"

#include "ui/messages/figures.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/steady_choice.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace kinelens::ui {
namespace {

enum List { All, Wrong, Chosen };

void setLooks(QTableView& table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setAlternatingRowColors(true);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTextElideMode(Qt::ElideMiddle);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 8);
    table.horizontalHeader()->setStretchLastSection(true);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

TestedSequences::TestedSequences(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , model_(new TestedSequencesModel(this))
    , list_(new QComboBox(this))
    , count_(new QLabel(this))
    , subset_(new QPushButton(tr("Only these in the table"), this))
    , table_(new QTableView(this)) {
    build();
    connect(subset_, &QPushButton::clicked, this, &TestedSequences::offerSubset);
    connect(list_, &QComboBox::activated, this, &TestedSequences::chooseList);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &TestedSequences::showRow);
    connect(table_, &QTableView::clicked, this, &TestedSequences::showRow); // again, after something else
}

void TestedSequences::build() {
    list_->setAccessibleName(tr("Which sequences are listed"));
    list_->addItems({tr("All tested sequences"), tr("Wrong ones")});
    list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setMinimumContentsLength(12);
    count_->setForegroundRole(QPalette::PlaceholderText);
    count_->setContentsMargins(8, 4, 8, 4);
    subset_->setToolTip(tr("Show exactly the sequences of this list in Browse"));
    table_->setModel(model_);
    keepChoiceFromFocus(*table_);
    table_->setAccessibleName(tr("Tested sequences"));
    setLooks(*table_);
    auto* bar = makeRow(nullptr, {8, 4, 8, 4}, 12);
    bar->addWidget(list_, 1);
    bar->addWidget(subset_);
    auto* layout = makeColumn(this);
    layout->addLayout(bar);
    layout->addWidget(table_, 1);
    layout->addWidget(count_);
}

void TestedSequences::setResults(const ShownResultsPtr& shown) {
    shown_ = shown;
    model_->setResults(shown_);
    setFilter({}, {});
    table_->resizeColumnsToContents();
}

void TestedSequences::offerSubset() {
    if (shown_) emit subsetWanted(model_->names());
}

// The choice becomes the program's selection: the browser's table and the map show it too. What is current
// goes first, for the table then chooses that one alone.
void TestedSequences::setFilter(const TestedFilter& filter, const QString& words) {
    model_->setFilter(filter);
    while (list_->count() > Chosen) list_->removeItem(Chosen);
    if (!words.isEmpty()) list_->addItem(words);
    list_->setCurrentIndex(words.isEmpty() ? (filter.wrongOnly ? Wrong : All) : Chosen);
    const auto all = static_cast<int>(shown_->results.names.size());
    count_->setText(model_->rowCount() < all
                        ? tr("%1 of %2 sequences").arg(countText(model_->rowCount()), countText(all))
                    : all == 1 ? tr("1 sequence")
                               : tr("%1 sequences").arg(countText(all)));
    emit queryChanged(0);
    if (words.isEmpty() && !filter.wrongOnly) return;
    if (model_->rowCount() > 0) table_->selectRow(0);
    selection_.setSelected(model_->names());
}

void TestedSequences::chooseList(int index) {
    if (index != Chosen) setFilter({index == Wrong, -1, -1}, {});
}

void TestedSequences::showRow(const QModelIndex& index) {
    if (!index.isValid()) return;
    emit queryChanged(index.row());
    const bool nearest = index.column() == TestedSequencesModel::Nearest;
    selection_.setCurrent(nearest ? model_->nearestAt(index.row()) : model_->nameAt(index.row()));
}

} // namespace kinelens::ui
