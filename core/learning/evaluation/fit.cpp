#include "core/learning/evaluation/fit.h"

#include "core/foundation/random.h"
#include "core/learning/training/schedule.h"
#include "core/learning/training/sgd.h"
#include "core/metrics/classification.h"
#include "core/options/pretrain_options.h"

#include <algorithm>
#include <torch/nn/functional/loss.h>

namespace kinelens::learning {
namespace {

using Samples = std::vector<std::size_t>;

class Fitting {
public:
    Fitting(Classifier& classifier, const EvaluationPlan& plan, const FitSides& sides,
            const FitOptions& options, std::uint64_t repeat, const FitHooks& hooks)
        : classifier_(classifier)
        , plan_(plan)
        , sides_(sides)
        , options_(options)
        , milestones_(parse_milestones(options.milestones).value_or(std::vector<int>{}))
        , random_(CounterRandom(mix64(static_cast<std::uint64_t>(options.seed))).fork("order").fork(repeat))
        , hooks_(hooks)
        , optimiser_(classifier.parameters(), options.momentum, options.weight_decay) {}

    Result<EpochChoice> run() {
        EpochChoice choice;
        for (std::int64_t epoch = 0; epoch < options_.epochs; ++epoch) {
            KINELENS_CHECK(train(epoch));
            const std::int64_t done = epoch + 1;
            if (done % options_.test_every == 0 || done == options_.epochs) {
                KINELENS_TRY(measured, measure(done));
                choice.offer(std::move(measured));
            }
            if (hooks_.epoch_done) hooks_.epoch_done(done);
        }
        return choice;
    }

private:
    Result<void> train(std::int64_t epoch) {
        const Samples order = order_of(epoch);
        const std::size_t size = batch_size();
        const double rate = scheduled_rate(options_.learning_rate, milestones_, options_.decay_factor, epoch);
        for (std::size_t first = 0; first < order.size(); first += size) {
            if (hooks_.stop.stop_requested()) return fail(ErrorCode::cancelled, "training");
            const auto batch = std::span(order).subspan(first, std::min(size, order.size() - first));
            optimiser_.clear_gradients();
            KINELENS_TRY(logits, classifier_.training_logits(batch, epoch));
            cross_entropy(logits, labels_of(batch)).backward();
            optimiser_.step(rate);
        }
        return {};
    }

    std::size_t batch_size() const {
        const std::size_t all = sides_.train.size();
        return options_.batch_size == 0 ? all : std::min(all, static_cast<std::size_t>(options_.batch_size));
    }

    // Ascending where one step takes all.
    Samples order_of(std::int64_t epoch) const {
        if (batch_size() == sides_.train.size()) return sides_.train;
        const CounterRandom random = random_.fork(static_cast<std::uint64_t>(epoch));
        std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
        for (const std::size_t sample : sides_.train)
            drawn.emplace_back(random.fork(plan_.names[sample]).next(), sample);
        std::sort(drawn.begin(), drawn.end());
        Samples order;
        for (const auto& [draw, sample] : drawn) order.push_back(sample);
        return order;
    }

    std::vector<std::int64_t> labels_of(std::span<const std::size_t> samples) const {
        std::vector<std::int64_t> labels;
        for (const std::size_t sample : samples) labels.push_back(plan_.labels[sample]);
        return labels;
    }

    Result<std::vector<float>> scores_of(const Samples& samples) {
        const torch::NoGradGuard no_grad;
        KINELENS_TRY(logits, classifier_.test_logits(samples));
        if (!torch::isfinite(logits).all().item<bool>())
            return fail(ErrorCode::training_diverged, "the classifier", "lower the learning rate");
        const auto scores = torch::softmax(logits, 1).to(torch::kCPU, torch::kFloat32).contiguous();
        return std::vector<float>(scores.data_ptr<float>(), scores.data_ptr<float>() + scores.numel());
    }

    double accuracy_of(const Samples& samples, const std::vector<float>& scores) const {
        const auto predicted = greatest_scores(scores, plan_.class_names.size());
        std::size_t right = 0;
        for (std::size_t i = 0; i < samples.size(); ++i)
            right += predicted[i] == plan_.labels[samples[i]] ? 1 : 0;
        return static_cast<double>(right) / static_cast<double>(samples.size());
    }

    Result<MeasuredEpoch> measure(std::int64_t done) {
        MeasuredEpoch measured;
        measured.epoch = done;
        KINELENS_TRY(scores, scores_of(sides_.test));
        measured.test_accuracy = accuracy_of(sides_.test, scores);
        measured.scores = std::move(scores);
        if (!sides_.validation.empty()) {
            KINELENS_TRY(held, scores_of(sides_.validation));
            measured.validation_accuracy = accuracy_of(sides_.validation, held);
        }
        return measured;
    }

    Classifier& classifier_;
    const EvaluationPlan& plan_;
    const FitSides& sides_;
    const FitOptions& options_;
    std::vector<int> milestones_;
    CounterRandom random_;
    const FitHooks& hooks_;
    Sgd optimiser_;
};

} // namespace

Result<EpochChoice> fit(Classifier& classifier, const EvaluationPlan& plan, const FitSides& sides,
                        const FitOptions& options, std::uint64_t repeat, const FitHooks& hooks) {
    return Fitting(classifier, plan, sides, options, repeat, hooks).run();
}

torch::Tensor cross_entropy(const torch::Tensor& logits, const std::vector<std::int64_t>& labels) {
    const auto truth = torch::tensor(labels, torch::kInt64).to(logits.device());
    return torch::nn::functional::cross_entropy(logits, truth);
}

} // namespace kinelens::learning
