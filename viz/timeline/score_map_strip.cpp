#include "viz/timeline/score_map_strip.h"

#include "viz/palette/class_numbers.h"
#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"
#include "viz/timeline/time_ticks.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens::viz {
namespace {

constexpr int sortMilliseconds = 150;

// From the ground to the accent: one hue, so that every kind of colour vision sees the order.
std::array<QRgb, 256> shades(const Palette& colours) {
    std::array<QRgb, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = to_qcolor(mix(colours.base, colours.accent, static_cast<double>(i) / 255)).rgb();
    return table;
}

} // namespace

ScoreMapStrip::ScoreMapStrip(TimeRange& range, QWidget* parent)
    : TimeStrip(range, tr("Scores of all classes"), parent) {
    sorting_.setSingleShot(true);
    sorting_.setInterval(sortMilliseconds);
    connect(&sorting_, &QTimer::timeout, this, &ScoreMapStrip::sort);
    connect(&range, &TimeRange::cursorChanged, this, &ScoreMapStrip::sortLater);
}

void ScoreMapStrip::setScores(const ShownScores& scores) {
    scores_ = scores;
    imageSpan_ = -1;
    sort();
    invalidate();
}

void ScoreMapStrip::sortLater() {
    if (scores_.track && !sorting_.isActive()) sorting_.start();
}

void ScoreMapStrip::sort() {
    auto order = scores_.track ? scores_.track->order_at(range().cursor()) : std::vector<int>();
    const bool same = order == order_;
    order_ = std::move(order);
    if (!same || isVisible()) invalidate(); // the numbers follow the cursor also where the order stays
}

double ScoreMapStrip::rowHeight() const {
    const double classes = std::max<double>(1, static_cast<double>(order_.size()));
    return std::clamp(height() / classes, fontMetrics().height() * 1.0, 28.0);
}

int ScoreMapStrip::rowsShown() const {
    const int all = static_cast<int>(order_.size());
    const int fit = std::max(1, static_cast<int>(height() / rowHeight()));
    return fit >= all ? all : std::max(1, fit - 1); // the last line tells how many are left out
}

void ScoreMapStrip::drawImage() {
    const int columns = static_cast<int>(std::ceil(stage().width() * devicePixelRatio()));
    if (image_.width() == columns && imageFirst_ == range().first() && imageSpan_ == range().span() &&
        image_.height() == scores_.track->classes())
        return;
    const auto table = shades(colours());
    image_ = QImage(columns, scores_.track->classes(), QImage::Format_RGB32);
    std::vector<float> highest(static_cast<std::size_t>(columns));
    for (int row = 0; row < image_.height(); ++row) {
        scores_.track->columns(row, range().first(), range().span(), highest);
        auto* line = reinterpret_cast<QRgb*>(image_.scanLine(row));
        for (std::size_t x = 0; x < highest.size(); ++x)
            line[x] = table[static_cast<std::size_t>(std::clamp(highest[x], 0.0F, 1.0F) * 255)];
    }
    imageFirst_ = range().first();
    imageSpan_ = range().span();
}

void ScoreMapStrip::paintContent(QPainter& painter) {
    const Palette palette = colours();
    const QRectF place = stage();
    painter.fillRect(QRectF(0, 0, place.left() - 1, height()), to_qcolor(palette.panel));
    painter.fillRect(QRectF(place.left() - 1, 0, 1, height()), to_qcolor(palette.border));
    if (!scores_.track || range().frames() == 0) return;
    drawImage();
    const double high = rowHeight();
    const double numbers = fontMetrics().horizontalAdvance(QStringLiteral("0.00")) + 8;
    const int shown = rowsShown();
    for (int i = 0; i < shown; ++i) {
        const int row = order_[static_cast<std::size_t>(i)];
        const double top = i * high;
        painter.drawImage(QRectF(place.left(), top, place.width(), high - 1), image_,
                          QRectF(0, row, image_.width(), 1));
        const auto index = static_cast<std::size_t>(row);
        painter.fillRect(QRectF(8, top + high / 2 - 4, 8, 8),
                         to_qcolor(label_colour(scores_.labels[index], palette.theme)));
        const double room = place.left() - numbers - 28;
        painter.setPen(to_qcolor(palette.text));
        painter.drawText(QRectF(22, top, room, high), Qt::AlignLeft | Qt::AlignVCenter,
                         fitting_name(scores_.names[index], fontMetrics(), room));
        painter.setPen(to_qcolor(palette.muted_text));
        painter.drawText(QRectF(place.left() - numbers - 4, top, numbers, high),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(scores_.track->at(row, range().cursor()), 'f', 2));
    }
    if (shown == static_cast<int>(order_.size())) return;
    painter.setPen(to_qcolor(palette.muted_text));
    painter.drawText(QRectF(8, shown * high, place.left() - 16, high), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("and %1 that are less sure").arg(static_cast<int>(order_.size()) - shown));
}

QString ScoreMapStrip::tipAt(const QPointF& place) const {
    if (!scores_.track || place.x() >= stage().right()) return {};
    const int i = static_cast<int>(place.y() / rowHeight());
    if (i < 0 || i >= rowsShown()) return {};
    const int row = order_[static_cast<std::size_t>(i)];
    if (place.x() < stage().left())
        return QString::fromStdString(scores_.names[static_cast<std::size_t>(row)]);
    const std::int64_t frame = wholeFrameAt(place.x());
    return tr("%1: %2 at %3, frame %4")
        .arg(QString::fromStdString(scores_.names[static_cast<std::size_t>(row)]))
        .arg(static_cast<double>(scores_.track->at(row, frame)), 0, 'f', 3)
        .arg(clock_text(static_cast<double>(frame) / range().frameRate(), 2))
        .arg(frame);
}

void ScoreMapStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) imageSpan_ = -1;
    TimeStrip::changeEvent(event);
}

} // namespace kinelens::viz
