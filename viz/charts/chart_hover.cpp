#include "viz/charts/chart_hover.h"

#include "viz/palette/qt_theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace kinelens::viz {
namespace {

struct ChartHoverWords {
    Q_DECLARE_TR_FUNCTIONS(ChartHover)
};

constexpr QMargins padding{8, 6, 8, 6};
constexpr int beside_mouse = 12;
constexpr int hover_edge = 2;
constexpr double width_share = 0.7,
                 height_share = 0.6;       // of the chart: the lines are to be seen beside the box
constexpr int narrow = 180, few_lines = 4; // where the chart is small the box may take more

QString value_text(double shown, double raw) {
    const QString value = QString::number(shown, 'g', 5);
    return shown == raw || !std::isfinite(raw)
               ? value
               : value + QStringLiteral(" (%1)").arg(QString::number(raw, 'g', 5));
}

} // namespace

ChartHover::ChartHover(QCustomPlot* plot)
    : plot_(plot)
    , line_(new QCPItemStraightLine(plot))
    , box_(new QCPItemText(plot)) {
    plot_->addLayer(QStringLiteral("hover"), plot_->layer(QStringLiteral("main")), QCustomPlot::limAbove);
    plot_->layer(QStringLiteral("hover"))->setMode(QCPLayer::lmBuffered);
    line_->setLayer(QStringLiteral("hover"));
    box_->setLayer(QStringLiteral("hover"));
    box_->position->setType(QCPItemPosition::ptAbsolute);
    box_->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    box_->setTextAlignment(Qt::AlignLeft);
    box_->setPadding(padding);
    box_->setClipToAxisRect(false);
    line_->setVisible(false);
    box_->setVisible(false);
}

void ChartHover::applyTheme(const Palette& colours, const QFont& font) {
    line_->setPen(QPen(to_qcolor(colours.axis), 1, Qt::DashLine));
    box_->setBrush(to_qcolor(colours.panel, 235));
    box_->setPen(QPen(to_qcolor(colours.border), 1));
    box_->setColor(to_qcolor(colours.text));
    box_->setFont(font);
}

void ChartHover::show(const QPoint& place, const std::vector<ChartSeries>& series,
                      const std::vector<std::vector<double>>& shown) {
    std::vector<Row> rows;
    const double wanted = plot_->xAxis->pixelToCoord(place.x());
    double at = wanted;
    for (std::size_t s = 0; plot_->axisRect()->rect().contains(place) && s < series.size(); ++s) {
        if (series[s].x.empty()) continue;
        const std::size_t i = nearest(series[s].x, wanted);
        at = series[s].x[i];
        const double pixel = (series[s].percent ? plot_->yAxis2 : plot_->yAxis)->coordToPixel(shown[s][i]);
        rows.push_back(
            {QString::fromStdString(series[s].name),
             value_text(shown[s][i], series[s].y[i]) + (series[s].percent ? QStringLiteral(" %") : QString()),
             std::isfinite(pixel) ? std::abs(pixel - place.y()) : plot_->height()});
    }
    if (rows.empty()) return hide();
    mouse_ = place;
    line_->point1->setType(QCPItemPosition::ptPlotCoords);
    line_->point1->setCoords(at, 0);
    line_->point2->setCoords(at, 1);
    line_->setVisible(true);
    box_->setVisible(true);
    write(plot_->xAxis->label() + QLatin1Char(' ') + QString::number(at, 'g', 6), std::move(rows), place);
    plot_->layer(QStringLiteral("hover"))->replot();
}

void ChartHover::follow(const std::vector<ChartSeries>& series,
                        const std::vector<std::vector<double>>& shown) {
    if (box_->visible()) show(mouse_, series, shown);
}

void ChartHover::hide() {
    if (!box_->visible()) return;
    line_->setVisible(false);
    box_->setVisible(false);
    plot_->layer(QStringLiteral("hover"))->replot();
}

void ChartHover::write(const QString& heading, std::vector<Row> rows, const QPoint& place) {
    const QRect seen = plot_->isVisible() ? plot_->visibleRegion().boundingRect() : plot_->rect();
    const QRect room = seen.marginsRemoved({hover_edge, hover_edge, hover_edge, hover_edge});
    const QString text =
        fitted(heading, std::move(rows), room.marginsRemoved(padding).size()).join(QLatin1Char('\n'));
    box_->setText(text);
    const QSize size = QFontMetrics(box_->font())
                           .boundingRect(QRect(), Qt::AlignLeft | Qt::TextDontClip, text)
                           .size()
                           .grownBy(padding);
    int left = place.x() + beside_mouse;
    if (left + size.width() > room.right()) left = place.x() - beside_mouse - size.width();
    const QPoint corner(std::clamp(left, room.left(), std::max(room.left(), room.right() - size.width())),
                        std::clamp(plot_->axisRect()->top() + padding.top(), room.top(),
                                   std::max(room.top(), room.bottom() - size.height())));
    box_->position->setCoords(corner);
}

// The rows that have room, in the chart's order, each no wider than there is room for.
QStringList ChartHover::fitted(const QString& heading, std::vector<Row> rows, QSize room) const {
    const QFontMetrics metrics(box_->font());
    const int most = std::max(2, room.height() / metrics.lineSpacing());
    const auto lines =
        static_cast<std::size_t>(std::clamp(int(most * height_share), std::min(few_lines, most), most));
    const int width = std::min(room.width(), std::max(narrow, int(room.width() * width_share)));
    const std::size_t all = rows.size();
    if (all + 1 > lines) {
        const std::size_t kept = lines > 2 ? lines - 2 : 1;
        std::vector<double> distances;
        for (const Row& row : rows) distances.push_back(row.distance);
        std::nth_element(distances.begin(), distances.begin() + std::ptrdiff_t(kept - 1), distances.end());
        std::erase_if(rows, [&](const Row& row) { return row.distance > distances[kept - 1]; });
        rows.resize(std::min(rows.size(), kept));
    }
    QStringList texts{metrics.elidedText(heading, Qt::ElideMiddle, width)};
    for (const Row& row : rows) {
        const QString value = QStringLiteral("  ") + row.value;
        const int left = width - metrics.horizontalAdvance(value);
        texts << metrics.elidedText(row.name, Qt::ElideMiddle, std::max(left, 0)) + value;
    }
    if (rows.size() < all && lines > 2)
        texts << ChartHoverWords::tr("and %n more", nullptr, int(all - rows.size()));
    return texts;
}

} // namespace kinelens::viz
