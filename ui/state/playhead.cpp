#include "ui/state/playhead.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens::ui {
namespace {
constexpr std::array speeds{0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0};
constexpr int tickMilliseconds = 8; // finer than any usual screen, so that no frame comes late
} // namespace

Playhead::Playhead(QObject* parent)
    : QObject(parent) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(tickMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Playhead::tick);
}

void Playhead::setSequence(qint64 frames, double frameRate) {
    pause();
    frames_ = std::max<qint64>(frames, 0);
    frameRate_ = frameRate > 0 ? frameRate : 30;
    seconds_ = 0;
    loopIn_ = 0;
    loopOut_ = -1;
    emit sequenceChanged();
    emit loopChanged();
    emit frameChanged(0);
}

qint64 Playhead::frame() const {
    // The small addend keeps a time that was set from a frame on that frame despite rounding.
    const auto frame = static_cast<qint64>(std::floor(seconds_ * frameRate_ + 1e-6));
    return std::clamp<qint64>(frame, 0, std::max<qint64>(frames_ - 1, 0));
}

void Playhead::play() {
    if (frames_ < 2 || playing()) return;
    if (frame() >= loopOut() - 1) moveTo(static_cast<double>(looping_ ? loopIn_ : 0) / frameRate_);
    wall_.start();
    timer_.start();
    emit playingChanged(true);
}

void Playhead::pause() {
    if (!playing()) return;
    timer_.stop();
    emit playingChanged(false);
}

void Playhead::toggle() {
    playing() ? pause() : play();
}

void Playhead::setFrame(qint64 frame) {
    moveTo(static_cast<double>(std::clamp<qint64>(frame, 0, std::max<qint64>(frames_ - 1, 0))) / frameRate_);
}

void Playhead::setSeconds(double seconds) {
    moveTo(std::clamp(seconds, 0.0, static_cast<double>(std::max<qint64>(frames_ - 1, 0)) / frameRate_));
}

void Playhead::stepFrames(qint64 frames) {
    pause();
    setFrame(frame() + frames);
}

void Playhead::stepSeconds(double seconds) {
    setFrame(frame() + std::llround(seconds * frameRate_));
}

void Playhead::toFirst() {
    setFrame(0);
}

void Playhead::toLast() {
    pause();
    setFrame(frames_ - 1);
}

void Playhead::setSpeed(double speed) {
    speed = std::clamp(speed, speeds.front(), speeds.back());
    if (speed == speed_) return;
    speed_ = speed;
    emit speedChanged(speed_);
}

void Playhead::slower() {
    const auto next = std::lower_bound(speeds.begin(), speeds.end(), speed_ - 1e-9);
    if (next != speeds.begin()) setSpeed(*std::prev(next));
}

void Playhead::faster() {
    const auto next = std::upper_bound(speeds.begin(), speeds.end(), speed_ + 1e-9);
    if (next != speeds.end()) setSpeed(*next);
}

void Playhead::setLooping(bool looping) {
    if (looping == looping_) return;
    looping_ = looping;
    emit loopChanged();
}

void Playhead::setLoopIn() {
    loopIn_ = frame();
    if (loopOut() <= loopIn_) loopOut_ = -1;
    looping_ = true;
    emit loopChanged();
}

void Playhead::setLoopOut() {
    loopOut_ = frame() + 1;
    if (loopIn_ >= loopOut_) loopIn_ = 0;
    looping_ = true;
    emit loopChanged();
}

void Playhead::setLoopRange(qint64 first, qint64 end) {
    loopIn_ = std::clamp<qint64>(first, 0, std::max<qint64>(0, frames_ - 1));
    loopOut_ = std::clamp(end, loopIn_ + 1, std::max(frames_, loopIn_ + 1));
    looping_ = true;
    emit loopChanged();
    if (frame() < loopIn_ || frame() >= loopOut_) setFrame(loopIn_);
}

void Playhead::clearLoopRange() {
    loopIn_ = 0;
    loopOut_ = -1;
    emit loopChanged();
}

void Playhead::advance(double elapsedSeconds) {
    const double begin = static_cast<double>(loopIn_) / frameRate_;
    const double end = static_cast<double>(loopOut()) / frameRate_;
    double next = seconds_ + elapsedSeconds * speed_;
    if (next >= end && looping_ && seconds_ < end)
        next = begin + std::fmod(next - end, std::max(end - begin, 1 / frameRate_));
    const double last = static_cast<double>(frames_ - 1) / frameRate_;
    if (next >= duration()) {
        pause();
        next = last;
    }
    moveTo(next);
}

void Playhead::tick() {
    const double elapsed = static_cast<double>(wall_.nsecsElapsed()) * 1e-9;
    wall_.start();
    if (!held()) advance(elapsed);
}

void Playhead::moveTo(double seconds) {
    const qint64 before = frame();
    seconds_ = seconds;
    if (frame() != before) emit frameChanged(frame());
}

ClockHold::ClockHold(Playhead& playhead)
    : playhead_(&playhead) {
    ++playhead.holds_;
}

ClockHold::~ClockHold() {
    if (!playhead_) return;
    --playhead_->holds_;
    playhead_->wall_.start(); // the time that was held does not count
}

} // namespace kinelens::ui
