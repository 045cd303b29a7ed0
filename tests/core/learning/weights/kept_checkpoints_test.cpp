#include "core/learning/detection/detect_job.h"
#include "core/learning/detection/detector.h"
#include "core/learning/evaluation/features_job.h"
#include "core/learning/weights/saved_model.h"
#include "core/results/features_reader.h"
#include "tests/support/kept_files.h"
#include "tests/support/test_program.h"

namespace kept_checkpoints_test {

using namespace kinelens;
using namespace kinelens::learning;

// What version 0.1 trained still says the same of the same dataset.
class KeptCheckpointsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_encoder_makes_the_features_it_made() {
        const Path output = kept_.path("again.h5");
        const auto made = compute_features(kept_.path("pretrain/checkpoints/epoch-0002.pt"), data_, output,
                                           {}, [](const Event&) {}, {});
        QVERIFY2(made.has_value(), made ? "" : describe(made.error()).c_str());
        const auto kept = read_features(kept_.path("features.h5")), again = read_features(output);
        QCOMPARE(again->names, kept->names);
        QCOMPARE(again->instance.size(), std::size_t(4 * 16));
        for (std::size_t i = 0; i < kept->instance.size(); ++i)
            QVERIFY(std::abs(again->instance[i] - kept->instance[i]) < 1e-4F);
    }

    void a_detector_detects() {
        const Path checkpoint = kept_.path("detect-train/checkpoints/detector.pt");
        const auto detector = load_detector(checkpoint);
        QVERIFY2(detector.has_value(), detector ? "" : describe(detector.error()).c_str());
        QCOMPARE(detector->class_names, (std::vector<std::string>{"clap", "kick"}));
        QCOMPARE(detector->options.epochs, 10);
        const auto options = trained_detect_options(checkpoint);
        const auto found =
            run_detection(checkpoint, data_, kept_.path("found"), *options, [](const Event&) {}, {});
        QVERIFY2(found.has_value(), found ? "" : describe(found.error()).c_str());
        QCOMPARE(found->sequences, std::int64_t(4));
        QCOMPARE(found->frames, std::int64_t(183));
    }

private:
    const testing::KeptFiles kept_{"0.1"};
    const Path data_ = kept_.path("dataset.h5");
};

KINELENS_TEST(KeptCheckpointsTest, nothing);

} // namespace kept_checkpoints_test
#include "kept_checkpoints_test.moc"
