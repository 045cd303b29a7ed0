// The tour through errors from recording to recording, what recordings say that are not predicted, and
// messages of the Detect mode that go with their cause.
#include "tests/support/detected_dataset.h"
#include "tests/support/test_program.h"
#include "ui/commands/action_registry.h"
#include "ui/detect/detection_menu.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/timeline_panel.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/detection_words.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "viz/timeline/lane_strip.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace detection_tour_test {

using namespace kinelens;
using namespace kinelens::ui;

class DetectionTourTest : public QObject {
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
        explicit Parts(const QString& folder)
            : labels(datasets, folder + "/state")
            , detections(datasets, selection, labels)
            , scanner(folder + "/runs")
            , timeline({datasets, selection, playhead, labels, detections, scanner})
            , errors(detections, labels, selection, playhead) {
            errors.addCommands(actions);
            timeline.addCommands(actions);
            timeline.setCommandsEnabled(true);
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
    void open() {
        p->datasets.open(path("d.h5"));
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
        QVERIFY(testing::write_detection(path("detect-0001").toStdString()));
    }
    void init() {
        QDir().mkpath(path("runs"));
        QFile::remove(path(".d.labels.json.autosave"));
        p = std::make_unique<Parts>(folder_.path());
    }
    void cleanup() { p.reset(); }

    // The last error here is not the last: N once more, or the button, goes on elsewhere.
    void theTourGoesOnInOtherRecordings() {
        open();
        detect();
        QTRY_VERIFY(p->detections.wholeRun());
        QSignalSpy told(&p->errors, &ErrorsPanel::told);
        p->playhead.setFrame(250);
        press("timeline.nextError");
        MessageBar& bar = p->errors.message();
        QVERIFY(!bar.isHidden());
        QCOMPARE(told.count(), 1);
        QVERIFY2(bar.text().contains("in this recording"), qPrintable(bar.text()));
        auto* button = bar.findChild<QPushButton*>();
        QCOMPARE(button->text(), QString("Go on in all recordings (1)"));
        QCOMPARE(p->selection.current(), QString("R1"));
        press("timeline.nextError");
        QCOMPARE(p->selection.current(), QString("R2"));
        QCOMPARE(p->playhead.frame(), 100);
        QVERIFY(bar.isHidden());
        QCOMPARE(p->errors.model().rowCount(), 3); // of all recordings now
        press("timeline.nextError");
        QVERIFY2(bar.text().contains("last error of all recordings"), qPrintable(bar.text()));
        QVERIFY(button->isHidden());
        p->errors.listAll(false);
        QVERIFY(bar.isHidden()); // it was about the list before
    }

    // A detector's test speaks of what its protocol holds out: the others say so, and lead to those.
    void aRecordingThatWasTrainedOnSaysSo() {
        auto said = read_predictions(path("detect-0001/predictions.json").toStdString());
        QVERIFY(said);
        std::erase_if(said->sequences, [](const PredictedSequence& one) { return one.name == "R1"; });
        said->stamp = {{"verb", "detect-train"}, {"protocol", "pku-xsub"}};
        QVERIFY(QDir().mkpath(path("detect-train-0001")));
        QVERIFY(write_predictions(path("detect-train-0001/predictions.json").toStdString(), *said));
        open();
        p->detections.show({path("detect-train-0001")});
        QTRY_COMPARE(p->detections.lanes().size(), 1U);
        QTRY_VERIFY(p->detections.wholeRun());
        QCOMPARE(p->timeline.view().lanes().lanes()[1].note, QString("trained on, not predicted"));
        QStringList words;
        for (auto* label : p->timeline.view().noScores().findChildren<QLabel*>()) words << label->text();
        QVERIFY2(words.join(' ').contains("PKU-MMD, cross-subject holds out"), qPrintable(words.join(' ')));
        auto* all = p->errors.findChild<EmptyPage*>()->findChild<QPushButton*>();
        QCOMPARE(all->text(), QString("List the errors of all recordings (1)"));
        press("timeline.nextError");
        QVERIFY2(p->errors.message().text().contains("not predicted"),
                 qPrintable(p->errors.message().text()));
        auto* go = p->timeline.view().noScores().findChild<QPushButton*>();
        QCOMPARE(go->text(), QString("Go to R2, which is predicted"));
        go->click();
        QCOMPARE(p->selection.current(), QString("R2"));
        QTRY_COMPARE(p->errors.model().rowCount(), 1);
        QVERIFY(p->errors.message().isHidden());
        said->stamp["protocol"] = "file:list.txt"; // others may have been left out
        QCOMPARE(notPredictedNote(*said), QString("not held out, not predicted"));
        said->stamp = {};
        QCOMPARE(notPredictedNote(*said), QString("not predicted"));
    }

    void wordsGoWithTheirCause() {
        open();
        detect();
        MessageBar& bar = p->timeline.message();
        p->detections.show({path("nowhere")});
        QTRY_COMPARE(bar.kind(), MessageBar::Kind::error);
        QTRY_VERIFY(!p->detections.reading());
        QCOMPARE(p->timeline.detectionMenu().shown(), QStringList(path("detect-0001")));
        p->timeline.detectionMenu().showPlaces({path("nowhere")}); // asked for again: read again
        QTRY_VERIFY(!p->detections.reading());
        QVERIFY(!bar.isHidden());
        p->timeline.detectionMenu().showPlaces({});
        QTRY_VERIFY(p->detections.runs().empty());
        p->playhead.setFrame(40);
        press("timeline.split"); // locked
        QVERIFY(bar.text().contains("locked"));
        p->labels.setLocked(false);
        QVERIFY(bar.isHidden());
        p->timeline.view().choose(-1, {});
        press("timeline.merge"); // nothing is chosen
        QVERIFY(!bar.isHidden());
        p->timeline.view().choose(0, {labels()[0]});
        QVERIFY(bar.isHidden());
        press("timeline.merge"); // one alone
        QVERIFY(!bar.isHidden());
        press("timeline.next");
        QVERIFY(bar.isHidden());
    }

    void recoveredLabelsAreDroppedByTheirButton() {
        QVERIFY(save_annotations(path(".d.labels.json.autosave").toStdString(),
                                 {{{"wave"}, {{"R1", 300, 30, {{0, 0, 5, 9}}}}}, {}}));
        open();
        QTRY_VERIFY(p->labels.recovered());
        MessageBar& bar = p->timeline.recovery();
        QVERIFY(!bar.isHidden() && !bar.text().contains("Undo"));
        QVERIFY(p->labels.locked() && !p->labels.undoStack().canUndo());
        bar.findChild<QPushButton*>()->click();
        QCOMPARE(labels().size(), 3U);
        QVERIFY(bar.isHidden());
    }
};

KINELENS_TEST(DetectionTourTest, widgets);

} // namespace detection_tour_test
#include "detection_tour_test.moc"
