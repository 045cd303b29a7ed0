// Labels in the timeline as a person edits them: keys, classes, import and export.
#include "tests/support/test_program.h"
#include "tests/ui/detect/timeline_bench.h"
#include "ui/detect/label_menu.h"
#include "ui/detect/label_tools.h"
#include "ui/play/interval_strip.h"
#include "ui/widgets/message_bar.h"
#include "viz/palette/class_colours.h"
#include "viz/palette/qt_theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace label_editing_test {

using namespace kinelens;
using namespace kinelens::ui;

class LabelEditingTest : public TimelineBench {
    Q_OBJECT
private slots:
    void initTestCase() { write(); }
    void init() { make(); }
    void cleanup() { p.reset(); }

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
};

KINELENS_TEST(LabelEditingTest, widgets);

} // namespace label_editing_test
#include "label_editing_test.moc"
