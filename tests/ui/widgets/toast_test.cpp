#include "tests/support/test_program.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/toast.h"

#include <QPushButton>

namespace toast_test {

using namespace kinelens::ui;

class ToastTest : public QObject {
    Q_OBJECT
    static QPushButton* button(const Toast& toast) { return toast.findChild<QPushButton*>(); }

private slots:
    void itsButtonActsOnceAndEndsIt() {
        QWidget window;
        window.resize(800, 600);
        Toast toast(&window, [] { return 560; });
        window.show();
        QVERIFY(!toast.isVisible());
        int acted = 0;
        toast.tell("Moved a to the trash", "&Undo", [&acted] { ++acted; });
        QVERIFY(toast.isVisible() && button(toast)->isVisible());
        QCOMPARE(toast.text(), QString("Moved a to the trash"));
        QCOMPARE(toast.accessibleName(), toast.text());
        QVERIFY(button(toast)->focusPolicy() & Qt::TabFocus);
        QVERIFY(!toast.isAncestorOf(QApplication::focusWidget())); // it takes no focus by itself
        button(toast)->click();
        QCOMPARE(acted, 1);
        QVERIFY(!toast.isVisible());
        button(toast)->click();
        QCOMPARE(acted, 1);
    }
    void whatItDoesMayTellSomethingItself() {
        QWidget window;
        window.show();
        Toast toast(&window, [] { return 400; });
        toast.tell("one", "&Undo", [&toast] { toast.tell("two"); });
        button(toast)->click();
        QVERIFY(toast.isVisible());
        QCOMPARE(toast.text(), QString("two"));
        QVERIFY(!button(toast)->isVisible());
    }
    void itStaysAboveItsFloorAndInsideItsWindow() {
        QWidget window;
        window.resize(500, 400);
        Toast toast(&window, [] { return 350; });
        window.show();
        toast.tell(QString("a long text ").repeated(40), "&Undo", [] {});
        QVERIFY(toast.geometry().bottom() < 350);
        QVERIFY(toast.x() >= 0 && toast.geometry().right() < 500);
        window.resize(420, 400);
        QTRY_VERIFY(toast.geometry().right() < 420);
    }
    // A message with a cause goes with it, but not what was said since.
    void aBarsMessageEndsWithItsCause() {
        MessageBar bar;
        bar.show(MessageBar::Kind::information, "locked");
        bar.because("lock");
        bar.end("saving");
        QVERIFY(!bar.isHidden());
        bar.end("lock");
        QVERIFY(bar.isHidden());
        bar.show(MessageBar::Kind::information, "locked");
        bar.because("lock");
        bar.show(MessageBar::Kind::error, "another");
        bar.end("lock");
        QVERIFY(!bar.isHidden());
    }
};

KINELENS_TEST(ToastTest, widgets);

} // namespace toast_test
#include "toast_test.moc"
