// What of a checkpoint box is kept from one session to the next, and what belongs to which use.
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/forms/checkpoint_box.h"
#include "ui/forms/choice_box.h"
#include "ui/jobs/run_scanner.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace checkpoint_box_test {

using namespace kinelens;
using namespace kinelens::ui;

class CheckpointBoxTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<RunScanner> scanner_;
    CurrentDataset dataset_;

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        scanner_ = std::make_unique<RunScanner>(folder_->filePath("runs"));
    }
    void cleanup() { scanner_.reset(); }

    void nothingIsChosenAtFirst() {
        CheckpointBox box(*scanner_, dataset_);
        QVERIFY(box.file().isEmpty());
        QVERIFY(box.reason().isEmpty());
        QVERIFY(box.state().isEmpty()); // nobody chose
        QVERIFY(box.findChild<ChoiceBox*>()->placeholderText().contains("pretrain"));
        box.offer(CheckpointUse::detect, false);
        QVERIFY(box.findChild<ChoiceBox*>()->placeholderText().contains("detector"));
    }

    void scratchIsAChoiceWhereItIsOffered() {
        CheckpointBox box(*scanner_, dataset_);
        QCOMPARE(box.findChild<ChoiceBox*>()->count(), 0);
        box.offer(CheckpointUse::begin_detector, true);
        QCOMPARE(box.findChild<ChoiceBox*>()->currentText(), QString("From scratch"));
        QVERIFY(box.file().isEmpty());
    }

    // What was chosen for one use comes back with it.
    void everyUseHasAChoiceOfItsOwn() {
        CheckpointBox box(*scanner_, dataset_);
        box.setFile("/c/encoder.pt");
        box.offer(CheckpointUse::detect, false);
        QVERIFY(box.file().isEmpty());
        box.setFile("/c/detector.pt");
        box.offer(CheckpointUse::encode, false);
        QCOMPARE(box.file(), QString("/c/encoder.pt"));
        box.offer(CheckpointUse::detect, false);
        QCOMPARE(box.file(), QString("/c/detector.pt"));
    }

    void choicesAreKept() {
        QJsonObject kept;
        {
            CheckpointBox box(*scanner_, dataset_);
            box.setFile("/c/encoder.pt");
            box.offer(CheckpointUse::detect, false);
            box.setFile("/c/detector.pt");
            kept = box.state();
        }
        CheckpointBox box(*scanner_, dataset_);
        QSignalSpy changed(&box, &CheckpointBox::changed);
        box.restore(kept);
        QVERIFY(changed.count() > 0);
        QCOMPARE(box.file(), QString("/c/encoder.pt")); // of the use that is offered
        QCOMPARE(box.state(), kept);
    }

    void aFileThatIsNotThereSaysSo() {
        CheckpointBox box(*scanner_, dataset_);
        box.setFile(folder_->filePath("gone.pt"));
        QTRY_VERIFY(!box.reason().isEmpty());
        QVERIFY(!box.info());
        QVERIFY(box.filesOfRun().isEmpty()); // it is of no run
    }
};

KINELENS_TEST(CheckpointBoxTest, widgets);

} // namespace checkpoint_box_test
#include "checkpoint_box_test.moc"
