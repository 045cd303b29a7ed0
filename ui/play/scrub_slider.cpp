#include "ui/play/scrub_slider.h"

#include "viz/palette/qt_theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kinelens::ui {
namespace {
constexpr double groove_margin = 8;
constexpr double handleRadius = 6;
} // namespace

ScrubSlider::ScrubSlider(Playhead& playhead, QWidget* parent)
    : QAbstractSlider(parent)
    , playhead_(playhead)
    , drag_(playhead) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Frame"));
    setToolTip(
        tr("Drag to move through the sequence, with Shift to draw the loop range (I and O set its ends)"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&playhead_, &Playhead::sequenceChanged, this, [this] {
        setRange(0, static_cast<int>(std::max<qint64>(playhead_.frames() - 1, 0)));
        setPageStep(10);
        setEnabled(playhead_.frames() > 1);
    });
    connect(&playhead_, &Playhead::frameChanged, this,
            [this](qint64 frame) { setValue(static_cast<int>(frame)); });
    connect(&playhead_, &Playhead::loopChanged, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractSlider::valueChanged, this, [this](int value) {
        if (value != playhead_.frame()) playhead_.setFrame(value);
    });
    setEnabled(playhead_.frames() > 1);
}

double ScrubSlider::xOf(double frame) const {
    return groove_margin + (width() - 2 * groove_margin) * frame / std::max(1, maximum());
}

qint64 ScrubSlider::frameAt(double x) const {
    const double share = (x - groove_margin) / std::max(1.0, width() - 2 * groove_margin);
    return std::llround(std::clamp(share, 0.0, 1.0) * maximum());
}

void ScrubSlider::paintEvent(QPaintEvent*) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = height() / 2.0;
    auto bar = [&](double from, double to, double half, const QColor& colour) {
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(from, middle - half, std::max(0.0, to - from), 2 * half), half, half);
    };
    bar(groove_margin, width() - groove_margin, 2, viz::to_qcolor(colours.border));
    if (!isEnabled()) return;
    if (playhead_.looping() && playhead_.ranged())
        bar(xOf(static_cast<double>(playhead_.loopIn())), xOf(static_cast<double>(playhead_.loopOut() - 1)),
            5, viz::to_qcolor(colours.accent, 70));
    const double at = xOf(value());
    bar(groove_margin, at, 2, viz::to_qcolor(colours.accent));
    painter.setBrush(viz::to_qcolor(colours.accent));
    painter.drawEllipse(QPointF(at, middle), handleRadius, handleRadius);
}

void ScrubSlider::mousePressEvent(QMouseEvent* event) {
    drag_.press(*event, frameAt(event->position().x()));
}

void ScrubSlider::mouseMoveEvent(QMouseEvent* event) {
    drag_.move(*event, frameAt(event->position().x()));
}

void ScrubSlider::mouseReleaseEvent(QMouseEvent* event) {
    drag_.release(*event);
}

void ScrubSlider::hideEvent(QHideEvent* event) {
    QAbstractSlider::hideEvent(event);
    drag_.giveUp();
}

void ScrubSlider::wheelEvent(QWheelEvent* event) {
    playhead_.stepFrames(event->angleDelta().y() > 0 ? -1 : 1);
    event->accept();
}

} // namespace kinelens::ui
