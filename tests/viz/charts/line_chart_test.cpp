#include "tests/support/test_program.h"
#include "viz/charts/line_chart.h"
#include "viz/palette/line_styles.h"
#include "viz/palette/qt_theme.h"

#include <QImage>
#include <QScrollArea>
#include <cmath>
#include <qcustomplot.h>

namespace line_chart_test {

using namespace kinelens::viz;

namespace {

ChartSeries falling(const char* name, int style, int points = 50) {
    ChartSeries series{name, {}, {}, style};
    for (int i = 0; i < points; ++i) {
        series.x.push_back(10 * i);
        series.y.push_back(8 - 6.0 * i / points - 0.1 * style);
    }
    return series;
}

// As a training shows it: the loss, and two probes against the scale at the right.
std::vector<ChartSeries> loss_and_probes() {
    ChartSeries linear{"linear probe", {0, 250, 490}, {20, 55, 71}, 1, true};
    ChartSeries nearest{"nearest neighbour", {0, 250, 490}, {25, 45, 62}, 2, true};
    return {falling("total loss", 0), linear, nearest};
}

int pixels_of(const QImage& image, const QRect& place, const QColor& colour) {
    int count = 0;
    for (int y = std::max(place.top(), 0); y <= std::min(place.bottom(), image.height() - 1); ++y)
        for (int x = std::max(place.left(), 0); x <= std::min(place.right(), image.width() - 1); ++x)
            count += image.pixelColor(x, y).rgb() == colour.rgb();
    return count;
}

} // namespace

class LineChartTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setPalette(qt_palette(Theme::light)); }
    void fillsItsBox_data();
    void fillsItsBox();
    void scalesStandOutside();
    void numbersDoNotTouch();
    void oneValueIsADot();
    void valueBetweenGapsIsADot();
    void hoverStaysInside_data();
    void hoverStaysInside();
    void hoverStaysInWhatIsSeen();
    void hoverNamesTheNearest();
    void namesAreWhole();
    void aNameThatCannotFitIsCutInTheMiddle();
    void namesFollowTheSize();

private:
    static void show(LineChart& chart, QSize size);
    static QCustomPlot& plot(const LineChart& chart) { return *chart.findChild<QCustomPlot*>(); }
    static QCPItemText* hover(const LineChart& chart);
    static QStringList names(const LineChart& chart);
};

void LineChartTest::show(LineChart& chart, QSize size) {
    chart.setAxisTitles("step", "Total loss");
    chart.resize(size);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    plot(chart).replot();
}

QCPItemText* LineChartTest::hover(const LineChart& chart) {
    for (int i = 0; i < plot(chart).itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot(chart).item(i));
            text && text->layer()->name() == "hover")
            return text;
    return nullptr;
}

QStringList LineChartTest::names(const LineChart& chart) {
    QStringList found;
    for (int i = 0; i < plot(chart).itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot(chart).item(i));
            text && text->layer()->name() != "hover")
            found << text->text();
    return found;
}

void LineChartTest::fillsItsBox_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::newRow("least") << QSize(200, 120) << 0.42 << 0.3;
    QTest::newRow("one of four") << QSize(300, 200) << 0.6 << 0.5;
    QTest::newRow("half") << QSize(480, 300) << 0.65 << 0.65;
    QTest::newRow("whole") << QSize(1000, 600) << 0.7 << 0.85;
}

// What is left of the box for the lines themselves.
void LineChartTest::fillsItsBox() {
    QFETCH(QSize, size);
    QFETCH(double, width);
    QFETCH(double, height);
    LineChart chart;
    chart.setSeries(loss_and_probes());
    show(chart, size);
    const QRect frame = plot(chart).axisRect()->rect();
    QVERIFY2(frame.width() >= width * size.width(),
             qPrintable(QString("%1 of %2").arg(frame.width()).arg(size.width())));
    QVERIFY2(frame.height() >= height * size.height(),
             qPrintable(QString("%1 of %2").arg(frame.height()).arg(size.height())));
    for (const ChartSeries& one : chart.series())
        QVERIFY2(names(chart).contains(QString::fromStdString(one.name)), qPrintable(names(chart).join(";")));
}

// Numbers are written in a colour of their own: none of it is within the frame.
void LineChartTest::scalesStandOutside() {
    LineChart chart;
    chart.setSeries(loss_and_probes());
    show(chart, {480, 300});
    const QImage picture = chart.grab().toImage();
    const QRect frame = plot(chart).axisRect()->rect();
    const QColor numbers = to_qcolor(palette_for(Theme::light).muted_text);
    QCOMPARE(pixels_of(picture, frame.adjusted(2, 2, -2, -2), numbers), 0);
    const QRect right(frame.right() + 1, frame.top(), plot(chart).width() - frame.right() - 1,
                      frame.height());
    QVERIFY(pixels_of(picture, right, numbers) > 10);
    QVERIFY(plot(chart).yAxis2->tickVectorLabels().join(' ').contains('%'));
}

void LineChartTest::numbersDoNotTouch() {
    for (const int width : {200, 290, 480, 1000}) {
        LineChart chart;
        chart.setWholeSteps(true);
        chart.setSeries({falling("temporal", 0, 300), falling("instance", 1, 300)});
        show(chart, {width, 200});
        const QCPAxis* axis = plot(chart).xAxis;
        const QVector<double> places = axis->tickVector();
        const QFontMetrics metrics(axis->tickLabelFont());
        for (qsizetype i = 1; i < places.size(); ++i) {
            if (!axis->range().contains(places[i]) || !axis->range().contains(places[i - 1])) continue;
            const double apart = axis->coordToPixel(places[i]) - axis->coordToPixel(places[i - 1]);
            QVERIFY2(apart > metrics.horizontalAdvance(axis->tickVectorLabels()[i]) + 4,
                     qPrintable(QString("%1 wide: %2").arg(width).arg(apart)));
        }
    }
}

void LineChartTest::oneValueIsADot() {
    LineChart chart;
    chart.setSmoothing(0.6);
    chart.setSeries({{"total loss", {40}, {3.5}, 0}});
    show(chart, {480, 300});
    const QRect frame = plot(chart).axisRect()->rect();
    const QColor colour = to_qcolor(line_style(0, Theme::light).colour);
    const QImage picture = chart.grab().toImage();
    QVERIFY2(pixels_of(picture, frame, colour) >= 12, "a whole dot");
    const QPoint middle(int(plot(chart).xAxis->coordToPixel(40)), int(plot(chart).yAxis->coordToPixel(3.5)));
    QCOMPARE(picture.pixelColor(middle).rgb(), colour.rgb());
    QVERIFY((middle - frame.center()).manhattanLength() < 30);
}

void LineChartTest::valueBetweenGapsIsADot() {
    const double none = std::nan("");
    LineChart chart;
    chart.setSeries({{"loss", {0, 1, 2, 3, 4, 5, 6}, {1, 2, none, 9, none, 4, 5}, 0}});
    show(chart, {480, 300});
    const QPoint middle(int(plot(chart).xAxis->coordToPixel(3)), int(plot(chart).yAxis->coordToPixel(9)));
    QCOMPARE(chart.grab().toImage().pixelColor(middle).rgb(),
             to_qcolor(line_style(0, Theme::light).colour).rgb());
}

void LineChartTest::hoverStaysInside_data() {
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(200, 120), QSize(300, 200), QSize(900, 500)})
        QTest::addRow("%d", size.width()) << size;
}

void LineChartTest::hoverStaysInside() {
    QFETCH(QSize, size);
    LineChart chart;
    std::vector<ChartSeries> many;
    for (int i = 0; i < 18; ++i)
        many.push_back(
            falling(qPrintable(QString("pretrain-with-a-long-name-%1 cross correlation").arg(i)), i));
    chart.setSeries(many);
    show(chart, size);
    const QRect frame = plot(chart).axisRect()->rect();
    const int y = frame.center().y();
    for (const int x : {frame.left() + 1, frame.center().x(), frame.right() - 1}) {
        QTest::mouseMove(&plot(chart), {x, y});
        QTRY_VERIFY(hover(chart)->visible());
        const QRectF box(hover(chart)->topLeft->pixelPosition(), hover(chart)->bottomRight->pixelPosition());
        QVERIFY2(
            QRectF(plot(chart).rect()).contains(box),
            qPrintable(QString("%1,%2 %3x%4").arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height())));
        QVERIFY(!hover(chart)->clipToAxisRect());
        QVERIFY(hover(chart)->text().startsWith("step"));
    }
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&plot(chart), &leave);
    QVERIFY(!hover(chart)->visible());
}

void LineChartTest::hoverStaysInWhatIsSeen() {
    QScrollArea area;
    auto* chart = new LineChart;
    chart->setSeries({falling("total loss", 0)});
    chart->setMinimumSize(900, 500);
    area.setWidget(chart);
    area.resize(400, 240);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    area.horizontalScrollBar()->setValue(0);
    area.verticalScrollBar()->setValue(area.verticalScrollBar()->maximum());
    QCoreApplication::processEvents();
    const QRect seen = plot(*chart).visibleRegion().boundingRect();
    QVERIFY(seen.height() < 300 && seen.top() > 100);
    QTest::mouseMove(&plot(*chart), {seen.right() - 20, seen.top() + 30});
    QTRY_VERIFY(hover(*chart)->visible());
    const QRectF box(hover(*chart)->topLeft->pixelPosition(), hover(*chart)->bottomRight->pixelPosition());
    QVERIFY(QRectF(seen).contains(box));
}

void LineChartTest::hoverNamesTheNearest() {
    LineChart chart;
    std::vector<ChartSeries> many;
    for (int i = 0; i < 18; ++i) {
        ChartSeries level{"run " + std::to_string(i), {0, 100}, {double(i), double(i)}, i};
        many.push_back(level);
    }
    chart.setSeries(many);
    show(chart, {300, 160});
    QTest::mouseMove(&plot(chart),
                     {plot(chart).axisRect()->center().x(), int(plot(chart).yAxis->coordToPixel(4))});
    QTRY_VERIFY(hover(chart)->visible());
    const QStringList rows = hover(chart)->text().split('\n');
    QVERIFY2(rows.contains("run 4  4") && !rows.contains("run 17  17"), qPrintable(rows.join(';')));
    QVERIFY2(rows.last().contains("more"), qPrintable(rows.last()));
}

void LineChartTest::namesAreWhole() {
    LineChart chart;
    std::vector<ChartSeries> runs;
    for (const char* name : {"pretrain-ntu60-joint-seed-1", "pretrain-ntu60-joint-seed-2", "pretrain-bone"})
        runs.push_back(falling(name, int(runs.size())));
    chart.setSeries(runs);
    for (const QSize size : {QSize(300, 200), QSize(500, 300), QSize(1200, 500)}) {
        show(chart, size);
        for (const ChartSeries& run : runs)
            QVERIFY2(names(chart).contains(QString::fromStdString(run.name)),
                     qPrintable(names(chart).join(';')));
        QVERIFY(plot(chart).axisRect()->width() >= size.width() / 2);
    }
}

void LineChartTest::aNameThatCannotFitIsCutInTheMiddle() {
    LineChart chart;
    const std::string name = "pretrain-" + std::string(120, 'x') + "-seed-7";
    chart.setSeries({falling(name.c_str(), 0)});
    show(chart, {300, 200});
    QCOMPARE(names(chart).size(), qsizetype(1));
    const QString shown = names(chart).first();
    QVERIFY2(shown.startsWith("pre") && shown.endsWith("7") && shown.contains(QChar(0x2026)),
             qPrintable(shown));
    for (int i = 0; i < plot(chart).itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot(chart).item(i)); text && text->text() == shown)
            QTest::mouseMove(&plot(chart), text->position->pixelPosition().toPoint() + QPoint(20, 0));
    QTRY_COMPARE(plot(chart).toolTip(), QString::fromStdString(name));
}

// A name stands at its line's end, also after the chart was made larger.
void LineChartTest::namesFollowTheSize() {
    LineChart chart;
    chart.setSeries({falling("total loss", 0)});
    show(chart, {900, 300});
    chart.resize(1100, 600);
    QTRY_COMPARE(plot(chart).width(), 1100);
    plot(chart).replot();
    const double end = plot(chart).yAxis->coordToPixel(chart.series()[0].y.back());
    for (int i = 0; i < plot(chart).itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot(chart).item(i));
            text && text->text() == "total loss") {
            QVERIFY(std::abs(text->position->pixelPosition().y() - end) < 10);
            QVERIFY(text->position->pixelPosition().x() >= plot(chart).axisRect()->right());
        }
    QCOMPARE(names(chart), QStringList{"total loss"});
}

KINELENS_TEST(LineChartTest, widgets);

} // namespace line_chart_test
#include "line_chart_test.moc"
