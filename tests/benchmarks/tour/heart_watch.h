// HeartWatch: a timer that should beat every few milliseconds; where it does not, the window's thread
// stalled.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <vector>

namespace kinelens::tour {

class HeartWatch : public QObject {
    Q_OBJECT
public:
    static constexpr double stallMilliseconds = 50;

    explicit HeartWatch(QObject* parent = nullptr);

    double seconds() const { return static_cast<double>(total_.elapsed()) / 1000; }
    const std::vector<double>& stalls() const { return stalls_; } // milliseconds each
    double longestGap() const { return longest_; }                // milliseconds, stall or not

private:
    void beat();

    QTimer timer_;
    QElapsedTimer total_;
    QElapsedTimer since_;
    std::vector<double> stalls_;
    double longest_ = 0;
};

} // namespace kinelens::tour
