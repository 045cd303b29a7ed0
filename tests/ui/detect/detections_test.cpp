#include "tests/support/detected_dataset.h"
#include "tests/support/test_program.h"
#include "ui/detect/detections.h"
#include "ui/state/label_document.h"
#include "ui/state/selection.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace detections_test {

using namespace kinelens;
using namespace kinelens::ui;

class DetectionsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    DatasetService datasets_;
    Selection selection_;
    std::unique_ptr<LabelDocument> labels_;
    std::unique_ptr<Detections> detections_;

    QString path(const QString& name) const { return folder_.filePath(name); }

private slots:
    void initTestCase() {
        QVERIFY(testing::write_untrimmed(path("d.h5").toStdString()));
        QVERIFY(testing::write_untrimmed(path("bare.h5").toStdString(), false));
        QVERIFY(testing::write_detection(path("detect-0001").toStdString()));
        QVERIFY(testing::write_detection(path("detect-0002").toStdString()));
    }
    void init() {
        labels_ = std::make_unique<LabelDocument>(datasets_, path("state"));
        detections_ = std::make_unique<Detections>(datasets_, selection_, *labels_);
        datasets_.open(path("d.h5"));
        QTRY_VERIFY(labels_->ready());
        selection_.setCurrent("R1");
    }
    void cleanup() {
        detections_.reset();
        labels_.reset();
        datasets_.close();
        selection_.clear();
    }

    // Classes behind one that is undone get other places, and what runs say goes with them.
    void aClassThatGoesMixesUpNothing() {
        datasets_.open(path("bare.h5"));
        QTRY_VERIFY(labels_->ready() && labels_->classNames().empty());
        labels_->setLocked(false);
        labels_->addClass("jump");
        detections_->show({path("detect-0001")});
        const auto said = [this] {
            const auto& lanes = detections_->lanes();
            return lanes.empty() || lanes[0].intervals.empty() ? -1 : lanes[0].intervals[0].label;
        };
        QTRY_COMPARE(said(), 1);
        QCOMPARE(labels_->className(1), QString("wave"));
        QTRY_VERIFY(detections_->scores());
        labels_->undoStack().undo();
        QTRY_COMPARE(said(), 0);
        QCOMPARE(labels_->className(0), QString("wave"));
        QTRY_VERIFY(detections_->scores() && detections_->scores()->labels.front() == 0);
    }

    void runsStandBesideTheLabels() {
        detections_->show({path("detect-0001"), path("detect-0002")});
        QTRY_COMPARE(detections_->lanes().size(), 2U);
        const DetectionLane& lane = detections_->lanes().front();
        QCOMPARE(lane.intervals.size(), 2U);
        QCOMPARE(lane.findings.size(), 3U); // right, wrong class, and a missed kick
        QCOMPARE(lane.findings[0].verdict, DetectionVerdict::correct);
        QCOMPARE(lane.findings[1].verdict, DetectionVerdict::wrong_class);
        QCOMPARE(lane.findings[2].verdict, DetectionVerdict::missed);
        QCOMPARE(lane.figures.precision, 0.5);
        QTRY_VERIFY(detections_->wholeRun());
        QCOMPARE(detections_->wholeRun()->sequences, 2);
        QCOMPARE(detections_->wholeRun()->errors.size(), 3U);
        QCOMPARE(detections_->wholeRun()->figures.recall, 0.5);
        detections_->lookAt(1);
        QCOMPARE(detections_->first()->name, QString("detect-0002"));
    }

    void slidersSegmentAnew() {
        detections_->show({path("detect-0001")});
        QTRY_VERIFY(detections_->scores() && detections_->wholeRun());
        QVERIFY(!detections_->tuned());
        SegmentationOptions options = detections_->segmentation();
        QCOMPARE(options.enter_threshold, 0.5);
        options.enter_threshold = 0.7; // the wrong one goes
        detections_->setSegmentation(options);
        QTRY_COMPARE(detections_->lanes().front().intervals.size(), 1U);
        QCOMPARE(detections_->lanes().front().figures.precision, 1.0);
        QTRY_COMPARE(detections_->wholeRun()->figures.precision, 1.0);
        QCOMPARE(detections_->wholeRun()->figures.recall, 0.5);
        detections_->untune();
        QTRY_COMPARE(detections_->lanes().front().intervals.size(), 2U);
    }

    void editsOfLabelsAreJudgedAtOnce() {
        detections_->show({path("detect-0001")});
        QTRY_COMPARE(detections_->lanes().size(), 1U);
        labels_->setLocked(false);
        QVERIFY(labels_->edit("R1", relabel_intervals(labels_->intervals("R1"), {1}, 2), "Relabel"));
        QTRY_COMPARE(detections_->lanes().front().figures.precision, 1.0);
    }

    void aDatasetWithoutLabelsIsOnlyLookedAt() {
        datasets_.open(path("bare.h5"));
        QTRY_VERIFY(datasets_.dataset() && datasets_.dataset()->info.name == "untrimmed" &&
                    datasets_.dataset()->intervals.empty());
        detections_->show({path("detect-0001")});
        QTRY_COMPARE(detections_->lanes().size(), 1U);
        QCOMPARE(detections_->lanes().front().intervals.size(), 2U);
        QVERIFY(detections_->lanes().front().findings.empty());
        QCOMPARE(labels_->className(detections_->lanes().front().intervals[1].label), QString("kick"));
    }

    void whatCannotBeReadIsSaid() {
        QSignalSpy failed(detections_.get(), &Detections::failed);
        detections_->show({path("nowhere"), path("detect-0002")});
        QTRY_COMPARE(detections_->runs().size(), 1U);
        QCOMPARE(failed.count(), 1);
        QTRY_COMPARE(detections_->lanes().size(), 1U);
        detections_->show({path("nowhere")}); // none can be read: what is shown stays
        QTRY_COMPARE(failed.count(), 2);
        QTRY_VERIFY(!detections_->reading());
        QCOMPARE(detections_->places(), QStringList(path("detect-0002")));
        QCOMPARE(detections_->lanes().size(), 1U);
        detections_->show({});
        QCOMPARE(detections_->runs().size(), 0U);
        QVERIFY(!detections_->scores());
    }

    void segmentationIsQuick() {
        ScoreMap map{10'000, 52, std::vector<float>(520'000)};
        for (std::size_t i = 0; i < map.values.size(); ++i)
            map.values[i] = static_cast<float>((i * 2654435761U >> 8) % 1000) / 1000;
        auto run = std::make_shared<DetectionRun>();
        std::vector<int> labels(51);
        std::iota(labels.begin(), labels.end(), 0);
        LaneTask task{
            run,
            labels,
            labels,
            std::make_shared<const SequenceScores>(SequenceScores{"R1", map, viz::ScoreTrack(map), labels}),
            {}};
        task.options.smoothing = 20;
        task.options.enter_threshold = 0.52;
        task.options.stay_threshold = 0.48;
        std::vector<Interval> truth;
        for (int i = 0; i < 200; ++i) truth.push_back({0, i % 51, 50 * i, 50 * i + 30});
        QElapsedTimer timer;
        timer.start();
        const DetectionLane lane = scanLane(task, "R1", truth, 51, 0.5);
        QVERIFY(lane.intervals.size() > 50);
        QVERIFY2(timer.elapsed() < 500,
                 qPrintable(QString::number(timer.elapsed()))); // a busy machine's limit
    }
};

KINELENS_TEST(DetectionsTest, widgets);

} // namespace detections_test
#include "detections_test.moc"
