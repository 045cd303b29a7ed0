#include "core/foundation/random.h"
#include "core/metrics/detection_frames.h"
#include "core/metrics/detection_matching.h"
#include "core/metrics/detection_metrics.h"
#include "core/segmentation/segmentation.h"
#include "tests/support/golden_detection.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace detection_metrics_test {

using namespace kinelens;
using namespace kinelens::test;

namespace {

constexpr int classes = 51;

std::vector<Interval> of_all_videos(const std::string& kind) {
    std::vector<Interval> all;
    for (int video = 0; video < 8; ++video)
        for (Interval& interval : golden_intervals(kind, video)) all.push_back(std::move(interval));
    return all;
}

// The published scripts count both ends in.
std::vector<Interval> with_ends(std::vector<Interval> intervals) {
    for (Interval& interval : intervals) ++interval.end;
    return intervals;
}

std::string intervals_of(const QString& route, const QString& threshold) {
    if (route == "found") return "prop_thr" + threshold.toStdString();
    if (route == "found+nms0.1(class-agnostic)") return "nms_thr" + threshold.toStdString();
    if (route.startsWith("ssd get_segments")) return "seg_act0.4";
    return route == "ssd get_interval" ? "interval" : "gt";
}

// Against the twelve decimals of a table's cell; some are not given.
void compare_cell(double made, const QString& cell, double tolerance = 1e-12) {
    if (cell == "-") return;
    const double wanted = cell.section(' ', 0, 0).toDouble();
    QVERIFY2(std::abs(made - wanted) < tolerance,
             qPrintable(QString::number(made, 'f', 14) + " is not " + cell));
}

std::vector<Interval> random_intervals(CounterRandom& random, int count, int labels, int sequences) {
    std::vector<Interval> intervals;
    for (int i = 0; i < count; ++i) {
        Interval interval;
        interval.sequence = static_cast<int>(random.below(static_cast<std::uint64_t>(sequences)));
        interval.label = static_cast<int>(random.below(static_cast<std::uint64_t>(labels)));
        interval.start = static_cast<std::int64_t>(random.below(200));
        interval.end = interval.start + 1 + static_cast<std::int64_t>(random.below(60));
        interval.confidence = static_cast<float>(random.uniform());
        intervals.push_back(interval);
    }
    return intervals;
}

} // namespace

class DetectionMetricsTest : public QObject {
    Q_OBJECT
private slots:
    void goldenCases();
    void goldenTable_data();
    void goldenTable();
    void wholeRouteFromScores();
    void nothingToCount();
    void classesWithoutTruth();
    void recordingsWithoutTruth();
    void definitionsDifferWithinRecordings();
    void severalHitsOfOneTruth();
    void perfectPredictions();
    void bounds();
    void framesRight();
};

void DetectionMetricsTest::goldenCases() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    std::ifstream file(golden("detection/ap_cases.json"));
    const auto cases = nlohmann::json::parse(file);
    QCOMPARE(cases.size(), std::size_t(48));
    const auto intervals = [](const nlohmann::json& rows) {
        std::vector<Interval> list;
        for (const auto& row : rows)
            list.push_back({0, row[0].get<int>() - 1, row[1], row[2], row[3].get<float>()});
        return list;
    };
    for (const auto& one : cases) {
        const double made =
            pku_average_precision(intervals(one["prop"]), intervals(one["gt"]), one["theta"].get<double>());
        QVERIFY2(std::abs(made - one["ap"].get<double>()) < 1e-12, one.dump().c_str());
    }
}

void DetectionMetricsTest::goldenTable_data() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    QTest::addColumn<QStringList>("cells"); // route threshold theta F1 AP mAP_action mAP_video
    std::ifstream file(golden("detection/metrics.tsv"));
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const QStringList cells = QString::fromStdString(line).split('\t');
        QTest::newRow(qPrintable(cells.mid(0, 3).join(' '))) << cells;
    }
}

void DetectionMetricsTest::goldenTable() {
    QFETCH(QStringList, cells);
    const auto truth = of_all_videos("gt");
    const auto predictions = of_all_videos(intervals_of(cells[0], cells[1]));
    const auto figures = detection_figures(predictions, truth, classes, cells[2].toDouble());
    compare_cell(figures.f1, cells[3]);
    compare_cell(figures.ap, cells[4]);
    compare_cell(figures.pku_map_v, cells[6]);
    if (!cells[5].contains("VOC")) return compare_cell(figures.released_map_a, cells[5]);
    const auto inclusive =
        detection_figures(with_ends(predictions), with_ends(truth), classes, cells[2].toDouble());
    compare_cell(inclusive.voc_map_a, cells[5], 1e-7); // the published script counts in float32
}

void DetectionMetricsTest::wholeRouteFromScores() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    std::vector<Interval> predictions;
    for (int video = 0; video < 8; ++video)
        for (Interval& interval : segment(golden_scores(video), {}, video))
            predictions.push_back(std::move(interval));
    const auto figures = detection_figures(predictions, of_all_videos("gt"), classes, 0.5);
    QVERIFY(std::abs(figures.released_map_a - 0.069617180205) < 1e-12);
    QVERIFY(std::abs(figures.pku_map_v - 0.539335317460) < 1e-12);
}

void DetectionMetricsTest::nothingToCount() {
    const std::vector<Interval> none;
    const std::vector<Interval> one{{0, 1, 0, 10}};
    const std::vector<Interval> elsewhere{{0, 1, 50, 60}, {1, 1, 0, 10}, {0, 0, 0, 10}};
    for (const auto& [predictions, truth] :
         {std::pair{none, none}, {one, none}, {none, one}, {elsewhere, one}}) {
        const auto figures = detection_figures(predictions, truth, 3, 0.5);
        for (const double figure : {figures.f1, figures.ap, figures.pku_map_a, figures.pku_map_v,
                                    figures.voc_map_a, figures.voc_map_v, figures.precision, figures.recall})
            QCOMPARE(figure, 0.0);
    }
    QCOMPARE(detection_figures(none, none, 0, 0.5).pku_map_a, 0.0);
}

void DetectionMetricsTest::classesWithoutTruth() {
    const std::vector<Interval> truth{{0, 1, 0, 10}};
    const std::vector<Interval> predictions{{0, 1, 0, 10}, {0, 2, 20, 30}};
    const auto figures = detection_figures(predictions, truth, 4, 0.5);
    QCOMPARE(figures.released_map_a, 0.25); // of its script, which divides by all that are named
    QCOMPARE(figures.pku_map_a, 1.0);
    QCOMPARE(figures.voc_map_a, 1.0);
    for (const auto& of_class : {figures.pku_class_ap, figures.voc_class_ap})
        QVERIFY(!of_class[0] && of_class[1] && !of_class[2] && !of_class[3]);
    QCOMPARE(figures.precision, 0.5);
    for (const int classes_named : {2, 60}) { // a name changes nothing, in either definition
        const auto others = detection_figures({{0, 1, 0, 10}}, truth, classes_named, 0.5);
        QCOMPARE(others.pku_map_a, 1.0);
        QCOMPARE(others.voc_map_a, 1.0);
        QCOMPARE(others.pku_map_v, 1.0);
        QCOMPARE(others.f1, 1.0);
    }
}

void DetectionMetricsTest::recordingsWithoutTruth() {
    const std::vector<Interval> truth{{0, 1, 0, 10}};
    const std::vector<Interval> predictions{{0, 1, 0, 10, 0.9f}, {1, 1, 0, 10, 0.8f}};
    const auto figures = detection_figures(predictions, truth, 2, 0.5);
    QCOMPARE(figures.pku_map_v, 1.0);
    QCOMPARE(figures.voc_map_v, 1.0);
    QVERIFY(figures.precision < 1);
}

void DetectionMetricsTest::severalHitsOfOneTruth() {
    const std::vector<Interval> truth{{0, 0, 0, 100}};
    const std::vector<Interval> predictions{{0, 0, 0, 100, 0.5f}, {0, 0, 0, 90, 0.6f}, {0, 0, 5, 100, 0.7f}};
    QCOMPARE(match_shared(predictions, truth, 0.5), (std::vector<int>{0, 0, 0}));
    QCOMPARE(match_once(predictions, truth, 0.5), (std::vector<int>{unmatched, unmatched, 0}));
    const auto figures = detection_figures(predictions, truth, 1, 0.5);
    QCOMPARE(figures.precision, 1.0 / 3);
    QCOMPARE(figures.recall, 1.0);
    QCOMPARE(figures.pku_map_a, 1.0); // the duplicates cost nothing once precision is interpolated
}

void DetectionMetricsTest::perfectPredictions() {
    CounterRandom random(3);
    for (int turn = 0; turn < 20; ++turn) {
        auto truth = random_intervals(random, 30, 4, 3);
        for (std::size_t i = 0; i < truth.size(); ++i) { // no two alike
            truth[i].start += static_cast<std::int64_t>(i) * 300;
            truth[i].end += static_cast<std::int64_t>(i) * 300;
        }
        const auto figures = detection_figures(truth, truth, 4, 1.0);
        QVERIFY(std::abs(figures.voc_map_a - 1) < 1e-12);
        QVERIFY(std::abs(figures.pku_map_v - 1) < 1e-12);
        QVERIFY(std::abs(figures.voc_map_v - 1) < 1e-12);
        QVERIFY(std::abs(figures.f1 - 1) < 1e-12);
    }
}

// By hand. Two hits with two misses between them: pku looks at precision before each hit it drops (1/3, 0/0)
// and at the start (1/2), voc at each hit (1, 1/2).
void DetectionMetricsTest::definitionsDifferWithinRecordings() {
    const std::vector<Interval> truth{{0, 0, 0, 10}, {0, 1, 50, 60}, {1, 0, 0, 10}};
    const std::vector<Interval> predictions{{0, 0, 0, 10, 0.9f},
                                            {0, 0, 20, 30, 0.8f},
                                            {0, 1, 20, 30, 0.7f},
                                            {0, 1, 50, 60, 0.6f},
                                            {1, 0, 0, 10, 0.5f}};
    const auto figures = detection_figures(predictions, truth, 2, 0.5);
    QVERIFY(std::abs(figures.pku_map_v - (0.5 + 1) / 2) < 1e-12);
    QVERIFY(std::abs(figures.voc_map_v - (0.75 + 1) / 2) < 1e-12);
}

// No input gives a figure outside 0 to 1, and a stricter overlap never helps recall.
void DetectionMetricsTest::bounds() {
    CounterRandom random(9);
    for (int turn = 0; turn < 100; ++turn) {
        const auto truth = random_intervals(random, 20, 5, 2);
        const auto predictions = random_intervals(random, 40, 5, 3);
        double recall = 1;
        for (const double overlap : {0.1, 0.3, 0.5, 0.9}) {
            const auto figures = detection_figures(predictions, truth, 5, overlap);
            for (const double figure :
                 {figures.f1, figures.ap, figures.pku_map_a, figures.pku_map_v, figures.voc_map_a,
                  figures.voc_map_v, figures.precision, figures.recall})
                QVERIFY(figure >= 0 && figure <= 1 + 1e-12);
            QVERIFY(figures.recall <= recall);
            recall = figures.recall;
        }
    }
}

void DetectionMetricsTest::framesRight() {
    const std::vector<Interval> truth{{0, 2, 2, 6}, {0, 1, 4, 8}};
    QCOMPARE(frame_labels(truth, 9), (std::vector<int>{-1, -1, 2, 2, 1, 1, 1, 1, -1}));
    QCOMPARE(right_frames(frame_labels(truth, 9), truth), std::int64_t(9));
    QCOMPARE(right_frames({-1, 2, 2, 2, 2, 2, 2, 1, -1}, truth), std::int64_t(7));
    QCOMPARE(right_frames(std::vector<int>(9, background), truth), std::int64_t(3));
    QCOMPARE(right_frames({}, truth), std::int64_t(0));
    const std::vector<Interval> predictions{{0, 0, 0, 4, 0.9f}, {0, 1, 2, 20, 0.2f}};
    QCOMPARE(frame_labels(predictions, 6), (std::vector<int>{0, 0, 0, 0, 1, 1}));
    const ScoreMap scores{3, 3, {0.9f, 0.1f, 0, 0.1f, 0.2f, 0.7f, 0, 1, 0}};
    QCOMPARE(frame_labels(scores), (std::vector<int>{-1, 1, 0}));
}

KINELENS_TEST(DetectionMetricsTest, nothing);

} // namespace detection_metrics_test
#include "detection_metrics_test.moc"
