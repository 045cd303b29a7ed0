// The run that a form started, where its button is: how far it is, and why nothing came of it.
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/forms/started_run.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace started_run_test {

using namespace kinelens;
using namespace kinelens::ui;

class StartedRunTest : public QObject {
    Q_OBJECT
private slots:
    void tellsHowItGoesAndWhyItEnded() {
        QTemporaryDir folder;
        const QString place = folder.filePath("runs/detect-train-0001");
        Experiment asked;
        asked.verb = "detect-train";
        auto run = RunFolder::create(place.toStdString(), asked);
        RunStarted started;
        started.epochs = 10;
        QVERIFY(run && run->append(started));
        RunScanner scanner(folder.filePath("runs"));
        StartedRun line;
        QVERIFY(line.isHidden());
        connect(&scanner, &RunScanner::changed, &line, [&] { line.look(scanner); });
        QSignalSpy ended(&line, &StartedRun::ended);
        const auto says = [&](const QString& words) {
            return line.findChild<QLabel*>()->text().contains(words);
        };
        line.follow(place);
        QVERIFY(!line.isHidden() && says("Starting"));
        QTRY_VERIFY(says("Running") && says("epoch 0 of 10"));
        QVERIFY(!line.findChild<QProgressBar*>()->isHidden());
        const Error full{ErrorCode::disk_full, "/disk", {}};
        QVERIFY(run->append(RunFinished{Outcome::failed, full, "{}"}));
        QTRY_COMPARE(ended.count(), 1); // once
        QVERIFY(ended[0][0].toString().contains("/disk"));
        QVERIFY(says("Failed") && line.findChild<QProgressBar*>()->isHidden());
        line.follow({});
        QVERIFY(line.isHidden());
    }
    void aLostRunIsTold() {
        QTemporaryDir folder;
        const QString place = folder.filePath("runs/detect-train-0001");
        Experiment asked;
        asked.verb = "detect-train";
        {
            auto run = RunFolder::create(place.toStdString(), asked);
            QVERIFY(run && run->append(RunStarted{}));
        } // its process is gone
        QFile::remove(place + "/heartbeat");
        RunScanner scanner(folder.filePath("runs"));
        StartedRun line;
        connect(&scanner, &RunScanner::changed, &line, [&] { line.look(scanner); });
        QSignalSpy ended(&line, &StartedRun::ended);
        line.follow(place);
        QTRY_COMPARE(ended.count(), 1);
        QVERIFY2(ended[0][0].toString().contains("cut off"), qPrintable(ended[0][0].toString()));
    }
};

KINELENS_TEST(StartedRunTest, widgets);

} // namespace started_run_test
#include "started_run_test.moc"
