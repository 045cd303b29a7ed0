// What is undone, opened and dropped in the whole window.
#include "core/experiment/run_folder.h"
#include "tests/support/detected_dataset.h"
#include "tests/support/test_program.h"
#include "ui/browse/datasets_panel.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/timeline_panel.h"
#include "ui/train/runs_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/panel_dock.h"
#include "ui/widgets/toast.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/main_window.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

namespace edit_window_test {

using namespace kinelens;
using namespace kinelens::ui;

class EditWindowTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Desktop> desktop_;
    std::unique_ptr<MainWindow> window_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    void openDataset() {
        window_->openPaths({path("d.h5")});
        QTRY_VERIFY(desktop_->datasets.dataset());
        QTRY_COMPARE(desktop_->playhead.frames(), 300);
        QTRY_VERIFY(desktop_->labels.ready());
    }
    // Through the window, to whatever has the focus, as a keyboard does.
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_->windowHandle(), key, modifiers);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(testing::write_untrimmed(path("d.h5").toStdString()));
        DesktopPlaces places;
        places.settings = path("settings.ini");
        places.state = path("state");
        places.runs = path("runs");
        places.data = path("data");
        desktop_ = std::make_unique<Desktop>(places);
        window_ = std::make_unique<MainWindow>(*desktop_);
        window_->restoreSession();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->activateWindow();
    }
    void cleanup() {
        window_.reset();
        desktop_.reset();
        folder_.reset();
    }

    void undoIsNamedUnderEdit() {
        openDataset();
        QAction* undo = desktop_->actions.action("edit.undo");
        QCOMPARE(undo->text(), QString("&Undo Add d.h5"));
        QVERIFY(undo->toolTip().startsWith("Workspace: "));
        QStringList menus;
        for (QAction* menu : window_->menuBar()->actions())
            if (menu->menu() && menu->menu()->actions().contains(undo)) menus << menu->text();
        QCOMPARE(menus, QStringList("&Edit"));
        desktop_->actions.action("file.removeDataset")->trigger();
        QVERIFY(window_->toast().isVisible());
        QCOMPARE(window_->toast().text(), QString("Removed d.h5 from the workspace"));
        auto* transport = window_->findChild<QToolBar*>("transport");
        QVERIFY(transport->isVisible());
        QVERIFY(!window_->toast().geometry().intersects(transport->geometry()));
        window_->toast().findChild<QPushButton*>()->click();
        QCOMPARE(desktop_->workspace.datasets().size(), 1);
        QCOMPARE(window_->toast().text(), QString("Undone: Remove d.h5"));
        QTRY_VERIFY(desktop_->datasets.dataset()); // and it is open again
    }
    // What an earlier session left is no step, so that Undo brings the run back and nothing else.
    void aTrashedRunComesBackWithUndo() {
        QVERIFY(QDir().mkpath(path("share")));
        qputenv("XDG_DATA_HOME", path("share").toLocal8Bit());
        {
            WorkspaceDocument before(path("state"));
            before.addDataset(path("d.h5"));
        }
        QVERIFY(desktop_->workspace.recover());
        QVERIFY(!desktop_->undo.nextUndo());
        Experiment experiment;
        experiment.verb = "pretrain";
        auto run = RunFolder::create(path("runs/pretrain-0003").toStdString(), experiment);
        QVERIFY(run && run->append(RunStarted{}) && run->append(RunFinished{}));
        window_->enterMode("train");
        window_->runs().select(path("runs/pretrain-0003"));
        QTRY_COMPARE(window_->runs().selectedRuns().size(), 1);
        for (QAction* action : window_->runs().runActions())
            if (action->text() == "Move to trash") action->trigger();
        QVERIFY(!QFileInfo::exists(path("runs/pretrain-0003")));
        QCOMPARE(window_->toast().text(), QString("Moved pretrain-0003 to the trash"));
        QCOMPARE(desktop_->actions.action("edit.undo")->text(),
                 QString("&Undo Move pretrain-0003 to the trash"));
        window_->enterMode("browse"); // where no run is seen
        QVERIFY(!desktop_->undo.nextUndo());
        QVERIFY(!window_->toast().isVisible());
        window_->enterMode("train");
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(QFileInfo::exists(path("runs/pretrain-0003/experiment.json")));
        QCOMPARE(desktop_->workspace.datasets(), QStringList(path("d.h5")));
        QCOMPARE(window_->toast().text(), QString("Undone: Move pretrain-0003 to the trash"));
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desktop_->workspace.datasets(), QStringList(path("d.h5")));
    }
    void whatIsBehindATabIsNotInView() {
        window_->enterMode("detect");
        QTRY_VERIFY(isInView(*window_->detect().errors()));
        QVERIFY(!isInView(window_->runs()));
        window_->modes().raise("runs");
        QTRY_VERIFY(isInView(window_->runs()));
        QVERIFY(!isInView(*window_->detect().errors()));
        QVERIFY(isInView(*window_->detect().timeline()));
    }
    // The recording of the step is shown, and a toast that is no longer about the last step is gone.
    void undoOfALabelShowsItsRecording() {
        openDataset();
        window_->enterMode("detect");
        desktop_->selection.setCurrent("R2");
        QTRY_COMPARE(desktop_->selection.current(), QString("R2"));
        QTRY_COMPARE(desktop_->playhead.frames(), 300);
        desktop_->labels.setLocked(false);
        TimelineView& view = window_->detect().timeline()->view();
        view.choose(0, {desktop_->labels.intervals("R2").front()});
        desktop_->actions.action("timeline.delete")->trigger();
        QCOMPARE(window_->toast().text(), QString("Deleted a label of R2"));
        desktop_->selection.setCurrent("R1");
        desktop_->labels.setLocked(true);
        window_->toast().findChild<QPushButton*>()->click();
        QCOMPARE(desktop_->labels.intervals("R2").size(), std::size_t(2)); // locked: it says so, in view
        QVERIFY(window_->detect().timeline()->message().text().contains("locked"));
        desktop_->labels.setLocked(false);
        QVERIFY(window_->detect().timeline()->message().isHidden());
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desktop_->labels.intervals("R2").size(), std::size_t(3));
        QCOMPARE(desktop_->selection.current(), QString("R2"));
        view.choose(0, {desktop_->labels.intervals("R2").front()});
        desktop_->actions.action("timeline.delete")->trigger();
        QVERIFY(window_->toast().isVisible());
        QVERIFY(desktop_->labels.edit(
            "R2", draw_interval(desktop_->labels.intervals("R2"), {0, 0, 1, 9}, 300), "Draw"));
        QVERIFY(!window_->toast().isVisible());
    }
    void aBadFileLeavesAllThatIsOpen() {
        openDataset();
        desktop_->selection.setCurrent("R2");
        QTRY_COMPARE(desktop_->selection.current(), QString("R2"));
        QTRY_COMPARE(desktop_->playhead.frames(), 300);
        window_->enterMode("detect");
        desktop_->labels.setLocked(false);
        desktop_->playhead.setFrame(40);
        desktop_->actions.action("timeline.split")->trigger();
        QVERIFY(QDir().mkpath(path("bad")));
        for (const char* name : {"bad/text.h5", "bad/work.kinelens", "bad/predictions.json"}) {
            QFile file(path(name));
            QVERIFY(file.open(QFile::WriteOnly) && file.write("nothing") > 0);
            file.close();
            const auto issues = desktop_->issues.issues().size();
            window_->openPaths({file.fileName()});
            QTRY_VERIFY2(desktop_->issues.issues().size() > issues, name);
            QVERIFY2(desktop_->datasets.dataset(), name);
            QCOMPARE(desktop_->datasets.dataset()->file, path("d.h5"));
            QCOMPARE(desktop_->selection.current(), QString("R2"));
            QCOMPARE(desktop_->playhead.frame(), 40);
            QCOMPARE(desktop_->labels.intervals("R2").size(), std::size_t(4));
            QVERIFY(!desktop_->labels.locked() && desktop_->labels.undoStack().canUndo());
            QCOMPARE(window_->modes().mode(), QString("detect"));
            QCOMPARE(desktop_->workspace.datasets(), QStringList(path("d.h5")));
        }
        QVERIFY(window_->toast().text().contains("work.kinelens")); // no panel in view could say it
        QVERIFY(desktop_->workspace.file().isEmpty());
        openDataset(); // and another that can be read takes its place
        QCOMPARE(desktop_->datasets.dataset()->file, path("d.h5"));
    }
    // File managers take away what was moved.
    void whatIsDroppedIsCopiedWhateverIsProposed() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path("d.h5"))});
        window_->enterMode("browse");
        auto* search =
            window_->datasets().findChild<QLineEdit*>("search"); // a text field takes no files either
        for (QWidget* target : std::initializer_list<QWidget*>{window_.get(), search}) {
            desktop_->datasets.close();
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                                  Qt::ShiftModifier);
            QApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
            QCOMPARE(enter.dropAction(), Qt::CopyAction);
            QDragMoveEvent move(QPoint(6, 6), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                                Qt::ShiftModifier);
            QApplication::sendEvent(target, &move);
            QCOMPARE(move.dropAction(), Qt::CopyAction);
            QDropEvent event(QPointF(6, 6), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                             Qt::ShiftModifier);
            QApplication::sendEvent(target, &event);
            QCOMPARE(event.dropAction(), Qt::CopyAction);
            QVERIFY(event.isAccepted());
            QTRY_VERIFY(desktop_->datasets.dataset());
            QVERIFY(search->text().isEmpty());
        }
    }

    // Whoever moves a run away does not look at its results on.
    void resultsGoWithTheirRun() {
        openDataset();
        for (const char* run : {"detect-0001", "detect-0002"})
            QVERIFY(testing::write_detection(path(QString("runs/") + run).toStdString()));
        desktop_->detections.show({path("runs/detect-0001"), path("runs/detect-0002")});
        QTRY_COMPARE(desktop_->detections.runs().size(), std::size_t(2));
        emit desktop_->trash.taken(path("runs/detect-0001"));
        QTRY_COMPARE(desktop_->detections.places(), QStringList{path("runs/detect-0002")});
        emit desktop_->trash.taken(path("runs/detect-000"));
        QTest::qWait(50);
        QCOMPARE(desktop_->detections.places().size(), 1); // another run
        emit desktop_->trash.taken(path("runs/detect-0002"));
        QTRY_VERIFY(desktop_->detections.runs().empty());
    }
};

KINELENS_TEST(EditWindowTest, widgets);

} // namespace edit_window_test
#include "edit_window_test.moc"
