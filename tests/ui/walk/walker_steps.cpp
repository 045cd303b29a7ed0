// What the walker does: each step as a hand on mouse or keyboard would, as far as Qt lets it.
#include "tests/ui/walk/walker.h"
#include "ui/state/selection.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QScreen>
#include <QTabBar>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

namespace kinelens::walk {

QSet<QString> Walker::shown() const {
    QSet<QString> names;
    for (const QDockWidget* dock : window_->findChildren<QDockWidget*>())
        if (!dock->isHidden()) names << dock->objectName();
    return names;
}

void Walker::note() {
    const QString mode = window_->modes().mode();
    if (!mode.isEmpty()) left_[mode] = shown();
}

QDockWidget* Walker::anyDock() {
    const auto docks = window_->findChildren<QDockWidget*>();
    return docks[any(static_cast<int>(docks.size()))];
}

void Walker::enterMode() {
    const QString mode = ui::ModeArrangements::modes()[any(5)];
    lately_.back() = mode;
    const bool same = window_->modes().mode() == mode;
    QAction* action = desktop_->actions.action(QStringLiteral("mode.") + mode);
    auto* bar = window_->findChild<QToolBar*>(QStringLiteral("modes"));
    QTest::mouseClick(bar->widgetForAction(action), Qt::LeftButton);
    settle();
    if (window_->modes().mode() != mode) return tell(QStringLiteral("%1 is not entered").arg(mode));
    if (same || !left_.contains(mode) || shown() == left_[mode]) return;
    const QSet<QString> now = shown();
    tell(QStringLiteral("%1 shows %2, and was left with %3")
             .arg(mode, QStringList(now.begin(), now.end()).join(' '),
                  QStringList(left_[mode].begin(), left_[mode].end()).join(' ')));
}

void Walker::useDock() {
    QDockWidget* dock = anyDock();
    if (window_->modes().mode().isEmpty()) return;
    lately_.back() = QStringLiteral("toggle %1").arg(dock->objectName());
    dock->toggleViewAction()->trigger();
}

void Walker::moveDock() {
    QDockWidget* dock = anyDock();
    if (dock->isHidden()) return;
    const int how = any(4);
    lately_.back() = QStringLiteral("move %1 (%2)").arg(dock->objectName()).arg(how);
    if (how == 0) return dock->setFloating(!dock->isFloating());
    if (how == 1) {
        static constexpr Qt::DockWidgetArea areas[] = {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
                                                       Qt::BottomDockWidgetArea};
        return window_->addDockWidget(areas[any(3)], dock);
    }
    QDockWidget* other = anyDock();
    if (other == dock || other->isHidden() || other->isFloating() || dock->isFloating()) return;
    if (how == 2) return window_->tabifyDockWidget(other, dock);
    window_->splitDockWidget(other, dock, any(2) == 0 ? Qt::Horizontal : Qt::Vertical);
}

void Walker::resetMode() {
    lately_.back() = QStringLiteral("reset");
    desktop_->actions.action(QStringLiteral("view.reset"))->trigger();
}

void Walker::resizeWindow() {
    const QSize screen = window_->screen()->availableSize();
    const QSize least = window_->minimumSize();
    const QSize wanted(least.width() + any(std::max(screen.width() - least.width(), 0) + 1),
                       least.height() + any(std::max(screen.height() - least.height(), 0) + 1));
    lately_.back() = QStringLiteral("resize %1x%2").arg(wanted.width()).arg(wanted.height());
    window_->resize(wanted);
    window_->move(0, 0);
    settle();
    size_ = wanted;
}

void Walker::pressKey() {
    static constexpr Qt::Key keys[] = {
        Qt::Key_Space, Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Home, Qt::Key_End,   Qt::Key_I,
        Qt::Key_O,     Qt::Key_L,      Qt::Key_N,      Qt::Key_S,    Qt::Key_Comma, Qt::Key_R,
        Qt::Key_Tab,   Qt::Key_Down,   Qt::Key_Up,     Qt::Key_H,    Qt::Key_U,     Qt::Key_G,
        Qt::Key_M,     Qt::Key_Escape, Qt::Key_Return, Qt::Key_1,    Qt::Key_F,     Qt::Key_C,
        Qt::Key_Plus,  Qt::Key_B};
    static constexpr Qt::KeyboardModifiers with[] = {{}, {}, {}, Qt::ShiftModifier};
    const Qt::Key key = keys[any(static_cast<int>(std::size(keys)))];
    const Qt::KeyboardModifiers modifiers = with[any(4)];
    lately_.back() = QStringLiteral("key ") + QKeySequence(QKeyCombination(modifiers, key)).toString();
    QTest::keyClick(window_->windowHandle(), key, modifiers);
}

QWidget* Walker::anyControl() {
    QList<QWidget*> controls;
    for (QWidget* widget : window_->findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QTabBar*>(widget) ||
                             qobject_cast<QComboBox*>(widget);
        // A closed dock's place is the arrangement's matter: see useDock.
        const bool ofDock = qobject_cast<QDockWidget*>(widget->parentWidget());
        if (control && !ofDock && widget->isEnabled() && !widget->visibleRegion().isEmpty())
            controls << widget;
    }
    return controls.isEmpty() ? nullptr : controls[any(static_cast<int>(controls.size()))];
}

void Walker::clickControl() {
    QWidget* control = anyControl();
    if (!control) return;
    auto* button = qobject_cast<QAbstractButton*>(control);
    lately_.back() = QStringLiteral("click %1 %2")
                         .arg(QLatin1String(control->metaObject()->className()),
                              button ? button->text() : control->accessibleName());
    if (auto* box = qobject_cast<QComboBox*>(control)) {
        if (box->count() == 0) return;
        QTest::keyClick(box, any(2) == 0 ? Qt::Key_Down : Qt::Key_Up);
        return;
    }
    if (auto* tabs = qobject_cast<QTabBar*>(control))
        return tabs->setCurrentIndex(any(std::max(tabs->count(), 1)));
    QTest::mouseClick(control, Qt::LeftButton);
}

void Walker::openFiles() {
    if (places_.files.isEmpty()) return;
    const QString file = places_.files[any(static_cast<int>(places_.files.size()))];
    lately_.back() = QStringLiteral("open %1").arg(file.section('/', -1));
    window_->openPaths({file});
    settle(300);
}

void Walker::undoOrRedo() {
    const bool undo = any(3) > 0;
    lately_.back() = undo ? QStringLiteral("undo") : QStringLiteral("redo");
    QTest::keyClick(window_->windowHandle(), Qt::Key_Z,
                    undo ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
}

void Walker::chooseSequence() {
    const ui::OpenDatasetPtr open = desktop_->datasets.dataset();
    if (!open || open->sequences.empty()) return;
    const auto row = static_cast<std::size_t>(any(static_cast<int>(open->sequences.size())));
    const QString name = QString::fromStdString(open->sequences[row].name);
    lately_.back() = QStringLiteral("choose ") + name;
    desktop_->selection.setCurrent(name);
    settle(100);
}

void Walker::changeTheme() {
    theme_ = theme_ == ui::ThemeChoice::dark ? ui::ThemeChoice::light : ui::ThemeChoice::dark;
    lately_.back() = QStringLiteral("theme");
    keeper_->force(theme_);
}

void Walker::restart() {
    lately_.back() = QStringLiteral("restart");
    const QString mode = window_->modes().mode();
    note();
    window_->close();
    window_.reset();
    keeper_.reset();
    desktop_.reset();
    open();
    if (window_->modes().mode() != mode)
        return tell(QStringLiteral("%1 was left, %2 is found").arg(mode, window_->modes().mode()));
    if (!mode.isEmpty() && shown() != left_[mode]) tell(QStringLiteral("%1 is not as it was left").arg(mode));
}

void Walker::visitStartPage() {
    lately_.back() = QStringLiteral("start page");
    desktop_->actions.action(QStringLiteral("file.start"))->trigger();
}

} // namespace kinelens::walk
