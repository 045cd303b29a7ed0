#include "core/foundation/random.h"
#include "core/segmentation/score_blend.h"
#include "core/segmentation/streamed_segmentation.h"
#include "tests/support/test_program.h"

#include <tuple>

namespace streamed_segmentation_test {

using namespace kinelens;

namespace {

SegmentationOptions plain() {
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    return options;
}

// Actions of 40 frames with 20 frames of background between them, classes in turn.
ScoreMap recording(std::int64_t frames) {
    ScoreMap map{frames, 3, {}};
    CounterRandom random(1);
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        const int label = frame % 60 < 20 ? 0 : 1 + static_cast<int>(frame / 60 % 2);
        const auto high = static_cast<float>(random.uniform(0.7, 0.9));
        for (int column = 0; column < 3; ++column)
            map.values.push_back(column == label ? high : (1 - high) / 2);
    }
    return map;
}

// In any order: blocks come one after the other.
auto sorted(std::vector<Interval> intervals) {
    std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) {
        return std::tie(a.start, a.label) < std::tie(b.start, b.label);
    });
    return intervals;
}

} // namespace

class StreamedSegmentationTest : public QObject {
    Q_OBJECT
private slots:
    void blocksChangeNothing_data();
    void blocksChangeNothing();
    void actionWithoutEndIsCut();
    void overlappingWindowsAreAveraged();
    void centreCountsMore();
};

void StreamedSegmentationTest::blocksChangeNothing_data() {
    QTest::addColumn<int>("part");
    QTest::newRow("frame by frame") << 1;
    QTest::newRow("odd parts") << 77;
    QTest::newRow("all at once") << 5000;
}

void StreamedSegmentationTest::blocksChangeNothing() {
    QFETCH(int, part);
    const ScoreMap scores = recording(5000);
    StreamedSegmentation streamed(plain(), 3, 200);
    for (int twice = 0; twice < 2; ++twice) {
        for (std::int64_t first = 0; first < scores.frames; first += part)
            streamed.add(scores.values.data() + first * 3,
                         std::min<std::int64_t>(part, scores.frames - first));
        const auto found = sorted(streamed.finish());
        QVERIFY(found.size() > 80);
        QCOMPARE(found == sorted(segment(scores, plain())), true);
    }
}

void StreamedSegmentationTest::actionWithoutEndIsCut() {
    StreamedSegmentation streamed(plain(), 2, 100);
    for (int frame = 0; frame < 1000; ++frame) {
        const float row[] = {0.1f, 0.9f};
        streamed.add(row, 1);
    }
    const auto found = sorted(streamed.finish());
    std::int64_t covered = 0;
    for (const Interval& interval : found) {
        QCOMPARE(interval.start, covered);
        covered = interval.end;
    }
    QCOMPARE(covered, 1000);
    QCOMPARE(found.size(), std::size_t{10});
}

void StreamedSegmentationTest::overlappingWindowsAreAveraged() {
    ScoreBlend blend(2, false);
    const std::vector<float> ones(8, 1.0f);
    const std::vector<float> threes(8, 3.0f);
    blend.add(0, ones.data(), 4);
    blend.add(2, threes.data(), 4);
    const std::vector<float> first{1, 1, 1, 1};
    QCOMPARE(blend.take_before(2), first);
    const std::vector<float> rest{2, 2, 2, 2, 3, 3, 3, 3};
    QCOMPARE(blend.take_before(100), rest);
    QCOMPARE(blend.taken(), 6);
    QVERIFY(blend.take_before(100).empty());
}

void StreamedSegmentationTest::centreCountsMore() {
    ScoreBlend blend(1, true);
    const std::vector<float> zeros(4, 0.0f);
    const std::vector<float> ones(4, 1.0f);
    blend.add(0, zeros.data(), 4); // weights 1 2 2 1
    blend.add(2, ones.data(), 4);
    const std::vector<float> wanted{0, 0, 1.0f / 3, 2.0f / 3, 1, 1};
    QCOMPARE(blend.take_before(6), wanted);
}

KINELENS_TEST(StreamedSegmentationTest, nothing);

} // namespace streamed_segmentation_test
#include "streamed_segmentation_test.moc"
