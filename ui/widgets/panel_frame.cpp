#include "ui/widgets/panel_frame.h"

namespace kinelens::ui {
namespace {

constexpr QSize largestMinimum(420, 280);

} // namespace

PanelFrame::PanelFrame(QWidget* panel, QWidget* parent)
    : ScrollPanel(panel, parent) {
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

QSize PanelFrame::minimumSizeHint() const {
    return widget()->minimumSizeHint().expandedTo(widget()->minimumSize()).boundedTo(largestMinimum);
}

} // namespace kinelens::ui
