#include "ui/widgets/screen_keeper.h"

#include <QDockWidget>
#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QTimer>
#include <QWindow>

namespace kinelens::ui {
namespace {

void fitWindow(QWidget& window) {
    if (window.isMaximized() || window.isFullScreen() || window.isMinimized()) return;
    const QScreen* screen = window.screen();
    if (!screen) return;
    const QRect frame = window.frameGeometry();
    const QRect fitted = fittedInto(frame, screen->availableGeometry());
    if (fitted == frame) return;
    const QSize border = frame.size() - window.size();
    window.resize(fitted.size() - border);
    window.move(fitted.topLeft());
}

} // namespace

QRect fittedInto(QRect frame, const QRect& available) {
    frame.setSize(frame.size().boundedTo(available.size()));
    if (frame.right() > available.right()) frame.moveRight(available.right());
    if (frame.bottom() > available.bottom()) frame.moveBottom(available.bottom());
    if (frame.left() < available.left()) frame.moveLeft(available.left());
    if (frame.top() < available.top()) frame.moveTop(available.top());
    return frame;
}

ScreenKeeper::ScreenKeeper(QWidget& window, QSize least)
    : QObject(&window)
    , window_(window)
    , least_(least) {
    yield(); // said, or the window would grow with whatever its docks ask for
    window_.installEventFilter(this);
    for (QDockWidget* dock : window_.findChildren<QDockWidget*>())
        connect(dock, &QDockWidget::topLevelChanged, this, [this](bool floats) {
            // One that is being dragged is where the hand has it.
            if (floats && QGuiApplication::mouseButtons() == Qt::NoButton)
                QTimer::singleShot(0, this, &ScreenKeeper::fit);
        });
    connect(qApp, &QGuiApplication::screenRemoved, this,
            [this] { QTimer::singleShot(0, this, &ScreenKeeper::fit); });
}

void ScreenKeeper::yield() {
    if (const QScreen* screen = window_.screen())
        window_.setMinimumSize(
            least_.boundedTo(screen->availableSize() - (window_.frameGeometry().size() - window_.size())));
}

void ScreenKeeper::fit() {
    yield();
    fitWindow(window_);
    for (QDockWidget* dock : window_.findChildren<QDockWidget*>())
        if (dock->isFloating() && !dock->isHidden()) fitWindow(*dock);
}

// The native window, which tells of its screen, comes with the first show.
bool ScreenKeeper::eventFilter(QObject* target, QEvent* event) {
    if (event->type() == QEvent::Show && window_.windowHandle()) {
        follow(window_.screen());
        connect(window_.windowHandle(), &QWindow::screenChanged, this, &ScreenKeeper::follow,
                Qt::UniqueConnection);
    }
    return QObject::eventFilter(target, event);
}

void ScreenKeeper::follow(QScreen* screen) {
    if (screen == screen_) return;
    if (screen_) screen_->disconnect(this);
    screen_ = screen;
    if (!screen_) return;
    connect(screen_, &QScreen::availableGeometryChanged, this, &ScreenKeeper::fit);
    fit();
}

} // namespace kinelens::ui
