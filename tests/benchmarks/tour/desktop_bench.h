// DesktopBench: how smooth the window is, measured beside it and written to a file as JSON: seconds to the
// first picture, playback rate, redraws of a flood of events, stalls of its thread while a training runs.
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

namespace kinelens::ui {
class MainWindow;
}

namespace kinelens::tour {

class EventFlood;
class HeartWatch;

class DesktopBench : public QObject {
    Q_OBJECT
public:
    // With `startOnly` the program ends after its first picture.
    DesktopBench(ui::MainWindow& window, QString file, bool startOnly);
    ~DesktopBench() override;

    void start();

signals:
    void finished(int exitCode);

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    void firstPicture();
    void waitForTwoBodies();
    void beginPlayback();
    void nextFrame();
    void floodWithEvents();
    void beginTraining();
    void beginWatching();
    void useTheWindow(int step);
    void endTraining();
    void finish(int exitCode);

    ui::MainWindow& window_;
    QString file_;
    bool startOnly_;
    bool painted_ = false;
    int twoBodies_ = -1; // a sequence with two people
    QMetaObject::Connection frames_;
    QElapsedTimer clock_;
    std::vector<double> frameMilliseconds_;
    std::unique_ptr<EventFlood> flood_;
    std::unique_ptr<HeartWatch> heart_;
    QTimer poll_;
    QJsonObject numbers_;
};

} // namespace kinelens::tour
