// EventFlood: a made-up run that logs many metrics at once, as a fast job on another machine would.
#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <thread>

namespace kinelens::tour {

class EventFlood : public QObject {
    Q_OBJECT
public:
    EventFlood(const QString& folder, int events, double seconds);
    ~EventFlood() override;

    bool done() const { return done_; }
    bool good() const { return good_; } // everything could be written

private:
    void write(const QString& folder, int events, double seconds);

    std::atomic<bool> done_{false};
    std::atomic<bool> good_{false};
    std::jthread thread_;
};

} // namespace kinelens::tour
