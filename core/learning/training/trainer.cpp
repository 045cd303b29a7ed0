#include "core/learning/training/trainer.h"

#include "core/foundation/random.h"

#include <cmath>

namespace kinelens::learning {
namespace {

UsdrlModel built_model(const PretrainOptions& options, int bodies, int joints, const torch::Device& device) {
    UsdrlModel model(model_options(options, bodies, joints));
    initialise(*model, static_cast<std::uint64_t>(options.seed));
    model->to(device);
    model->train();
    return model;
}

LossValues to_values(const torch::Tensor& tensor) {
    LossValues values{};
    const double* at = tensor.data_ptr<double>();
    std::copy(at, at + values.size(), values.begin());
    return values;
}

bool all_finite(const std::vector<torch::Tensor>& tensors) {
    for (const auto& tensor : tensors)
        if (tensor.is_floating_point() && !torch::isfinite(tensor).all().item<bool>()) return false;
    return true;
}

// Uniform draws (layers, 6, K·N), keyed by seed, epoch, sequence and view.
torch::Tensor drop_uniforms(const Batch& batch, std::int64_t seed, std::int64_t epoch, std::int64_t layers) {
    const auto views = batch.views.size(0);
    const auto samples = static_cast<std::int64_t>(batch.keys.size());
    const CounterRandom root = CounterRandom(mix64(static_cast<std::uint64_t>(seed)))
                                   .fork("drop path")
                                   .fork(static_cast<std::uint64_t>(epoch));
    auto uniforms = torch::empty({layers, 6, views * samples}, torch::kFloat32);
    auto at = uniforms.accessor<float, 3>();
    for (std::int64_t view = 0; view < views; ++view) {
        for (std::int64_t sample = 0; sample < samples; ++sample) {
            CounterRandom random = root.fork(batch.keys[static_cast<std::size_t>(sample)])
                                       .fork(static_cast<std::uint64_t>(view));
            for (std::int64_t layer = 0; layer < layers; ++layer)
                for (std::int64_t call = 0; call < 6; ++call)
                    at[layer][call][view * samples + sample] = static_cast<float>(random.uniform());
        }
    }
    return uniforms;
}

} // namespace

Trainer::Trainer(const PretrainOptions& options, int bodies, int joints, const torch::Device& device)
    : options_(options)
    , objective_(objective_options(options))
    , milestones_(parse_milestones(options.milestones).value_or(std::vector<int>{}))
    , device_(device)
    , model_(built_model(options, bodies, joints, device))
    , optimiser_(*model_, options.weight_decay) {}

double Trainer::learning_rate(std::int64_t epoch) const {
    double rate = options_.learning_rate;
    for (const int milestone : milestones_)
        if (epoch >= milestone) rate *= options_.decay_factor;
    return rate;
}

bool Trainer::is_finite() const {
    return all_finite(model_->parameters()) && all_finite(model_->buffers());
}

std::vector<DropFactors> Trainer::drop_for(const Batch& batch, std::int64_t epoch) {
    const auto layers = static_cast<std::int64_t>(model_->encoder().drop_layers());
    if (options_.drop_path <= 0 || layers == 0) return {};
    const auto factors =
        drop_factors(drop_uniforms(batch, options_.seed, epoch, layers), options_.drop_path).to(device_);
    return factors.unbind(0);
}

Result<void> Trainer::check_loss(const LossValues& losses) const {
    for (const double value : losses)
        if (!std::isfinite(value)) return fail(ErrorCode::training_diverged, "loss", "not a finite number");
    if (losses[0] > options_.abort_loss)
        return fail(ErrorCode::training_diverged, "loss",
                    std::to_string(losses[0]) + " above " + std::to_string(options_.abort_loss));
    return {};
}

Result<StepReport> Trainer::step(const Batch& batch, std::int64_t epoch, bool measure_health) {
    optimiser_.clear_gradients();
    const auto projections = model_->forward(batch.views.to(device_), drop_for(batch, epoch));
    const auto losses = objective(projections, objective_);
    StepReport report;
    report.losses = to_values(losses.values());
    KINELENS_CHECK(check_loss(report.losses));

    losses.total.backward();
    report.gradient_norm = optimiser_.gradient_norm();
    if (!std::isfinite(report.gradient_norm))
        return fail(ErrorCode::training_diverged, "gradient", "not a finite number");
    report.learning_rate = learning_rate(epoch);
    optimiser_.step(report.learning_rate);
    if (measure_health) report.health = feature_health(projections);
    return report;
}

} // namespace kinelens::learning
