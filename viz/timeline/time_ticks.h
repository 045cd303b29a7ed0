// Where the ticks of a time axis stand, and their words.
#pragma once

#include <QString>
#include <vector>

namespace kinelens::viz {

struct TimeTick {
    double frame = 0;
    QString text; // empty: a small tick
};

// Between frames `first` and `last`, at least `apart` frames between two with words: whole seconds, minutes
// and hours where they fit, single frames ("f 120") where a second is wider than that.
std::vector<TimeTick> time_ticks(double first, double last, double frame_rate, double apart);

// "1:02:03", "2:03", "2:03.4"; `decimals` of the seconds.
QString clock_text(double seconds, int decimals);

} // namespace kinelens::viz
