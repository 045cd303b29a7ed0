// A run goes on with a dataset that was moved, and with no other.
#include "core/experiment/run_folder.h"
#include "tests/support/command_line.h"
#include "tests/support/small_dataset.h"
#include "tests/support/small_pretraining.h"
#include "tests/support/test_program.h"

namespace moved_data_test {

using namespace kinelens;
using testing::run;

class MovedDataTest : public QObject {
    Q_OBJECT
private slots:
    void movedDataAreFound();
};

void MovedDataTest::movedDataAreFound() {
    QTemporaryDir place;
    const QString old = place.filePath("old.h5"), moved = place.filePath("there/new.h5"),
                  folder = place.filePath("run");
    const QString other = place.filePath("other.h5");
    QVERIFY(testing::write_small_dataset(old.toStdString(), 12));
    QVERIFY(testing::write_small_dataset(other.toStdString(), 13));
    QVERIFY(QDir(place.path()).mkdir("there"));
    const auto begun = run(testing::small_pretraining(old, folder, 1));
    QVERIFY2(begun.code == 0, qPrintable(begun.error));
    QVERIFY(QFile::rename(old, moved));
    const QStringList again{"pretrain", "--resume", "--run", folder, "--quiet"};
    const auto lost = run(again);
    QCOMPARE(lost.code, 2);
    QVERIFY2(lost.error.contains("if it was moved, say with --data where it lies"), qPrintable(lost.error));
    const auto wrong = run(again + QStringList{"--data", other});
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.error.contains("it is not the dataset that this run learns from"),
             qPrintable(wrong.error));
    const auto found = run(again + QStringList{"--data", moved});
    QVERIFY2(found.code == 0, qPrintable(found.error));
    const auto folder_now = RunFolder::reopen(folder.toStdString());
    QVERIFY(folder_now.has_value());
    QCOMPARE(folder_now->experiment().data, moved.toStdString());
    QCOMPARE(folder_now->experiment().inputs.at("data").file, moved.toStdString());
}

KINELENS_TEST(MovedDataTest, event_loop);

} // namespace moved_data_test
#include "moved_data_test.moc"
