// PanelFrame: what stands between a dock and its panel. A panel that gets less room than it needs is
// scrolled, so that neither it nor the window has to grow past the screen.
#pragma once

#include <QScrollArea>

namespace kinelens::ui {

class PanelFrame : public QScrollArea {
    Q_OBJECT
public:
    explicit PanelFrame(QWidget* panel, QWidget* parent = nullptr);

    // The panel's, up to what a small screen can give.
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject* target, QEvent* event) override;
};

} // namespace kinelens::ui
