// The Detect mode's panels as a person uses them: lanes, errors, sliders, zooming and loops.
#include "tests/support/test_program.h"
#include "tests/ui/detect/timeline_bench.h"
#include "ui/detect/label_menu.h"
#include "ui/detect/worth_table.h"
#include "ui/forms/option_row.h"
#include "ui/widgets/empty_page.h"
#include "viz/timeline/lane_strip.h"
#include "viz/timeline/ruler_strip.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QSignalSpy>

namespace timeline_panel_test {

using namespace kinelens;
using namespace kinelens::ui;

class TimelinePanelTest : public TimelineBench {
    Q_OBJECT
private slots:
    void initTestCase() { write(); }
    void init() { make(); }
    void cleanup() { p.reset(); }

    void emptyUntilARecordingIsShown() {
        bool filled = false;
        p->timeline.setFillers(
            "Open", [&filled] { filled = true; }, "Detect", [] {});
        auto* button = p->timeline.findChild<EmptyPage*>()->findChild<QPushButton*>();
        QVERIFY(!p->actions.action("timeline.split")->isEnabled());
        button->click();
        QVERIFY(filled);
        open();
        QVERIFY(p->actions.action("timeline.split")->isEnabled());
        QCOMPARE(p->timeline.view().lanes().lanes().size(), 1U);
        QCOMPARE(p->timeline.view().lanes().lanes().front().items.size(), 3U);
    }

    void lanesShowLabelsAndPredictionsWithErrors() {
        open();
        detect();
        const auto& lanes = p->timeline.view().lanes().lanes();
        QCOMPARE(lanes.size(), 2U);
        QVERIFY(lanes[0].truth && !lanes[1].truth);
        QVERIFY(lanes[0].find(2)->faulty);  // kick is missed
        QVERIFY(!lanes[1].find(0)->faulty); // wave is right
        QVERIFY(lanes[1].find(1)->faulty);
    }

    void draggingHoldsPlayback() {
        open();
        p->labels.setLocked(false);
        p->timeline.show();
        QWidget& lanes = p->timeline.view().lanes();
        auto* ruler = p->timeline.findChild<viz::RulerStrip*>();
        const QPoint edge(static_cast<int>(p->timeline.view().lanes().itemBox(0, 1).left()),
                          static_cast<int>(p->timeline.view().lanes().itemBox(0, 1).center().y()));
        p->playhead.play();
        for (const auto& [strip, at] :
             {std::pair{static_cast<QWidget*>(ruler), ruler->rect().center()}, {&lanes, edge}}) {
            QTest::mousePress(strip, Qt::LeftButton, {}, at);
            QVERIFY(p->playhead.held());
            QTest::mouseRelease(strip, Qt::LeftButton, {}, at);
            QVERIFY(p->playhead.playing() && !p->playhead.held());
        }
        QTest::mousePress(ruler, Qt::LeftButton, {}, ruler->rect().center());
        p->timeline.hide(); // the release goes nowhere
        QVERIFY(!p->playhead.held());
    }

    void predictionsAreExported() {
        open();
        detect();
        auto& menu = p->timeline.labelMenu();
        QSignalSpy ended(&menu, &LabelMenu::ended);
        menu.exportPrediction("csv", path("said.csv"));
        QTRY_COMPARE(ended.count(), 1);
        QFile file(path("said.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("R1,wave,20,60"));
        QVERIFY(text.contains("R2,kick,200,240"));
    }

    void theTourGoesThroughAllErrors() {
        open();
        detect();
        QTRY_COMPARE(p->errors.model().rowCount(), 2);
        press("timeline.nextError");
        QCOMPARE(p->playhead.frame(), 100);
        QCOMPARE(p->timeline.view().chosenLane(), 1);
        press("timeline.nextError");
        QCOMPARE(p->playhead.frame(), 200);
        press("timeline.previousError");
        QCOMPARE(p->playhead.frame(), 100);
        p->errors.listAll(true);
        QTRY_COMPARE(p->errors.model().rowCount(), 3);
        press("timeline.nextError");
        press("timeline.nextError");
        QCOMPARE(p->selection.current(), QString("R2"));
        QCOMPARE(p->playhead.frame(), 100);
    }

    void slidersChangeIntervalsAndWorth() {
        open();
        detect();
        QTRY_COMPARE(p->tuning.worth().textAt(0, 0), QString("0.500"));
        p->tuning.row("enter_threshold")->setValue(0.7);
        QTRY_COMPARE(p->tuning.worth().textAt(0, 0), QString("1.000"));
        QTRY_COMPARE(p->tuning.worth().textAt(0, 1), QString("1.000"));
        QCOMPARE(p->timeline.view().lanes().lanes()[1].items.size(), 1U);
        for (auto* button : p->tuning.findChildren<QPushButton*>()) button->click(); // as the run made them
        QTRY_COMPARE(p->tuning.worth().textAt(0, 0), QString("0.500"));
    }

    void edgesAndLoops() {
        open();
        p->playhead.setFrame(0);
        press("timeline.nextEdge");
        QCOMPARE(p->playhead.frame(), 20);
        press("timeline.nextEdge");
        QCOMPARE(p->playhead.frame(), 59);
        press("timeline.previousEdge");
        QCOMPARE(p->playhead.frame(), 20);
        press("timeline.loopChosen");
        QCOMPARE(p->playhead.loopIn(), 20);
        QCOMPARE(p->playhead.loopOut(), 60);
        QVERIFY(p->playhead.playing());
        p->playhead.pause();
        press("timeline.zoomChosen");
        QVERIFY(p->timeline.view().range().span() < 100);
        press("timeline.fit");
        QCOMPARE(p->timeline.view().range().span(), 300.0);
        press("timeline.next");
        QCOMPARE(p->selection.current(), QString("R2"));
    }

    void zoomingAndPanningByCommand() {
        open();
        const viz::TimeRange& range = p->timeline.view().range();
        p->playhead.setFrame(150);
        press("timeline.zoomIn");
        press("timeline.zoomIn");
        QVERIFY(range.span() < 150);
        QVERIFY(range.first() < 150 && range.last() > 150); // about the clock
        const double first = range.first();
        press("timeline.panForward");
        QCOMPARE(range.first(), first + range.span() / 4);
        press("timeline.panBack");
        QCOMPARE(range.first(), first);
        press("timeline.zoomOut");
        press("timeline.zoomOut");
        QCOMPARE(range.span(), 300.0);
    }

    void aDoubleClickLoopsTheInterval() {
        p->timeline.show();
        QVERIFY(QTest::qWaitForWindowExposed(&p->timeline));
        open();
        viz::LaneStrip& lanes = p->timeline.view().lanes();
        QTRY_VERIFY(lanes.itemBox(0, 1).width() > 20);
        const QPoint place = lanes.itemBox(0, 1).center().toPoint();
        QTest::mouseClick(&lanes, Qt::LeftButton, {}, place);
        QTest::mouseDClick(&lanes, Qt::LeftButton, {}, place);
        QCOMPARE(p->playhead.loopIn(), 100);
        QCOMPARE(p->playhead.loopOut(), 160);
        QVERIFY(p->playhead.playing());
    }

    void everyControlHasAName() {
        for (QWidget* panel : std::initializer_list<QWidget*>{&p->timeline, &p->errors, &p->tuning})
            for (auto* button : panel->findChildren<QAbstractButton*>()) {
                if (!button->isVisibleTo(panel) || button->objectName() == "qt_toolbar_ext_button") continue;
                const bool named = !button->text().isEmpty() || !button->accessibleName().isEmpty() ||
                                   !button->toolTip().isEmpty();
                QVERIFY2(named, qPrintable(button->objectName() + " in " + panel->metaObject()->className()));
            }
    }
};

KINELENS_TEST(TimelinePanelTest, widgets);

} // namespace timeline_panel_test
#include "timeline_panel_test.moc"
