// Which controls Tab stops at.
#include "tests/support/test_program.h"
#include "ui/commands/focus_walk.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

namespace focus_walk_test {

using namespace kinelens::ui;

class FocusWalkTest : public QObject {
    Q_OBJECT
private slots:
    void aControlBesideItsParentIsNotReached() {
        QWidget window;
        window.resize(200, 100);
        QLineEdit inside(&window), outside(&window), half(&window);
        inside.setGeometry(10, 10, 50, 20);
        outside.setGeometry(10, 120, 50, 20);
        half.setGeometry(180, 10, 50, 20);
        window.show();
        QVERIFY(isReachable(inside));
        QVERIFY(!isReachable(outside));
        QVERIFY(isReachable(half));
    }

    void aClosedPartOfASplitterIsNotReached() {
        QSplitter parts;
        auto* first = new QLineEdit(&parts);
        auto* second = new QLineEdit(&parts);
        parts.addWidget(first);
        parts.addWidget(second);
        parts.resize(300, 40);
        parts.show();
        QVERIFY(isReachable(*first) && isReachable(*second));
        parts.setSizes({300, 0});
        QCoreApplication::processEvents();
        QVERIFY(isReachable(*first));
        QVERIFY(!isReachable(*second));
    }

    // What is only scrolled out of view can be reached, and is brought there.
    void scrolledControlsAreReachedAndBroughtIntoView() {
        QScrollArea area;
        auto* page = new QWidget;
        page->resize(100, 1000);
        auto* low = new QLineEdit(page);
        low->setGeometry(10, 900, 60, 20);
        area.setWidget(page);
        area.resize(150, 100);
        area.show();
        QVERIFY(isReachable(*low));
        QCOMPARE(area.verticalScrollBar()->value(), 0);
        bringIntoView(*low);
        const int top = low->mapTo(area.viewport(), QPoint()).y();
        QVERIFY2(top >= 0 && top + low->height() <= area.viewport()->height(),
                 qPrintable(QString::number(top)));
    }

    void whatLiesOutsideAScrolledPageIsNotReached() {
        QScrollArea area;
        auto* page = new QWidget;
        page->resize(100, 200);
        auto* beside = new QLineEdit(page);
        beside->setGeometry(150, 10, 40, 20);
        area.setWidget(page);
        area.resize(300, 100);
        area.show();
        QVERIFY(!isReachable(*beside));
    }
};

KINELENS_TEST(FocusWalkTest, widgets);

} // namespace focus_walk_test
#include "focus_walk_test.moc"
