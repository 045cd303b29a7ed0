// A signal's handler must not run on a thread that computes (app/command_line/stop_signals.cpp says why).
#include "core/experiment/event_reader.h"
#include "core/experiment/events.h"
#include "core/experiment/run_paths.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <csignal>

namespace stop_signals_test {

using namespace kinelens;

namespace {

// The signals that a thread has blocked, as bits; 0 if it is gone.
quint64 blocked_by(const QString& task) {
    QFile status(task + "/status");
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("SigBlk:")) return line.mid(7).trimmed().toULongLong(nullptr, 16);
    return 0;
}

bool has_steps(const Path& folder) {
    EventReader reader(RunPaths{folder}.events());
    const auto events = reader.read_new();
    return events && std::ranges::any_of(*events, [](const TimedEvent& timed) {
               return std::holds_alternative<MetricsLogged>(timed.event);
           });
}

} // namespace

class StopSignalsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

private slots:
    void threads_that_compute_are_left_alone_data() {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void threads_that_compute_are_left_alone() {
        QFETCH(int, number);
        const QString data = folder_.filePath("d.h5"), run = folder_.filePath(QTest::currentDataTag());
        if (!QFile::exists(data))
            QVERIFY(kinelens::testing::write_small_dataset(data.toStdString(), 24).has_value());
        QProcess process;
        process.start(KINELENS_CLI, {"pretrain",
                                     "--data",
                                     data,
                                     "--run",
                                     run,
                                     "--quiet",
                                     "--device",
                                     "cpu",
                                     "--hidden-size",
                                     "32",
                                     "--epochs",
                                     "100000",
                                     "--batch-size",
                                     "8",
                                     "--frames",
                                     "16",
                                     "--crop-frames-minimum",
                                     "8",
                                     "--milestones",
                                     ""});
        QTRY_VERIFY_WITH_TIMEOUT(has_steps(run.toStdString()), 60000);
        const QString tasks = QStringLiteral("/proc/%1/task").arg(process.processId());
        constexpr quint64 stops = (1ULL << (SIGINT - 1)) | (1ULL << (SIGTERM - 1)) | (1ULL << (SIGHUP - 1));
        const QString main = QStringLiteral("%1/%2").arg(tasks).arg(process.processId());
        QCOMPARE(blocked_by(main) & stops, stops);
        int open = 0; // threads that a stop may run on: the one that waits for it
        for (const QString& task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            open += (blocked_by(tasks + "/" + task) & stops) == 0;
        QVERIFY(open >= 1);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), number), 0);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }
};

KINELENS_TEST(StopSignalsTest, event_loop);

} // namespace stop_signals_test
#include "stop_signals_test.moc"
