#include "ui/windows/mode_focus.h"

#include "ui/commands/focus_walk.h"
#include "ui/windows/mode_arrangements.h"

#include <QEvent>

namespace kinelens::ui {

// Once the docks have found their places.
ModeFocus::ModeFocus(ModeArrangements& modes, Views views)
    : QObject(&modes)
    , modes_(modes)
    , views_(std::move(views)) {
    connect(&modes_, &ModeArrangements::modeChanged, this, &ModeFocus::give, Qt::QueuedConnection);
    for (const QList<QWidget*>& ofMode : views_)
        for (QWidget* view : ofMode)
            if (view) view->installEventFilter(this);
}

// What stood there while there was nothing to show hands on to the main view.
bool ModeFocus::eventFilter(QObject* view, QEvent* event) {
    const QList<QWidget*> now = views_.value(modes_.mode());
    const QWidget* window = static_cast<QWidget*>(view)->window(); // which need not be the active one yet
    if (event->type() == QEvent::Show && now.contains(static_cast<QWidget*>(view)) && given_ &&
        window->focusWidget() == given_)
        QMetaObject::invokeMethod(this, &ModeFocus::give, Qt::QueuedConnection);
    return QObject::eventFilter(view, event);
}

QWidget* ModeFocus::viewOf(const QString& mode) const {
    for (QWidget* view : views_.value(mode)) {
        if (!view) continue;
        const QWidget* window = view->window();
        if (view->isVisibleTo(window) && (!window->isVisible() || isReachable(*view))) return view;
    }
    return nullptr;
}

void ModeFocus::give() {
    QWidget* view = viewOf(modes_.mode());
    given_ = view;
    if (view) view->setFocus(Qt::OtherFocusReason);
}

} // namespace kinelens::ui
