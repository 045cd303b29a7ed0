#include "tests/support/test_program.h"
#include "viz/charts/chart_data.h"
#include "viz/charts/chart_labels.h"
#include "viz/charts/line_chart.h"

#include <QImage>
#include <cmath>
#include <set>

namespace chart_data_test {

using namespace kinelens::viz;

class ChartDataTest : public QObject {
    Q_OBJECT
private slots:
    void smoothingIsUnbiased();
    void thinningKeepsPeaks();
    void labelsDoNotOverlap();
    void csvJoinsByX();
    void chartFollowsUntilZoomed();
};

void ChartDataTest::smoothingIsUnbiased() {
    const std::vector<double> constant(50, 3.0);
    for (const double value : smoothed(constant, 0.9)) QVERIFY(std::abs(value - 3.0) < 1e-12);
    const auto gap = smoothed({1, std::nan(""), 3}, 0.5);
    QVERIFY(std::isnan(gap[1]));
    QVERIFY(std::abs(gap[2] - (0.25 * 1 + 0.5 * 3) / 0.75) < 1e-12);
    QCOMPARE(smoothed({1, 5}, 0)[1], 5.0);
}

void ChartDataTest::thinningKeepsPeaks() {
    std::vector<double> x, y;
    for (int i = 0; i < 100000; ++i) {
        x.push_back(i);
        y.push_back(std::sin(i * 0.001));
    }
    y[54321] = 100;
    y[777] = -100;
    const Points points = thinned(x, y, 0, 99999, 500);
    QVERIFY(points.x.size() <= 2004);
    const std::set<double> values(points.y.begin(), points.y.end());
    QVERIFY(values.contains(100) && values.contains(-100));
    QVERIFY(std::is_sorted(points.x.begin(), points.x.end()));
    const Points part = thinned(x, y, 100, 110, 500);
    QCOMPARE(part.x.front(), 99.0);
    QCOMPARE(part.x.back(), 111.0);
    QVERIFY(thinned({}, {}, 0, 1, 100).x.empty());
}

void ChartDataTest::labelsDoNotOverlap() {
    const auto places = spread_apart({10, 11, 12, 300}, 16, 6, 200);
    for (std::size_t i = 1; i < places.size(); ++i) QVERIFY(places[i] - places[i - 1] >= 16);
    QVERIFY(places.back() <= 200);
}

void ChartDataTest::csvJoinsByX() {
    const std::string text = chart_csv({{"a", {1, 2}, {0.5, 0.25}, 0}, {"b", {2, 3}, {7, 8}, 1}}, "step");
    QCOMPARE(text, std::string("step,a,b\n1,0.5,\n2,0.25,7\n3,,8\n"));
}

void ChartDataTest::chartFollowsUntilZoomed() {
    LineChart chart;
    chart.resize(500, 300);
    chart.setSeries({{"total", {1, 2, 3}, {3, 2, 1}, 0}});
    QVERIFY(chart.isFollowing());
    const QImage before = chart.grab().toImage();
    chart.setSeries({{"total", {1, 2, 3, 4}, {3, 2, 1, 8}, 0}});
    QTest::qWait(20);
    QVERIFY(chart.grab().toImage() != before);
    QTemporaryDir folder;
    for (const char* name : {"a.png", "a.pdf", "a.csv"}) {
        QVERIFY(chart.exportTo(folder.filePath(name)));
        QVERIFY(QFileInfo(folder.filePath(name)).size() > 20);
    }
}

KINELENS_TEST(ChartDataTest, widgets);

} // namespace chart_data_test
#include "chart_data_test.moc"
