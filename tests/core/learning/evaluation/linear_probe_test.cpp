#include "core/foundation/random.h"
#include "core/learning/evaluation/fine_tuning.h"
#include "core/learning/evaluation/fit.h"
#include "core/learning/evaluation/linear_head.h"
#include "core/learning/evaluation/linear_probe.h"
#include "core/learning/training/schedule.h"
#include "core/learning/training/sgd.h"
#include "core/metrics/classification.h"
#include "tests/core/learning/support/golden.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <numeric>

namespace linear_probe_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

double largest_relative(const torch::Tensor& ours, const torch::Tensor& theirs) {
    return ((ours - theirs).abs() / theirs.abs().clamp_min(1e-12)).max().item<double>();
}

// Three classes of 40 samples in 12 dimensions, apart but for noise.
struct Toy {
    EvaluationPlan plan;
    torch::Tensor features;
    FitSides sides;

    explicit Toy(double noise) {
        plan.class_names = {"a", "b", "c"};
        std::vector<float> values;
        for (int i = 0; i < 120; ++i) {
            plan.names.push_back(std::to_string(1000 + i));
            plan.labels.push_back(i % 3);
            CounterRandom random(static_cast<std::uint64_t>(i));
            for (int d = 0; d < 12; ++d)
                values.push_back(static_cast<float>((d % 3 == i % 3 ? 1.0 : 0.0) + noise * random.normal()));
            (i < 60 ? sides.train : i < 80 ? sides.validation : sides.test).push_back(std::size_t(i));
        }
        features = torch::tensor(values).view({120, 12});
    }

    Result<EpochChoice> fitted(const FitOptions& options) {
        LinearProbe probe(features, linear_head(12, 3, 1, 0));
        return fit(probe, plan, sides, options, 0, {});
    }
};

FitOptions quick() {
    FitOptions options;
    options.epochs = 20;
    options.batch_size = 16;
    options.learning_rate = 0.1;
    options.milestones = "15";
    return options;
}

} // namespace

class LinearProbeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void golden_steps() {
        if (!golden::present()) QSKIP("no golden numbers");
        const auto load = [](const char* name) { return golden::load(std::string("linear_probe/") + name); };
        const torch::Tensor features = load("feat.npy").to(torch::kFloat64), labels = load("label.npy");
        Linear head = linear_head(48, 10, 0, 0);
        head->to(torch::kFloat64);
        {
            const torch::NoGradGuard no_grad;
            head->weight.copy_(load("w0.npy"));
            head->bias.copy_(load("b0.npy"));
        }
        LinearProbe probe(features, head);
        Sgd optimiser(probe.parameters(), 0.9, 0);
        std::vector<std::size_t> all(64);
        std::iota(all.begin(), all.end(), std::size_t{0});
        const std::vector<std::int64_t> truth(labels.data_ptr<std::int64_t>(),
                                              labels.data_ptr<std::int64_t>() + 64);
        for (int step = 0; step < 5; ++step) {
            optimiser.clear_gradients();
            const auto logits = *probe.training_logits(all, 0);
            if (step == 4) expect_accuracy(logits.detach(), truth, load("acc_step5.npy"));
            const auto loss = cross_entropy(logits, truth);
            QVERIFY(largest_relative(loss.detach(), load("losses.npy")[step]) < 1e-9);
            loss.backward();
            optimiser.step(0.006);
        }
        QVERIFY(largest_relative(head->weight.detach(), load("w5.npy")) < 1e-9);
        QVERIFY(largest_relative(head->bias.detach(), load("b5.npy")) < 1e-9);
    }

    void golden_schedule() {
        if (!golden::present()) QSKIP("no golden numbers");
        const auto rates = golden::load("linear_probe/lr_schedule.npy");
        QCOMPARE(rates.numel(), 160);
        for (int epoch = 0; epoch < 160; ++epoch) {
            const double theirs = rates[epoch].item<double>();
            QVERIFY(std::abs(scheduled_rate(0.006, {120, 140}, 0.1, epoch) - theirs) < 1e-12 * theirs);
        }
    }

    void separable_classes_are_learned() {
        Toy toy(0.3);
        const auto choice = toy.fitted(quick());
        QVERIFY(choice.has_value());
        QVERIFY(choice->last().test_accuracy > 0.95);
        QCOMPARE(choice->last().epoch, 20);
        QCOMPARE(choice->counted(EpochSelection::validation), EpochSelection::validation);
        QCOMPARE(choice->chosen(EpochSelection::last).epoch, 20);
        auto options = quick();
        options.batch_size = 0; // one step an epoch
        QVERIFY(toy.fitted(options)->last().test_accuracy > 0.9);
    }

    void same_seed_same_numbers() {
        Toy toy(1);
        const auto one = toy.fitted(quick()), two = toy.fitted(quick());
        QCOMPARE(one->last().scores, two->last().scores);
        auto options = quick();
        options.seed = 1; // another order
        QVERIFY(toy.fitted(options)->last().scores != one->last().scores);
    }

    // Each epoch keeps what it is named for.
    void epochs_are_what_they_are_named() {
        EpochChoice choice;
        choice.offer({5, 0.7, 0.6, {1}});
        choice.offer({10, 0.9, 0.5, {2}});
        choice.offer({15, 0.8, 0.6, {3}});
        choice.offer({20, 0.9, 0.4, {4}});
        QCOMPARE(choice.last().epoch, 20);
        QCOMPARE(choice.best_on_test().epoch, 10);
        QCOMPARE(choice.chosen(EpochSelection::validation).epoch, 15);
        QCOMPARE(choice.chosen(EpochSelection::test).scores, std::vector<float>{2});
        EpochChoice blind;
        blind.offer({5, 0.7, {}, {1}});
        blind.offer({10, 0.6, {}, {2}});
        QCOMPARE(blind.counted(EpochSelection::validation), EpochSelection::last);
        QCOMPARE(blind.chosen(EpochSelection::validation).epoch, 10);
    }

    void standardised_on_the_training_side_alone() {
        Toy toy(1);
        toy.features.index({torch::indexing::Slice(), 3}).fill_(7); // never changes
        const auto rows = standardised(toy.features, toy.sides.train);
        const auto train = rows.index_select(0, index_of(toy.sides.train, torch::kCPU));
        QVERIFY(train.mean(0).abs().max().item<double>() < 1e-5);
        QVERIFY(std::abs(train.index({torch::indexing::Slice(), 0}).var(false).item<double>() - 1) < 1e-4);
        QCOMPARE(rows.index({torch::indexing::Slice(), 3}).abs().max().item<double>(), 0.0);
    }

    void too_large_a_rate_is_said() {
        Toy toy(1);
        auto options = quick();
        options.learning_rate = 3e38;
        const auto choice = toy.fitted(options);
        QVERIFY(!choice);
        QCOMPARE(choice.error().code, ErrorCode::training_diverged);
    }

    void crops_stay_inside() {
        for (const std::int64_t frames : {1, 2, 7, 64, 301}) {
            for (const double u : {0.0, 0.37, 0.999999}) {
                const ClipWindow crop = random_crop(frames, 0.5, 1, u, 0.999999);
                QVERIFY(crop.length >= 1 && crop.first >= 0 && crop.first + crop.length <= frames);
            }
            const ClipWindow middle = middle_crop(frames, 0.95);
            QVERIFY(middle.length >= 1 && middle.first + middle.length <= frames);
        }
        QCOMPARE(middle_crop(40, 0.95).first, 1);
        QCOMPARE(middle_crop(40, 0.95).length, 38);
        QCOMPARE(random_crop(100, 0.5, 1, 0, 0).length, 50);
    }

private:
    static void expect_accuracy(const torch::Tensor& exact, const std::vector<std::int64_t>& truth,
                                const torch::Tensor& percent) {
        const auto logits = exact.to(torch::kFloat32).contiguous();
        const std::vector<float> scores(logits.data_ptr<float>(), logits.data_ptr<float>() + logits.numel());
        const std::vector<std::int32_t> labels(truth.begin(), truth.end());
        const auto figures = classification_figures(labels, greatest_scores(scores, 10), scores, 10);
        QCOMPARE(100 * figures.top1, percent[0].item<double>());
        QCOMPARE(100 * *figures.top5, percent[1].item<double>());
    }
};

KINELENS_TEST(LinearProbeTest, event_loop);

} // namespace linear_probe_test
#include "linear_probe_test.moc"
