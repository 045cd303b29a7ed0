// ClockDrag: what dragging means on anything that shows a recording's time: it moves the clock, with Shift it
// draws the range of the loop. Playback waits meanwhile. The widget tells it which frame is under the mouse.
#pragma once

#include "ui/state/playhead.h"

#include <optional>

class QMouseEvent;

namespace kinelens::ui {

class ClockDrag {
public:
    explicit ClockDrag(Playhead& playhead)
        : playhead_(playhead) {}

    void press(const QMouseEvent& event, qint64 frame);
    void move(const QMouseEvent& event, qint64 frame);
    void release(const QMouseEvent& event);
    void giveUp(); // the widget disappears under the mouse and hears of no release

private:
    Playhead& playhead_;
    std::optional<ClockHold> hold_; // while something is dragged
    std::optional<qint64> loopFrom_;
};

} // namespace kinelens::ui
