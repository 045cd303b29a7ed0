#include "ui/play/clock_drag.h"

#include <QMouseEvent>
#include <algorithm>

namespace kinelens::ui {

void ClockDrag::press(const QMouseEvent& event, qint64 frame) {
    if (event.button() != Qt::LeftButton) return;
    hold_.emplace(playhead_);
    loopFrom_.reset();
    if (event.modifiers() & Qt::ShiftModifier)
        loopFrom_ = frame;
    else
        playhead_.setFrame(frame);
}

void ClockDrag::move(const QMouseEvent& event, qint64 frame) {
    if (!hold_ || !(event.buttons() & Qt::LeftButton)) return;
    if (!loopFrom_)
        playhead_.setFrame(frame);
    else if (frame != *loopFrom_) // a click alone draws nothing
        playhead_.setLoopRange(std::min(frame, *loopFrom_), std::max(frame, *loopFrom_) + 1);
}

void ClockDrag::release(const QMouseEvent& event) {
    if (event.button() == Qt::LeftButton) giveUp();
}

void ClockDrag::giveUp() {
    hold_.reset();
    loopFrom_.reset();
}

} // namespace kinelens::ui
