// PanelFrame: what stands between a dock and its panel. A panel that gets less room than it needs is
// scrolled, so that neither it nor the window has to grow past the screen.
#pragma once

#include "ui/widgets/scroll_panel.h"

namespace kinelens::ui {

class PanelFrame : public ScrollPanel {
    Q_OBJECT
public:
    explicit PanelFrame(QWidget* panel, QWidget* parent = nullptr);

    // The panel's, up to what a small screen can give.
    QSize minimumSizeHint() const override;
};

} // namespace kinelens::ui
