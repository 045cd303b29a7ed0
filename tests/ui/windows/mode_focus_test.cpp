// From every mode to every other: the keys are with the main view of the mode that was entered.
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "tests/ui/windows/window_bench.h"
#include "ui/browse/datasets_panel.h"
#include "ui/browse/sequence_table.h"
#include "ui/detect/timeline_panel.h"
#include "ui/train/runs_panel.h"
#include "ui/windows/detect_mode.h"
#include "viz/charts/point_map.h"
#include "viz/timeline/lane_strip.h"

#include <QApplication>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

namespace mode_focus_test {

using namespace kinelens;
using namespace kinelens::ui;
using kinelens::testing::WindowBench;

class ModeFocusTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> bench_;

    QWidget* mainView(const QString& mode) {
        MainWindow& window = *bench_->window;
        if (mode == "browse") return window.datasets().findChild<SequenceTable*>();
        if (mode == "explore") return &window.embedding().view()->map();
        if (mode == "detect") return &window.detect().timeline()->view().lanes();
        return window.findChild<RunsPanel*>()->list();
    }

private slots:
    void initTestCase() {
        bench_ = std::make_unique<WindowBench>();
        Experiment asked;
        asked.verb = "pretrain";
        QVERIFY(RunFolder::create(bench_->path("runs/one").toStdString(), asked));
        QVERIFY(bench_->open());
        QTRY_COMPARE(bench_->desktop->scanner.runs().size(), std::size_t(1));
    }
    void cleanupTestCase() { bench_.reset(); }

    void everyModeAfterEveryOther() {
        for (const QString& from : ModeArrangements::modes())
            for (const QString& to : ModeArrangements::modes()) {
                if (from == to) continue;
                QVERIFY(bench_->enter(from));
                // Wherever a person had clicked.
                for (QWidget* box : bench_->window->findChildren<QLineEdit*>())
                    if (box->isVisible() && box->isEnabled()) box->setFocus();
                QVERIFY(bench_->enter(to));
                QWidget* now = QApplication::focusWidget();
                const QString where =
                    QStringLiteral("%1 after %2: %3")
                        .arg(to, from,
                             now ? QLatin1String(now->metaObject()->className()) : QLatin1String("nobody"));
                QVERIFY2(now == mainView(to), qPrintable(where));
            }
    }

    // A view that is filled later, while the window is not the active one, gets the keys of the page before
    // it.
    void aViewThatIsFilledLater() {
        WindowBench later;
        bench_->window->activateWindow();
        QTRY_VERIFY(bench_->window->isActiveWindow());
        QVERIFY(later.open());
        QVERIFY(later.enter("browse"));
        SequenceTable* table = later.window->datasets().findChild<SequenceTable*>();
        QTRY_VERIFY(table->isVisible());
        QTRY_VERIFY(later.window->focusWidget() == table);
    }

    // It plays; no search gets a blank.
    void spacePlaysInEveryMode() {
        for (const QString& mode : ModeArrangements::modes()) {
            QVERIFY(bench_->enter(mode));
            bench_->desktop->playhead.pause();
            bench_->press(Qt::Key_Space);
            QVERIFY2(bench_->desktop->playhead.playing(), qPrintable(mode));
        }
        bench_->desktop->playhead.pause();
    }
};

KINELENS_TEST(ModeFocusTest, widgets);

} // namespace mode_focus_test
#include "mode_focus_test.moc"
