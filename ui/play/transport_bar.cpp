#include "ui/play/transport_bar.h"

#include "ui/commands/action_registry.h"
#include "ui/messages/figures.h"
#include "ui/play/scrub_slider.h"
#include "ui/state/playhead.h"
#include "ui/widgets/boxes.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <array>

namespace kinelens::ui {

TransportBar::TransportBar(Playhead& playhead, const ActionRegistry& actions, QWidget* parent)
    : QWidget(parent)
    , playhead_(playhead)
    , time_(new QLabel(this))
    , frame_(new QLabel(this))
    , speed_(new QComboBox(this)) {
    auto* layout = makeRow(this, {8, 4, 8, 4}, 4);
    for (const char* id :
         {"player.first", "player.back", "player.play", "player.forward", "player.last", "player.loop"})
        layout->addWidget(button(actions, id));
    layout->addSpacing(4);
    layout->addWidget(time_);
    layout->addWidget(new ScrubSlider(playhead_, this), 1);
    layout->addWidget(frame_);
    layout->addSpacing(8);
    layout->addWidget(speed_);
    time_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00.00 / 00:00.00")));
    time_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    frame_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("frame %1 of 0–%2").arg("00 000", "00 000")));
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("Speed  (, slower, . faster)"));
    for (const double speed : std::array{0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0})
        speed_->addItem(tr("%1×").arg(speed), speed);
    connect(speed_, &QComboBox::activated, this,
            [this](int i) { playhead_.setSpeed(speed_->itemData(i).toDouble()); });
    connect(&playhead_, &Playhead::speedChanged, this, &TransportBar::showSpeed);
    connect(&playhead_, &Playhead::frameChanged, this, &TransportBar::showTime);
    connect(&playhead_, &Playhead::sequenceChanged, this, &TransportBar::showTime);
    showSpeed();
    showTime();
}

QWidget* TransportBar::button(const ActionRegistry& actions, const char* id) {
    auto* tool = new QToolButton(this);
    tool->setDefaultAction(actions.action(QLatin1String(id)));
    tool->setAutoRaise(true);
    tool->setIconSize({20, 20});
    tool->setFocusPolicy(Qt::TabFocus);
    return tool;
}

void TransportBar::showTime() {
    const qint64 frames = playhead_.frames();
    if (frames == 0) {
        time_->setText(QStringLiteral("–"));
        frame_->clear();
        frame_->setToolTip({});
        return;
    }
    const double now = static_cast<double>(playhead_.frame()) / playhead_.frameRate();
    time_->setText(tr("%1 / %2").arg(clockText(now), clockText(playhead_.duration())));
    frame_->setText(tr("frame %1 of 0–%2").arg(countText(playhead_.frame()), countText(frames - 1)));
    frame_->setToolTip(tr("This sequence has %1 frames. They are counted from 0, as in the timeline and in "
                          "tables of labels.")
                           .arg(countText(frames)));
}

void TransportBar::showSpeed() {
    speed_->setCurrentIndex(speed_->findData(playhead_.speed()));
}

} // namespace kinelens::ui
