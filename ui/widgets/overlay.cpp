#include "ui/widgets/overlay.h"

#include <QEvent>
#include <QWidget>
#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr int overlay_margin = 8;

class Overlay : public QObject {
public:
    Overlay(QWidget& widget, QWidget& host, const QSize& size)
        : QObject(&widget)
        , widget_(widget)
        , host_(host)
        , size_(size) {
        const bool hidden = widget.isHidden();
        widget.setParent(&host);
        widget.setAutoFillBackground(true);
        widget.setVisible(!hidden);
        widget.installEventFilter(this);
        host.installEventFilter(this);
        place();
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto type = event->type();
        if (watched == &host_ && type == QEvent::Resize) place();
        if (watched == &widget_ && (type == QEvent::Show || type == QEvent::LayoutRequest)) place();
        return false;
    }

private:
    void place() {
        const QSize room = host_.size();
        QSize size = size_.boundedTo(room - QSize(2 * overlay_margin, 2 * overlay_margin));
        QPoint corner(room.width() - size.width() - overlay_margin,
                      room.height() - size.height() - overlay_margin);
        if (size_.isEmpty()) {
            const int height = widget_.hasHeightForWidth() ? widget_.heightForWidth(room.width())
                                                           : widget_.sizeHint().height();
            size = QSize(room.width(), std::min(height, room.height()));
            corner = QPoint(0, room.height() - size.height());
        }
        widget_.setGeometry(QRect(corner, size));
        widget_.raise();
    }

    QWidget& widget_;
    QWidget& host_;
    QSize size_;
};

} // namespace

void layOver(QWidget& widget, QWidget& host, const QSize& size) {
    new Overlay(widget, host, size);
}

} // namespace kinelens::ui
