// Runs go to the trash and come back. The trash is one of the test's own, in the folder of XDG_DATA_HOME.
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/jobs/run_trash.h"
#include "ui/train/run_view.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace run_trash_test {

using namespace kinelens;
using namespace kinelens::ui;

class RunTrashTest : public QObject {
    Q_OBJECT
    // Beside the tests, on the file system of the home folder's trash: other systems have none that may be
    // written.
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<RunScanner> scanner_;
    std::unique_ptr<RunTrash> trash_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    void makeRun(const QString& name) {
        Experiment experiment;
        experiment.verb = "pretrain";
        experiment.created = "2026-01-01T00:00:00Z";
        auto run = RunFolder::create(path("runs/" + name).toStdString(), experiment);
        QVERIFY(run && run->append(RunStarted{}) && run->append(RunFinished{}));
    }
    const RunEntry* run(const QString& name) {
        scanner_->lookNow();
        [&] {
            QTRY_VERIFY(scanner_->find(path("runs/" + name)) &&
                        scanner_->find(path("runs/" + name))->state == RunState::completed);
        }();
        return scanner_->find(path("runs/" + name));
    }
    QStringList inTrash(const QString& part) const {
        return QDir(path("data/Trash/" + part)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>(QDir::homePath() + "/kinelens-trash-XXXXXX");
        if (!folder_->isValid()) QSKIP("the home folder cannot be written");
        qputenv("XDG_DATA_HOME", path("data").toLocal8Bit());
        QVERIFY(QDir().mkpath(path("runs")));
        scanner_ = std::make_unique<RunScanner>(path("runs"));
        trash_ = std::make_unique<RunTrash>(*scanner_);
    }
    void cleanup() {
        trash_.reset();
        scanner_.reset();
        folder_.reset();
    }

    void aRunComesBackAndTheTrashForgetsIt() {
        makeRun("pretrain-0003");
        QSignalSpy restored(trash_.get(), &RunTrash::restored);
        trash_->move(*run("pretrain-0003"));
        QVERIFY(!QFileInfo::exists(path("runs/pretrain-0003")));
        QCOMPARE(inTrash("files"), QStringList("pretrain-0003"));
        QCOMPARE(inTrash("info").size(), 1);
        QCOMPARE(trash_->undoStack().undoText(), QString("Move pretrain-0003 to the trash"));
        QCOMPARE(trash_->undoStack().command(0)->text(), QString("Moved pretrain-0003 to the trash"));
        trash_->undoStack().undo();
        QVERIFY(QFileInfo::exists(path("runs/pretrain-0003/experiment.json")));
        QVERIFY(inTrash("files").isEmpty() && inTrash("info").isEmpty());
        QCOMPARE(restored.size(), 1);
        run("pretrain-0003");
        trash_->undoStack().redo();
        QVERIFY(!QFileInfo::exists(path("runs/pretrain-0003")));
        QCOMPARE(inTrash("files"), QStringList("pretrain-0003"));
    }
    void theViewSaysThatItsRunIsInTheTrash() {
        makeRun("pretrain-0001");
        JobRunner runner(path("no-program"));
        RunView view(runner);
        view.setTrash(trash_.get());
        view.showRuns({path("runs/pretrain-0001")});
        QTRY_COMPARE(view.feed()->state(), RunState::completed);
        const auto says = [&](const QString& words) {
            for (const auto* label : view.findChildren<QLabel*>())
                if (label->text().contains(words)) return true;
            return false;
        };
        trash_->move(*run("pretrain-0001"));
        QTRY_VERIFY(says("In the trash") && says("Undo brings it back"));
        trash_->undoStack().undo();
        QTRY_VERIFY(says("Completed") && !says("In the trash"));
    }
    void aNameThatIsTakenIsSaid() {
        makeRun("pretrain-0001");
        trash_->move(*run("pretrain-0001"));
        makeRun("pretrain-0001"); // another one
        QSignalSpy failed(trash_.get(), &RunTrash::failed);
        trash_->undoStack().undo();
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("another run has its name"));
        QCOMPARE(inTrash("files"), QStringList("pretrain-0001")); // both are whole
        QVERIFY(QFileInfo::exists(path("runs/pretrain-0001/experiment.json")));
        QVERIFY(!trash_->undoStack().canUndo() && !trash_->undoStack().canRedo());
    }
    void anEmptiedTrashIsSaid() {
        makeRun("pretrain-0001");
        trash_->move(*run("pretrain-0001"));
        QVERIFY(QDir(path("data/Trash")).removeRecursively());
        QSignalSpy failed(trash_.get(), &RunTrash::failed);
        trash_->undoStack().undo();
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("no longer in the trash"));
        QCOMPARE(trash_->undoStack().count(), 0);
    }
    void withoutATrashTheRunStays() {
        makeRun("pretrain-0001");
        QFile file(path("nothing")); // where the trash would have to be made
        QVERIFY(file.open(QFile::WriteOnly));
        qputenv("XDG_DATA_HOME", path("nothing").toLocal8Bit());
        QSignalSpy failed(trash_.get(), &RunTrash::failed);
        trash_->move(*run("pretrain-0001"));
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains("was not moved to the trash"));
        QVERIFY(QFileInfo::exists(path("runs/pretrain-0001/experiment.json")));
        QVERIFY(!QFileInfo::exists("files") && !QFileInfo::exists("info")); // nor in the current folder
        QCOMPARE(trash_->undoStack().count(), 0);
    }
    void aRunThatGoesOnIsLeftAlone() {
        QSignalSpy failed(trash_.get(), &RunTrash::failed);
        makeRun("pretrain-0001");
        RunEntry going = *run("pretrain-0001");
        going.state = RunState::running;
        QCOMPARE(moveRunToTrash(going).error().code, ErrorCode::locked);
        QVERIFY(QFileInfo::exists(path("runs/pretrain-0001")));
    }
};

KINELENS_TEST(RunTrashTest, widgets);

} // namespace run_trash_test
#include "run_trash_test.moc"
