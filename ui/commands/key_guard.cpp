#include "ui/commands/key_guard.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>
#include <QTreeView>

namespace kinelens::ui {
namespace {

template <class T>
bool isWritable(const QWidget& widget) {
    const auto* field = qobject_cast<const T*>(&widget);
    return field && !field->isReadOnly();
}

// Boxes of choices and numbers have the focus for the line of text inside.
bool takesText(const QWidget& widget) {
    const auto* box = qobject_cast<const QComboBox*>(&widget);
    return (box && box->isEditable()) || isWritable<QLineEdit>(widget) ||
           isWritable<QAbstractSpinBox>(widget) || isWritable<QTextEdit>(widget) ||
           isWritable<QPlainTextEdit>(widget);
}

bool isEnter(const QKeyEvent& key) {
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) &&
           !(key.modifiers() & ~Qt::KeypadModifier);
}

bool writes(const QKeyEvent& key) {
    return !key.text().isEmpty() && key.text().front().isPrint() && key.key() != Qt::Key_Space &&
           !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

bool enterRow(QAbstractItemView& view) {
    const QModelIndex row = view.currentIndex().siblingAtColumn(0);
    if (!row.isValid()) return false;
    const Qt::ItemFlags flags = row.flags();
    const QVariant mark = row.data(Qt::CheckStateRole);
    if (mark.isValid() && (flags & Qt::ItemIsUserCheckable) && (flags & Qt::ItemIsEnabled)) {
        const bool on = mark.toInt() == Qt::Checked;
        view.model()->setData(row, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
    auto* tree = qobject_cast<QTreeView*>(&view);
    if (!tree || !view.model()->hasChildren(row)) return false;
    tree->setExpanded(row, !tree->isExpanded(row));
    return true;
}

// False: Enter means to it what it always does.
bool enter(QWidget& widget, bool again) {
    if (auto* button = qobject_cast<QAbstractButton*>(&widget)) {
        if (!again) button->click();
        return true;
    }
    if (auto* box = qobject_cast<QComboBox*>(&widget); box && !box->isEditable()) {
        if (!again) box->showPopup();
        return true;
    }
    auto* view = qobject_cast<QAbstractItemView*>(&widget);
    return view && !again && enterRow(*view);
}

bool walkTabs(QTabBar& bar, int step) {
    for (int tab = bar.currentIndex() + step; tab >= 0 && tab < bar.count(); tab += step)
        if (bar.isTabEnabled(tab) && bar.isTabVisible(tab)) {
            bar.setCurrentIndex(tab);
            break;
        }
    return true;
}

} // namespace

KeyGuard::KeyGuard(QWidget* window)
    : QObject(window)
    , window_(window) {
    qApp->installEventFilter(this);
}

bool KeyGuard::belongs(const QWidget& widget) const {
    const QWidget* top = widget.window();
    return top == window_ || (top->windowType() == Qt::Tool && top->parentWidget() == window_);
}

QAction* KeyGuard::ofNumberPad(const QKeyEvent& key) const {
    if (!(key.modifiers() & Qt::KeypadModifier)) return nullptr;
    const QKeySequence pressed(key.keyCombination());
    for (QAction* action : window_->actions())
        if (action->isEnabled() && action->shortcuts().contains(pressed)) return action;
    return nullptr;
}

bool KeyGuard::keeps(const QWidget& widget, const QKeyEvent& key) const {
    if (takesText(widget)) return false; // it says itself which keys it needs
    return qobject_cast<const QMenuBar*>(&widget) || ofNumberPad(key);
}

bool KeyGuard::take(QWidget& widget, const QKeyEvent& key) const {
    if (takesText(widget)) return false;
    if (QAction* action = ofNumberPad(key)) {
        if (!key.isAutoRepeat()) action->trigger();
        return true;
    }
    if (isEnter(key)) return enter(widget, key.isAutoRepeat());
    if (auto* tabs = qobject_cast<QTabBar*>(&widget))
        if ((key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) && key.modifiers() == Qt::NoModifier)
            return walkTabs(*tabs, key.key() == Qt::Key_Up ? -1 : 1);
    const bool choosesByTyping =
        qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractItemView*>(&widget);
    return choosesByTyping && writes(key);
}

bool KeyGuard::eventFilter(QObject* target, QEvent* event) {
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!asks && event->type() != QEvent::KeyPress) return false;
    auto* widget = qobject_cast<QWidget*>(target);
    if (!widget || widget != QApplication::focusWidget() || QApplication::activePopupWidget()) return false;
    if (!belongs(*widget)) return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (!asks) return take(*widget, key);
    if (!keeps(*widget, key)) return false;
    event->accept();
    return true;
}

} // namespace kinelens::ui
