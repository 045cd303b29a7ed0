// VerbProcess: a short verb of kinelens-cli (import, synthesize) that the window waits for, in a process of
// its own at lower priority. Long jobs that outlive the window are not for this class.
#pragma once

#include "core/experiment/event_reader.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <memory>

namespace kinelens::ui {

struct VerbEnd {
    enum class How { completed, cancelled, failed };
    How how = How::completed;
    QJsonObject summary; // of a completed verb
    QString reason;      // of a failed one, for people
};

class VerbProcess : public QObject {
    Q_OBJECT
public:
    explicit VerbProcess(QString program, QObject* parent = nullptr);
    ~VerbProcess() override;

    void start(const QStringList& arguments); // verb first; one at a time
    void cancel(); // asks it to end; it finishes what it is at, however long that lasts
    void kill();   // does not ask
    bool running() const { return process_ != nullptr; }

signals:
    void progressed(qint64 done, qint64 total, const QString& unit); // total 0: unknown
    void ended(const kinelens::ui::VerbEnd& end);

private:
    void readEvents();
    void finish(int exitCode, bool crashed);

    QString program_;
    QProcess* process_ = nullptr;
    QTimer poll_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<EventReader> events_;
    bool cancelled_ = false;
};

// kinelens-cli beside the running program, or wherever the system finds it.
QString commandLineProgram();

} // namespace kinelens::ui
