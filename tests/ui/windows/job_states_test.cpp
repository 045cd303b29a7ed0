// What a job is doing is told wherever it is seen, from the click on.
#include "core/experiment/process_record.h"
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/detect/detection_menu.h"
#include "ui/windows/desktop.h"
#include "ui/windows/status_strip.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QToolButton>
#include <csignal>
#include <fstream>
#include <sys/stat.h>

namespace job_states_test {

using namespace kinelens;
using namespace kinelens::ui;

class JobStatesTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Desktop> desktop_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    Result<RunFolder> makeRun(const QString& name, const char* verb) const {
        Experiment experiment;
        experiment.verb = verb;
        return RunFolder::create(path("runs/" + name).toStdString(), experiment);
    }
    static QToolButton* saying(const QWidget& parent, const QString& words) {
        for (auto* button : parent.findChildren<QToolButton*>())
            if (!button->isHidden() && button->text().contains(words)) return button;
        return nullptr;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        const std::string program = path("fake-cli").toStdString();
        std::ofstream(program) << "#!/bin/sh\nexec sleep 30\n";
        ::chmod(program.c_str(), 0755);
        desktop_ = std::make_unique<Desktop>(
            DesktopPlaces{path("fake-cli"), path("settings.ini"), path("state"), path("runs"), path("data")});
    }
    void cleanup() { desktop_.reset(); }

    void theStatusStripSaysStartingAndStopping() {
        StatusStrip strip(*desktop_);
        const QString folder = path("runs/features-0001");
        QVERIFY(desktop_->runner.start({"features", {}, folder}));
        QTRY_VERIFY(saying(strip, "starting…"));
        QToolButton* stop = saying(strip, "Stop");
        QVERIFY(stop && stop->isEnabled());
        stop->click();
        QTRY_VERIFY(saying(strip, "stopping…"));
        QVERIFY(!stop->isEnabled());
        StatusStrip later(*desktop_); // of another window: it follows from the folder, not from the click
        QVERIFY(saying(later, "stopping…"));
        const auto launch = read_process_record(RunPaths{folder.toStdString()}.launch());
        QVERIFY(launch.has_value());
        ::kill(static_cast<pid_t>(launch->process.process_id), SIGKILL);
        QTRY_VERIFY(!saying(strip, "stopping…") && stop->isHidden());
    }

    // A detection that was chosen before it is complete, and one of which nothing comes.
    void theTimelineSaysHowItsDetectionGoes() {
        DetectionMenu menu(desktop_->detections, desktop_->scanner);
        auto run = makeRun("detect-0001", "detect");
        QVERIFY(run && run->append(RunStarted{}));
        menu.showRuns({path("runs/detect-0001")});
        desktop_->scanner.lookNow();
        QTRY_COMPARE(menu.text(), QStringLiteral("detect-0001: Running"));
        QVERIFY(desktop_->runner.ask(path("runs/detect-0001"), ControlRequest::stop));
        QTRY_COMPARE(menu.text(), QStringLiteral("detect-0001: Stopping…"));
        RunFinished failed;
        failed.outcome = Outcome::failed;
        failed.error = Error{ErrorCode::disk_full, "scores.h5", "", {}};
        QVERIFY(run->append(failed));
        QTRY_COMPARE(menu.text(), QStringLiteral("detect-0001: Failed"));
        QVERIFY2(menu.toolTip().contains("scores.h5"), qPrintable(menu.toolTip()));
    }
};

KINELENS_TEST(JobStatesTest, widgets);

} // namespace job_states_test
#include "job_states_test.moc"
