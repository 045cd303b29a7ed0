#include "ui/commands/key_guard.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>
#include <QTreeView>

namespace kinelens::ui {
namespace {

bool needs(const QObject* target, const QKeyEvent& key) {
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier)) return false;
    const bool space = key.key() == Qt::Key_Space;
    const bool arrow = key.key() == Qt::Key_Left || key.key() == Qt::Key_Right;
    const bool ends = key.key() == Qt::Key_Home || key.key() == Qt::Key_End;
    const bool letter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    if (qobject_cast<const QAbstractButton*>(target)) return space;
    if (qobject_cast<const QComboBox*>(target)) return space || letter || ends;
    if (qobject_cast<const QTreeView*>(target)) return space || arrow || ends || letter;
    if (qobject_cast<const QAbstractSpinBox*>(target)) return arrow || ends;
    if (qobject_cast<const QAbstractSlider*>(target)) return arrow || ends;
    return qobject_cast<const QTabBar*>(target) && arrow;
}

} // namespace

KeyGuard::KeyGuard(QObject* parent)
    : QObject(parent) {
    qApp->installEventFilter(this);
}

bool KeyGuard::eventFilter(QObject* target, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return false;
    if (!needs(target, *static_cast<QKeyEvent*>(event))) return false;
    event->accept();
    return true;
}

} // namespace kinelens::ui
