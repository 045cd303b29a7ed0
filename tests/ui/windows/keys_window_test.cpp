// What every key does, in every mode and whatever has the focus: the rule of ui/commands/key_guard.h.
#include "tests/support/test_program.h"
#include "tests/ui/windows/key_stand.h"
#include "ui/commands/action_registry.h"
#include "ui/commands/command_palette.h"
#include "ui/detect/label_tools.h"
#include "ui/detect/timeline_panel.h"
#include "ui/windows/detect_mode.h"

#include <QMenuBar>

namespace keys_window_test {

using namespace kinelens;
using namespace kinelens::ui;
using namespace kinelens::testing;

class KeysWindowTest : public KeyStand {
    Q_OBJECT
private slots:
    void init() { make(); }
    void cleanup() { remove(); }

    void everyKeyWhateverHasTheFocus_data() { listModes(); }
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
    void whereTextIsTypedKeysWrite_data() { listModes(); }
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
    void noRealControlKeepsACommandsKey_data() { listModes(); }
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
    // Two commands that are awake in one mode have no key in common, whoever holds them.
    void noKeyMeansTwoThings_data() { listModes(); }
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
    void thePaletteHoldsWhatOnlyTheMenusHold() {
        bench_->desktop->actions.action("help.palette")->trigger();
        const QPointer<CommandPalette> palette = bench_->window->findChild<CommandPalette*>();
        QVERIFY(palette);
        const auto* list = palette->findChild<QListWidget*>();
        const auto found = [&](const char* text) { return list->findItems(text, Qt::MatchStartsWith); };
        for (const char* command : {"Run: Stop", "Run: Pause", "Run: Move to trash", "View: Runs"})
            QVERIFY2(!found(command).isEmpty(), command);
        QVERIFY(found("Run: Stop").first()->text().contains("choose a run"));
        palette->close();
    }
};

KINELENS_TEST(KeysWindowTest, widgets);

} // namespace keys_window_test
#include "keys_window_test.moc"
