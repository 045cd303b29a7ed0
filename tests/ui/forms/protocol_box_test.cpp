#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/forms/choice_box.h"
#include "ui/forms/protocol_box.h"

#include <QSignalSpy>

namespace protocol_box_test {

using namespace kinelens;
using namespace kinelens::ui;

class ProtocolBoxTest : public QObject {
    Q_OBJECT
private slots:
    void withoutADatasetNothingIsKnown() {
        CurrentDataset dataset;
        ProtocolBox box(dataset, LearnsFrom::classes, false);
        box.setText("folds:subject/4");
        QVERIFY(box.reason().isEmpty());
        QCOMPARE(box.division().splits, 0);
    }

    void theOpenDatasetIsDivided() {
        CurrentDataset dataset;
        ProtocolBox box(dataset, LearnsFrom::classes, false);
        box.setText("folds:subject/3");
        dataset.set(testing::open_dataset({.subjects = 6}));
        QTRY_COMPARE(box.division().splits, 3);
        QVERIFY(box.reason().isEmpty());
        dataset.set(testing::open_dataset({.subjects = 1}));
        QTRY_VERIFY(box.reason().contains("1 subject"));
        dataset.set(nullptr);
        QVERIFY(box.reason().isEmpty()); // not known any more
        QCOMPARE(box.division().splits, 0);
    }

    // However slowly the first is looked at: what stands in the box is what is known of.
    void theLatestTextCounts() {
        CurrentDataset dataset;
        ProtocolBox box(dataset, LearnsFrom::classes, false);
        dataset.set(testing::open_dataset({.sequences = 20'000, .subjects = 40}));
        for (int folds = 2; folds <= 9; ++folds) box.setText(QString("folds:subject/%1").arg(folds));
        QTRY_COMPARE(box.division().splits, 9);
        QTest::qWait(100);
        QCOMPARE(box.division().splits, 9);
    }

    void thoseThatCannotDivideAreGrey() {
        CurrentDataset dataset;
        ProtocolBox box(dataset, LearnsFrom::classes, false);
        const auto* list = box.findChild<ChoiceBox*>();
        const auto grey = [list] {
            int count = 0;
            for (int i = 0; i < list->count(); ++i) count += list->reasonOf(i).isEmpty() ? 0 : 1;
            return count;
        };
        QCOMPARE(grey(), 0);
        dataset.set(testing::open_dataset({.subjects = 1}));
        QTRY_VERIFY(grey() > 0);
        dataset.set(nullptr);
        QCOMPARE(grey(), 0);
    }

    void whatIsTypedIsTold() {
        CurrentDataset dataset;
        ProtocolBox box(dataset, LearnsFrom::sequences, true);
        QSignalSpy changed(&box, &ProtocolBox::changed);
        box.setText("  subjects:1,2 ");
        QCOMPARE(changed.count(), 1);
        QCOMPARE(box.text(), QString("subjects:1,2"));
    }
};

KINELENS_TEST(ProtocolBoxTest, widgets);

} // namespace protocol_box_test
#include "protocol_box_test.moc"
