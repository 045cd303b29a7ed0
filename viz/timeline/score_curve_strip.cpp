#include "viz/timeline/score_curve_strip.h"

#include "viz/palette/class_numbers.h"
#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace kinelens::viz {
namespace {
constexpr int most_curves = 4;
constexpr qsizetype most_fine_points = 400;
constexpr int chooseMilliseconds = 150;
constexpr double curve_margin = 6;
} // namespace

ScoreCurveStrip::ScoreCurveStrip(TimeRange& range, QWidget* parent)
    : TimeStrip(range, tr("Score curves"), parent) {
    setToolTip(tr("The surest classes at the cursor; lines across are the thresholds"));
    choosing_.setSingleShot(true);
    choosing_.setInterval(chooseMilliseconds);
    connect(&choosing_, &QTimer::timeout, this, &ScoreCurveStrip::choose);
    connect(&range, &TimeRange::cursorChanged, this, [this] {
        if (scores_.track && !choosing_.isActive()) choosing_.start();
    });
}

void ScoreCurveStrip::setScores(const ShownScores& scores) {
    scores_ = scores;
    choose();
}

void ScoreCurveStrip::setThresholds(std::vector<double> thresholds) {
    if (thresholds == thresholds_) return;
    thresholds_ = std::move(thresholds);
    invalidate();
}

void ScoreCurveStrip::choose() {
    rows_ = scores_.track ? scores_.track->order_at(range().cursor()) : std::vector<int>();
    rows_.resize(std::min<std::size_t>(rows_.size(), most_curves));
    invalidate();
}

double ScoreCurveStrip::yOf(double score) const {
    return height() - curve_margin - std::clamp(score, 0.0, 1.0) * (height() - 2 * curve_margin);
}

void ScoreCurveStrip::drawGround(QPainter& painter) const {
    const Palette palette = colours();
    const QRectF place = stage();
    painter.fillRect(QRectF(0, 0, place.left() - 1, height()), to_qcolor(palette.panel));
    painter.fillRect(QRectF(place.left() - 1, 0, 1, height()), to_qcolor(palette.border));
    for (const double score : {0.0, 0.5, 1.0})
        painter.fillRect(QRectF(place.left(), std::round(yOf(score)), place.width(), 1),
                         to_qcolor(palette.grid));
    for (std::size_t i = 0; i < thresholds_.size(); ++i) {
        QPen pen(to_qcolor(palette.error), 1);
        if (i > 0) pen.setDashPattern({4, 3});
        painter.setPen(pen);
        const double y = std::round(yOf(thresholds_[i])) + 0.5;
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    }
}

void ScoreCurveStrip::drawCurve(QPainter& painter, int row, int rank) const {
    const QRectF place = stage();
    QPolygonF line;
    if (range().span() >= place.width()) {
        std::vector<float> highest(static_cast<std::size_t>(place.width()));
        scores_.track->columns(row, range().first(), range().span(), highest);
        for (std::size_t x = 0; x < highest.size(); ++x)
            line << QPointF(place.left() + static_cast<double>(x), yOf(static_cast<double>(highest[x])));
    } else {
        const auto first = static_cast<std::int64_t>(std::floor(range().first())) - 1;
        const auto last =
            std::min(static_cast<std::int64_t>(std::ceil(range().last())) + 1, range().frames());
        for (std::int64_t frame = std::max<std::int64_t>(first, 0); frame < last; ++frame)
            line << QPointF(xOf(static_cast<double>(frame) + 0.5),
                            yOf(static_cast<double>(scores_.track->at(row, frame))));
    }
    const bool fine = line.size() < most_fine_points;
    painter.setRenderHint(QPainter::Antialiasing, fine);
    const int label = scores_.labels[static_cast<std::size_t>(row)];
    QPen pen(to_qcolor(label_colour(label, colours().theme)),
             fine ? (rank == 0 ? 2 : 1.25) : 0); // a hair line where points are dense
    painter.setPen(pen);
    painter.drawPolyline(line);
}

void ScoreCurveStrip::paintContent(QPainter& painter) {
    drawGround(painter);
    if (!scores_.track || range().frames() == 0) return;
    const Palette palette = colours();
    const QRectF place = stage();
    painter.save();
    painter.setClipRect(place);
    for (auto rank = static_cast<int>(rows_.size()) - 1; rank >= 0; --rank)
        drawCurve(painter, rows_[static_cast<std::size_t>(rank)], rank);
    painter.restore();
    const double line = fontMetrics().height();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const double top = 2 + static_cast<double>(i) * line;
        if (top + line > height()) break;
        const auto row = static_cast<std::size_t>(rows_[i]);
        painter.fillRect(QRectF(8, top + line / 2 - 1, 10, i == 0 ? 3 : 2),
                         to_qcolor(label_colour(scores_.labels[row], palette.theme)));
        const double room = place.left() - 32;
        painter.setPen(to_qcolor(palette.text));
        painter.drawText(QRectF(22, top, room, line), Qt::AlignLeft | Qt::AlignVCenter,
                         fitting_name(scores_.names[row], fontMetrics(), room));
    }
}

// Names may be cut beside the curves.
QString ScoreCurveStrip::tipAt(const QPointF& place) const {
    const auto i = static_cast<std::size_t>(std::max(0.0, (place.y() - 2) / fontMetrics().height()));
    if (!scores_.track || place.x() >= stage().left() || i >= rows_.size()) return toolTip();
    return QString::fromStdString(scores_.names[static_cast<std::size_t>(rows_[i])]);
}

} // namespace kinelens::viz
