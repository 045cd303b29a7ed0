// The focus that a change of mode brings to a list, and the keys that bring it, choose nothing.
#include "tests/support/test_program.h"
#include "tests/ui/windows/window_bench.h"

#include <QAbstractItemView>
#include <QFocusEvent>

namespace focus_choice_window_test {

using namespace kinelens;
using namespace kinelens::ui;
using kinelens::testing::WindowBench;

class FocusChoiceWindowTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowBench> bench_;

    // A map that knows each recording's neighbours, so that they are listed.
    void showMap() {
        Embedding map;
        map.k = 2;
        for (int i = 0; i < 6; ++i) {
            map.names.push_back("recording" + std::to_string(i));
            map.coordinates.push_back(static_cast<float>(i % 3));
            map.coordinates.push_back(static_cast<float>(i / 3));
            for (const int step : {1, 2}) {
                map.neighbours.push_back((i + step) % 6);
                map.distances.push_back(static_cast<float>(step));
            }
        }
        QVERIFY(write_embedding(bench_->path("near.h5").toStdString(), map));
        bench_->window->openPaths({bench_->path("near.h5")});
        QTRY_VERIFY(bench_->window->embedding().view()->shown()->embedding.k == 2);
    }

private slots:
    void init() {
        bench_ = std::make_unique<WindowBench>();
        QVERIFY(bench_->open());
    }
    void cleanup() { bench_.reset(); }

    void theFocusOfAListChoosesNothing() {
        showMap();
        Selection& selection = bench_->desktop->selection;
        selection.setSelected({"recording2", "recording3"});
        selection.setCurrent("recording2");
        const QStringList selected = selection.selected();
        for (const QString& mode : ModeArrangements::modes()) {
            QVERIFY(bench_->enter(mode));
            for (auto* view : bench_->window->findChildren<QAbstractItemView*>()) {
                QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
                QApplication::sendEvent(view, &focus);
                QVERIFY2(selection.current() == "recording2" && selection.selected() == selected,
                         qPrintable(mode + ": " + view->accessibleName() + " chose " + selection.current()));
            }
        }
    }
    // Ctrl+4 is down while the mode changes.
    void aKeyThatIsDownAddsNothing() {
        Selection& selection = bench_->desktop->selection;
        selection.setCurrent("recording1");
        QTRY_COMPARE(selection.selected(), QStringList("recording1"));
        QTest::keyPress(bench_->window->windowHandle(), Qt::Key_Control, Qt::ControlModifier);
        selection.setCurrent("recording4");
        QTest::keyRelease(bench_->window->windowHandle(), Qt::Key_Control);
        QCOMPARE(selection.selected(), QStringList("recording4"));
    }
};

KINELENS_TEST(FocusChoiceWindowTest, widgets);

} // namespace focus_choice_window_test
#include "focus_choice_window_test.moc"
