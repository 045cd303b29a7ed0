#include "core/options/detection_options.h"
#include "core/options/option_json.h"
#include "tests/support/test_program.h"

#include <set>

namespace detection_options_test {

using namespace kinelens;

class DetectionOptionsTest : public QObject {
    Q_OBJECT
private slots:
    void everyKeyIsThereOnce();
    void releasedIsThePublishedScript();
    void presetsOfSegmentationServeTheDetector();
    void whatDoesNotGoTogetherIsRefused();
};

void DetectionOptionsTest::everyKeyIsThereOnce() {
    std::set<std::string> keys;
    for (const OptionInfo& info : option_table<DetectTrainOptions>())
        QVERIFY2(keys.insert(info.key).second, info.key.c_str());
    for (const OptionInfo& info : option_table<DetectOptions>()) QVERIFY(keys.contains(info.key));
    QVERIFY(keys.contains("enter_threshold"));
}

void DetectionOptionsTest::releasedIsThePublishedScript() {
    const auto released = preset_options<DetectTrainOptions>("detect-train", "released");
    QVERIFY(released.has_value());
    QVERIFY(validate(*released).has_value());
    QCOMPARE(released->optimiser, Optimiser::sgd);
    QCOMPARE(released->learning_rate, 0.005);
    QCOMPARE(released->epochs, 150);
    QCOMPARE(released->batch_size, 512);
    QCOMPARE(released->overlap, 0.0);
    const SegmentationOptions& intervals = *released;
    const SegmentationOptions published;
    QCOMPARE(option_values(intervals) == option_values(published), true);
    QVERIFY(validate(DetectTrainOptions{}).has_value());
}

void DetectionOptionsTest::presetsOfSegmentationServeTheDetector() {
    const auto gate = preset_options<DetectOptions>("segment", "pcm3");
    QVERIFY(gate.has_value());
    QCOMPARE(gate->route, IntervalRoute::gate);
    QCOMPARE(gate->overlap, DetectOptions{}.overlap);
}

void DetectionOptionsTest::whatDoesNotGoTogetherIsRefused() {
    DetectTrainOptions options;
    options.sampling = WindowSampling::fixed;
    QCOMPARE(validate(options).error().subject, std::string("sampling"));
    options.stretch = 1;
    QVERIFY(validate(options).has_value());
    options.class_lengths = "three";
    QCOMPARE(validate(options).error().subject, std::string("class_lengths"));
    options.class_lengths.clear();
    options.overlap = 1;
    QCOMPARE(validate(options).error().subject, std::string("overlap"));
}

KINELENS_TEST(DetectionOptionsTest, nothing);

} // namespace detection_options_test
#include "detection_options_test.moc"
