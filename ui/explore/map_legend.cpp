#include "ui/explore/map_legend.h"

#include "ui/explore/ramp_bar.h"
#include "ui/forms/choice_box.h"
#include "ui/messages/figures.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/roomy_rows.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

namespace kinelens::ui {
namespace {

constexpr int firstMeasure = 1000;

int keyOf(const ColourBy& by) {
    const auto* facet = std::get_if<Facet>(&by);
    return facet ? static_cast<int>(*facet) : firstMeasure + static_cast<int>(std::get<MapMeasure>(by));
}

ColourBy colourOf(int key) {
    if (key < firstMeasure) return static_cast<Facet>(key);
    return static_cast<MapMeasure>(key - firstMeasure);
}

QString rangeText(double value, bool share) {
    return share ? QStringLiteral("%1 %").arg(100 * value, 0, 'f', 0) : numberText(value);
}

} // namespace

MapLegend::MapLegend(QWidget* parent)
    : QWidget(parent)
    , model_(new MapLegendModel(this))
    , by_(new ChoiceBox(this))
    , list_(new QTreeView(this))
    , ramp_(new RampBar(this))
    , fade_(new QCheckBox(tr("Fade where the map lies"), this))
    , buttons_(new QWidget(this)) {
    build();
    connect(by_, &QComboBox::currentIndexChanged, this, &MapLegend::recolour);
    connect(fade_, &QCheckBox::toggled, this, &MapLegend::trustChanged);
    connect(list_, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        model_->hiddenPoints() > 0 ? model_->setAllShown(true) : model_->showOnly(index.row());
    });
}

void MapLegend::build() {
    auto* label = new QLabel(tr("Colour by"), this);
    label->setBuddy(by_);
    by_->setAccessibleName(tr("Colour by"));
    by_->setToolTip(tr("What the points are coloured by  (C: the next)"));
    list_->setModel(model_);
    list_->setAccessibleName(tr("Groups on the map"));
    list_->setHeaderHidden(true);
    list_->setItemDelegate(new RoomyRows(list_));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setTextElideMode(Qt::ElideMiddle);
    list_->setToolTip(tr("Untick a group to hide it; double-click shows it alone"));
    list_->header()->setStretchLastSection(false);
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    fade_->setToolTip(tr("Points whose neighbours on the map are not their neighbours among the features "
                         "are drawn fainter"));
    auto* all = new QPushButton(tr("Show all"), this);
    auto* none = new QPushButton(tr("Hide all"), this);
    connect(all, &QPushButton::clicked, this, [this] { model_->setAllShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { model_->setAllShown(false); });
    auto* row = makeRow(buttons_, {}, 4);
    row->addWidget(all);
    row->addWidget(none);
    row->addStretch(1);
    auto* layout = makeColumn(this, {8, 8, 8, 8}, 8);
    layout->addWidget(label);
    layout->addWidget(by_);
    layout->addWidget(fade_);
    layout->addWidget(ramp_);
    layout->addWidget(list_, 1);
    layout->addWidget(buttons_);
    layout->addStretch(0); // takes the room that the list leaves while it is hidden
}

void MapLegend::setMap(const ShownEmbeddingPtr& shown, const MapKnowledge& known) {
    shown_ = shown;
    known_ = known;
    std::vector<Choice> choices;
    if (shown_)
        for (const ColourBy& by : colourChoices(*shown_, known_))
            choices.push_back({colourTitle(by), keyOf(by)});
    {
        const QSignalBlocker quiet(by_);
        by_->setEnabled(!choices.empty());
        // What a map cannot be coloured by stays chosen, and all points are unknown.
        if (shown_) by_->setChoices(choices);
        const int first = by_->findData(keyOf(wanted_));
        if (!by_->chosenByHand() && first >= 0) by_->setCurrentIndex(first);
    }
    fade_->setEnabled(shown_ && !shown_->embedding.preservation.empty());
    if (!shown_)
        for (QWidget* part : std::initializer_list<QWidget*>{ramp_, list_, buttons_}) part->hide();
    recolour();
}

ColourBy MapLegend::colourBy() const {
    return by_->currentIndex() < 0 ? ColourBy(Facet::sequenceClass) : colourOf(by_->currentData().toInt());
}

void MapLegend::setColourBy(const ColourBy& by) {
    by_->choose(keyOf(by));
}

void MapLegend::colourByNext() {
    const int count = by_->count();
    for (int step = 1; step < count; ++step)
        if (const int next = (by_->currentIndex() + step) % count; by_->reasonOf(next).isEmpty()) {
            by_->choose(by_->itemData(next));
            return;
        }
}

bool MapLegend::fadesByTrust() const {
    return fade_->isEnabled() && fade_->isChecked();
}

void MapLegend::recolour() {
    if (!shown_) return;
    model_->setColours(coloursOf(*shown_, known_, colourBy()));
    const MapColours& colours = model_->colours();
    const bool ramp = colours.colouring.ramp;
    ramp_->setVisible(ramp);
    ramp_->setRange(rangeText(colours.low, colours.shares), rangeText(colours.high, colours.shares));
    list_->setVisible(!ramp);
    buttons_->setVisible(!ramp);
    emit coloursChanged();
}

} // namespace kinelens::ui
