#include "viz/charts/line_chart.h"

#include "viz/charts/chart_hover.h"
#include "viz/charts/chart_labels.h"
#include "viz/palette/qt_theme.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <cmath>
#include <limits>
#include <qcustomplot.h>

namespace kinelens::viz {
namespace {

constexpr double raw_share = 0.28;      // of the line's colour in its raw points behind
constexpr std::size_t few_points = 200; // up to here the raw points stay in the picture as well
constexpr double axis_zoom = 0.85;
constexpr int width_of_tick = 90;
constexpr double lines_of_tick = 2; // in heights of the font
constexpr double dot = 6;           // pixels across
constexpr double dot_margin = 0.02; // of the width, so that a dot at the edge is whole

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool valid() const { return low <= high; }
};

// Steps of 1, 2 or 5 times a power of ten; never a fraction of a whole thing.
class PlainTicker : public QCPAxisTicker {
public:
    bool whole = false;
    QString unit; // behind each number

protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision) + unit;
    }
    double getTickStep(const QCPRange& range) override {
        const double exact = range.size() / (tickCount() + 1e-10);
        const double magnitude = std::pow(10, std::floor(std::log10(exact)));
        const double mantissa = exact / magnitude;
        const double step = magnitude * (mantissa < 1.5 ? 1 : mantissa < 3.5 ? 2 : mantissa < 7.5 ? 5 : 10);
        return whole ? std::max(1.0, step) : step;
    }
};

} // namespace

struct LineChart::Parts {
    LineChart* chart = nullptr;
    QCustomPlot* plot = nullptr;
    QLabel* empty = nullptr;
    std::vector<ChartSeries> series;
    std::vector<std::vector<double>> smooth; // parallel to series
    std::unique_ptr<ChartLabels> labels;
    std::unique_ptr<ChartHover> hover;
    QSharedPointer<PlainTicker> ticks{new PlainTicker};
    QString y_title; // whole: what is drawn is cut to the height
    double smoothing = 0;
    bool logarithmic = false;
    bool following = true;
    bool drawing = false;

    void build();
    void spaceTicks();
    void fitTitle();
    void applyTheme();
    void fitRanges();
    void draw();
    void addLine(const ChartSeries& one, const std::vector<double>& y, bool faint);
    void zoom(const QWheelEvent& event);
    void showMenu(const QPoint& place);
    void smoothAll();
    void addDots(const ChartSeries& one, const Points& points, QCPGraph& line);
    bool drawsDots() const;
    Range yRange() const;
};

void LineChart::Parts::build() {
    plot->setInteraction(QCP::iRangeDrag, true);
    plot->setNoAntialiasingOnDrag(true);
    plot->setPlottingHint(QCP::phFastPolylines); // joined strokes of a noisy line take ten times as long
    plot->setAutoAddPlottableToLegend(false);
    plot->axisRect()->setMinimumMargins(QMargins(8, 8, 8, 4));
    plot->xAxis->setNumberFormat("gb");
    plot->xAxis->setTicker(ticks);
    QObject::connect(plot, &QCustomPlot::beforeReplot, chart, [this] { spaceTicks(); });
    QObject::connect(plot, &QCustomPlot::afterLayout, chart, [this] { fitTitle(); });
    plot->yAxis->setNumberFormat("gb");
    plot->yAxis2->setRange(0, 105); // so that the highest number is not cut
    const QSharedPointer<PlainTicker> shares(new PlainTicker);
    shares->unit = QStringLiteral(" %");
    plot->yAxis2->setTicker(shares);
    plot->setContextMenuPolicy(Qt::CustomContextMenu);
    labels = std::make_unique<ChartLabels>(plot);
    hover = std::make_unique<ChartHover>(plot);
    QObject::connect(plot, &QCustomPlot::mouseDoubleClick, chart, [this] { chart->fit(); });
    QObject::connect(plot, &QCustomPlot::mouseWheel, chart, [this](QWheelEvent* event) { zoom(*event); });
    QObject::connect(plot, &QCustomPlot::mousePress, chart, [this](QMouseEvent* event) {
        if (event->button() == Qt::LeftButton) following = false;
    });
    QObject::connect(plot, &QCustomPlot::mouseMove, chart, [this](QMouseEvent* event) {
        plot->setToolTip(labels->cutNameAt(event->pos()));
        hover->show(event->pos(), series, smooth);
    });
    plot->installEventFilter(chart);
    QObject::connect(plot, &QWidget::customContextMenuRequested, chart,
                     [this](const QPoint& place) { showMenu(place); });
    const auto redraw = [this] {
        if (!drawing) draw();
    };
    QObject::connect(plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), chart, redraw);
    applyTheme();
}

// So that none touches the next.
void LineChart::Parts::spaceTicks() {
    ticks->setTickCount(std::clamp(plot->width() / width_of_tick, 2, 6));
    const double line = lines_of_tick * QFontMetrics(chart->font()).height();
    const int lines = std::clamp(static_cast<int>(plot->axisRect()->height() / line), 2, 5);
    for (QCPAxis* axis : {plot->yAxis, plot->yAxis2}) axis->ticker()->setTickCount(lines);
}

// A title longer than its axis would lie over the names above and below.
void LineChart::Parts::fitTitle() {
    const int room = std::max(plot->axisRect()->height(), 0);
    const QString fitting = QFontMetrics(chart->font()).elidedText(y_title, Qt::ElideRight, room);
    if (fitting == plot->yAxis->label()) return;
    plot->yAxis->setLabel(fitting);
    plot->replot(QCustomPlot::rpQueuedReplot);
}

void LineChart::Parts::applyTheme() {
    const Palette colours = palette_for(theme_of(chart->palette()));
    plot->setBackground(to_qcolor(colours.base));
    for (QCPAxis* axis : {plot->xAxis, plot->yAxis, plot->yAxis2}) {
        const QPen line(to_qcolor(colours.axis), 1);
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(Qt::NoPen);
        axis->setLabelColor(to_qcolor(colours.muted_text));
        axis->setTickLabelColor(to_qcolor(colours.muted_text));
        axis->setLabelFont(chart->font());
        axis->setTickLabelFont(chart->font());
        axis->grid()->setPen(QPen(to_qcolor(colours.grid), 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    QPalette muted = empty->palette();
    muted.setColor(QPalette::WindowText, to_qcolor(colours.muted_text));
    empty->setPalette(muted);
    hover->applyTheme(colours, chart->font());
}

Range LineChart::Parts::yRange() const {
    Range range;
    for (std::size_t s = 0; s < series.size(); ++s) {
        if (series[s].percent) continue;
        for (const std::vector<double>* values : {&smooth[s], &series[s].y}) {
            if (values == &series[s].y && values->size() > few_points) break; // outliers must not flatten it
            for (const double value : *values)
                if (std::isfinite(value) && (!logarithmic || value > 0)) range.add(value);
        }
    }
    return range;
}

void LineChart::Parts::fitRanges() {
    Range x;
    for (const ChartSeries& one : series)
        if (!one.x.empty()) {
            x.add(one.x.front());
            x.add(one.x.back());
        }
    Range y = yRange();
    if (!x.valid() || !y.valid()) return;
    if (x.low == x.high) { // one place: in the middle
        const double around = x.low == 0 ? 0.5 : std::abs(x.low) / 2;
        x = {x.low - around, x.high + around};
    } else if (drawsDots()) {
        const double margin = (x.high - x.low) * dot_margin;
        x = {x.low - margin, x.high + margin};
    }
    if (logarithmic) {
        plot->yAxis->setRange(y.low / 1.15, y.high * 1.15);
    } else {
        // Smoothing a single value leaves it but for rounding.
        const bool flat = y.high - y.low < 1e-9 * std::max(std::abs(y.low), std::abs(y.high));
        const double margin =
            flat || y.high == y.low ? std::max(std::abs(y.low) * 0.1, 1e-3) : (y.high - y.low) * 0.06;
        plot->yAxis->setRange(y.low - margin, y.high + margin);
    }
    plot->xAxis->setRange(x.low, x.high);
}

void LineChart::Parts::smoothAll() {
    smooth.clear();
    for (const ChartSeries& one : series) smooth.push_back(smoothed(one.y, one.percent ? 0 : smoothing));
}

void LineChart::Parts::addLine(const ChartSeries& one, const std::vector<double>& y, bool faint) {
    const Theme theme = theme_of(chart->palette());
    const QCPRange range = plot->xAxis->range();
    const int columns = std::max(50, plot->axisRect()->width());
    const Points points = thinned(one.x, y, range.lower, range.upper, columns);
    const LineStyle style = style_of(one, theme);
    QCPGraph* graph = plot->addGraph(plot->xAxis, one.percent ? plot->yAxis2 : plot->yAxis);
    graph->setPen(faint ? QPen(to_qcolor(mix(palette_for(theme).base, style.colour, raw_share)), 1)
                        : to_qpen(style));
    if (one.percent) graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, dot));
    graph->setAdaptiveSampling(false); // thinned already
    graph->setData(QVector<double>(points.x.begin(), points.x.end()),
                   QVector<double>(points.y.begin(), points.y.end()), true);
    if (!one.percent && !faint) addDots(one, points, *graph);
}

// A value without neighbours has no line to be seen by.
void LineChart::Parts::addDots(const ChartSeries& one, const Points& points, QCPGraph& line) {
    const Points lone = lone_points(points);
    if (lone.x.empty()) return;
    QCPGraph* dots = plot->addGraph(line.keyAxis(), line.valueAxis());
    dots->setPen(to_qcolor(style_of(one, theme_of(chart->palette())).colour));
    dots->setLineStyle(QCPGraph::lsNone);
    dots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, dot));
    dots->setData(QVector<double>(lone.x.begin(), lone.x.end()),
                  QVector<double>(lone.y.begin(), lone.y.end()), true);
}

bool LineChart::Parts::drawsDots() const {
    return std::any_of(series.begin(), series.end(),
                       [](const ChartSeries& one) { return one.percent || one.x.size() == 1; });
}

void LineChart::Parts::draw() {
    drawing = true;
    if (following) fitRanges();
    plot->clearGraphs();
    for (std::size_t s = 0; smoothing > 0 && s < series.size(); ++s)
        if (!series[s].percent) addLine(series[s], series[s].y, true);
    for (std::size_t s = 0; s < series.size(); ++s) addLine(series[s], smooth[s], false);
    bool any = false;
    bool percent = false;
    for (const ChartSeries& one : series) {
        any = any || !one.x.empty();
        percent = percent || one.percent;
    }
    plot->yAxis2->setVisible(percent);
    labels->set(series, smooth, theme_of(chart->palette()), chart->font());
    hover->follow(series, smooth);
    empty->setVisible(!any && !empty->text().isEmpty());
    plot->setVisible(any || empty->text().isEmpty());
    drawing = false;
    plot->replot(QCustomPlot::rpQueuedReplot);
}

// Over an axis only that axis is zoomed; inside the frame both are.
void LineChart::Parts::zoom(const QWheelEvent& event) {
    const QPointF place = event.position();
    const double factor = std::pow(axis_zoom, event.angleDelta().y() / 120.0);
    const QRect frame = plot->axisRect()->rect();
    following = false;
    if (place.y() <= frame.bottom()) plot->yAxis->scaleRange(factor, plot->yAxis->pixelToCoord(place.y()));
    if (place.x() >= frame.left()) plot->xAxis->scaleRange(factor, plot->xAxis->pixelToCoord(place.x()));
    draw();
}

void LineChart::Parts::showMenu(const QPoint& place) {
    QMenu menu(chart);
    menu.addAction(LineChart::tr("Fit to all data"), chart, [this] { chart->fit(); });
    menu.addAction(LineChart::tr("Export as PNG, PDF or CSV…"), chart, [this] {
        const QString file =
            QFileDialog::getSaveFileName(chart, LineChart::tr("Export chart"), {},
                                         LineChart::tr("Pictures and tables (*.png *.pdf *.csv)"));
        if (!file.isEmpty()) chart->exportTo(file);
    });
    menu.exec(plot->mapToGlobal(place));
}

LineChart::LineChart(QWidget* parent)
    : QWidget(parent)
    , parts_(std::make_unique<Parts>()) {
    setFocusPolicy(Qt::ClickFocus); // also where it says that there is nothing to draw
    parts_->chart = this;
    parts_->plot = new QCustomPlot(this);
    parts_->empty = new QLabel(this);
    parts_->empty->setAlignment(Qt::AlignCenter);
    parts_->empty->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts_->plot);
    layout->addWidget(parts_->empty);
    parts_->build();
    parts_->draw();
}

LineChart::~LineChart() = default;

const std::vector<ChartSeries>& LineChart::series() const {
    return parts_->series;
}
bool LineChart::isFollowing() const {
    return parts_->following;
}

void LineChart::setSeries(std::vector<ChartSeries> series) {
    parts_->series = std::move(series);
    parts_->smoothAll();
    parts_->draw();
}

void LineChart::setAxisTitles(const QString& x, const QString& y) {
    parts_->plot->xAxis->setLabel(x);
    if (y != parts_->y_title) parts_->plot->yAxis->setLabel(y);
    parts_->y_title = y;
    parts_->plot->replot(QCustomPlot::rpQueuedReplot);
}

void LineChart::setWholeSteps(bool on) {
    parts_->ticks->whole = on;
    parts_->draw();
}

void LineChart::setLogarithmic(bool on) {
    parts_->logarithmic = on;
    QCPAxis* axis = parts_->plot->yAxis;
    axis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(on ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                       : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    parts_->following = true;
    parts_->draw();
}

void LineChart::setSmoothing(double weight) {
    parts_->smoothing = weight;
    parts_->smoothAll();
    parts_->draw();
}

void LineChart::setEmptyText(const QString& text) {
    parts_->empty->setText(text);
    parts_->draw();
}

void LineChart::fit() {
    parts_->following = true;
    parts_->draw();
}

bool LineChart::exportTo(const QString& file) const {
    if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) return parts_->plot->savePdf(file);
    if (file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)) {
        QFile out(file);
        const std::string text = chart_csv(parts_->series, parts_->plot->xAxis->label().toStdString());
        return out.open(QIODevice::WriteOnly) &&
               out.write(text.data(), qint64(text.size())) == qint64(text.size());
    }
    return parts_->plot->savePng(file, 0, 0, 2.0);
}

void LineChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    parts_->applyTheme();
    parts_->draw();
}

bool LineChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parts_->plot && event->type() == QEvent::Leave) parts_->hover->hide();
    return QWidget::eventFilter(watched, event);
}

void LineChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    parts_->draw();
}

} // namespace kinelens::viz
