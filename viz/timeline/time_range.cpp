#include "viz/timeline/time_range.h"

#include <algorithm>

namespace kinelens::viz {
namespace {
constexpr double fewest_frames = 8;
constexpr double room = 0.1; // of the span, beside what is revealed
} // namespace

void TimeRange::setRecording(std::int64_t frames, double frameRate) {
    frames_ = std::max<std::int64_t>(frames, 0);
    frameRate_ = frameRate;
    cursor_ = 0;
    loopStart_ = loopEnd_ = 0;
    fit();
    emit recordingChanged();
    emit cursorChanged();
}

void TimeRange::show(double first, double span) {
    const auto all = std::max(1.0, static_cast<double>(frames_));
    const double wanted = std::clamp(span, std::min(fewest_frames, all), all);
    const double begin = std::clamp(first, 0.0, all - wanted);
    if (wanted == span_ && begin == first_) return;
    span_ = wanted;
    first_ = begin;
    emit changed();
}

void TimeRange::fit() {
    span_ = -1; // also announced where the numbers happen to be the same
    show(0, static_cast<double>(frames_));
}

void TimeRange::zoom(double factor, double about) {
    const auto all = std::max(1.0, static_cast<double>(frames_));
    const double wanted = std::clamp(span_ / factor, std::min(fewest_frames, all), all);
    show(about - (about - first_) * wanted / span_, wanted);
}

void TimeRange::pan(double frames) {
    show(first_ + frames, span_);
}

void TimeRange::reveal(double start, double end) {
    const double wanted = std::max(span_, (end - start) / (1 - 2 * room));
    const double beside = room * wanted;
    if (wanted == span_ && start >= first_ && end <= last()) return;
    const double begin = end - start > wanted - 2 * beside || start < first_ + beside
                             ? start - beside
                             : std::max(first_, end + beside - wanted);
    show(begin, wanted);
}

void TimeRange::setCursor(std::int64_t frame) {
    if (frame == cursor_) return;
    const auto before = static_cast<double>(cursor_);
    const auto now = static_cast<double>(frame);
    cursor_ = frame;
    const bool was_in_view = before >= first_ && before < last();
    if (was_in_view && (now < first_ || now >= last())) show(now - room * span_, span_);
    emit cursorChanged();
}

void TimeRange::setLoop(std::int64_t start, std::int64_t end) {
    loopStart_ = start;
    loopEnd_ = end;
    emit cursorChanged();
}

} // namespace kinelens::viz
