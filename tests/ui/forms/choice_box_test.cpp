#include "tests/support/test_program.h"
#include "ui/forms/choice_box.h"

#include <QSignalSpy>

namespace choice_box_test {

using namespace kinelens::ui;

class ChoiceBoxTest : public QObject {
    Q_OBJECT

    static std::vector<Choice> three() { return {{"a", 1}, {"b", 2}, {"c", 3, {}, "too small"}}; }

private slots:
    void aDefaultIsTheFirstThatCanBeUsed() {
        ChoiceBox box;
        QSignalSpy changed(&box, &QComboBox::currentIndexChanged);
        box.setChoices({{"a", 1, {}, "not yet"}, {"b", 2}});
        QCOMPARE(box.currentData().toInt(), 2);
        box.setChoices({{"new", 0}, {"a", 1}, {"b", 2}}); // it stays while it can be used
        QCOMPARE(box.currentData().toInt(), 2);
        box.setChoices({{"new", 0}, {"b", 2, {}, "not any more"}});
        QCOMPARE(box.currentData().toInt(), 0);
        QCOMPARE(changed.count(), 0);
    }

    void aPersonsChoiceStays() {
        ChoiceBox box;
        box.setChoices(three());
        QTest::keyClick(&box, Qt::Key_Down);
        QCOMPARE(box.currentData().toInt(), 2);
        box.setChoices({{"new", 0}, {"a", 1}, {"b", 2, {}, "too large"}});
        QCOMPARE(box.currentData().toInt(), 2);
        QCOMPARE(box.reason(), "too large");
        box.setChoices({{"a", 1}});
        QCOMPARE(box.currentData().toInt(), 2); // gone, and said to be
        QCOMPARE(box.currentText(), "b");
        QVERIFY2(box.reason().contains("not there"), qPrintable(box.reason()));
        box.setChoices(three());
        QCOMPARE(box.currentData().toInt(), 2);
        QVERIFY(box.reason().isEmpty());
        QCOMPARE(box.count(), 3);
    }

    void whatCannotBeUsedIsNoChoice() {
        ChoiceBox box;
        box.setChoices(three());
        QTest::keyClick(&box, Qt::Key_Down);
        QTest::keyClick(&box, Qt::Key_Down);
        QCOMPARE(box.currentData().toInt(), 2); // the last is grey
        QVERIFY(box.itemData(2, Qt::ToolTipRole).toString().contains("too small"));
    }

    void whatIsTypedStays() {
        ChoiceBox box;
        box.setEditable(true);
        box.setChoices(three());
        box.setEditText("of my own");
        QSignalSpy changed(&box, &QComboBox::currentTextChanged);
        box.setChoices({{"a", 1}});
        QCOMPARE(box.currentText(), "of my own");
        QCOMPARE(changed.count(), 0);
    }
};

KINELENS_TEST(ChoiceBoxTest, widgets);

} // namespace choice_box_test
#include "choice_box_test.moc"
