// Whatever order modes, docks, resets and restarts come in: a mode shows its docks as they were left there.
#include "tests/support/test_program.h"
#include "ui/widgets/current_page.h"
#include "ui/widgets/panel_frame.h"
#include "ui/widgets/screen_keeper.h"
#include "ui/windows/mode_arrangements.h"

#include <QAction>
#include <QLabel>
#include <QRandomGenerator>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTest>
#include <QToolBar>
#include <QVBoxLayout>

namespace mode_arrangements_test {

using namespace kinelens::ui;

namespace {

constexpr QSize windowSize(780, 640);

const QStringList dockNames{"datasets", "player", "training",  "runs",      "evaluation", "timeline",
                            "errors",   "tuning", "detecting", "embedding", "neighbours"};

// As the main window is made, with panels that ask for more room than the window can give to all.
class Shell : public QMainWindow {
public:
    Shell() {
        setDockOptions(AllowNestedDocks | AllowTabbedDocks);
        setCentralWidget(new QLabel("start"));
        setStatusBar(new QStatusBar);
        auto* bar = new QToolBar("transport");
        bar->setObjectName("transport");
        bar->addWidget(new QLabel("00:00"));
        addToolBar(Qt::BottomToolBarArea, bar);
        QMap<QString, QDockWidget*> made;
        for (const QString& name : dockNames) {
            auto* dock = new QDockWidget(name, this);
            dock->setObjectName(name);
            auto* panel = new QLabel(name);
            panel->setMinimumSize(300, 340);
            dock->setWidget(new PanelFrame(panel, dock));
            addDockWidget(Qt::LeftDockWidgetArea, dock);
            made[name] = dock;
        }
        modes =
            new ModeArrangements(*this, {made["datasets"], made["player"], made["training"], made["runs"],
                                         made["evaluation"], made["timeline"], made["errors"], made["tuning"],
                                         made["detecting"], made["embedding"], made["neighbours"]});
        connect(modes, &ModeArrangements::modeChanged, this,
                [this](const QString& mode) { centralWidget()->setVisible(mode.isEmpty()); });
        modes->leave();
        resize(windowSize); // less than the offscreen screen
        new ScreenKeeper(*this, {500, 400});
    }
    QDockWidget* dock(const QString& name) const { return findChild<QDockWidget*>(name); }
    QSet<QString> shown() const {
        QSet<QString> names;
        for (const QString& name : dockNames)
            if (!dock(name)->isHidden()) names << name;
        return names;
    }
    QSet<QString> factory(const QString& mode) const {
        QSet<QString> names;
        for (const QDockWidget* own : modes->shownIn(mode)) names << own->objectName();
        return names;
    }
    // Where each shown dock is: floating, its area, with whom it shares a place, its rectangle if it is in
    // front.
    QMap<QString, QStringList> places() const {
        QMap<QString, QStringList> places;
        for (const QString& name : shown()) {
            QStringList tabs;
            for (const QDockWidget* tab : tabifiedDockWidgets(dock(name)))
                if (!tab->isHidden()) tabs << tab->objectName();
            tabs.sort();
            places[name] = {dock(name)->isFloating() ? "floating" : "docked",
                            QString::number(dockWidgetArea(dock(name))), tabs.join(',')};
        }
        return places;
    }
    QMap<QString, QRect> rectangles() const {
        QMap<QString, QRect> found;
        for (const QString& name : shown())
            if (!dock(name)->isFloating() && !dock(name)->visibleRegion().isEmpty())
                found[name] = dock(name)->geometry();
        return found;
    }

    ModeArrangements* modes;
};

bool nearly(const QMap<QString, QRect>& a, const QMap<QString, QRect>& b) {
    if (a.keys() != b.keys()) return false;
    for (auto at = a.begin(); at != a.end(); ++at) {
        const QRect other = b[at.key()];
        if ((at->topLeft() - other.topLeft()).manhattanLength() > 6 ||
            (at->bottomRight() - other.bottomRight()).manhattanLength() > 6)
            return false;
    }
    return true;
}

QString text(const QSet<QString>& names) {
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted.join(' ');
}

QString text(const QMap<QString, QRect>& places) {
    QString all;
    for (auto at = places.begin(); at != places.end(); ++at)
        all += QStringLiteral("%1 %2,%3 %4x%5; ")
                   .arg(at.key())
                   .arg(at->x())
                   .arg(at->y())
                   .arg(at->width())
                   .arg(at->height());
    return all;
}

// One person's way through the window, remembered beside it.
class Walk {
public:
    explicit Walk(quint32 seed)
        : random_(seed) {
        open({});
    }

    void step() {
        static const QStringList names{"enter", "enter", "enter",   "toggle",    "float",
                                       "dock",  "move",  "split",   "tabify",    "size",
                                       "reset", "keep",  "restart", "start page"};
        const QString action = names[random_.bounded(static_cast<int>(names.size()))];
        done << action;
        if (action == "enter") return enter(ModeArrangements::modes()[random_.bounded(5)]);
        if (action == "restart") return restart();
        if (action == "start page") return leave();
        if (shell->modes->mode().isEmpty()) return;
        if (action == "reset") return reset();
        if (action == "keep") {
            shell->modes->saveAsDefault();
            defaults_[shell->modes->mode()] = shell->shown();
        } else {
            changeDocks(action);
        }
    }
    void check() {
        settle();
        const QString mode = shell->modes->mode();
        const QString where = mode + " after " + done.join(", ");
        const QSet<QString> wanted = mode.isEmpty() ? QSet<QString>{} : expected(mode);
        QVERIFY2(shell->shown() == wanted, qPrintable("shown: " + text(shell->shown()) +
                                                      " | wanted: " + text(wanted) + " in " + where));
        QVERIFY2(shell->size() == size_, qPrintable("the window has another size in " + where));
        const QRect inside(QPoint(), shell->size());
        for (const QWidget* bar : {static_cast<QWidget*>(shell->statusBar()),
                                   static_cast<QWidget*>(shell->findChild<QToolBar*>("transport"))})
            QVERIFY2(inside.contains(bar->geometry()), qPrintable("a bar lies outside in " + where));
        for (const QString& name : shell->shown())
            if (!shell->dock(name)->isFloating() && !shell->dock(name)->visibleRegion().isEmpty())
                QVERIFY2(inside.contains(shell->dock(name)->geometry()),
                         qPrintable(name + " lies outside in " + where));
    }

    std::unique_ptr<Shell> shell;
    QStringList done;

private:
    struct Left {
        QMap<QString, QStringList> places;
        QMap<QString, QRect> rectangles;
        QSet<QString> shown;
    };
    void settle() {
        for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
    }
    QSet<QString> expected(const QString& mode) const {
        return now_.value(mode, defaults_.value(mode, shell->factory(mode)));
    }
    void open(const Session& session) {
        shell = std::make_unique<Shell>();
        shell->modes->readFrom(session);
        shell->show();
        size_ = shell->size();
        settle();
    }
    void note() {
        const QString mode = shell->modes->mode();
        if (!mode.isEmpty()) left_[mode] = {shell->places(), shell->rectangles(), shell->shown()};
    }
    void compare(const QString& mode) {
        settle();
        if (!left_.contains(mode)) return;
        QCOMPARE(shell->places(), left_[mode].places);
        QVERIFY2(nearly(shell->rectangles(), left_[mode].rectangles),
                 qPrintable(mode + " after " + done.join(", ") + " | " + text(shell->rectangles()) + " | " +
                            text(left_[mode].rectangles)));
    }
    void enter(const QString& mode) {
        done.back() += " " + mode;
        note();
        shell->modes->enter(mode);
        now_[mode] = expected(mode);
        compare(mode);
    }
    void leave() {
        note();
        shell->modes->leave();
    }
    void restart() {
        note();
        Session session;
        shell->modes->writeTo(session);
        const QString mode = session.mode;
        open(session);
        if (!mode.isEmpty()) enter(mode);
    }
    void reset() {
        const QString mode = shell->modes->mode();
        shell->modes->resetToDefault();
        const QSet<QString> shown = shell->shown(); // its default, or at the second step the factory's
        QVERIFY(shown == defaults_.value(mode, shell->factory(mode)) || shown == shell->factory(mode));
        now_[mode] = shown;
        left_.remove(mode);
    }
    void changeDocks(const QString& action) {
        QDockWidget* dock = shell->dock(dockNames[random_.bounded(static_cast<int>(dockNames.size()))]);
        done.back() += " " + dock->objectName();
        if (action == "toggle") {
            dock->toggleViewAction()->trigger();
        } else if (dock->isHidden()) {
            return;
        } else if (action == "float") {
            dock->setFloating(true);
        } else if (action == "dock") {
            dock->setFloating(false);
        } else if (action == "move") {
            static const Qt::DockWidgetArea areas[] = {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
                                                       Qt::TopDockWidgetArea, Qt::BottomDockWidgetArea};
            shell->addDockWidget(areas[random_.bounded(4)], dock);
        } else if (action == "size") {
            shell->resizeDocks({dock}, {200 + random_.bounded(400)},
                               random_.bounded(2) == 0 ? Qt::Horizontal : Qt::Vertical);
        } else {
            beside(action, dock);
        }
        now_[shell->modes->mode()] = shell->shown();
    }
    void beside(const QString& action, QDockWidget* dock) {
        QDockWidget* other = shell->dock(dockNames[random_.bounded(static_cast<int>(dockNames.size()))]);
        if (other == dock || other->isHidden() || other->isFloating() || dock->isFloating()) return;
        if (action == "tabify") return shell->tabifyDockWidget(other, dock);
        shell->splitDockWidget(other, dock, random_.bounded(2) == 0 ? Qt::Horizontal : Qt::Vertical);
    }

    QRandomGenerator random_;
    QMap<QString, QSet<QString>> now_;
    QMap<QString, QSet<QString>> defaults_;
    QMap<QString, Left> left_;
    QSize size_;
};

} // namespace

class ModeArrangementsTest : public QObject {
    Q_OBJECT
private slots:
    void trainHoldsNothingOfBrowse() {
        Shell shell;
        shell.show();
        for (const char* mode : {"browse", "train", "browse", "train", "detect", "explore", "evaluate",
                                 "detect", "browse", "train"}) {
            shell.modes->enter(mode);
            QCoreApplication::processEvents();
            QCOMPARE(text(shell.shown()), text(shell.factory(mode)));
            QCOMPARE(shell.size(), windowSize);
        }
    }
    void anyOrder_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 24; ++seed) QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    void anyOrder() {
        QFETCH(const quint32, seed);
        Walk walk(seed);
        for (int i = 0; i < 40; ++i) {
            walk.step();
            if (QTest::currentTestFailed()) return;
            walk.check();
            if (QTest::currentTestFailed()) return;
        }
    }
    // Every panel at once, one under the other: more than any screen has.
    void theWindowNeverGrows() {
        Shell shell;
        shell.show();
        shell.modes->enter("browse");
        for (const QString& name : dockNames) {
            shell.addDockWidget(Qt::LeftDockWidgetArea, shell.dock(name), Qt::Vertical);
            shell.dock(name)->show();
        }
        QCoreApplication::processEvents();
        QCOMPARE(shell.size(), windowSize);
        for (const QString& name : dockNames)
            QVERIFY2(QRect(QPoint(), shell.size()).contains(shell.dock(name)->geometry()), qPrintable(name));
    }
    void whatIsAskedForComesToTheFront() {
        Shell shell;
        shell.show();
        shell.modes->enter("browse");
        shell.dock("training")->toggleViewAction()->trigger();
        QCoreApplication::processEvents();
        QVERIFY(!shell.dock("training")->visibleRegion().isEmpty());
    }
    void statesOfTheVersionBefore() {
        Shell shell;
        shell.show();
        Session session;
        // As they were: docks that were not shown are not spoken of.
        for (const QString& name : dockNames) shell.removeDockWidget(shell.dock(name));
        shell.addDockWidget(Qt::LeftDockWidgetArea, shell.dock("datasets"));
        shell.dock("datasets")->show();
        shell.addDockWidget(Qt::RightDockWidgetArea, shell.dock("player"));
        shell.dock("player")->show();
        session.arrangements["browse"] = shell.saveState(3);
        session.arrangements["train"] = shell.saveState(3); // nothing of it is Train's own but the player

        Shell later;
        later.modes->readFrom(session);
        later.show();
        later.modes->enter("browse");
        QCOMPARE(text(later.shown()), QString("datasets player"));
        QCOMPARE(later.dockWidgetArea(later.dock("player")), Qt::RightDockWidgetArea);
        later.modes->enter("train");
        QCOMPARE(text(later.shown()), text(later.factory("train")));
        later.modes->enter("browse");
        QCOMPARE(text(later.shown()), QString("datasets player"));
    }
    void aFrameFitsItsScreen() {
        const QRect screen(100, 50, 1280, 720);
        QCOMPARE(fittedInto({200, 100, 800, 600}, screen), QRect(200, 100, 800, 600));
        QCOMPARE(fittedInto({900, 400, 800, 600}, screen), QRect(580, 170, 800, 600));
        QCOMPARE(fittedInto({-500, -20, 800, 600}, screen), QRect(100, 50, 800, 600));
        QCOMPARE(fittedInto({0, 0, 3000, 2000}, screen), screen);
    }
    // Half of 1440 × 900, half of 1920 × 1080: what a screen of twice the scale leaves.
    void aSmallScreenHasItAll() {
        for (const QSize small : {QSize(720, 450), QSize(780, 540)}) {
            Shell shell;
            shell.setMinimumSize(small);
            shell.resize(small);
            shell.show();
            for (const QString& mode : ModeArrangements::modes()) {
                shell.modes->enter(mode);
                for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
                QCOMPARE(shell.size(), small);
                const QRect inside(QPoint(), small);
                for (const QWidget* bar : {static_cast<QWidget*>(shell.statusBar()),
                                           static_cast<QWidget*>(shell.findChild<QToolBar*>("transport"))})
                    QVERIFY2(inside.contains(bar->geometry()), qPrintable(mode));
                for (const QString& name : shell.shown())
                    QVERIFY2(shell.dock(name)->visibleRegion().isEmpty() ||
                                 inside.contains(shell.dock(name)->geometry()),
                             qPrintable(mode + ' ' + name));
            }
        }
    }
    void theLeastSizeYieldsToTheScreen() {
        QWidget window;
        const QSize screen = window.screen()->availableSize();
        new ScreenKeeper(window, screen + QSize(100, -100));
        window.resize(screen + QSize(100, -100));
        window.show();
        QTRY_COMPARE(window.minimumWidth() + window.frameGeometry().width() - window.width(), screen.width());
        QCOMPARE(window.minimumHeight(), screen.height() - 100);
        QTRY_VERIFY(window.screen()->availableGeometry().contains(window.frameGeometry()));
    }
    void aSqueezedPanelScrolls() {
        auto* panel = new QLabel("panel");
        panel->setMinimumSize(700, 900);
        PanelFrame frame(panel);
        QVERIFY(frame.minimumSizeHint().height() < 400);
        QVERIFY(frame.minimumSizeHint().width() < 500);
        frame.resize(300, 200);
        frame.show();
        QCOMPARE(panel->size(), QSize(700, 900));
        auto* small = new QLabel("small");
        small->setMinimumSize(100, 60);
        QCOMPARE(PanelFrame(small).minimumSizeHint(), QSize(100, 60));
    }
    // Pages behind the one that is shown ask for no room.
    void aStackAsksForItsPage() {
        QStackedWidget stack;
        for (const int side : {100, 500}) {
            auto* page = new QWidget;
            auto* layout = new QVBoxLayout(page);
            auto* inside = new QLabel;
            inside->setMinimumSize(side, side);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->addWidget(inside);
            stack.addWidget(page);
        }
        QVERIFY(stack.minimumSizeHint().height() >= 500);
        followCurrentPage(stack);
        QCOMPARE(stack.minimumSizeHint(), QSize(100, 100));
        stack.setCurrentIndex(1);
        QCOMPARE(stack.minimumSizeHint(), QSize(500, 500));
    }
};

KINELENS_TEST(ModeArrangementsTest, widgets);

} // namespace mode_arrangements_test
#include "mode_arrangements_test.moc"
