// The Detect mode in the window: its keys, its own Undo, predictions that are opened.
#include "core/results/predictions.h"
#include "tests/support/test_program.h"
#include "tests/ui/windows/waving_window.h"
#include "ui/browse/facet_list.h"
#include "ui/detect/timeline_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/windows/detect_mode.h"

#include <QDir>

namespace detect_mode_window_test {

using namespace kinelens;
using namespace kinelens::ui;

class DetectModeWindowTest : public kinelens::testing::WavingWindow {
    Q_OBJECT
private slots:
    void init() { make(); }
    void cleanup() { remove(); }

    void detectModeHasItsOwnUndoAndKeys() {
        openDataset();
        QVERIFY(!desktop_->actions.action("timeline.split")->isEnabled());
        window_->enterMode("detect");
        QVERIFY(window_->detect().timeline()->isVisible());
        QVERIFY(desktop_->actions.action("timeline.split")->isEnabled());
        desktop_->selection.setCurrent("W102");
        QTRY_COMPARE(desktop_->playhead.frames(), 42);
        desktop_->labels.setLocked(false);
        desktop_->playhead.setFrame(10);
        QTest::keyClick(window_.get(), Qt::Key_S); // splits [5, 20)
        QCOMPARE(desktop_->labels.intervals("W102").size(), 2U);
        QCOMPARE(desktop_->undo.undoText(), QString("Split a label"));
        desktop_->undo.undo();
        QCOMPARE(desktop_->labels.intervals("W102").size(), 1U);
        window_->enterMode("browse");
        QVERIFY(!desktop_->actions.action("timeline.split")->isEnabled());
        QCOMPARE(desktop_->undo.undoText(), QString("Add waving.h5")); // the labels are not in view
        QVERIFY(!desktop_->undo.nextRedo());
        window_->showStartPage();
        QVERIFY(!desktop_->undo.nextUndo());
        QVERIFY(!desktop_->actions.action("edit.undo")->isEnabled());
    }
    void detectModeHasTheKeysOnEntering() {
        openDataset();
        desktop_->selection.setCurrent("W102");
        QTRY_COMPARE(desktop_->playhead.frames(), 42);
        auto* facets = window_->datasets().findChild<FacetList*>(); // needs letters itself
        facets->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), facets);
        pressKey(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(window_->modes().mode(), QString("detect"));
        QTRY_VERIFY(window_->detect().timeline()->isAncestorOf(QApplication::focusWidget()));
        pressKey(Qt::Key_U);
        QVERIFY(!desktop_->labels.locked());
        desktop_->playhead.setFrame(10);
        pressKey(Qt::Key_S); // splits [5, 20)
        QCOMPARE(desktop_->labels.intervals("W102").size(), 2U);
        const viz::TimeRange& range = window_->detect().timeline()->view().range();
        pressKey(Qt::Key_Plus);
        QVERIFY(range.span() < 30);
        const double first = range.first();
        pressKey(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(range.first() > first);
        pressKey(Qt::Key_0);
        QCOMPARE(range.span(), 42.0);
    }
    void detectModeHasTheKeysFromTheStart() {
        window_->enterMode("detect");
        QTRY_COMPARE(QApplication::focusWidget(), window_->detect().timeline());
        openDataset();
        QCOMPARE(window_->modes().mode(), QString("detect"));
        QTRY_VERIFY(desktop_->labels.ready());
        pressKey(Qt::Key_U);
        QVERIFY(!desktop_->labels.locked());
    }
    void lockedLabelsAreNotUndone() {
        openDataset();
        window_->enterMode("detect");
        desktop_->selection.setCurrent("W102");
        QTRY_COMPARE(desktop_->playhead.frames(), 42);
        desktop_->labels.setLocked(false);
        desktop_->playhead.setFrame(10);
        desktop_->actions.action("timeline.split")->trigger();
        desktop_->labels.setLocked(true);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desktop_->labels.intervals("W102").size(), 2U);
        QVERIFY(!window_->detect().timeline()->message().isHidden()); // offers to unlock them
        desktop_->labels.setLocked(false);
        pressKey(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desktop_->labels.intervals("W102").size(), 1U);
        desktop_->labels.setLocked(true);
        pressKey(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desktop_->labels.intervals("W102").size(), 1U);
    }
    // As `detect` without --run leaves them, named together with their dataset.
    void predictionsOpenBesideTheirDataset() {
        QVERIFY(QDir().mkpath(path("found")));
        Predictions said;
        said.class_names = {"wave", "stand"};
        said.sequences = {{"W102", 42, {{0, 1, 3, 30, 0.9F, "prediction"}}}};
        QVERIFY(write_predictions(path("found/predictions.json").toStdString(), said));
        window_->openPaths({dataset_, path("found")});
        QCOMPARE(window_->modes().mode(), QString("detect"));
        QTRY_COMPARE(desktop_->detections.runs().size(), std::size_t(1));
        desktop_->selection.setCurrent("W102");
        QTRY_VERIFY(desktop_->detections.lanes().size() == 1 &&
                    desktop_->detections.lanes().front().intervals.size() == 1);
        QVERIFY(desktop_->issues.issues().empty());
        const int least = window_->minimumSizeHint().height(); // on low screens
        QVERIFY2(least <= 720, qPrintable(QString::number(least)));
    }
};

KINELENS_TEST(DetectModeWindowTest, widgets);

} // namespace detect_mode_window_test
#include "detect_mode_window_test.moc"
