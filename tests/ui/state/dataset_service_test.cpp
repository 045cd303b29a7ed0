#include "core/dataset/dataset_writer.h"
#include "tests/support/test_program.h"
#include "ui/state/dataset_service.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace dataset_service_test {

using namespace kinelens;
using namespace kinelens::ui;

class DatasetServiceTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString file_;

private slots:
    void initTestCase() {
        file_ = folder_.filePath("small.h5");
        DatasetInfo info;
        info.name = "small";
        info.layout = anonymous_layout(3);
        auto writer = DatasetWriter::create(file_.toStdString(), info);
        QVERIFY(writer);
        for (int i = 0; i < 20; ++i) {
            Motion motion(10 + i, 1, 3);
            for (qint64 frame = 0; frame < motion.frames; ++frame) {
                motion.set_tracked(frame, 0, frame != 4);
                motion.joint(frame, 0, 1)[1] = static_cast<float>(i);
            }
            QVERIFY(writer->append({.name = "sequence " + std::to_string(i)}, motion));
        }
        QVERIFY(writer->finish());
    }
    void opensReadsAndScans() {
        DatasetService service;
        QSignalSpy opened(&service, &DatasetService::opened);
        QSignalSpy ready(&service, &DatasetService::motionReady);
        QSignalSpy finished(&service, &DatasetService::scanFinished);
        int scanned = 0;
        connect(&service, &DatasetService::scanned, this,
                [&](int first, const std::vector<SequenceQuality>& qualities) {
                    QCOMPARE(first, scanned);
                    scanned += static_cast<int>(qualities.size());
                    for (const auto& quality : qualities) QCOMPARE(quality.drop_outs, 1);
                });
        service.open(file_);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(service.dataset()->sequences.size(), 20u);
        service.requestMotion(7);
        QTRY_COMPARE(ready.size(), 1);
        const auto motion = ready[0][1].value<MotionPtr>();
        QCOMPARE(motion->frames, 17);
        QCOMPARE(motion->joint(0, 0, 1)[1], 7.0f);
        QTest::qWait(50);
        service.requestMotion(8); // was prefetched: answered at once
        QCOMPARE(ready.size(), 2);
        service.startScan();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(scanned, 20);
    }
    void theLatestRequestWins() {
        DatasetService service;
        QSignalSpy opened(&service, &DatasetService::opened);
        QSignalSpy ready(&service, &DatasetService::motionReady);
        service.open(file_);
        QTRY_COMPARE(opened.size(), 1);
        for (int i = 0; i < 20; ++i) service.requestMotion(i);
        QTRY_VERIFY(!ready.isEmpty() && ready.last()[0].toInt() == 19);
    }
    void whatCannotBeOpenedSaysWhy() {
        DatasetService service;
        QSignalSpy failed(&service, &DatasetService::openFailed);
        service.open(folder_.filePath("absent.h5"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::file_not_found);
        QVERIFY(!service.dataset());
        QFile text(folder_.filePath("text.h5"));
        QVERIFY(text.open(QFile::WriteOnly) && text.write("no dataset") > 0);
        text.close();
        service.open(text.fileName());
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed[1][1].value<Error>().code, ErrorCode::format_unknown);
    }
    void aBadFileLeavesTheOneThatIsOpen() {
        DatasetService service;
        QSignalSpy opened(&service, &DatasetService::opened);
        QSignalSpy closed(&service, &DatasetService::closed);
        QSignalSpy failed(&service, &DatasetService::openFailed);
        QSignalSpy ready(&service, &DatasetService::motionReady);
        service.open(file_);
        QTRY_COMPARE(opened.size(), 1);
        service.open(folder_.filePath("absent.h5"));
        QVERIFY(service.dataset()); // while the other is being looked for
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(closed.size(), 0);
        QCOMPARE(service.dataset()->file, file_);
        service.requestMotion(3); // and can still be read
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(ready[0][1].value<MotionPtr>()->frames, 13);
        service.startScan();
        QSignalSpy scanned(&service, &DatasetService::scanFinished);
        QTRY_COMPARE(scanned.size(), 1);
    }
    // The one before goes only when the next is there; what was read of it is not taken for the next one's.
    void anotherTakesThePlaceOfTheOneThatIsOpen() {
        DatasetService service;
        QSignalSpy opened(&service, &DatasetService::opened);
        QSignalSpy closed(&service, &DatasetService::closed);
        QSignalSpy ready(&service, &DatasetService::motionReady);
        service.open(file_);
        QTRY_COMPARE(opened.size(), 1);
        service.requestMotion(7);
        service.open(folder_.filePath("absent.h5")); // made void by the next wish
        service.open(file_);
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(closed.size(), 1);
        ready.clear();
        service.requestMotion(2);
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(ready[0][1].value<MotionPtr>()->frames, 12);
        service.open(file_);
        service.close(); // before it is there: nothing opens any more
        QVERIFY(!service.dataset());
        QTest::qWait(50);
        QCOMPARE(opened.size(), 2);
    }
    void openingAgainForgetsTheFirst() {
        DatasetService service;
        QSignalSpy opened(&service, &DatasetService::opened);
        service.open(file_);
        service.open(file_);
        QTRY_VERIFY(opened.size() >= 1);
        QTest::qWait(50);
        QCOMPARE(opened.size(), 1);
    }
};

KINELENS_TEST(DatasetServiceTest, event_loop);

} // namespace dataset_service_test
#include "dataset_service_test.moc"
