#include "core/learning/training/trainer.h"

#include "core/learning/training/checkpoint.h"
#include "core/learning/training/metrics.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace trainer_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

PretrainOptions tiny() {
    PretrainOptions options;
    options.hidden_size = 16;
    options.frames = 8;
    options.views = 2;
    options.batch_size = 6;
    return options;
}

PretrainOptions contrastive() {
    auto options = tiny();
    options.objective = ObjectiveKind::contrastive;
    options.contrast_bank = 10;
    options.contrast_momentum = 0.9;
    return options;
}

Batch batch_of(std::uint64_t number, std::int64_t samples = 6) {
    torch::manual_seed(number);
    Batch batch{torch::randn({2, samples, 8, 1, 5, 3}), {}, {}};
    for (std::int64_t i = 0; i < samples; ++i) batch.keys.push_back(static_cast<std::uint64_t>(i));
    return batch;
}

double step(Trainer& trainer, std::uint64_t number) {
    if (!trainer.step(batch_of(number), 0, true)) return -1;
    return trainer.take_losses().value().back()[0];
}

std::vector<double> steps(const PretrainOptions& options, int count) {
    Trainer trainer(options, 1, 5, torch::kCPU);
    std::vector<double> losses;
    for (int i = 0; i < count; ++i) losses.push_back(step(trainer, static_cast<std::uint64_t>(i)));
    return losses;
}

} // namespace

class TrainerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void chunks_train_the_same() {
        auto options = tiny();
        options.learning_rate = 0.01; // so that a weight of the step before would show
        const auto whole = steps(options, 4);
        options.chunk_size = 4;
        const auto chunked = steps(options, 4);
        for (std::size_t i = 0; i < whole.size(); ++i) QVERIFY(std::abs(chunked[i] / whole[i] - 1) < 1e-3);
    }

    // Two samples, two views, one negative: by hand.
    void info_nce_by_hand() {
        const auto queries =
            torch::tensor({3.0, 0.0, 0.0, 2.0, 1.0, 0.0, 0.0, 1.0}, torch::kFloat64).view({2, 2, 2});
        const auto keys = unit_rows(queries);
        const auto bank = torch::tensor({0.6, 0.8}, torch::kFloat64).view({1, 2});
        // Every positive is 1; the negative is 0.6 for the first sample, 0.8 for the second.
        const double expected =
            (std::log(1 + std::exp((0.6 - 1) / 0.5)) + std::log(1 + std::exp((0.8 - 1) / 0.5))) / 2;
        QVERIFY(std::abs(info_nce(queries, keys, bank, 0.5).item<double>() - expected) < 1e-12);
    }

    void contrast_learns_and_fills_its_bank() {
        Trainer trainer(contrastive(), 1, 5, torch::kCPU);
        const auto bank = trainer.contrast()->tensors().back().second.clone();
        double first = 0, last = 0;
        for (int i = 0; i < 30; ++i) {
            last = step(trainer, 3);
            if (i == 0) first = last;
        }
        QVERIFY2(last < 0.8 * first, qPrintable(QString::number(last / first)));
        QCOMPARE(trainer.contrast()->position(), 30 * 6 % 10);
        const auto now = trainer.contrast()->tensors().back().second;
        QVERIFY(!torch::equal(now, bank));
        QVERIFY(torch::allclose(now.norm(2, 1), torch::ones({10}), 1e-4, 1e-5));
    }

    void contrast_resumes_exactly() {
        const QTemporaryDir folder;
        const Path file = folder.filePath("c.pt").toStdString();
        Trainer first(contrastive(), 1, 5, torch::kCPU), second(contrastive(), 1, 5, torch::kCPU);
        for (const std::uint64_t number : {1u, 2u}) step(first, number);
        QVERIFY(write_file_atomically(file, *pack_checkpoint(first, {}, "{}")).has_value());
        step(second, 9); // elsewhere
        QVERIFY(unpack_checkpoint(file, second).has_value());
        for (const std::uint64_t number : {3u, 4u, 5u}) QCOMPARE(step(second, number), step(first, number));
    }

    void only_weighted_terms_are_told() {
        auto options = tiny();
        options.variance_weight = options.covariance_weight = 0;
        const auto names = [&] {
            std::string all;
            for (const auto& metric : loss_metrics({}, active_terms(options))) all += metric.name + " ";
            return all;
        };
        QVERIFY(names().find("loss_variance") == std::string::npos);
        QVERIFY(names().find("loss_similarity_instance") != std::string::npos);
        options.objective = ObjectiveKind::contrastive;
        QCOMPARE(names(), std::string("loss_total loss_contrastive loss_contrastive_temporal "
                                      "loss_contrastive_spatial loss_contrastive_instance "));
    }

    void bf16_is_near_float32() {
        auto options = tiny();
        options.drop_path = 0;
        const auto exact = steps(options, 3);
        options.precision = Arithmetic::bf16;
        const auto shorter = steps(options, 3);
        for (std::size_t i = 0; i < exact.size(); ++i) QVERIFY(std::abs(shorter[i] / exact[i] - 1) < 0.05);
        QVERIFY(shorter[0] != exact[0]);
    }

    void the_processor_refuses_what_it_does_not_know() {
        QVERIFY(choose_precision(Arithmetic::bf16, torch::kCPU).has_value());
        for (const auto arithmetic : {Arithmetic::fp16, Arithmetic::tf32}) {
            const auto refused = choose_precision(arithmetic, torch::kCPU);
            QCOMPARE(refused.error().code, ErrorCode::invalid_argument);
            QCOMPARE(refused.error().subject, std::string("precision"));
        }
    }

    void loss_scale_steps_aside_for_overflow() {
        LossScale scale(true);
        QCOMPARE(scale.scaled(torch::ones({})).item<double>(), 65536.0);
        auto gradient = torch::full({2}, 131072.0F);
        QVERIFY(scale.unscale({gradient}));
        QCOMPARE(gradient[0].item<float>(), 2.0F);
        gradient.fill_(std::numeric_limits<float>::infinity());
        QVERIFY(!scale.unscale({gradient}));
        QCOMPARE(scale.value(), 32768.0);
        for (int i = 0; i < 2000; ++i) QVERIFY(scale.unscale({torch::zeros({1})}));
        QCOMPARE(scale.value(), 65536.0);
        LossScale off(false);
        QCOMPARE(off.scaled(torch::ones({})).item<double>(), 1.0);
    }
};

KINELENS_TEST(TrainerTest, event_loop);

} // namespace trainer_test
#include "trainer_test.moc"
