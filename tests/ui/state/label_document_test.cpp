#include "tests/support/detected_dataset.h"
#include "ui/state/label_document.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace kinelens;
using namespace kinelens::ui;

class LabelDocumentTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<DatasetService> datasets_;
    std::unique_ptr<LabelDocument> labels_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    void start() {
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        datasets_->open(path("d.h5"));
        QTRY_VERIFY(datasets_->dataset());
        QTest::qWait(50); // what was kept is read behind it
    }
    void stop() {
        labels_.reset();
        datasets_.reset();
    }
    void draw(std::int64_t start, std::int64_t end) {
        QVERIFY(
            labels_->edit("R1", draw_interval(labels_->intervals("R1"), {0, 1, start, end}, 300), "Draw"));
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(testing::write_untrimmed(path("d.h5").toStdString()));
        start();
    }
    void cleanup() {
        stop();
        folder_.reset();
    }

    void lockedUntilUnlocked() {
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QVERIFY(labels_->locked());
        QVERIFY(!labels_->edit("R1", delete_intervals(labels_->intervals("R1"), {0}), "Delete"));
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        labels_->setLocked(false);
        QVERIFY(labels_->edit("R1", delete_intervals(labels_->intervals("R1"), {0}), "Delete"));
        QCOMPARE(labels_->intervals("R1").size(), 2U);
        QCOMPARE(labels_->intervals("R2").size(), 3U);
    }

    void everyEditIsUndoneAndRedone() {
        labels_->setLocked(false);
        const IntervalList before = labels_->intervals("R1");
        draw(250, 260);
        QCOMPARE(labels_->undoStack().undoText(), QString("Draw"));
        const IntervalList after = labels_->intervals("R1");
        QVERIFY(labels_->edit("R1", relabel_intervals(after, {0, 1}, 2), "Relabel"));
        QVERIFY(labels_->edit("R1", split_interval(labels_->intervals("R1"), 0, 40), "Split"));
        QCOMPARE(labels_->intervals("R1").size(), 5U);
        for (int i = 0; i < 3; ++i) labels_->undoStack().undo();
        QVERIFY(labels_->intervals("R1") == before);
        labels_->undoStack().redo();
        QVERIFY(labels_->intervals("R1") == after);
        QVERIFY(!labels_->edit("R1", draw_interval(after, {0, 1, 290, 310}, 300), "Draw"));
        QVERIFY(labels_->intervals("R1") == after);
    }

    void savedLabelsComeBack() {
        labels_->setLocked(false);
        draw(250, 260);
        labels_->save();
        QTRY_VERIFY(!labels_->modified());
        QVERIFY(QFile::exists(path("d.labels.json")));
        stop();
        start();
        QTRY_COMPARE(labels_->intervals("R1").size(), 4U);
        QVERIFY(!labels_->modified());
        QVERIFY(labels_->locked());
    }

    void unsavedLabelsAreRecovered() {
        labels_->setLocked(false);
        draw(250, 260);
        const QString kept = path(".d.labels.json.autosave");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(kept), 4000);
        QFile::copy(kept, path("kept"));
        stop();
        QFile::remove(kept);
        QVERIFY(QFile::copy(path("kept"), kept)); // as a crash leaves it
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        QSignalSpy recovered(labels_.get(), &LabelDocument::recovered);
        datasets_->open(path("d.h5"));
        QVERIFY(recovered.wait(5000));
        QCOMPARE(labels_->intervals("R1").size(), 4U);
        QVERIFY(labels_->modified());
        labels_->undoStack().undo();
        QCOMPARE(labels_->intervals("R1").size(), 3U);
    }

    void brokenKeptLabelsAreSaidAndLeftAlone() {
        stop();
        QFile file(path("d.labels.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\": 3");
        file.close();
        datasets_ = std::make_unique<DatasetService>();
        labels_ = std::make_unique<LabelDocument>(*datasets_, path("state"));
        QSignalSpy failed(labels_.get(), &LabelDocument::failed);
        datasets_->open(path("d.h5"));
        QVERIFY(failed.wait(5000));
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"format\": 3"));
    }

    void anImportTakesWhatTheDatasetHolds() {
        Annotations coming{{"bow", "jump"}, {{"R2", 300, 30, {{0, 1, 5, 9}}}, {"elsewhere", 10, 30, {}}}};
        QVERIFY(!labels_->take(coming, "Import"));
        labels_->setLocked(false);
        const auto taken = labels_->take(coming, "Import");
        QVERIFY(taken);
        QCOMPARE(*taken, 1);
        QCOMPARE(labels_->intervals("R2").size(), 1U);
        QCOMPARE(labels_->className(labels_->intervals("R2").front().label), QString("jump"));
        QCOMPARE(labels_->intervals("R1").size(), 3U);
        labels_->undoStack().undo();
        QCOMPARE(labels_->intervals("R2").size(), 3U);
        coming.sequences.front().intervals.front().end = 301;
        QVERIFY(!labels_->take(coming, "Import"));
        coming.sequences.erase(coming.sequences.begin());
        QVERIFY(!labels_->take(coming, "Import"));
    }
};

QTEST_MAIN(LabelDocumentTest)
#include "label_document_test.moc"
