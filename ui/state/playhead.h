// The one clock of the program. Time runs with the wall clock, not with the pictures: a slow machine drops
// frames rather than slowing the motion down.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace kinelens::ui {

class Playhead : public QObject {
    Q_OBJECT
public:
    explicit Playhead(QObject* parent = nullptr);

    // Another recording: stops at its first frame, forgets the loop range, keeps speed and looping.
    void setSequence(qint64 frames, double frameRate);

    qint64 frames() const { return frames_; }
    double frameRate() const { return frameRate_; }
    double seconds() const { return seconds_; }
    double duration() const { return static_cast<double>(frames_) / frameRate_; }
    qint64 frame() const;
    bool playing() const { return timer_.isActive(); } // also while somebody holds the clock
    bool held() const { return holds_ > 0; }
    double speed() const { return speed_; }
    bool looping() const { return looping_; }
    bool ranged() const { return loopIn() > 0 || loopOut() < frames_; }  // the loop is not the whole sequence
    qint64 loopIn() const { return loopIn_; }                            // first frame of the range
    qint64 loopOut() const { return loopOut_ < 0 ? frames_ : loopOut_; } // one past the last

    void play();
    void pause();
    void toggle();
    void setFrame(qint64 frame);
    void setSeconds(double seconds);
    void stepFrames(qint64 frames);
    void stepSeconds(double seconds);
    void toFirst();
    void toLast();
    void setSpeed(double speed);
    void slower(); // to the next of the speeds people choose
    void faster();
    void setLooping(bool looping);
    void setLoopIn();  // the range begins at this frame
    void setLoopOut(); // the range ends with this frame
    void setLoopRange(qint64 first,
                      qint64 end); // frames [first, end); a clock that is not in them goes there
    void clearLoopRange();

    // What the timer does with the wall time that went by.
    void advance(double elapsedSeconds);

signals:
    void frameChanged(qint64 frame);
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void loopChanged();
    void sequenceChanged();

private:
    friend class ClockHold;
    void tick();
    void moveTo(double seconds);

    QTimer timer_;
    QElapsedTimer wall_;
    qint64 frames_ = 0;
    double frameRate_ = 30;
    double seconds_ = 0;
    double speed_ = 1;
    qint64 loopIn_ = 0;
    qint64 loopOut_ = -1; // -1: the end
    bool looping_ = true;
    int holds_ = 0;
};

// Playback waits while one of these lives, such as while the clock's slider is dragged, and goes on from
// wherever the clock then stands. Play and pause mean the same meanwhile, and count from its end.
class ClockHold {
public:
    explicit ClockHold(Playhead& playhead);
    ~ClockHold();
    Q_DISABLE_COPY_MOVE(ClockHold)

private:
    QPointer<Playhead> playhead_;
};

} // namespace kinelens::ui
