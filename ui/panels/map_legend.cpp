#include "ui/panels/map_legend.h"

#include "ui/messages/figures.h"
#include "ui/panels/ramp_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace kinelens::ui {
namespace {

QString rangeText(double value, bool share) {
    return share ? QStringLiteral("%1 %").arg(100 * value, 0, 'f', 0) : numberText(value);
}

} // namespace

MapLegend::MapLegend(QWidget* parent)
    : QWidget(parent)
    , model_(new MapLegendModel(this))
    , by_(new QComboBox(this))
    , list_(new QTreeView(this))
    , ramp_(new RampBar(this))
    , fade_(new QCheckBox(tr("Fade where the map lies"), this))
    , buttons_(new QWidget(this)) {
    build();
    connect(by_, &QComboBox::currentIndexChanged, this, [this] {
        wanted_ = colourBy();
        recolour();
    });
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
    by_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    by_->setMinimumContentsLength(12);
    list_->setModel(model_);
    list_->setAccessibleName(tr("Groups on the map"));
    list_->setHeaderHidden(true);
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
    auto* row = new QHBoxLayout(buttons_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(all);
    row->addWidget(none);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(by_);
    layout->addWidget(ramp_);
    layout->addWidget(list_, 1);
    layout->addWidget(buttons_);
    layout->addWidget(fade_);
    layout->addStretch(0); // takes the room that the list leaves while it is hidden
}

void MapLegend::setMap(const ShownEmbeddingPtr& shown, const MapKnowledge& known) {
    shown_ = shown;
    known_ = known;
    choices_ = shown_ ? colourChoices(*shown_, known_) : std::vector<ColourBy>();
    const QSignalBlocker quiet(by_);
    by_->clear();
    for (const ColourBy& choice : choices_) by_->addItem(colourTitle(choice));
    by_->setEnabled(!choices_.empty());
    const auto kept = std::find(choices_.begin(), choices_.end(), wanted_);
    by_->setCurrentIndex(kept != choices_.end() ? static_cast<int>(kept - choices_.begin())
                         : choices_.empty()     ? -1
                                                : 0);
    fade_->setEnabled(shown_ && !shown_->embedding.preservation.empty());
    if (!shown_)
        for (QWidget* part : std::initializer_list<QWidget*>{ramp_, list_, buttons_}) part->hide();
    recolour();
}

ColourBy MapLegend::colourBy() const {
    const int index = by_->currentIndex();
    return index < 0 ? ColourBy(Facet::sequenceClass) : choices_[static_cast<std::size_t>(index)];
}

void MapLegend::setColourBy(const ColourBy& by) {
    const auto found = std::find(choices_.begin(), choices_.end(), by);
    if (found != choices_.end()) by_->setCurrentIndex(static_cast<int>(found - choices_.begin()));
}

void MapLegend::colourByNext() {
    if (by_->count() > 0) by_->setCurrentIndex((by_->currentIndex() + 1) % by_->count());
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
