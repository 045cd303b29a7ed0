#include "core/dataset/interval_overlap.h"
#include "core/foundation/random.h"
#include "core/options/option_json.h"
#include "core/segmentation/score_columns.h"
#include "core/segmentation/segmentation.h"
#include "tests/support/golden_detection.h"
#include "tests/support/test_program.h"

#include <map>

namespace segmentation_test {

using namespace kinelens;
using namespace kinelens::test;

namespace {

SegmentationOptions preset(const char* name) {
    return *preset_options<SegmentationOptions>("segment", name);
}

// Class 1 follows `scores`, class 2 is always 0, the background is the rest.
ScoreMap one_class(const std::vector<float>& scores) {
    ScoreMap map{static_cast<std::int64_t>(scores.size()), 3, {}};
    for (const float score : scores) map.values.insert(map.values.end(), {1 - score, score, 0});
    return map;
}

using Frames = std::vector<std::pair<std::int64_t, std::int64_t>>;
Frames frames_of(const std::vector<Interval>& intervals) {
    Frames frames;
    for (const Interval& interval : intervals) frames.emplace_back(interval.start, interval.end);
    return frames;
}

void compare(const std::vector<Interval>& made, const std::vector<Interval>& wanted, double tolerance) {
    QCOMPARE(made.size(), wanted.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        QCOMPARE(made[i].label, wanted[i].label);
        QCOMPARE(made[i].start, wanted[i].start);
        QCOMPARE(made[i].end, wanted[i].end);
        QCOMPARE(made[i].sequence, wanted[i].sequence);
        QVERIFY(std::abs(made[i].confidence - wanted[i].confidence) <= tolerance);
    }
}

ScoreMap random_scores(std::uint64_t seed, std::int64_t frames, int classes) {
    CounterRandom random(seed);
    ScoreMap map{frames, classes, {}};
    for (std::int64_t i = 0; i < frames * classes; ++i)
        map.values.push_back(static_cast<float>(random.uniform()));
    return map;
}

} // namespace

class SegmentationTest : public QObject {
    Q_OBJECT
private slots:
    void released_data();
    void released();
    void pcm3();
    void windows();
    void twoThresholds();
    void mergedOverGaps();
    void shortOnesAreDropped();
    void suppressionByClassAndAgnostic();
    void suppressionAgainstTheSlowWay();
    void degenerateScores();
    void classLengths();
    void wrongOptions();
};

void SegmentationTest::released_data() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    QTest::addColumn<double>("threshold");
    QTest::newRow("0.02") << 0.02;
    QTest::newRow("0.3") << 0.3;
}

void SegmentationTest::released() {
    QFETCH(double, threshold);
    const std::string name = threshold == 0.02 ? "thr0.02" : "thr0.3";
    SegmentationOptions options = preset("released");
    QCOMPARE(options.enter_threshold, 0.02);
    options.enter_threshold = threshold;
    for (int video = 0; video < 8; ++video) {
        options.suppression = Suppression::none;
        compare(segment(golden_scores(video), options, video), golden_intervals("prop_" + name, video), 1e-6);
        options.suppression = Suppression::agnostic;
        compare(segment(golden_scores(video), options, video), golden_intervals("nms_" + name, video), 1e-6);
    }
}

void SegmentationTest::pcm3() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    for (int video = 0; video < 8; ++video) {
        const ScoreColumns columns(golden_scores(video), 10);
        const ScoreMap smooth = golden_scores(video, "smooth10");
        double largest = 0;
        for (std::int64_t frame = 0; frame < smooth.frames; ++frame)
            for (int label = 0; label < smooth.classes; ++label)
                largest = std::max(
                    largest,
                    std::abs(double(columns.column(label)[static_cast<std::size_t>(frame)]) -
                             smooth.values[static_cast<std::size_t>(frame * smooth.classes + label)]));
        QVERIFY(largest < 1e-6);
        compare(segment(golden_scores(video), preset("pcm3"), video), golden_intervals("seg_act0.4", video),
                1e-6);
    }
}

void SegmentationTest::windows() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    for (int video = 0; video < 8; ++video)
        compare(segment(golden_scores(video), preset("windows"), video), golden_intervals("interval", video),
                1e-5);
}

void SegmentationTest::twoThresholds() {
    const ScoreMap scores = one_class({0, 0.3f, 0.6f, 0.3f, 0, 0.3f, 0.4f, 0.1f, 0.9f});
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{2, 3}, {8, 9}}));
    options.stay_threshold = 0.2;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{1, 4}, {8, 9}}));
    options.stay_threshold = 0.05;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{1, 4}, {5, 9}}));
    QVERIFY(std::abs(segment(scores, options)[0].confidence - 0.4f) < 1e-6f);
}

void SegmentationTest::mergedOverGaps() {
    const ScoreMap scores = one_class({1, 1, 0, 1, 0, 0, 1});
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    options.merge_gap = 1;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{0, 4}, {6, 7}}));
    QCOMPARE(segment(scores, options)[0].confidence, 0.75f);
    options.merge_gap = 2;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{0, 7}}));
}

void SegmentationTest::shortOnesAreDropped() {
    ScoreMap scores = one_class({1, 0, 1, 1, 0, 1, 1, 1});
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    options.minimum_length = 2;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{2, 4}, {5, 8}}));
    options.class_lengths = "1:3,2:1";
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{5, 8}}));
    options.class_lengths = "2:3";
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{2, 4}, {5, 8}}));
}

void SegmentationTest::suppressionByClassAndAgnostic() {
    // Class 1 over frames 0-9, class 2 over frames 1-8: they share 8 of 10 frames.
    ScoreMap scores{10, 3, std::vector<float>(30, 0)};
    for (std::size_t frame = 0; frame < 10; ++frame) scores.values[frame * 3 + 1] = 0.5f;
    for (std::size_t frame = 1; frame < 9; ++frame) scores.values[frame * 3 + 2] = 0.6f;
    SegmentationOptions options;
    options.suppression = Suppression::of_class;
    QCOMPARE(segment(scores, options).size(), std::size_t(2));
    options.suppression = Suppression::agnostic;
    QCOMPARE(frames_of(segment(scores, options)), (Frames{{1, 9}}));
    options.suppression_overlap = 0.8;
    QCOMPARE(segment(scores, options).size(), std::size_t(2));
}

void SegmentationTest::suppressionAgainstTheSlowWay() {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const ScoreMap scores = random_scores(seed, 200, 5);
        SegmentationOptions options;
        options.enter_threshold = 0.5;
        options.stay_threshold = 0.2;
        auto all = segment(scores, options);
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
        std::vector<Interval> kept;
        for (const Interval& interval : all)
            if (std::none_of(kept.begin(), kept.end(),
                             [&](const auto& k) { return temporal_overlap(k, interval) > 0.1; }))
                kept.push_back(interval);
        options.suppression = Suppression::agnostic;
        QCOMPARE(segment(scores, options), kept);
    }
}

void SegmentationTest::degenerateScores() {
    for (const char* name : {"released", "pcm3", "windows"}) {
        SegmentationOptions options = preset(name);
        QVERIFY(segment({0, 3, {}}, options).empty());
        QVERIFY(segment({2, 1, {1, 1}}, options).empty());
        QVERIFY(segment(one_class({0}), options).empty());
        QVERIFY(segment(one_class({0, 0, 0}), options).empty());
        for (const int smoothing : {0, 1, 1000}) {
            options.smoothing = smoothing;
            for (const std::size_t frames : {1, 2, 3, 40})
                for (const Interval& interval : segment(one_class(std::vector<float>(frames, 1)), options)) {
                    QVERIFY(interval.start >= 0 && interval.start < interval.end);
                    QVERIFY(interval.end <= static_cast<std::int64_t>(frames));
                    QVERIFY(std::abs(interval.confidence - 1) < 1e-6f);
                }
        }
    }
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(frames_of(segment(one_class({nan, 1, 1, nan}), {})), (Frames{{1, 3}}));
}

void SegmentationTest::classLengths() {
    QCOMPARE(*parse_class_lengths(""), std::vector<int>{});
    QCOMPARE(*parse_class_lengths("3:12,1:4"), (std::vector<int>{4, 0, 12}));
    QCOMPARE(class_lengths_text({4, 0, 12}), std::string("1:4,3:12"));
    const std::vector<Interval> intervals{{0, 0, 0, 10}, {0, 0, 0, 30}, {0, 0, 0, 20}, {1, 2, 5, 12}};
    QCOMPARE(class_lengths_of(intervals, 4, 0.5), (std::vector<int>{10, 0, 3, 0}));
}

void SegmentationTest::wrongOptions() {
    SegmentationOptions options;
    QVERIFY(validate(options).has_value());
    for (const char* text : {"3", "3:", ":3", "a:3", "0:3", "3:-1", "3:4;5:6"}) {
        options.class_lengths = text;
        QVERIFY2(!validate(options), text);
        QCOMPARE(validate(options).error().subject, std::string("class_lengths"));
    }
    options = {};
    options.window = 0;
    QCOMPARE(validate(options).error().subject, std::string("window"));
}

KINELENS_TEST(SegmentationTest, nothing);

} // namespace segmentation_test
#include "segmentation_test.moc"
