#include "ui/windows/edit_menu.h"

#include "ui/browse/datasets_panel.h"
#include "ui/detect/label_tools.h"
#include "ui/detect/timeline_panel.h"
#include "ui/train/runs_panel.h"
#include "ui/widgets/panel_dock.h"
#include "ui/widgets/toast.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/mode_arrangements.h"
#include "ui/windows/window_panels.h"
#include "ui/windows/window_parts.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <functional>
#include <memory>

namespace kinelens::ui {
namespace {

struct EditMenuWords {
    Q_DECLARE_TR_FUNCTIONS(EditMenu)
};

// Without those that some keyboards have a key of their own for (F14): a text that is being edited does not
// keep it from the window.
QList<QKeySequence> typedKeys(QKeySequence::StandardKey key) {
    QList<QKeySequence> keys = QKeySequence::keyBindings(key);
    keys.removeIf([](const QKeySequence& one) { return one[0].keyboardModifiers() == Qt::NoModifier; });
    return keys;
}

// Where steps are seen: in the panels in view. A dock behind another tab of its place is not.
void watchPanels(const QMainWindow& window, const WindowParts& parts) {
    Desktop& desktop = parts.desktop;
    const auto seenIn = [](const QWidget& panel) { return [at = &panel] { return isInView(*at); }; };
    desktop.undo.setSeen(desktop.workspace.undoStack(), seenIn(*parts.panels.datasets));
    desktop.undo.setSeen(desktop.trash.undoStack(), seenIn(*parts.panels.runs));
    TimelinePanel& timeline = *parts.panels.detect->timeline();
    desktop.undo.setSeen(desktop.labels.undoStack(), seenIn(timeline), [parts, &timeline] {
        if (parts.desktop.labels.locked() && !isInView(timeline)) parts.modes.enter(QStringLiteral("detect"));
        return timeline.labelTools().unlocked(); // or it offers to unlock them
    });
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
        QObject::connect(dock, &QDockWidget::visibilityChanged, &desktop.undo, &UndoHistory::look);
}

// Words, state and tool tip follow what is next; the tool tip also says what it is of.
void keepNamed(QAction& action, UndoHistory& history, bool undo) {
    const auto refresh = [&action, &history, undo] {
        const UndoHistory::Step step = undo ? history.nextUndo() : history.nextRedo();
        const QString what = undo ? history.undoText() : history.redoText();
        action.setEnabled(static_cast<bool>(step));
        if (undo)
            action.setText(step ? EditMenuWords::tr("&Undo %1").arg(what) : EditMenuWords::tr("&Undo"));
        else
            action.setText(step ? EditMenuWords::tr("&Redo %1").arg(what) : EditMenuWords::tr("&Redo"));
        const QString tip = toolTipWithKeys(action);
        action.setToolTip(step ? EditMenuWords::tr("%1: %2").arg(history.title(step), tip) : tip);
    };
    QObject::connect(&history, &UndoHistory::changed, &action, refresh);
    refresh();
}

// A toast's button is about one step: once another came after it in its stack, the toast is over.
void tellSteps(const WindowParts& parts) {
    UndoHistory& history = parts.desktop.undo;
    Toast& toast = parts.toast;
    using Step = UndoHistory::Step;
    const auto told = std::make_shared<std::function<bool()>>(); // whether the button still means its step
    const auto offerUndo = [&toast, &history, told](const Step& step, const QString& sentence) {
        toast.tell(sentence, EditMenuWords::tr("&Undo"), [&history, step] { history.undo(step); });
        *told = [&history, step] { return history.isLast(step); };
    };
    QObject::connect(&history, &UndoHistory::told, &toast, offerUndo);
    QObject::connect(&history, &UndoHistory::redone, &toast,
                     [offerUndo](const Step& step, const QString& text) {
                         offerUndo(step, EditMenuWords::tr("Done again: %1").arg(text));
                     });
    QObject::connect(&history, &UndoHistory::undone, &toast,
                     [&toast, &history, told](const Step& step, const QString& text) {
                         toast.tell(EditMenuWords::tr("Undone: %1").arg(text), EditMenuWords::tr("&Redo"),
                                    [&history, step] { history.redo(step); });
                         *told = [&history, step] { return history.isNextRedo(step); };
                     });
    QObject::connect(&history, &UndoHistory::changed, &toast, [&toast, told] {
        if (!*told || (*told)()) return;
        *told = {};
        toast.dismiss();
    });
    QObject::connect(&parts.modes, &ModeArrangements::modeChanged, &toast, &Toast::dismiss);
}

} // namespace

void addEditCommands(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    Desktop& desktop = parts.desktop;
    const QString group = EditMenuWords::tr("Edit");
    const auto listed = [&](const char* id) {
        if (QAction* action = desktop.actions.action(QLatin1String(id))) menu.addAction(action);
    };
    QAction* undo = desktop.actions.add({"edit.undo", group, EditMenuWords::tr("&Undo"), "edit-undo"},
                                        typedKeys(QKeySequence::Undo), [&desktop] { desktop.undo.undo(); });
    QAction* redo = desktop.actions.add({"edit.redo", group, EditMenuWords::tr("&Redo"), "edit-redo"},
                                        typedKeys(QKeySequence::Redo), [&desktop] { desktop.undo.redo(); });
    keepNamed(*undo, desktop.undo, true);
    keepNamed(*redo, desktop.undo, false);
    menu.addActions({undo, redo});
    menu.addSeparator();
    for (const char* id : {"timeline.copy", "timeline.paste", "timeline.delete"}) listed(id);
    menu.addSeparator();
    menu.addAction(
        desktop.actions.add({"view.clearSelection", group, EditMenuWords::tr("&Clear the selection")},
                            {Qt::Key_Escape}, [&desktop] { desktop.selection.setSelected({}); }));
    menu.addAction(
        desktop.actions.add({"view.search", group, EditMenuWords::tr("&Search sequences"), "edit-find"},
                            {QKeySequence::Find}, [parts] {
                                parts.modes.enter(QStringLiteral("browse"));
                                parts.panels.datasets->focusSearch();
                            }));
    watchPanels(window, parts);
    tellSteps(parts);
}

} // namespace kinelens::ui
