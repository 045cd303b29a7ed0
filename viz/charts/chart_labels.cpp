#include "viz/charts/chart_labels.h"

#include "viz/palette/fitting_name.h"
#include "viz/palette/line_styles.h"
#include "viz/palette/qt_theme.h"

#include <QFontMetrics>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace kinelens::viz {
namespace {

constexpr int margin_least = 16;
constexpr int margin_most = 170;

struct End {
    std::size_t series = 0;
    double pixel = 0;
};

// Where each line ends, in pixels from the top; lines without a point have no label.
std::vector<End> line_ends(const QCustomPlot& plot, const std::vector<ChartSeries>& series,
                           const std::vector<std::vector<double>>& shown) {
    std::vector<End> ends;
    for (std::size_t s = 0; s < series.size(); ++s) {
        auto last =
            std::find_if(shown[s].rbegin(), shown[s].rend(), [](double v) { return std::isfinite(v); });
        if (last == shown[s].rend()) continue;
        const QCPAxis* axis = series[s].percent ? plot.yAxis2 : plot.yAxis;
        double pixel = axis->coordToPixel(*last);
        if (!std::isfinite(pixel)) pixel = plot.axisRect()->bottom();
        ends.push_back({s, pixel});
    }
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.pixel < b.pixel; });
    return ends;
}

} // namespace

std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = std::clamp(places[i], low, std::max(low, high));
        if (i > 0) places[i] = std::max(places[i], places[i - 1] + gap);
    }
    double limit = high;
    for (std::size_t i = places.size(); i-- > 0; limit -= gap) places[i] = std::min(places[i], limit);
    return places;
}

void ChartLabels::place(const std::vector<ChartSeries>& series, const std::vector<std::vector<double>>& shown,
                        Theme theme, const QFont& font) {
    for (QCPItemText* item : items_) plot_->removeItem(item);
    items_.clear();
    const QFontMetrics metrics(font);
    int width = 0;
    for (const ChartSeries& one : series)
        width = std::max(width, metrics.horizontalAdvance(QString::fromStdString(one.name)));
    QMargins margins = plot_->axisRect()->margins();
    margins.setRight(std::clamp(width + 20, margin_least, margin_most));
    plot_->axisRect()->setMargins(margins);
    const auto ends = line_ends(*plot_, series, shown);
    std::vector<double> places;
    for (const End& end : ends) places.push_back(end.pixel);
    const QRect frame = plot_->axisRect()->rect();
    places = spread_apart(places, metrics.height(), frame.top() + 6, frame.bottom() - 6);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        auto* item = new QCPItemText(plot_);
        item->setClipToAxisRect(false);
        item->position->setType(QCPItemPosition::ptAbsolute);
        item->position->setCoords(frame.right() + 8, places[i]);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->setFont(font);
        item->setColor(to_qcolor(line_style(series[ends[i].series].style, theme).colour));
        item->setText(fitting_name(series[ends[i].series].name, metrics, margin_most - 16));
        items_.push_back(item);
    }
}

} // namespace kinelens::viz
