// The Detect mode's panels as a person uses them: lanes, keys that edit, import and export, errors, sliders.
#include "tests/support/detected_dataset.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/commands/action_registry.h"
#include "ui/detect/detection_menu.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/label_menu.h"
#include "ui/detect/label_tools.h"
#include "ui/detect/timeline_panel.h"
#include "ui/detect/tuning_panel.h"
#include "ui/detect/worth_table.h"
#include "ui/forms/checkpoint_form.h"
#include "ui/forms/option_row.h"
#include "ui/jobs/run_scanner.h"
#include "ui/play/interval_strip.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "viz/palette/class_colours.h"
#include "viz/palette/qt_theme.h"
#include "viz/timeline/lane_strip.h"
#include "viz/timeline/ruler_strip.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace timeline_panel_test {

using namespace kinelens;
using namespace kinelens::ui;

class TimelinePanelTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    struct Parts {
        DatasetService datasets;
        Selection selection;
        Playhead playhead;
        ActionRegistry actions;
        LabelDocument labels;
        Detections detections;
        RunScanner scanner;
        TimelinePanel timeline;
        ErrorsPanel errors;
        TuningPanel tuning;
        explicit Parts(const QString& folder)
            : labels(datasets, folder + "/state")
            , detections(datasets, selection, labels)
            , scanner(folder + "/runs")
            , timeline({datasets, selection, playhead, labels, detections, scanner})
            , errors(detections, labels, selection, playhead)
            , tuning(detections) {
            errors.addCommands(actions);
            timeline.addCommands(actions);
            timeline.setCommandsEnabled(true);
            QObject::connect(&errors, &ErrorsPanel::errorShown, &timeline.view(), &TimelineView::chooseError);
            // The player does this with the motion.
            QObject::connect(&selection, &Selection::currentChanged, &playhead, [this](const QString& name) {
                playhead.setSequence(std::max<qint64>(0, labels.frames(name)), 30);
            });
        }
    };
    std::unique_ptr<Parts> p;

    QString path(const QString& name) const { return folder_.filePath(name); }
    void press(const char* id) {
        QAction* action = p->actions.action(id);
        QVERIFY2(action && action->isEnabled(), id);
        action->trigger();
    }
    const IntervalList& labels() const { return p->labels.intervals("R1"); }
    void open(const QString& file = "d.h5") {
        p->datasets.open(path(file));
        QTRY_VERIFY(p->labels.ready());
        p->selection.setCurrent("R1");
    }
    void detect() {
        p->detections.show({path("detect-0001")});
        QTRY_COMPARE(p->detections.lanes().size(), 1U);
        QTRY_VERIFY(p->detections.scores());
    }

private slots:
    void initTestCase() {
        QVERIFY(testing::write_untrimmed(path("d.h5").toStdString()));
        QVERIFY(testing::write_untrimmed(path("bare.h5").toStdString(), false));
        QVERIFY(testing::write_detection(path("detect-0001").toStdString()));
    }
    void init() {
        QDir().mkpath(path("runs"));
        for (const char* kept : {".d.labels.json.autosave", "d.labels.json", ".bare.labels.json.autosave"})
            QFile::remove(path(kept));
        p = std::make_unique<Parts>(folder_.path());
        p->timeline.resize(1000, 420);
    }
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

    void keysEditAndUndoBringsBack() {
        open();
        p->labels.setLocked(false);
        const IntervalList before = labels();
        p->playhead.setFrame(40);
        press("timeline.split");
        QCOMPARE(labels().size(), 4U);
        QCOMPARE(labels()[1].start, 40);
        p->timeline.view().choose(0, {labels()[0], labels()[1]});
        press("timeline.merge");
        QVERIFY(labels() == before);
        p->playhead.setFrame(110);
        p->timeline.view().chooseAt(110);
        press("timeline.class3");
        QCOMPARE(labels()[1].label, 2);
        press("timeline.startHere");
        QCOMPARE(labels()[1].start, 110);
        p->playhead.setFrame(149);
        press("timeline.endHere");
        QCOMPARE(labels()[1].end, 150);
        press("timeline.copy");
        p->playhead.setFrame(255);
        press("timeline.paste");
        QCOMPARE(labels().size(), 4U);
        QCOMPARE(labels()[3].start, 255);
        QCOMPARE(labels()[3].end, 295);
        press("timeline.delete");
        QCOMPARE(labels().size(), 3U);
        while (p->labels.undoStack().canUndo()) p->labels.undoStack().undo();
        QVERIFY(labels() == before);
    }

    void lockedLabelsOfferToUnlock() {
        open();
        p->playhead.setFrame(40);
        press("timeline.split");
        QCOMPARE(labels().size(), 3U);
        auto& bar = p->timeline.message();
        QVERIFY(!bar.isHidden());
        for (auto* button : bar.findChildren<QPushButton*>())
            if (button->text() == "Unlock") button->click();
        QVERIFY(!p->labels.locked());
        QVERIFY(p->actions.action("timeline.edit")->isChecked());
        press("timeline.split");
        QCOMPARE(labels().size(), 4U);
    }

    void labellingWhilePlaying() {
        open("bare.h5");
        p->labels.setLocked(false);
        press("timeline.from"); // no class yet: it is asked for when the label ends
        p->playhead.setFrame(20);
        press("timeline.from");
        QCOMPARE(labels().size(), 0U);
        auto* classes = p->timeline.labelTools().classes();
        classes->lineEdit()->setText("drink");
        QTest::keyClick(classes->lineEdit(), Qt::Key_Return);
        QCOMPARE(p->labels.className(0), QString("drink"));
        p->playhead.setFrame(50);
        press("timeline.from");
        QVERIFY(p->timeline.labelTools().growing());
        p->playhead.setFrame(79);
        press("timeline.from");
        QCOMPARE(labels().size(), 1U);
        QCOMPARE(labels()[0].start, 50);
        QCOMPARE(labels()[0].end, 80);
        QCOMPARE(labels()[0].label, 0);
    }

    void labellingEndsInTheRecordingInWhichItBegan() {
        open();
        p->labels.setLocked(false);
        p->playhead.setFrame(250);
        press("timeline.from");
        p->playhead.setFrame(299);
        press("timeline.next");
        QCOMPARE(p->selection.current(), QString("R2"));
        QVERIFY(!p->timeline.labelTools().growing());
        QCOMPARE(labels().size(), 4U);
        QCOMPARE(labels()[3].start, 250);
        QCOMPARE(labels()[3].end, 300);
        QCOMPARE(p->labels.intervals("R2").size(), 3U);
        QCOMPARE(p->timeline.view().chosenLane(), -1);
    }

    void aClassComesAndGoesWithItsEdit() {
        open();
        p->labels.setLocked(false);
        p->timeline.view().choose(0, {labels()[0]});
        auto* classes = p->timeline.labelTools().classes();
        classes->lineEdit()->setText("drnik");
        QTest::keyClick(classes->lineEdit(), Qt::Key_Return);
        QCOMPARE(p->labels.className(labels()[0].label), QString("drnik"));
        QCOMPARE(classes->count(), 4);
        p->labels.undoStack().undo(); // one step
        QCOMPARE(p->labels.className(labels()[0].label), QString("wave"));
        QCOMPARE(p->labels.classNames().size(), 3U);
        QCOMPARE(classes->count(), 3);
        QVERIFY(!p->labels.undoStack().canUndo());
    }

    void swatchesFollowTheTheme() {
        open();
        auto* classes = p->timeline.labelTools().classes();
        const QPalette before = QApplication::palette();
        for (const viz::Theme theme : {viz::Theme::light, viz::Theme::dark}) {
            QApplication::setPalette(viz::qt_palette(theme));
            const QImage swatch = classes->itemIcon(1).pixmap(16).toImage();
            QCOMPARE(swatch.pixelColor(8, 8).rgb(), viz::to_qcolor(viz::class_colour(1, theme)).rgb());
        }
        QApplication::setPalette(before);
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

    void aRefusalIsTakenBackByTheNextEdit() {
        open();
        p->labels.setLocked(false);
        p->timeline.view().choose(0, {labels()[0]});
        p->playhead.setFrame(10);
        press("timeline.split");
        QCOMPARE(p->timeline.message().kind(), MessageBar::Kind::error);
        QVERIFY(!p->timeline.message().isHidden());
        p->playhead.setFrame(40);
        press("timeline.split");
        QVERIFY(p->timeline.message().isHidden());
    }

    void aPredictionIsTakenOver() {
        open();
        detect();
        p->labels.setLocked(false);
        p->timeline.view().choose(2 - 1, {p->timeline.view().laneIntervals(1)[1]});
        press("timeline.accept");
        QCOMPARE(labels().size(), 4U);
        QCOMPARE(labels()[2].source, std::string("truth"));
        QCOMPARE(labels()[2].confidence, 1.0F);
    }

    void everyFormatComesBackAsItWent() {
        open();
        p->labels.setLocked(false);
        auto& menu = p->timeline.labelMenu();
        const IntervalList before = labels();
        QSignalSpy ended(&menu, &LabelMenu::ended);
        for (const QString& format : {QString("csv"), QString("json"), QString("pku"), QString("eaf")}) {
            const bool folder = format == "pku" || format == "eaf";
            const QString place = path("out-" + format + (folder ? "" : "." + format));
            menu.exportLabels(format, place);
            QTRY_COMPARE(ended.count(), 1);
            ended.clear();
            QVERIFY2(QFile::exists(place), qPrintable(place));
            QVERIFY(p->labels.edit("R1", delete_intervals(labels(), {0, 1, 2}), "Delete"));
            menu.importFiles({folder ? place + (format == "pku" ? "/R1.txt" : "/R1.eaf") : place});
            QTRY_COMPARE(ended.count(), 1);
            ended.clear();
            QVERIFY2(labels() == before, qPrintable(format));
        }
        menu.exportLabels("csv", path("out-csv.csv")); // nothing is overwritten
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(p->timeline.message().kind(), MessageBar::Kind::error);
    }

    void severalFilesPassOverUnknownRecordings() {
        open();
        p->labels.setLocked(false);
        const auto write = [this](const QString& name, const QByteArray& text) {
            QFile file(path(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write("R2.txt", "1,11,20,1\n") && write("X7.txt", "2,31,40,1\n"));
        auto& menu = p->timeline.labelMenu();
        QSignalSpy ended(&menu, &LabelMenu::ended);
        menu.importFiles({path("X7.txt"), path("R2.txt")});
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(labels().size(), 3U); // what is shown stays
        QCOMPARE(p->labels.intervals("R2").size(), 1U);
        QVERIFY2(p->timeline.message().text().contains("X7.txt"), qPrintable(p->timeline.message().text()));
        QCOMPARE(p->timeline.message().kind(), MessageBar::Kind::warning);
        menu.importFiles({path("X7.txt")}); // alone it is meant for what is shown
        QTRY_COMPARE(ended.count(), 2);
        QCOMPARE(labels().size(), 1U);
        QCOMPARE(labels()[0].start, 30);
    }

    void deletingAllGoesThroughCsv() {
        open();
        p->labels.setLocked(false);
        QVERIFY(p->labels.edit("R1", delete_intervals(labels(), {0, 1, 2}), "Delete"));
        auto& menu = p->timeline.labelMenu();
        QSignalSpy ended(&menu, &LabelMenu::ended);
        menu.exportLabels("csv", path("emptied.csv"));
        QTRY_COMPARE(ended.count(), 1);
        p->labels.undoStack().undo();
        QCOMPARE(labels().size(), 3U);
        menu.importFiles({path("emptied.csv")});
        QTRY_COMPARE(ended.count(), 2);
        QCOMPARE(labels().size(), 0U);
        menu.exportLabels("pku", path("numbered"));
        QTRY_COMPARE(ended.count(), 3);
        QVERIFY(p->timeline.message().text().contains("no names"));
    }

    void thePlayersStripFollowsEdits() {
        IntervalStrip strip(p->playhead, p->labels);
        strip.resize(600, 24);
        open();
        strip.setSequence("R1");
        QVERIFY(!strip.isHidden());
        QCOMPARE(strip.lane().items.size(), 3U);
        QCOMPARE(strip.classAt(120), QString("bow"));
        p->labels.setLocked(false);
        QVERIFY(p->labels.edit("R1", draw_interval(labels(), {0, 2, 110, 130}, 300), "Draw"));
        QCOMPARE(strip.lane().items.size(), 4U);
        QCOMPARE(strip.classAt(120), QString("bow, kick"));
        const QRectF below = strip.boxOf(*strip.lane().find(2)); // [110, 130)
        QVERIFY(!below.intersects(strip.boxOf(*strip.lane().find(1))));
        QVERIFY(below.bottom() <= strip.height());
        while (!labels().empty()) QVERIFY(p->labels.edit("R1", delete_intervals(labels(), {0}), "Delete"));
        QVERIFY(strip.isHidden());
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
