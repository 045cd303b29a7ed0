// Pace: how fast training goes, smoothed over about the last twenty steps.
#pragma once

#include <chrono>
#include <cstdint>

namespace kinelens::learning {

class Pace {
public:
    // Starts a step's clock; what lies before (a pause, a checkpoint) does not count.
    void begin() { began_ = Clock::now(); }

    // Ends the step; returns its seconds.
    double end(std::int64_t samples) {
        const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        const double weight = steps_++ < 20 ? 1.0 / static_cast<double>(steps_) : 0.05;
        seconds_ += weight * (seconds - seconds_);
        samples_ += weight * (static_cast<double>(samples) - samples_);
        return seconds;
    }

    double seconds_per_step() const { return seconds_; }
    double samples_per_second() const { return seconds_ > 0 ? samples_ / seconds_ : 0; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point began_ = Clock::now();
    std::int64_t steps_ = 0;
    double seconds_ = 0;
    double samples_ = 0;
};

} // namespace kinelens::learning
