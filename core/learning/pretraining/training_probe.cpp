#include "core/learning/pretraining/training_probe.h"

#include "core/foundation/parallel.h"
#include "core/learning/evaluation/clip_encoder.h"
#include "core/learning/evaluation/fit.h"
#include "core/learning/evaluation/linear_head.h"
#include "core/learning/evaluation/linear_probe.h"
#include "core/neighbours/neighbours.h"

#include <numeric>

namespace kinelens::learning {
namespace {

constexpr std::size_t kept_clip_bytes = std::size_t(512) << 20;
constexpr std::size_t clips_at_a_time = 32;

// All training samples in one step on standardised features: seconds for thousands of samples.
FitOptions quick_fit() {
    FitOptions options;
    options.epochs = 200;
    options.batch_size = 0;
    options.learning_rate = 0.1;
    options.milestones = "140,180";
    options.selection = EpochSelection::last;
    options.validation_share = 0;
    options.test_every = options.epochs;
    return options;
}

std::string protocol_of(const Experiment& experiment, const PretrainOptions& options) {
    if (!options.probe_protocol.empty()) return options.probe_protocol;
    return experiment.protocol.empty() ? "random:0.8" : experiment.protocol;
}

} // namespace

Result<TrainingProbe> TrainingProbe::open(const Experiment& experiment, const PretrainOptions& options,
                                          int bodies) {
    KINELENS_TRY(opened, DatasetReader::open(experiment.data));
    const auto dataset = std::make_shared<const DatasetReader>(std::move(opened));
    TrainingProbe probe;
    probe.seed_ = static_cast<std::uint64_t>(options.seed);
    const std::string protocol = protocol_of(experiment, options);
    KINELENS_TRY(plan, plan_evaluation(*dataset, protocol, probe.seed_));
    if (plan.folds.size() != 1)
        return fail(ErrorCode::invalid_argument, "probe_protocol",
                    protocol + " means " + std::to_string(plan.folds.size()) + " splits; name one, as " +
                        plan.folds.front().protocol);
    probe.plan_ = std::move(plan);
    probe.clips_ = std::make_shared<ClipStore>(
        clip_sources(dataset->sequences(), dataset->intervals(), probe.plan_.sequences, Segments::whole, 1,
                     1),
        motions_of(dataset), dataset->info().layout,
        normalisation_options(options.preprocess, bodies, dataset->info().up), kept_clip_bytes);
    probe.shape_ = {options.frames, options.stream, static_cast<int>(thread_count(options.threads))};
    return probe;
}

Result<torch::Tensor> TrainingProbe::features_of(UsdrlModel& model, const torch::Device& device) {
    const torch::NoGradGuard no_grad;
    std::vector<std::size_t> all(clips_->size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    std::vector<torch::Tensor> rows;
    for (std::size_t first = 0; first < all.size(); first += clips_at_a_time) {
        const auto chosen = std::span(all).subspan(first, std::min(clips_at_a_time, all.size() - first));
        KINELENS_TRY(batch, clip_batch(*clips_, chosen, shape_));
        rows.push_back(instance_of(model->encoder().forward(batch.to(device), {})).to(torch::kCPU));
    }
    return torch::cat(rows).contiguous();
}

Result<double> TrainingProbe::linear(const torch::Tensor& features) const {
    const EvaluationFold& fold = plan_.folds.front();
    const auto classes = static_cast<std::int64_t>(plan_.class_names.size());
    LinearProbe probe(standardised(features, fold.train), linear_head(features.size(1), classes, seed_, 0));
    KINELENS_TRY(choice, fit(probe, plan_, {fold.train, {}, fold.test}, quick_fit(), 0, {}));
    return choice.last().test_accuracy;
}

double TrainingProbe::nearest(const torch::Tensor& features) const {
    const EvaluationFold& fold = plan_.folds.front();
    const auto gallery = features.index_select(0, index_of(fold.train, torch::kCPU));
    const auto queries = features.index_select(0, index_of(fold.test, torch::kCPU));
    const auto rows = [](const torch::Tensor& of) {
        return FeatureRows{of.data_ptr<float>(), of.size(0), of.size(1)};
    };
    const auto found = exact_neighbours(rows(queries), rows(gallery), 1, Distance::cosine,
                                        static_cast<unsigned>(shape_.threads));
    std::size_t right = 0;
    for (std::size_t i = 0; i < fold.test.size(); ++i) {
        const auto place = fold.train[static_cast<std::size_t>(found.indices[i])];
        right += plan_.labels[place] == plan_.labels[fold.test[i]];
    }
    return static_cast<double>(right) / static_cast<double>(fold.test.size());
}

Result<std::vector<Metric>> TrainingProbe::measure(UsdrlModel& model, const torch::Device& device) {
    KINELENS_TRY(features, features_of(model, device));
    KINELENS_TRY(accuracy, linear(features));
    return std::vector<Metric>{{"probe_linear", accuracy}, {"probe_nearest", nearest(features)}};
}

} // namespace kinelens::learning
