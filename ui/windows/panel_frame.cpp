#include "ui/windows/panel_frame.h"

#include <QEvent>

namespace kinelens::ui {
namespace {

constexpr QSize largestMinimum(420, 280);

} // namespace

PanelFrame::PanelFrame(QWidget* panel, QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(panel);
    panel->installEventFilter(this);
}

QSize PanelFrame::minimumSizeHint() const {
    return widget()->minimumSizeHint().expandedTo(widget()->minimumSize()).boundedTo(largestMinimum);
}

QSize PanelFrame::sizeHint() const {
    return widget()->sizeHint().expandedTo(minimumSizeHint());
}

// A scroll area does not hand on that its widget wants another size.
bool PanelFrame::eventFilter(QObject* target, QEvent* event) {
    if (target == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(target, event);
}

} // namespace kinelens::ui
