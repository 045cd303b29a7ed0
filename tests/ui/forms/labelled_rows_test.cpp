#include "tests/support/test_program.h"
#include "ui/forms/labelled_rows.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>

namespace labelled_rows_test {

using namespace kinelens::ui;

namespace {

struct Form {
    QWidget widget;
    LabelledRows* rows = new LabelledRows(&widget);
    QLineEdit* name = new QLineEdit(&widget);
    QCheckBox* every = new QCheckBox("Every one", &widget);

    explicit Form(const QString& label) {
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addRow("Name", name);
        rows->addRow(label, every);
    }
    void show(int width) {
        widget.resize(width, rows->heightForWidth(width));
        widget.show();
        QCoreApplication::processEvents();
    }
    int gap() const { return every->y() - (name->y() + name->height()); }
};

constexpr int narrow = 120, wide = 400;

} // namespace

class LabelledRowsTest : public QObject {
    Q_OBJECT
private slots:
    void fieldsStandInOneColumnWhereThereIsRoom() {
        Form form("A longer label");
        form.show(wide);
        QCOMPARE(form.every->x(), form.name->x());
        for (const QLabel* label : form.widget.findChildren<QLabel*>())
            QVERIFY(label->geometry().right() < form.name->x());
    }

    // The others keep their column.
    void aLabelWithoutRoomStandsAboveItsField() {
        Form form("A label that is far too long for it");
        form.every->setMinimumWidth(100);
        form.show(narrow); // or as narrow as that label lets it be
        QCOMPARE(form.every->x(), 0);
        QVERIFY(form.name->x() > 0);
        const QLabel* label = form.widget.findChildren<QLabel*>().last();
        QVERIFY(label->geometry().bottom() < form.every->y());
        QVERIFY(form.gap() > label->height());
    }

    // Without a label there is no empty line where one would stand.
    void anEmptyLabelTakesNoRoom() {
        for (const int width : {narrow, wide}) {
            Form with(QString("Other")), without{QString()};
            for (Form* form : {&with, &without}) {
                form->name->setMinimumWidth(100);
                form->every->setMinimumWidth(100);
                form->show(width);
            }
            const int between = width == wide ? with.gap() : 6;
            QCOMPARE(without.gap(), between);
            QCOMPARE(without.every->x(), without.name->x()); // in the column all the same
        }
    }

    void hiddenRowsTakeNoRoom() {
        Form form("Other");
        form.show(wide);
        const int both = form.rows->heightForWidth(wide);
        form.rows->setRowVisible(form.every, false);
        QVERIFY(form.rows->heightForWidth(wide) < both);
        for (const QLabel* label : form.widget.findChildren<QLabel*>())
            QCOMPARE(label->isHidden(), label->text() == "Other");
        form.rows->setRowVisible(form.every, true);
        QCOMPARE(form.rows->heightForWidth(wide), both);
    }

    void aDeletedFieldIsNoRowAnyMore() {
        Form form("Other");
        QCOMPARE(form.rows->count(), 4);
        delete form.every;
        QCOMPARE(form.rows->count(), 2);
        form.every = nullptr;
        QCOMPARE(form.rows->itemAt(1)->widget(), form.name);
        QVERIFY(!form.rows->itemAt(2));
    }

    void formsThatStandAboveEachOtherShareAColumn() {
        Form form("Other");
        form.rows->setLeastLabelWidth(180);
        form.show(wide);
        QVERIFY(form.name->x() >= 180);
    }
};

KINELENS_TEST(LabelledRowsTest, widgets);

} // namespace labelled_rows_test
#include "labelled_rows_test.moc"
