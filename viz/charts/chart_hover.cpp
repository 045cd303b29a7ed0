#include "viz/charts/chart_hover.h"

#include "viz/palette/qt_theme.h"

#include <qcustomplot.h>

namespace kinelens::viz {

ChartHover::ChartHover(QCustomPlot* plot)
    : plot_(plot)
    , line_(new QCPItemStraightLine(plot))
    , box_(new QCPItemText(plot)) {
    plot_->addLayer(QStringLiteral("hover"), plot_->layer(QStringLiteral("main")), QCustomPlot::limAbove);
    plot_->layer(QStringLiteral("hover"))->setMode(QCPLayer::lmBuffered);
    line_->setLayer(QStringLiteral("hover"));
    box_->setLayer(QStringLiteral("hover"));
    box_->position->setType(QCPItemPosition::ptAbsolute);
    box_->setTextAlignment(Qt::AlignLeft);
    box_->setPadding(QMargins(8, 6, 8, 6));
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
    const QRect frame = plot_->axisRect()->rect();
    QStringList rows;
    const double wanted = plot_->xAxis->pixelToCoord(place.x());
    double at = wanted;
    for (std::size_t s = 0; frame.contains(place) && s < series.size(); ++s) {
        if (series[s].x.empty()) continue;
        const std::size_t i = nearest(series[s].x, wanted);
        at = series[s].x[i];
        const QString value = QString::number(shown[s][i], 'g', 5);
        const bool smooth = shown[s][i] != series[s].y[i];
        const QString raw =
            smooth ? QStringLiteral(" (%1)").arg(QString::number(series[s].y[i], 'g', 5)) : QString();
        rows << QString::fromStdString(series[s].name) + QStringLiteral("  ") + value + raw;
    }
    const bool visible = !rows.isEmpty();
    line_->setVisible(visible);
    box_->setVisible(visible);
    if (visible) {
        rows.prepend(plot_->xAxis->label() + QStringLiteral(" ") + QString::number(at, 'g', 6));
        line_->point1->setCoords(at, 0);
        line_->point1->setType(QCPItemPosition::ptPlotCoords);
        line_->point2->setCoords(at, 1);
        box_->setText(rows.join(QLatin1Char('\n')));
        const bool right_half = place.x() > frame.center().x();
        box_->setPositionAlignment((right_half ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
        box_->position->setCoords(place.x() + (right_half ? -12 : 12), frame.top() + 8);
    }
    plot_->layer(QStringLiteral("hover"))->replot();
}

} // namespace kinelens::viz
