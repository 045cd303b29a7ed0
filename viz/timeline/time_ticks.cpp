#include "viz/timeline/time_ticks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens::viz {
namespace {

struct Step {
    double words = 1; // frames between ticks with words
    int parts = 1;    // small ticks between them
    bool seconds = true;
};

Step step_for(double frame_rate, double apart) {
    for (const double frames : {1.0, 2.0, 5.0, 10.0})
        if (frames >= apart && 2 * frames <= frame_rate) return {frames, frames > 2 ? 5 : 1, false};
    static constexpr std::array seconds{1.0,   2.0,   5.0,   10.0,  15.0,  30.0,  60.0,   120.0,
                                        300.0, 600.0, 900.0, 1800., 3600., 7200., 18000., 36000.};
    for (const double wanted : seconds)
        if (wanted * frame_rate >= apart) return {wanted * frame_rate, wanted == 15 ? 3 : 5, true};
    return {std::ceil(apart / (36000 * frame_rate)) * 36000 * frame_rate, 5, true};
}

} // namespace

QString clock_text(double seconds, int decimals) {
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(seconds * unit) / unit;
    const auto minutes = static_cast<long long>(rounded) / 60;
    const QString rest = QString::number(rounded - 60.0 * static_cast<double>(minutes), 'f', decimals)
                             .rightJustified(decimals > 0 ? 3 + decimals : 2, QLatin1Char('0'));
    if (minutes < 60) return QStringLiteral("%1:%2").arg(minutes).arg(rest);
    return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(rest);
}

std::vector<TimeTick> time_ticks(double first, double last, double frame_rate, double apart) {
    std::vector<TimeTick> ticks;
    if (!(last > first) || !(frame_rate > 0) || !(apart > 0)) return ticks;
    const Step step = step_for(frame_rate, apart);
    const double small = step.words / step.parts;
    for (auto i = static_cast<long long>(std::ceil(first / small)); static_cast<double>(i) * small <= last;
         ++i) {
        const double frame = static_cast<double>(i) * small;
        QString text;
        if (i % step.parts == 0)
            text = step.seconds ? clock_text(frame / frame_rate, 0)
                                : QStringLiteral("f %1").arg(std::llround(frame));
        ticks.push_back({frame, text});
    }
    return ticks;
}

} // namespace kinelens::viz
