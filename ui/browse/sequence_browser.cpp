#include "ui/browse/sequence_browser.h"

#include "ui/browse/facet_list.h"
#include "ui/browse/filter_words.h"
#include "ui/browse/sequence_table.h"
#include "ui/messages/figures.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace kinelens::ui {

SequenceBrowser::SequenceBrowser(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , model_(new SequenceTableModel(this))
    , splitter_(new QSplitter(Qt::Horizontal, this))
    , facets_(new FacetList(*model_, splitter_))
    , pages_(new QStackedWidget(splitter_))
    , table_(new SequenceTable(*model_, selection, pages_))
    , nothing_(new EmptyPage(pages_))
    , count_(new QLabel(this))
    , clear_(new QPushButton(tr("Clear filters"), this)) {
    build();
    nothing_->setButton(clear_->text(), [this] { clearFilters(); });
    connect(clear_, &QPushButton::clicked, this, &SequenceBrowser::clearFilters);
    connect(model_, &SequenceTableModel::facetsChanged, this, &SequenceBrowser::refresh);
    connect(model_, &SequenceTableModel::scannedChanged, this, &SequenceBrowser::refresh);
    refresh();
}

void SequenceBrowser::build() {
    splitter_->setChildrenCollapsible(true);
    splitter_->setHandleWidth(4);
    facets_->setFrameShape(QFrame::NoFrame);
    table_->setFrameShape(QFrame::NoFrame);
    pages_->addWidget(table_);
    pages_->addWidget(nothing_);
    splitter_->addWidget(facets_);
    splitter_->addWidget(pages_);
    splitter_->setStretchFactor(1, 1);
    facets_->setMinimumWidth(19 * facets_->fontMetrics().averageCharWidth()); // names of classes beside marks
    splitter_->setSizes({244, 560});
    clear_->setToolTip(tr("List all sequences again: no search, nothing ticked"));
    QSizePolicy kept = clear_->sizePolicy(); // the line is as high without it
    kept.setRetainSizeWhenHidden(true);
    clear_->setSizePolicy(kept);
    auto* line = makeRow(nullptr, {8, 2, 4, 2}, 8);
    line->addWidget(count_, 1);
    line->addWidget(clear_);
    auto* layout = makeColumn(this);
    layout->addWidget(splitter_, 1);
    layout->addLayout(line);
}

void SequenceBrowser::setDataset(const OpenDatasetPtr& dataset) {
    model_->setDataset(dataset);
    table_->fitColumns();
    takeRestored();
    emit filterChanged();
}

void SequenceBrowser::search(const QString& text) {
    SequenceFilter filter = model_->filter();
    filter.setSearch(text);
    if (filter == model_->filter()) return;
    model_->setFilter(filter);
    emit filterChanged();
}

void SequenceBrowser::showOnly(const QStringList& names) {
    std::vector<std::string> wanted;
    for (const QString& name : names) wanted.push_back(name.toStdString());
    SequenceFilter filter = model_->filter();
    filter.setOnly(wanted);
    model_->setFilter(filter);
    emit filterChanged();
}

void SequenceBrowser::clearFilters() {
    const bool here = clear_->hasFocus() || nothing_->isAncestorOf(focusWidget());
    model_->setFilter({});
    if (here) table_->setFocus(); // the button that had it goes
    emit filterChanged();
}

void SequenceBrowser::selectFirst() {
    if (model_->rowCount() > 0) table_->chooseAlone(0);
}

QString SequenceBrowser::shownText() const {
    const int shown = model_->rowCount(), total = model_->total();
    if (shown < total) return tr("%1 of %2 sequences").arg(countText(shown), countText(total));
    return total == 1 ? tr("1 sequence") : tr("%1 sequences").arg(countText(total));
}

void SequenceBrowser::refresh() {
    QString text = shownText();
    if (model_->scanned() < model_->total())
        text += tr("  ·  looking for problems: %1 of %2")
                    .arg(countText(model_->scanned()), countText(model_->total()));
    count_->setText(text);
    const bool filtered = model_->dataset() && model_->filter().active();
    clear_->setVisible(filtered);
    const bool empty = model_->dataset() && model_->rowCount() == 0;
    if (empty && filtered)
        nothing_->setWords(
            tr("No sequence is listed"),
            tr("No sequence matches %1.").arg(filterWords(model_->filter(), *model_->dataset())));
    else if (empty)
        nothing_->setWords(tr("No sequence is listed"), tr("This dataset holds no sequence."));
    nothing_->setButtonVisible(filtered);
    pages_->setCurrentWidget(empty ? static_cast<QWidget*>(nothing_) : table_);
}

BrowseState SequenceBrowser::state() const {
    if (!model_->dataset()) return restored_;
    return {model_->dataset()->file, model_->filter(), model_->sortColumn(), model_->sortOrder()};
}

void SequenceBrowser::restore(const BrowseState& state) {
    restored_ = state;
    takeRestored();
}

void SequenceBrowser::takeRestored() {
    if (!model_->dataset() || restored_.dataset != model_->dataset()->file) return;
    BrowseState state = std::exchange(restored_, {});
    std::set<int> classes = state.filter.chosen(Facet::sequenceClass); // the file may be another by now
    std::erase_if(classes, [this](int label) {
        return label >= static_cast<int>(model_->dataset()->info.class_names.size());
    });
    state.filter.setChosen(Facet::sequenceClass, std::move(classes));
    table_->sortByColumn(state.sortColumn, state.sortOrder);
    model_->setFilter(state.filter);
    emit filterChanged();
}

} // namespace kinelens::ui
