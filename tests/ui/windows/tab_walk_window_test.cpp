// Tab goes through every mode: each stop is in view, has a name for screen readers and shows that it has the
// keys; after the last comes the first.
#include "tests/support/test_program.h"
#include "tests/ui/windows/window_bench.h"
#include "viz/palette/apply_theme.h"

#include <QAccessible>

namespace tab_walk_window_test {

using namespace kinelens;
using kinelens::testing::WindowBench;

namespace {

QString nameOf(QWidget& widget) {
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

QString described(const QWidget& widget) {
    QString text;
    for (const QWidget* one = &widget; one && !one->isWindow(); one = one->parentWidget())
        text += QString(" in ") + one->metaObject()->className() +
                (one->objectName().isEmpty() ? QString() : ' ' + one->objectName());
    return text.mid(4);
}

QRect inView(const QWidget& widget) { // of the window
    QRect rest = widget.rect();
    for (const QWidget* one = &widget; !one->isWindow(); one = one->parentWidget())
        rest = rest.translated(one->pos()) & one->parentWidget()->rect();
    return rest;
}

// Pixels in and around the widget that differ clearly.
int changed(const QImage& before, const QImage& after, const QWidget& widget) {
    const QRect box = inView(widget).adjusted(-4, -4, 4, 4) & before.rect() & after.rect();
    int count = 0;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            if (viz::contrast_ratio(viz::rgb(before.pixel(x, y) & 0xFFFFFF),
                                    viz::rgb(after.pixel(x, y) & 0xFFFFFF)) >= 3)
                ++count;
    return count;
}

} // namespace

class TabWalkWindowTest : public QObject {
    Q_OBJECT
private slots:
    void everyStop_data() {
        QTest::addColumn<QString>("mode");
        QTest::newRow("start page") << QString();
        for (const QString& mode : ui::ModeArrangements::modes()) QTest::newRow(qPrintable(mode)) << mode;
    }
    void everyStop() {
        QFETCH(QString, mode);
        viz::apply_theme(*qApp, viz::Theme::dark);
        WindowBench bench;
        QVERIFY(bench.open());
        if (mode.isEmpty())
            bench.window->showStartPage();
        else
            QVERIFY(bench.enter(mode));
        bench.desktop->playhead.pause();
        QTest::qWait(300); // previews and the figure's smooth edges
        QStringList faults;
        QList<QWidget*> stops;
        for (int step = 0; step < 200; ++step) {
            bench.press(Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            if (!stops.isEmpty() && now == stops.first()) break;
            QVERIFY2(!stops.contains(now), qPrintable("Tab does not go on from " + described(*now)));
            stops << now;
            const QImage with = bench.window->grab().toImage();
            now->clearFocus();
            const QImage without = bench.window->grab().toImage();
            now->setFocus(Qt::TabFocusReason);
            const QString what = described(*now);
            if (!now->isVisible() || inView(*now).isEmpty()) faults << "not in view: " + what;
            if (!now->isEnabled()) faults << "disabled: " + what;
            if (nameOf(*now).isEmpty()) faults << "without a name: " + what;
            if (changed(without, with, *now) < inView(*now).width() + inView(*now).height())
                faults << "shows no focus: " + what;
        }
        QVERIFY2(faults.isEmpty(), qPrintable('\n' + faults.join('\n')));
        QVERIFY(stops.size() > 3 && stops.size() < 200);
    }
};

KINELENS_TEST(TabWalkWindowTest, widgets);

} // namespace tab_walk_window_test
#include "tab_walk_window_test.moc"
