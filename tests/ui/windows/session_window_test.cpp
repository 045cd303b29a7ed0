// How the window stood is remembered: modes, their docks, forms and what was open.
#include "tests/support/test_program.h"
#include "tests/ui/windows/waving_window.h"
#include "ui/browse/sequence_table.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QToolBar>

namespace session_window_test {

using namespace kinelens;
using namespace kinelens::ui;

class SessionWindowTest : public kinelens::testing::WavingWindow {
    Q_OBJECT
private slots:
    void init() { make(); }
    void cleanup() { remove(); }

    void modesAndSessionAreRemembered() {
        openDataset();
        desktop_->selection.setCurrent("W105");
        desktop_->actions.action("mode.train")->trigger();
        QVERIFY(window_->training().isVisible() && window_->runs().isVisible() &&
                !window_->datasets().isVisible());
        desktop_->playhead.setSpeed(0.5);
        desktop_->playhead.setLooping(false);
        window_->training().form()->setOption("epochs", std::int64_t(7));
        window_->findChild<SequenceTable*>()->sortByColumn(static_cast<int>(SequenceColumn::frames),
                                                           Qt::DescendingOrder);
        window_->close();
        stop();
        start();
        QCOMPARE(window_->modes().mode(), QString("train"));
        QVERIFY(window_->training().isVisible());
        QTRY_VERIFY(desktop_->datasets.dataset());
        QTRY_COMPARE(desktop_->selection.current(), QString("W105"));
        QTRY_COMPARE(desktop_->playhead.frames(), 45);
        QCOMPARE(desktop_->playhead.speed(), 0.5);
        QVERIFY(!desktop_->playhead.looping());
        QVERIFY(window_->training().form()->option("epochs") == OptionValue(std::int64_t(7)));
        QTRY_COMPARE(window_->datasets().model().nameAt(0), QString("W111")); // the longest
        QCOMPARE(desktop_->workspace.datasets().size(), 1);
    }
    // With every panel at hand and the modes in any order: each shows its own, on every visit and after a
    // restart.
    void modesKeepApart() {
        QMap<QString, QStringList> first;
        const auto shown = [this] {
            QStringList names;
            for (const QDockWidget* dock : window_->findChildren<QDockWidget*>())
                if (!dock->isHidden()) names << dock->objectName();
            names.sort();
            return names;
        };
        const QSize size = window_->size();
        const QStringList visits{"browse", "train",   "browse",   "train",   "detect", "evaluate",
                                 "detect", "explore", "evaluate", "explore", "train",  "detect"};
        for (const QString& mode : visits) {
            desktop_->actions.action("mode." + mode)->trigger();
            QTest::qWait(20);
            if (!first.contains(mode)) first[mode] = shown();
            QCOMPARE(shown(), first[mode]);
            QCOMPARE(window_->size(), size);
            for (const char* bar : {"transport", "modes"})
                QVERIFY(window_->rect().contains(window_->findChild<QToolBar*>(bar)->geometry()));
        }
        QCOMPARE(first["train"], QStringList({"player", "runs", "training"}));
        QVERIFY(first["detect"].contains("timeline"));
        window_->close();
        stop();
        start();
        QCOMPARE(window_->modes().mode(), QString("detect"));
        for (const QString& mode : QStringList{"detect", "browse", "train", "evaluate", "explore"}) {
            window_->enterMode(mode);
            QCOMPARE(shown(), first[mode]);
        }
    }
    void resetGoesToOnesOwnDefaultThenToTheFactorys() {
        window_->enterMode("browse");
        auto* runs = window_->findChild<QDockWidget*>("runs");
        auto* player = window_->findChild<QDockWidget*>("player");
        window_->addDockWidget(Qt::RightDockWidgetArea, runs);
        runs->show();
        window_->modes().saveAsDefault();
        player->hide();
        window_->modes().resetToDefault();
        QVERIFY(player->isVisible() && runs->isVisible());
        window_->modes().resetToDefault();
        QVERIFY(player->isVisible() && !runs->isVisible());
    }
};

KINELENS_TEST(SessionWindowTest, widgets);

} // namespace session_window_test
#include "session_window_test.moc"
