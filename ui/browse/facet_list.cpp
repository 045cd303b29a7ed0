#include "ui/browse/facet_list.h"

#include "ui/browse/sequence_table_model.h"
#include "ui/messages/figures.h"
#include "ui/messages/sequence_words.h"
#include "viz/palette/qt_theme.h"
#include "viz/palette/swatch.h"

#include <QEvent>
#include <QHeaderView>

namespace kinelens::ui {
namespace {
constexpr int valueRole = Qt::UserRole;
constexpr int facetRole = Qt::UserRole + 1;
} // namespace

FacetList::FacetList(SequenceTableModel& model, QWidget* parent)
    : QTreeWidget(parent)
    , model_(model) {
    setColumnCount(2);
    setHeaderHidden(true);
    setTextElideMode(Qt::ElideMiddle); // names of classes differ at their ends
    setRootIsDecorated(true);
    setUniformRowHeights(true);
    setIndentation(12);
    setIconSize({8, 8});
    setSelectionMode(NoSelection);
    setAccessibleName(tr("Filters"));
    setVerticalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setMinimumSectionSize(32);
    connect(&model_, &SequenceTableModel::facetsChanged, this, &FacetList::update);
    connect(&model_, &SequenceTableModel::modelReset, this, [this] {
        if (!model_.dataset()) clear();
    });
    connect(this, &QTreeWidget::itemChanged, this, &FacetList::applyChecks);
}

QTreeWidgetItem* FacetList::group(Facet facet) {
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->data(0, facetRole).toInt() == static_cast<int>(facet)) return topLevelItem(i);
    auto* item = new QTreeWidgetItem(this, {facetTitle(facet)});
    item->setData(0, facetRole, static_cast<int>(facet));
    item->setFlags(Qt::ItemIsEnabled);
    item->setSizeHint(0, QSize(0, fontMetrics().height() + 6));
    QFont font = item->font(0);
    font.setWeight(QFont::DemiBold);
    item->setFont(0, font);
    item->setExpanded(facet == Facet::sequenceClass || facet == Facet::subject || facet == Facet::problems);
    return item;
}

void FacetList::update() {
    if (!model_.dataset()) return;
    updating_ = true;
    for (const Facet facet : allFacets) updateGroup(facet);
    updating_ = false;
}

void FacetList::updateGroup(Facet facet) {
    const std::vector<FacetValue>& values = model_.facet(facet);
    QTreeWidgetItem* top = group(facet);
    const std::set<int>& chosen = model_.filter().chosen(facet);
    if (facet == Facet::sequenceClass)
        top->setToolTip(0, model_.dataset()->untrimmed() ? tr("Sequences with an interval of the class")
                                                         : QString());
    top->setHidden(values.size() < 2 && chosen.empty()); // one value distinguishes nothing
    for (int i = 0; i < static_cast<int>(values.size()); ++i) {
        const FacetValue& value = values[static_cast<std::size_t>(i)];
        if (i == top->childCount()) {
            auto* fresh = new QTreeWidgetItem(top);
            fresh->setSizeHint(0, QSize(0, fontMetrics().height() + 6));
            fresh->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
        updateItem(*top->child(i), facet, value, chosen.contains(value.value));
    }
    while (top->childCount() > static_cast<int>(values.size())) delete top->takeChild(top->childCount() - 1);
}

void FacetList::updateItem(QTreeWidgetItem& item, Facet facet, const FacetValue& value, bool chosen) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    const QString text = facetValueText(facet, value.value, *model_.dataset());
    item.setData(0, valueRole, value.value);
    item.setText(0, text);
    item.setToolTip(0, text);
    item.setText(1, countText(value.count));
    item.setForeground(1, viz::to_qcolor(colours.muted_text));
    item.setForeground(0, viz::to_qcolor(value.count > 0 ? colours.text : colours.muted_text));
    item.setCheckState(0, chosen ? Qt::Checked : Qt::Unchecked);
    if (facet == Facet::sequenceClass) item.setIcon(0, viz::class_swatch(value.value));
}

void FacetList::applyChecks(QTreeWidgetItem* item) {
    QTreeWidgetItem* top = item->parent();
    if (updating_ || !top) return;
    std::set<int> chosen;
    for (int i = 0; i < top->childCount(); ++i)
        if (top->child(i)->checkState(0) == Qt::Checked)
            chosen.insert(top->child(i)->data(0, valueRole).toInt());
    SequenceFilter filter = model_.filter();
    filter.setChosen(static_cast<Facet>(top->data(0, facetRole).toInt()), std::move(chosen));
    model_.setFilter(filter);
}

void FacetList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) update();
}

} // namespace kinelens::ui
