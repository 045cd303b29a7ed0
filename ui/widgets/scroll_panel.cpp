#include "ui/widgets/scroll_panel.h"

#include <QEvent>
#include <QScrollBar>

namespace kinelens::ui {

ScrollPanel::ScrollPanel(QWidget* panel, QWidget* parent)
    : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(panel);
    panel->installEventFilter(this);
}

QSize ScrollPanel::minimumSizeHint() const {
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            QScrollArea::minimumSizeHint().height()};
}

QSize ScrollPanel::sizeHint() const {
    return widget()->sizeHint().expandedTo(minimumSizeHint());
}

// A scroll area does not hand on that its widget wants another size.
bool ScrollPanel::eventFilter(QObject* target, QEvent* event) {
    if (target == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(target, event);
}

} // namespace kinelens::ui
