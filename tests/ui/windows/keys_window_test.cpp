// What every key does, in every mode and whatever has the focus: the rule of ui/commands/key_guard.h.
#include "tests/support/test_program.h"
#include "tests/ui/windows/window_bench.h"
#include "ui/browse/import_form.h"
#include "ui/commands/action_registry.h"
#include "ui/detect/label_tools.h"
#include "ui/detect/timeline_panel.h"
#include "ui/windows/detect_mode.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/point_map.h"
#include "viz/view/scene_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabBar>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

namespace keys_window_test {

using namespace kinelens;
using namespace kinelens::ui;
using kinelens::testing::WindowBench;

namespace {

struct Press {
    QString command;
    QKeyCombination key;
};

bool isPlain(const QKeySequence& keys) {
    return keys.count() == 1 &&
           !(keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

template <class T>
T* filled(T* box, const QStringList& items) {
    box->addItems(items);
    return box;
}

// One control of each kind that a panel may hold, over the window.
QMap<QString, QWidget*> makeProbes(QWidget* parent) {
    const QStringList words{"Subject", "Class", "Kind", "All", "move"};
    auto* table = new QTableWidget(3, 2, parent);
    for (int row = 0; row < 3; ++row) table->setItem(row, 0, new QTableWidgetItem(words[row]));
    auto* tree = new QTreeWidget(parent);
    for (const QString& word : words) new QTreeWidgetItem(new QTreeWidgetItem(tree, {word}), {"inside"});
    auto* tabs = new QTabBar(parent);
    for (const QString& word : words) tabs->addTab(word);
    auto* typed = filled(new QComboBox(parent), words);
    typed->setEditable(true);
    auto* editor = new QPlainTextEdit(parent);
    auto* log = new QPlainTextEdit("what was said", parent);
    log->setReadOnly(true);
    return {{"button", new QPushButton("Start", parent)},
            {"tool button", new QToolButton(parent)},
            {"check box", new QCheckBox("All", parent)},
            {"closed box", filled(new QComboBox(parent), words)},
            {"box to type in", typed},
            {"line edit", new QLineEdit(parent)},
            {"spin box", new QSpinBox(parent)},
            {"text editor", editor},
            {"log", log},
            {"slider", new QSlider(Qt::Horizontal, parent)},
            {"table", table},
            {"tree", tree},
            {"list", filled(new QListWidget(parent), words)},
            {"tabs", tabs},
            {"figure", new viz::SceneView(parent)},
            {"map", new viz::PointMap(parent)},
            {"matrix", new viz::ConfusionMatrix(parent)}};
}

const QStringList textProbes{"box to type in", "line edit", "spin box", "text editor"};

QString state(QWidget& probe) {
    if (auto* box = qobject_cast<QComboBox*>(&probe))
        return box->currentText() + (box->view()->isVisible() ? " open" : "");
    if (auto* list = qobject_cast<QAbstractItemView*>(&probe))
        return QString::number(list->currentIndex().row()) + ',' +
               QString::number(list->currentIndex().column());
    if (auto* button = qobject_cast<QAbstractButton*>(&probe))
        return button->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    if (auto* slider = qobject_cast<QSlider*>(&probe)) return QString::number(slider->value());
    if (auto* tabs = qobject_cast<QTabBar*>(&probe)) return QString::number(tabs->currentIndex());
    return {};
}

} // namespace

class KeysWindowTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowBench> bench_;
    std::unique_ptr<QWidget> stand_; // of the probes
    QMap<QString, QWidget*> probes_;
    QStringList ran_;

    // From now on commands are noted and not run, so that one does not change what the next meets.
    void noteCommands() {
        ActionRegistry& registry = bench_->desktop->actions;
        for (const auto& entry : registry.entries()) {
            entry.action->disconnect(&registry);
            connect(entry.action, &QAction::triggered, this, [this, id = entry.words.id] { ran_ << id; });
        }
    }
    QList<Press> plainKeys(bool awake) const {
        QList<Press> keys;
        for (const auto& [words, action] : bench_->desktop->actions.entries())
            for (const QKeySequence& key : action->shortcuts())
                if (isPlain(key) && action->isEnabled() == awake) keys << Press{words.id, key[0]};
        return keys;
    }
    QStringList press(QKeyCombination key) {
        ran_.clear();
        bench_->press(key.key(), key.keyboardModifiers());
        return ran_;
    }
    void layOutProbes() {
        stand_ = std::make_unique<QWidget>(bench_->window.get());
        stand_->setGeometry(0, 0, 700, 500);
        probes_ = makeProbes(stand_.get());
        int place = 0;
        for (QWidget* probe : probes_) {
            probe->setGeometry(10 + place % 4 * 170, 10 + place / 4 * 90, 160, 80);
            ++place;
        }
        stand_->show();
    }
    bool focus(QWidget* widget) {
        widget->setFocus();
        return QTest::qWaitFor(
            [&] { return widget->hasFocus() || (widget->focusProxy() && widget->focusProxy()->hasFocus()); });
    }

private slots:
    void init() {
        bench_ = std::make_unique<WindowBench>();
        QVERIFY(bench_->open());
    }
    void cleanup() {
        probes_.clear();
        stand_.reset();
        bench_.reset();
    }

    void everyKeyWhateverHasTheFocus_data() {
        QTest::addColumn<QString>("mode");
        for (const QString& mode : ModeArrangements::modes()) QTest::newRow(qPrintable(mode)) << mode;
    }
    void everyKeyWhateverHasTheFocus() {
        QFETCH(QString, mode);
        QVERIFY(bench_->enter(mode));
        layOutProbes();
        noteCommands();
        const QList<Press> awake = plainKeys(true), asleep = plainKeys(false);
        QVERIFY(awake.size() > 20);
        for (auto probe = probes_.begin(); probe != probes_.end(); ++probe) {
            if (textProbes.contains(probe.key())) continue;
            QVERIFY2(focus(*probe), qPrintable(probe.key()));
            const QString before = state(**probe);
            for (const Press& one : awake)
                QVERIFY2(press(one.key) == QStringList(one.command),
                         qPrintable(probe.key() + ": " + QKeySequence(one.key).toString() + " ran " +
                                    ran_.join(", ") + ", not " + one.command));
            for (const Press& one : asleep) {
                const QStringList ran = press(one.key); // another command may have the key in this mode
                QVERIFY2(!ran.contains(one.command), qPrintable(one.command));
            }
            QCOMPARE(state(**probe), before); // nothing was chosen, pressed or opened
        }
    }
    void whereTextIsTypedKeysWrite_data() { everyKeyWhateverHasTheFocus_data(); }
    void whereTextIsTypedKeysWrite() {
        QFETCH(QString, mode);
        QVERIFY(bench_->enter(mode));
        layOutProbes();
        noteCommands();
        for (const QString& name : textProbes) {
            QWidget* probe = probes_[name];
            QVERIFY2(focus(probe), qPrintable(name));
            for (const Press& one : plainKeys(true)) {
                if (one.key.key() == Qt::Key_Escape) continue; // leaves
                QVERIFY2(press(one.key).isEmpty(), qPrintable(name + ": " + ran_.join(", ")));
            }
        }
        auto* line = qobject_cast<QLineEdit*>(probes_["line edit"]);
        line->clear();
        QVERIFY(focus(line));
        for (const Qt::Key key : {Qt::Key_S, Qt::Key_Space, Qt::Key_L, Qt::Key_Comma, Qt::Key_7}) press(key);
        press(QKeyCombination(Qt::KeypadModifier, Qt::Key_1));
        QCOMPARE(line->text().toLower(), QString("s l,71"));
        auto* typed = qobject_cast<QComboBox*>(probes_["box to type in"]);
        QVERIFY(focus(typed));
        typed->lineEdit()->selectAll();
        for (const Qt::Key key : {Qt::Key_S, Qt::Key_U, Qt::Key_B}) press(key); // its list of words opens
        QVERIFY(typed->currentText().toLower().startsWith("sub"));
        auto* number = qobject_cast<QSpinBox*>(probes_["spin box"]);
        number->clear();
        QVERIFY(focus(number));
        press(Qt::Key_4);
        press(Qt::Key_2);
        QCOMPARE(number->value(), 42);
    }

    // While its list of proposals is open the line still has the keys.
    void namingAClassRunsNoCommand() {
        QVERIFY(bench_->enter("detect"));
        noteCommands();
        auto* classes = bench_->window->detect().timeline()->labelTools().classes();
        QVERIFY(focus(classes));
        classes->lineEdit()->selectAll();
        for (const Qt::Key key :
             {Qt::Key_T, Qt::Key_U, Qt::Key_R, Qt::Key_N, Qt::Key_Space, Qt::Key_S, Qt::Key_1})
            QVERIFY2(press(key).isEmpty(), qPrintable(ran_.join(", ")));
        QCOMPARE(classes->currentText().toLower(), QString("turn s1"));
        classes->lineEdit()->selectAll();
        for (const Qt::Key key : {Qt::Key_T, Qt::Key_U}) {
            QWidget* proposals = QApplication::activePopupWidget();
            if (proposals)
                QTest::keyClick(proposals, key);
            else
                QVERIFY(press(key).isEmpty());
        }
        QVERIFY(ran_.isEmpty());
        if (QWidget* proposals = QApplication::activePopupWidget()) proposals->hide();
    }

    // Everything that can have the focus in the real panels.
    void noRealControlKeepsACommandsKey_data() { everyKeyWhateverHasTheFocus_data(); }
    void noRealControlKeepsACommandsKey() {
        QFETCH(QString, mode);
        QVERIFY(bench_->enter(mode));
        noteCommands();
        int seen = 0;
        for (QWidget* widget : bench_->window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            if (widget->window() != bench_->window.get()) continue;
            const bool text =
                qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
                qobject_cast<QPlainTextEdit*>(widget) ||
                (qobject_cast<QComboBox*>(widget) && qobject_cast<QComboBox*>(widget)->isEditable());
            if (text || !focus(widget)) continue;
            ++seen;
            const QString name =
                widget->metaObject()->className() + QStringLiteral(" ") + widget->accessibleName();
            for (const Press& one : plainKeys(true))
                QVERIFY2(
                    press(one.key) == QStringList(one.command),
                    qPrintable(name + ": " + QKeySequence(one.key).toString() + " ran " + ran_.join(", ")));
        }
        QVERIFY2(seen > 5, qPrintable(QString::number(seen)));
    }

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
    void aClickOnACanvasTakesTheFocus_data() { everyKeyWhateverHasTheFocus_data(); }
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

    // Two commands that are awake in one mode have no key in common, whoever holds them.
    void noKeyMeansTwoThings_data() { everyKeyWhateverHasTheFocus_data(); }
    void noKeyMeansTwoThings() {
        QFETCH(QString, mode);
        QVERIFY(bench_->enter(mode));
        bench_->desktop->selection.setSelected({"recording0", "recording1"});
        QHash<QKeySequence, QAction*> taken;
        for (QAction* action : bench_->window->findChildren<QAction*>() + bench_->window->actions()) {
            if (!action->isEnabled()) continue;
            for (const QKeySequence& key : action->shortcuts()) {
                const QAction* other = taken.value(key, action);
                QVERIFY2(other == action,
                         qPrintable(key.toString() + ": " + action->text() + ", " + other->text()));
                taken.insert(key, action);
            }
        }
        QVERIFY(taken.size() > 40);
        for (const auto& [words, action] : bench_->desktop->actions.entries()) {
            const QString home = bench_->desktop->actions.modeOf(words.id);
            QVERIFY2(home.isEmpty() || home == mode || !action->isEnabled(),
                     qPrintable(words.id + " in " + mode));
        }
        QSet<QChar> letters;
        for (QAction* menu : bench_->window->menuBar()->actions()) {
            const QChar letter = menu->text().section('&', 1).front().toLower();
            QVERIFY2(!letters.contains(letter), qPrintable(menu->text()));
            letters.insert(letter);
        }
    }
};

KINELENS_TEST(KeysWindowTest, widgets);

} // namespace keys_window_test
#include "keys_window_test.moc"
