#include "ui/widgets/toast.h"

#include "ui/widgets/boxes.h"

#include "viz/palette/qt_theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <utility>

namespace kinelens::ui {
namespace {
constexpr int margin = 12;
constexpr int widest = 640;
constexpr double radius = 6;
} // namespace

Toast::Toast(QWidget* window, std::function<int()> floor)
    : QFrame(window)
    , floor_(std::move(floor))
    , text_(new QLabel(this))
    , action_(new QPushButton(this))
    , close_(new QToolButton(this)) {
    text_->setTextFormat(Qt::PlainText);
    close_->setAutoRaise(true);
    close_->setText(QStringLiteral("✕"));
    close_->setToolTip(tr("Dismiss this message"));
    close_->setAccessibleName(tr("Dismiss"));
    auto* layout = makeRow(this, {16, 8, 8, 8}, 12);
    layout->addWidget(text_, 1);
    layout->addWidget(action_);
    layout->addWidget(close_);
    timer_.setSingleShot(true);
    timer_.setInterval(seconds * 1000);
    connect(&timer_, &QTimer::timeout, this, [this] { attended() ? timer_.start() : dismiss(); });
    connect(close_, &QToolButton::clicked, this, &Toast::dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        const auto act = callback_;
        dismiss(); // first: what it does may have something to tell itself
        if (act) act();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::tell(const QString& text) {
    tell(text, {}, {});
}

void Toast::tell(const QString& text, const QString& button, std::function<void()> action) {
    whole_ = text;
    callback_ = std::move(action);
    action_->setText(button);
    action_->setVisible(callback_ != nullptr);
    setAccessibleName(text);
    text_->setToolTip(text);
    show();
    place();
    raise();
    timer_.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Toast::text() const {
    return whole_;
}

void Toast::dismiss() {
    timer_.stop();
    callback_ = {};
    hide();
}

bool Toast::attended() const {
    return underMouse() || isAncestorOf(QApplication::focusWidget());
}

// In the middle, right above what it may not cover; a text that is too long loses its middle.
void Toast::place() {
    const int most = std::min(widest, parentWidget()->width() - 2 * margin);
    text_->setText(whole_);
    const int excess = sizeHint().width() - most;
    if (excess > 0)
        text_->setText(text_->fontMetrics().elidedText(
            whole_, Qt::ElideMiddle, text_->fontMetrics().horizontalAdvance(whole_) - excess));
    layout()->activate();
    const QSize size(std::min(sizeHint().width(), most), sizeHint().height());
    setGeometry(
        QRect(QPoint((parentWidget()->width() - size.width()) / 2, floor_() - margin - size.height()), size));
}

bool Toast::eventFilter(QObject* target, QEvent* event) {
    const bool moves = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    if (target == parentWidget() && moves && isVisible())
        QMetaObject::invokeMethod(this, &Toast::place, Qt::QueuedConnection); // once the bars stand
    return QFrame::eventFilter(target, event);
}

// Ground and frame of the theme, lifted off what lies below by the accent.
void Toast::paintEvent(QPaintEvent*) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(viz::to_qcolor(colours.accent), 1));
    painter.setBrush(viz::to_qcolor(colours.panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace kinelens::ui
