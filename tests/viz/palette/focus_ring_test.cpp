// That a person sees which control has the keys, whatever its kind, in both themes.
#include "tests/support/test_program.h"
#include "viz/charts/class_bars.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/point_map.h"
#include "viz/palette/apply_theme.h"
#include "viz/palette/focus_ring.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

namespace focus_ring_test {

using namespace kinelens::viz;

namespace {

constexpr double least = 3; // WCAG 2.1, 1.4.11

Colour at(const QImage& image, QPoint place) {
    return rgb(image.pixel(place) & 0xFFFFFF);
}

QMap<QString, QWidget*> makeControls(QWidget* parent) {
    auto* held = new QToolButton(parent);
    held->setText("Held");
    held->setCheckable(true);
    held->setChecked(true);
    auto* tool = new QToolButton(parent);
    tool->setText("Tool");
    tool->setAutoRaise(true);
    auto* box = new QComboBox(parent);
    box->addItems({"one", "two"});
    auto* typed = new QComboBox(parent);
    typed->setEditable(true);
    auto* ticked = new QCheckBox("Ticked", parent);
    ticked->setChecked(true);
    auto* tabs = new QTabBar(parent);
    tabs->addTab("First");
    tabs->addTab("Second");
    auto* list = new QListWidget(parent);
    list->addItems({"one", "two", "three"});
    list->setFrameShape(QFrame::NoFrame);
    auto* full = new QListWidget(parent);
    full->addItems({"one", "two", "three"});
    full->selectAll();
    full->setCurrentRow(0);
    auto* standard = new QPushButton("Start", parent);
    standard->setDefault(true);
    return {{"push button", new QPushButton("Press", parent)},
            {"default button", standard},
            {"tool button", tool},
            {"held tool button", held},
            {"check box", new QCheckBox("Check", parent)},
            {"ticked check box", ticked},
            {"nameless check box", new QCheckBox(parent)},
            {"radio button", new QRadioButton("One", parent)},
            {"box of choices", box},
            {"box to type in", typed},
            {"line edit", new QLineEdit("text", parent)},
            {"spin box", new QSpinBox(parent)},
            {"text editor", new QPlainTextEdit("text", parent)},
            {"slider", new QSlider(Qt::Horizontal, parent)},
            {"tabs", tabs},
            {"frameless list", list},
            {"list with a chosen row", full},
            {"empty table", new QTableWidget(parent)},
            {"empty tree", new QTreeWidget(parent)},
            {"map", new PointMap(parent)},
            {"matrix", new ConfusionMatrix(parent)},
            {"bars", new ClassBars(parent)}};
}

} // namespace

class FocusRingTest : public QObject {
    Q_OBJECT
private slots:
    void everyKindShowsThatItHasTheKeys_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << static_cast<int>(Theme::light);
        QTest::newRow("dark") << static_cast<int>(Theme::dark);
    }
    void everyKindShowsThatItHasTheKeys() {
        QFETCH(int, theme);
        apply_theme(*qApp, static_cast<Theme>(theme));
        QWidget window;
        auto* layout = new QGridLayout(&window);
        auto* elsewhere = new QPushButton("elsewhere", &window);
        layout->addWidget(elsewhere, 0, 0);
        const auto controls = makeControls(&window);
        int place = 1;
        for (QWidget* control : controls) {
            layout->addWidget(control, place / 4, place % 4);
            ++place;
        }
        window.resize(1000, 900);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (auto control = controls.begin(); control != controls.end(); ++control) {
            elsewhere->setFocus();
            const QImage before = window.grab().toImage();
            (*control)->setFocus();
            const QImage after = window.grab().toImage();
            const QRect box = (*control)->geometry().adjusted(-4, -4, 4, 4) & window.rect();
            int changed = 0;
            for (int y = box.top(); y <= box.bottom(); ++y)
                for (int x = box.left(); x <= box.right(); ++x)
                    if (contrast_ratio(at(before, {x, y}), at(after, {x, y})) >= least) ++changed;
            // A closed line of a pixel at the least, one pixel inside the edge: that may be there already.
            const int line_pixels = 2 * ((*control)->width() + (*control)->height()) - 16;
            QVERIFY2(changed >= line_pixels, qPrintable(QString("%1: %2 of %3 pixels change enough")
                                                            .arg(control.key())
                                                            .arg(changed)
                                                            .arg(line_pixels)));
            const auto* ring = window.findChild<FocusRing*>();
            QVERIFY2(ring, qPrintable(control.key()));
            const QRect edge(ring->mapTo(&window, QPoint(0, 0)), ring->size());
            const Colour line = at(after, {edge.center().x(), edge.top() + 1});
            for (const QPoint beside :
                 {QPoint(edge.center().x(), edge.top() - 1), // the ground around
                  QPoint(edge.center().x(), edge.top() + 2), // the ring's inner line
                  QPoint(edge.left() + 2, edge.center().y()), QPoint(edge.left() - 1, edge.center().y())})
                QVERIFY2(contrast_ratio(line, at(after, beside)) >= least, qPrintable(control.key()));
        }
    }
    void theRingFollowsItsControl() {
        apply_theme(*qApp, Theme::light);
        QWidget window;
        auto* button = new QPushButton("Press", &window);
        auto* check = new QCheckBox("Check", &window);
        button->setGeometry(20, 20, 100, 30);
        check->setGeometry(20, 80, 100, 30);
        window.resize(400, 300);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto place = [&window] {
            const auto rings = window.findChildren<FocusRing*>();
            return rings.size() == 1
                       ? QRect(rings.first()->mapTo(&window, QPoint(0, 0)), rings.first()->size())
                       : QRect();
        };
        button->setFocus();
        QCOMPARE(place(), button->geometry());
        button->setGeometry(50, 30, 140, 40);
        QCOMPARE(place(), button->geometry());
        check->setFocus();
        check->move(40, 120);
        QCOMPARE(place(), check->geometry().adjusted(-3, -3, 3, 3));
        QVERIFY(window.childAt(check->geometry().center()) == check); // the mouse does not see it
        delete check;
        QVERIFY(window.findChildren<FocusRing*>().size() <= 1);
    }
};

KINELENS_TEST(FocusRingTest, widgets);

} // namespace focus_ring_test
#include "focus_ring_test.moc"
