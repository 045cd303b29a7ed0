// TimeRange: which part of a recording the strips of a timeline show, and where the clock stands in it. All
// strips of one timeline share it. Frames are real numbers here: a border may lie between two.
#pragma once

#include <QObject>
#include <cstdint>

namespace kinelens::viz {

class TimeRange : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Shows all of it.
    void setRecording(std::int64_t frames, double frameRate);
    std::int64_t frames() const { return frames_; }
    double frameRate() const { return frameRate_; }

    double first() const { return first_; }
    double span() const { return span_; }
    double last() const { return first_ + span_; }

    // Kept inside the recording; never fewer than 8 frames.
    void show(double first, double span);
    void fit();
    void zoom(double factor, double about); // above 1: closer; the frame `about` stays where it is
    void pan(double frames);
    // Moves, and zooms out if it must, so that the frames stand in view with some room beside them.
    void reveal(double start, double end);

    std::int64_t cursor() const { return cursor_; }
    // A cursor that walks out of view takes the view along; one that was out of view does not.
    void setCursor(std::int64_t frame);
    void setLoop(std::int64_t start, std::int64_t end); // equal: none
    std::int64_t loopStart() const { return loopStart_; }
    std::int64_t loopEnd() const { return loopEnd_; }

signals:
    void changed();                  // what is shown
    void recordingChanged();         // another one, of another length
    void cursorChanged();            // cursor or loop
    void cursorWanted(qint64 frame); // somebody pointed there
    void cursorGrabbed();            // somebody drags it: until it is let go, time should wait
    void cursorLetGo();
    void loopWanted(qint64 start, qint64 end); // frames [start, end)

private:
    std::int64_t frames_ = 0;
    double frameRate_ = 30;
    double first_ = 0;
    double span_ = 1;
    std::int64_t cursor_ = 0;
    std::int64_t loopStart_ = 0;
    std::int64_t loopEnd_ = 0;
};

} // namespace kinelens::viz
