#include "ui/commands/focus_walk.h"

#include <QScrollArea>

namespace kinelens::ui {

bool isReachable(const QWidget& control) {
    QRect rest = control.rect(); // of it in view
    for (const QWidget* inner = &control; !inner->isWindow() && !rest.isEmpty();) {
        const QWidget* outer = inner->parentWidget();
        const auto* area = qobject_cast<const QAbstractScrollArea*>(outer->parentWidget());
        const bool scrolls = area && area->viewport() == outer;
        rest = scrolls ? outer->rect() : rest.translated(inner->pos()) & outer->rect();
        inner = outer;
    }
    return !rest.isEmpty();
}

void bringIntoView(QWidget& control) {
    for (QWidget* outer = control.parentWidget(); outer; outer = outer->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(outer)) area->ensureWidgetVisible(&control);
}

} // namespace kinelens::ui
