#include "core/synthesis/key_track.h"

#include <bit>
#include <cstddef>

namespace kinelens::synthesis {
namespace {

using Channels = std::array<double, sizeof(Pose) / sizeof(double)>;

// Slope at the key between two stretches: weighted harmonic mean, 0 at an extreme.
double slope(double before, double after, double span_before, double span_after) {
    if (before * after <= 0) return 0;
    const double w1 = 2 * span_after + span_before;
    const double w2 = span_after + 2 * span_before;
    return (w1 + w2) / (w1 / before + w2 / after);
}

double hermite(double from, double to, double slope_from, double slope_to, double span, double u) {
    const double u2 = u * u, u3 = u2 * u;
    return (2 * u3 - 3 * u2 + 1) * from + (u3 - 2 * u2 + u) * span * slope_from + (3 * u2 - 2 * u3) * to +
           (u3 - u2) * span * slope_to;
}

// Back to targets in the root frame.
Pose relative_to_root(Pose pose) {
    for (Limb& leg : pose.legs) leg.root_target = leg.root_target - leg.root_weight * pose.root;
    return pose;
}

} // namespace

KeyTrack& KeyTrack::add(double time, const Pose& pose) {
    times_.push_back(time);
    poses_.push_back(pose);
    for (Limb& leg : poses_.back().legs) leg.root_target = leg.root_target + leg.root_weight * pose.root;
    return *this;
}

Pose KeyTrack::at(double time) const {
    if (time <= times_.front()) return relative_to_root(poses_.front());
    if (time >= times_.back()) return relative_to_root(poses_.back());
    std::size_t next = 1;
    while (times_[next] < time) ++next;
    const std::size_t last = times_.size() - 1;
    const auto key = [&](std::size_t k) { return std::bit_cast<Channels>(poses_[k]); };
    const Channels a = key(next - 1), b = key(next);
    const Channels before = key(next >= 2 ? next - 2 : 0), after = key(std::min(next + 1, last));
    const double span = times_[next] - times_[next - 1];
    const double span_before = next >= 2 ? times_[next - 1] - times_[next - 2] : 0;
    const double span_after = next < last ? times_[next + 1] - times_[next] : 0;
    Channels result;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double rate = (b[i] - a[i]) / span;
        const double start =
            span_before > 0 ? slope((a[i] - before[i]) / span_before, rate, span_before, span) : 0;
        const double end = span_after > 0 ? slope(rate, (after[i] - b[i]) / span_after, span, span_after) : 0;
        result[i] = hermite(a[i], b[i], start, end, span, (time - times_[next - 1]) / span);
    }
    return relative_to_root(std::bit_cast<Pose>(result));
}

} // namespace kinelens::synthesis
