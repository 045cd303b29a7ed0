#include "ui/explore/map_series_bar.h"

#include "ui/commands/icons.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/steady_label.h"

#include <QHBoxLayout>
#include <QSlider>
#include <QToolButton>

namespace kinelens::ui {
namespace {

constexpr int stepsAMap = 100;
constexpr double secondsAMap = 1.5;
constexpr int frameMilliseconds = 33;

} // namespace

MapSeriesBar::MapSeriesBar(QWidget* parent)
    : QFrame(parent)
    , play_(new QToolButton(this))
    , together_(new QToolButton(this))
    , slider_(new QSlider(Qt::Horizontal, this))
    , facts_(new SteadyLabel(2, this)) {
    play_->setIcon(icon(QStringLiteral("media-playback-start")));
    play_->setText(tr("Play the maps"));
    play_->setToolTip(tr("Move the points from the first map to the last"));
    play_->setAccessibleName(tr("Play the maps"));
    play_->setCheckable(true);
    play_->setAutoRaise(true);
    together_->setText(tr("Side by side"));
    together_->setToolTip(tr("All maps at once, each with its figures; colours and selection are common"));
    together_->setCheckable(true);
    slider_->setAccessibleName(tr("Which map is shown"));
    slider_->setToolTip(
        tr("From map to map; between two the points move straight  (←, →, Page up, Page down)"));
    slider_->setPageStep(stepsAMap);
    slider_->setSingleStep(stepsAMap / 20);
    slider_->setTickPosition(QSlider::TicksBelow);
    slider_->setTickInterval(stepsAMap);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(play_);
    row->addWidget(slider_, 1);
    row->addWidget(together_);
    auto* layout = makeColumn(this, {8, 4, 8, 4}, 4);
    layout->addLayout(row);
    layout->addWidget(facts_);
    timer_.setInterval(frameMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &MapSeriesBar::step);
    connect(play_, &QToolButton::toggled, this, &MapSeriesBar::play);
    connect(slider_, &QSlider::valueChanged, this, [this] {
        tell();
        emit moved(place());
    });
    connect(together_, &QToolButton::toggled, this, [this](bool on) {
        play(false);
        for (QWidget* part : {static_cast<QWidget*>(play_), static_cast<QWidget*>(slider_)})
            part->setEnabled(!on);
        tell();
        emit sideBySideChanged(on);
    });
    hide();
}

void MapSeriesBar::setSeries(const MapSeriesPtr& series) {
    play(false);
    series_ = series;
    setVisible(series_ != nullptr);
    if (!series_) return;
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, static_cast<int>(series_->last()) * stepsAMap);
    slider_->setValue(0);
    tell();
}

// Beside maps that are all shown, the view itself says what they are.
void MapSeriesBar::tell() {
    if (series_) facts_->setText(sideBySide() ? QString() : series_->facts(place()));
}

bool MapSeriesBar::sideBySide() const {
    return together_->isChecked();
}

void MapSeriesBar::setSideBySide(bool on) {
    together_->setChecked(on);
}

double MapSeriesBar::place() const {
    return static_cast<double>(slider_->value()) / stepsAMap;
}

void MapSeriesBar::setPlace(double place) {
    slider_->setValue(static_cast<int>(place * stepsAMap));
}

void MapSeriesBar::play(bool on) {
    if (on && slider_->value() == slider_->maximum()) slider_->setValue(0);
    play_->setChecked(on);
    play_->setIcon(
        icon(on ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start")));
    clock_.start();
    on ? timer_.start() : timer_.stop();
}

void MapSeriesBar::step() {
    const double seconds = static_cast<double>(clock_.restart()) / 1000;
    slider_->setValue(slider_->value() + std::max(1, static_cast<int>(seconds / secondsAMap * stepsAMap)));
    if (slider_->value() == slider_->maximum()) play(false);
}

} // namespace kinelens::ui
