#include "viz/charts/chart_labels.h"

#include "viz/palette/qt_theme.h"

#include <QFontMetrics>
#include <algorithm>
#include <cmath>
#include <qcustomplot.h>

namespace kinelens::viz {
namespace {

constexpr double widest_share = 0.25; // of the chart's width, for names at the lines' ends
constexpr int space = 8;
constexpr int sample = 22; // the piece of line before a name above the plot
constexpr int label_edge = 6;

// The line's last number; NaN: it has none, and no name.
double last_value(const std::vector<double>& values) {
    const auto last =
        std::find_if(values.rbegin(), values.rend(), [](double value) { return std::isfinite(value); });
    return last == values.rend() ? std::nan("") : *last;
}

} // namespace

LineStyle style_of(const ChartSeries& series, Theme theme) {
    return series.dashes < 0 ? line_style(series.style, theme)
                             : line_style(series.style, series.dashes, theme);
}

std::vector<double> spread_apart(std::vector<double> places, double gap, double low, double high) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = std::clamp(places[i], low, std::max(low, high));
        if (i > 0) places[i] = std::max(places[i], places[i - 1] + gap);
    }
    double limit = high;
    for (std::size_t i = places.size(); i-- > 0; limit -= gap) places[i] = std::min(places[i], limit);
    return places;
}

ChartLabels::ChartLabels(QCustomPlot* plot)
    : plot_(plot)
    , above_(new QCPLayoutElement(plot))
    , beside_(new QCPLayoutElement(plot)) {
    QCPLayoutGrid* grid = plot_->plotLayout();
    grid->insertRow(0);
    grid->addElement(0, 0, above_);
    grid->addElement(1, 1, beside_);
    grid->setColumnSpacing(0);
    grid->setRowSpacing(0);
    for (QCPLayoutElement* room : {above_, beside_}) room->setMinimumMargins({});
    QObject::connect(plot_, &QCustomPlot::beforeReplot, plot_, [this] { makeRoom(); });
    QObject::connect(plot_, &QCustomPlot::afterLayout, plot_, [this] { place(); });
}

void ChartLabels::set(const std::vector<ChartSeries>& series, const std::vector<std::vector<double>>& shown,
                      Theme theme, const QFont& font) {
    font_ = font;
    names_.clear();
    different_.clear();
    for (std::size_t s = 0; s < series.size(); ++s) {
        const double last = last_value(shown[s]);
        if (std::isnan(last)) continue;
        const ChartSeries& one = series[s];
        names_.push_back({QString::fromStdString(one.label.empty() ? one.name : one.label),
                          style_of(one, theme), last, one.percent});
        const Name& name = names_.back();
        const auto same = std::find_if(different_.begin(), different_.end(),
                                       [&](const Name& known) { return known.text == name.text; });
        if (same == different_.end()) {
            different_.push_back(name);
        } else {
            same->shared = true;
            same->style.colour = palette_for(theme).muted_text;
        }
    }
    std::stable_partition(different_.begin(), different_.end(),
                          [](const Name& name) { return !name.shared; });
}

void ChartLabels::makeRoom() {
    const QFontMetrics metrics(font_);
    int widest = 0;
    for (const Name& name : names_) widest = std::max(widest, metrics.horizontalAdvance(name.text));
    at_ends_ = widest + 2 * space <= plot_->width() * widest_share;
    const int beside = at_ends_ && widest > 0 ? widest + 2 * space : 0;
    beside_->setMinimumSize(beside, 0);
    beside_->setMaximumSize(beside, QWIDGETSIZE_MAX);
    above_places_.clear();
    if (!at_ends_) makeRoomAbove(plot_->width());
    const int rows = above_places_.empty() ? 0 : int(above_places_.back().y() / metrics.height()) + 1;
    const int above = rows == 0 ? 0 : rows * metrics.height() + label_edge;
    above_->setMinimumSize(0, above);
    above_->setMaximumSize(QWIDGETSIZE_MAX, above);
}

// Rows of names, as wide as the plot.
void ChartLabels::makeRoomAbove(int width) {
    const QFontMetrics metrics(font_);
    double x = space, y = metrics.height() / 2.0;
    for (const Name& name : different_) {
        const int needed = sample + space + metrics.horizontalAdvance(name.text);
        if (x > space && x + needed > width - space) {
            x = space;
            y += metrics.height();
        }
        above_places_.emplace_back(x, y);
        x += needed + 2 * space;
    }
}

void ChartLabels::clear() {
    for (QCPAbstractItem* item : items_) plot_->removeItem(item);
    items_.clear();
    cut_.clear();
}

void ChartLabels::place() {
    clear();
    at_ends_ ? placeAtEnds() : placeAbove();
}

void ChartLabels::write(const Name& name, QPointF left_middle, int room) {
    const QFontMetrics metrics(font_);
    auto* item = new QCPItemText(plot_);
    item->setClipToAxisRect(false);
    item->position->setType(QCPItemPosition::ptAbsolute);
    item->position->setCoords(left_middle);
    item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    item->setFont(font_);
    item->setColor(to_qcolor(name.style.colour));
    item->setText(metrics.elidedText(name.text, Qt::ElideMiddle, room));
    items_.push_back(item);
    if (item->text() != name.text)
        cut_.push_back(
            {QRectF(left_middle.x(), left_middle.y() - metrics.height() / 2.0, room, metrics.height()),
             name.text});
}

void ChartLabels::placeAtEnds() {
    const QFontMetrics metrics(font_);
    const QRect frame = plot_->axisRect()->rect();
    struct End {
        const Name* name = nullptr;
        double pixel = 0;
    };
    const auto fitting = static_cast<std::size_t>(std::max(1, frame.height() / metrics.height()));
    const std::vector<Name>& written = names_.size() > fitting ? different_ : names_;
    std::vector<End> ends;
    for (const Name& name : written) {
        if (ends.size() == fitting) break; // hovering names the rest
        const double pixel = (name.percent ? plot_->yAxis2 : plot_->yAxis)->coordToPixel(name.value);
        ends.push_back({&name, std::isfinite(pixel) ? pixel : frame.bottom()});
    }
    std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.pixel < b.pixel; });
    std::vector<double> places;
    for (const End& end : ends) places.push_back(end.pixel);
    places = spread_apart(places, metrics.height(), frame.top() + label_edge, frame.bottom() - label_edge);
    const QRect room = beside_->outerRect();
    for (std::size_t i = 0; i < ends.size(); ++i)
        write(*ends[i].name, {double(room.left() + space), places[i]}, room.width());
}

void ChartLabels::placeAbove() {
    const QFontMetrics metrics(font_);
    const QRect room = above_->outerRect();
    for (std::size_t i = 0; i < above_places_.size(); ++i) {
        const Name& name = different_[i];
        const QPointF left(above_places_[i].x(), room.top() + label_edge / 2.0 + above_places_[i].y());
        auto* line = new QCPItemLine(plot_);
        line->setClipToAxisRect(false);
        line->setPen(to_qpen(name.style));
        for (QCPItemPosition* end : {line->start, line->end}) end->setType(QCPItemPosition::ptAbsolute);
        line->start->setCoords(left);
        line->end->setCoords(left + QPointF(sample, 0));
        items_.push_back(line);
        write(name, left + QPointF(sample + space, 0), plot_->width() - int(left.x()) - sample - 2 * space);
    }
}

QString ChartLabels::cutNameAt(const QPointF& place) const {
    for (const Cut& one : cut_)
        if (one.place.contains(place)) return one.whole;
    return {};
}

} // namespace kinelens::viz
