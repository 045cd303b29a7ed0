#include "ui/explore/ramp_bar.h"

#include "viz/charts/point_marks.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>

namespace kinelens::ui {
namespace {
constexpr int barHeight = 12;
}

RampBar::RampBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RampBar::sizeHint() const {
    return {160, barHeight + 4 + fontMetrics().height()};
}

void RampBar::setRange(const QString& low, const QString& high) {
    low_ = low;
    high_ = high;
    setAccessibleName(tr("Colours from %1 to %2").arg(low, high));
    update();
}

void RampBar::paintEvent(QPaintEvent*) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    QPainter painter(this);
    const double step = static_cast<double>(width()) / viz::ramp_steps;
    for (int i = 0; i < viz::ramp_steps; ++i)
        painter.fillRect(QRectF(i * step, 0, step + 1, barHeight),
                         viz::to_qcolor(viz::ramp_colour(i / (viz::ramp_steps - 1.0), colours.theme)));
    painter.setPen(viz::to_qcolor(colours.text));
    const QRect text(0, barHeight + 4, width(), fontMetrics().height());
    painter.drawText(text, Qt::AlignLeft, low_);
    painter.drawText(text, Qt::AlignRight, high_);
}

} // namespace kinelens::ui
