// KeyGuard: a key means the same wherever the focus is. The rule of the window and of panels that float:
//
// - Commands of a single key (Space, Left, Right, Home, End, comma, full stop, letters, digits …) work
//   everywhere but where text is typed: in line edits, spin boxes, boxes of choices that may be typed in,
//   text editors and cells that are being edited. Menus and lists of choices have the keys while they are
//   open.
// - Enter does what the focused control is for: it presses a button, ticks a check box or a check mark in a
//   list, opens a box of choices, opens and closes a branch of a tree.
// - Up and Down are the control's: the next row, value or tab. Page Up and Page Down too.
// - Typing chooses nothing in lists and closed boxes of choices: a letter whose command sleeps in this mode
//   does nothing there, rather than something else.
// - A command with a key of the number pad gets it whatever else the plain digit means. (X11 takes the two
// for
//   the same key when it looks for shortcuts.)
#pragma once

#include <QObject>

class QAction;
class QKeyEvent;
class QWidget;

namespace kinelens::ui {

class KeyGuard : public QObject {
    Q_OBJECT
public:
    explicit KeyGuard(QWidget* window); // whose actions are the commands

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    bool belongs(const QWidget& widget) const;
    bool keeps(const QWidget& widget, const QKeyEvent& key) const; // from the shortcuts
    bool take(QWidget& widget, const QKeyEvent& key) const;        // the widget does not hear of it
    QAction* ofNumberPad(const QKeyEvent& key) const;

    QWidget* window_;
};

} // namespace kinelens::ui
