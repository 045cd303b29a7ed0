// A screen that gives less than the window asks for: half of 1440 × 900 and of 1920 × 1080, as with twice the
// scale.
#include "tests/support/test_program.h"
#include "tests/ui/windows/window_bench.h"
#include "ui/play/transport_bar.h"
#include "ui/widgets/screen_keeper.h"

#include <QDockWidget>
#include <QScreen>
#include <QStatusBar>

namespace small_screen_window_test {

using namespace kinelens::ui;
using kinelens::testing::WindowBench;

class SmallScreenWindowTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowBench> bench_;

    QRect placeOf(const QWidget& part) const {
        return {part.mapTo(bench_->window.get(), QPoint()), part.size()};
    }

private slots:
    void init() { bench_ = std::make_unique<WindowBench>(); }
    void cleanup() { bench_.reset(); }

    void theWindowLiesOnItsScreen() {
        const MainWindow& window = *bench_->window;
        QTRY_VERIFY(window.screen()->availableGeometry().contains(window.frameGeometry()));
    }
    void barsAndPanelsStayInView() {
        MainWindow& window = *bench_->window;
        delete window.findChild<ScreenKeeper*>(); // it keeps to the screen that there is
        for (const QSize small : {QSize(720, 450), QSize(780, 540)}) {
            window.setMinimumSize(small);
            window.resize(small);
            const QRect inside(QPoint(), small);
            for (const QString& mode : ModeArrangements::modes()) {
                QVERIFY(bench_->enter(mode));
                QCOMPARE(window.size(), small);
                for (const QWidget* bar : {static_cast<QWidget*>(window.findChild<QStatusBar*>()),
                                           static_cast<QWidget*>(window.findChild<TransportBar*>())})
                    QVERIFY2(bar->isVisible() && inside.contains(placeOf(*bar)), qPrintable(mode));
                for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
                    if (!dock->isHidden() && !dock->visibleRegion().isEmpty())
                        QVERIFY2(inside.contains(placeOf(*dock)),
                                 qPrintable(mode + ' ' + dock->objectName()));
            }
        }
    }
};

KINELENS_TEST(SmallScreenWindowTest, widgets);

} // namespace small_screen_window_test
#include "small_screen_window_test.moc"
