// What Enter, Space, Escape and a click do to the controls of the window.
#include "tests/support/test_program.h"
#include "tests/ui/windows/key_stand.h"
#include "ui/browse/import_form.h"

#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTimer>

namespace control_keys_window_test {

using namespace kinelens;
using namespace kinelens::ui;
using namespace kinelens::testing;

class ControlKeysWindowTest : public KeyStand {
    Q_OBJECT
private slots:
    void init() { make(); }
    void cleanup() { remove(); }

    void enterDoesWhatAControlIsFor() {
        QVERIFY(bench_->enter("browse"));
        layOutProbes();
        QSignalSpy clicked(qobject_cast<QPushButton*>(probes_["button"]), &QPushButton::clicked);
        QVERIFY(focus(probes_["button"]));
        bench_->press(Qt::Key_Return);
        bench_->press(Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(clicked.count(), 2);
        auto* check = qobject_cast<QCheckBox*>(probes_["check box"]);
        QVERIFY(focus(check));
        bench_->press(Qt::Key_Return);
        QVERIFY(check->isChecked());
        auto* list = qobject_cast<QListWidget*>(probes_["list"]);
        list->item(1)->setCheckState(Qt::Unchecked);
        list->setCurrentRow(0);
        QVERIFY(focus(list));
        bench_->press(Qt::Key_Down);
        bench_->press(Qt::Key_Return);
        QCOMPARE(list->item(1)->checkState(), Qt::Checked);
        auto* tree = qobject_cast<QTreeWidget*>(probes_["tree"]);
        tree->setCurrentItem(tree->topLevelItem(1));
        QVERIFY(focus(tree));
        bench_->press(Qt::Key_Return);
        QVERIFY(tree->topLevelItem(1)->isExpanded());
        bench_->press(Qt::Key_Return);
        QVERIFY(!tree->topLevelItem(1)->isExpanded());
        auto* tabs = qobject_cast<QTabBar*>(probes_["tabs"]);
        QVERIFY(focus(tabs));
        bench_->press(Qt::Key_Down);
        QCOMPARE(tabs->currentIndex(), 1);
        bench_->press(Qt::Key_Up);
        QCOMPARE(tabs->currentIndex(), 0);
        auto* box = qobject_cast<QComboBox*>(probes_["closed box"]);
        QVERIFY(focus(box));
        bench_->press(Qt::Key_Return);
        QVERIFY(box->view()->isVisible());
        // An open list has the keys: S goes to "Subject" … and Space plays nothing.
        QTest::keyClick(box->view(), Qt::Key_C);
        QCOMPARE(box->view()->currentIndex().row(), 1);
        box->hidePopup();
    }
    void enterOpensAButtonsMenu() {
        QVERIFY(bench_->enter("browse"));
        layOutProbes();
        auto* button = qobject_cast<QToolButton*>(probes_["tool button"]);
        QMenu menu;
        menu.addAction("Inside");
        button->setMenu(&menu);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setFocusPolicy(Qt::StrongFocus);
        QVERIFY(focus(button));
        QSignalSpy opened(&menu, &QMenu::aboutToShow);
        QTimer::singleShot(300, &menu, &QMenu::close); // it runs a loop of its own
        bench_->press(Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }
    void spaceAfterAnImportPlays() {
        QVERIFY(bench_->enter("browse"));
        for (auto* box : bench_->window->findChildren<QComboBox*>()) {
            if (!box->isVisible() || box->isEditable() || !focus(box)) continue;
            bench_->press(Qt::Key_Space);
            QVERIFY2(bench_->desktop->playhead.playing(), qPrintable(box->accessibleName()));
            QVERIFY(!box->view()->isVisible());
            bench_->press(Qt::Key_Space);
            QVERIFY(!bench_->desktop->playhead.playing());
        }
    }
    void thePageOfTheStartIsWithoutAPlayer() {
        bench_->window->showStartPage();
        const auto buttons = bench_->window->findChildren<QPushButton*>();
        const auto shown = std::find_if(buttons.begin(), buttons.end(), [](QPushButton* button) {
            return button->isVisible() && button->focusPolicy() != Qt::NoFocus;
        });
        QVERIFY(shown != buttons.end());
        QSignalSpy clicked(*shown, &QPushButton::clicked);
        QVERIFY(focus(*shown));
        bench_->press(Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
        QVERIFY(!bench_->desktop->playhead.playing());
    }
    // Escape is a command of the window's as well.
    void escapeClosesTheImportForm() {
        QVERIFY(bench_->enter("browse"));
        bench_->window->openPaths({bench_->path("S001C001P001R001A001.skeleton")});
        auto* form = bench_->window->findChild<ImportForm*>();
        QTRY_VERIFY(form->isVisible());
        QVERIFY(focus(form->findChild<QPushButton*>()));
        bench_->press(Qt::Key_Escape);
        QVERIFY(!form->isVisible());
    }
    void theMenuBarHasTheKeysWhileItIsWalked() {
        QVERIFY(bench_->enter("browse"));
        noteCommands();
        QVERIFY(focus(bench_->window->menuBar()));
        QVERIFY(press(Qt::Key_F).isEmpty());
    }
    void theNumberPadTurnsTheCamera() {
        QVERIFY(bench_->enter("detect")); // where plain digits give labels their class
        noteCommands();
        const QList<std::pair<Qt::Key, QString>> views{
            {Qt::Key_1, "player.viewFront"}, {Qt::Key_3, "player.viewSide"}, {Qt::Key_7, "player.viewTop"}};
        for (const auto& [key, command] : views)
            QCOMPARE(press(QKeyCombination(Qt::KeypadModifier, key)), QStringList(command));
        QCOMPARE(press(Qt::Key_1), QStringList("timeline.class1"));
        QCOMPARE(press(Qt::SHIFT | Qt::Key_F), QStringList("player.viewFront"));
    }
    void aClickOnACanvasTakesTheFocus_data() { listModes(); }
    void aClickOnACanvasTakesTheFocus() {
        QFETCH(QString, mode);
        QVERIFY(bench_->enter(mode));
        int seen = 0;
        for (QWidget* widget : bench_->window->findChildren<QWidget*>()) {
            const QByteArray kind = widget->metaObject()->className();
            const bool canvas = kind.startsWith("kinelens::viz::") || kind == "QCustomPlot" ||
                                kind == "kinelens::ui::IntervalStrip" ||
                                kind == "kinelens::ui::ScrubSlider" || kind == "kinelens::ui::NeighbourBoard";
            if (!canvas || !widget->isVisible() || !widget->isEnabled() ||
                kind == "kinelens::viz::FocusRing" || widget->testAttribute(Qt::WA_TransparentForMouseEvents))
                continue;
            bench_->window->setFocus();
            QWidget* hit = widget->childAt(widget->rect().center());
            QTest::mouseClick(hit ? hit : widget, Qt::LeftButton);
            QWidget* now = QApplication::focusWidget();
            QVERIFY2(now && (now == widget || widget->isAncestorOf(now)), kind.constData());
            ++seen;
        }
        QVERIFY(seen >= 2);
    }
};

KINELENS_TEST(ControlKeysWindowTest, widgets);

} // namespace control_keys_window_test
#include "control_keys_window_test.moc"
