// What the options of sampling and of weighting change: how many windows, and how much a frame counts.
#include "core/learning/detection/detector_training.h"
#include "tests/core/learning/support/small_model.h"
#include "tests/support/test_program.h"
#include "tests/support/untrimmed_dataset.h"

#include <QTemporaryDir>

namespace training_windows_test {

using namespace kinelens;
using namespace kinelens::learning;
using namespace kinelens::testing;

class TrainingWindowsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::shared_ptr<const DatasetReader> dataset_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

    static DetectTrainOptions options() {
        DetectTrainOptions options;
        options.preprocess = Normalisation::none;
        options.window_frames = 24;
        options.threads = 1;
        return options;
    }

    TrainingWindows windows(const DetectTrainOptions& options) const {
        const auto detector = begin_detector(path("m.pt"), dataset_->info(), options, 0);
        return {dataset_, {0}, *window_shape(*detector, dataset_->info()), options, 1};
    }

    std::vector<float> loss_weights(const DetectTrainOptions& options) const {
        auto detector = begin_detector(path("m.pt"), dataset_->info(), options, 0);
        const DetectorTraining training(*detector, windows(options), torch::kCPU, 0);
        const torch::Tensor& weights = training.loss_weights();
        if (!weights.defined()) return {};
        return {weights.data_ptr<float>(), weights.data_ptr<float>() + weights.numel()};
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(write_untrimmed_dataset(path("d.h5"), 2).has_value());
        QVERIFY(test_support::save_small_model(path("m.pt"), anonymous_layout(6)).has_value());
        dataset_ = std::make_shared<const DatasetReader>(*DatasetReader::open(path("d.h5")));
    }

    void stride_and_draws_say_how_many() {
        auto asked = options();
        QCOMPARE(windows(asked).size(), std::size_t{8}); // 180 frames by 24, and the last 24
        asked.window_stride = 12;
        QCOMPARE(windows(asked).size(), std::size_t{14});
        asked.samples_per_window = 3;
        const auto drawn = windows(asked);
        QCOMPARE(drawn.size(), std::size_t{42});
        auto order = drawn.order(0);
        QVERIFY(order != drawn.order(1));
        std::sort(order.begin(), order.end());
        for (std::size_t i = 0; i < order.size(); ++i) QCOMPARE(order[i], i);
    }

    // Fixed windows at the stride hold the labels of their frames.
    void fixed_windows_stand_at_the_stride() {
        auto asked = options();
        asked.sampling = WindowSampling::fixed;
        asked.stretch = 1;
        asked.mirror = 0;
        asked.window_stride = 12;
        const auto made = windows(asked);
        const std::vector<std::size_t> second{1}, third{2};
        const auto batch = made.batch(second, 0);
        QVERIFY(batch.has_value());
        std::vector<std::int64_t> labels(180, 0);
        for (const Interval& interval : dataset_->intervals())
            if (interval.sequence == 0)
                std::fill(labels.begin() + interval.start, labels.begin() + interval.end, interval.label + 1);
        for (const auto& [place, first] : {std::pair{second, 12}, {third, 24}}) {
            const auto wanted = window_labels(labels, first, 24, 16);
            QVERIFY(torch::equal(made.batch(place, 0)->labels[0], torch::tensor(wanted, torch::kInt64)));
        }
    }

    void weights_follow_the_frames() {
        auto asked = options();
        QVERIFY(loss_weights(asked).empty());
        const auto frames = windows(asked).frames_of_classes();
        const auto count = [&](std::size_t label) { return static_cast<double>(frames[label]); };
        QVERIFY(frames[1] != frames[2] && frames[1] > 0 && frames[2] > 0);
        for (const auto& [name, power] :
             {std::pair{ClassWeights::balanced, 1.0}, {ClassWeights::root, 0.5}}) {
            asked.class_weights = name;
            const auto weights = loss_weights(asked);
            QVERIFY(std::abs(weights[1] / weights[2] - std::pow(count(2) / count(1), power)) < 1e-5);
            QVERIFY(std::abs(weights[0] / weights[2] - std::pow(count(2) / count(0), power)) < 1e-5);
            double sum = 0; // the mean weight of a frame is 1
            for (std::size_t label = 0; label < 3; ++label) sum += weights[label] * count(label);
            QVERIFY(std::abs(sum / (count(0) + count(1) + count(2)) - 1) < 1e-5);
        }
        asked.class_weights = ClassWeights::none;
        asked.background_weight = 0.25;
        const auto quarter = loss_weights(asked);
        QVERIFY(std::abs(quarter[0] / quarter[1] - 0.25) < 1e-6 && quarter[1] == quarter[2]);
        asked.background_weight = 0;
        QCOMPARE(loss_weights(asked)[0], 0.0f);
    }
};

KINELENS_TEST(TrainingWindowsTest, event_loop);

} // namespace training_windows_test
#include "training_windows_test.moc"
