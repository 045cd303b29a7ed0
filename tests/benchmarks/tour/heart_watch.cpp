#include "tests/benchmarks/tour/heart_watch.h"

#include <algorithm>

namespace kinelens::tour {

HeartWatch::HeartWatch(QObject* parent)
    : QObject(parent) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(4);
    connect(&timer_, &QTimer::timeout, this, &HeartWatch::beat);
    total_.start();
    since_.start();
    timer_.start();
}

void HeartWatch::beat() {
    const double gap = static_cast<double>(since_.nsecsElapsed()) * 1e-6;
    since_.start();
    longest_ = std::max(longest_, gap);
    if (gap > stallMilliseconds) stalls_.push_back(gap);
}

} // namespace kinelens::tour
