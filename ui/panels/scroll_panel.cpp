#include "ui/panels/scroll_panel.h"

#include <QScrollBar>

namespace kinelens::ui {

ScrollPanel::ScrollPanel(QWidget* panel, QWidget* parent)
    : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(panel);
}

QSize ScrollPanel::minimumSizeHint() const {
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            QScrollArea::minimumSizeHint().height()};
}

QSize ScrollPanel::sizeHint() const {
    return widget()->sizeHint().expandedTo(minimumSizeHint());
}

} // namespace kinelens::ui
