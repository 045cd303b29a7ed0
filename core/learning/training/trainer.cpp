#include "core/learning/training/trainer.h"

#include "core/foundation/number_text.h"
#include "core/learning/training/device.h"
#include "core/learning/training/drop_draws.h"
#include "core/learning/training/memory_advice.h"
#include "core/learning/training/schedule.h"

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

// A GPU fetches from pinned memory while the host goes on.
torch::Tensor on_device(const torch::Tensor& views, const torch::Device& device) {
    return device.is_cuda() ? views.pin_memory().to(device, /*non_blocking=*/true) : views;
}

bool all_finite(const std::vector<torch::Tensor>& tensors) {
    for (const auto& tensor : tensors)
        if (tensor.is_floating_point() && !torch::isfinite(tensor).all().item<bool>()) return false;
    return true;
}

} // namespace

Trainer::Trainer(const PretrainOptions& options, int bodies, int joints, const torch::Device& device,
                 Ranks* ranks)
    : options_(options)
    , objective_(objective_options(options))
    , milestones_(parse_milestones(options.milestones).value_or(std::vector<int>{}))
    , device_(device)
    , precision_(choose_precision(options.precision, device).value_or(Precision{}))
    , ranks_(ranks)
    , model_(built_model(options, bodies, joints, device))
    , optimiser_(*model_, options.weight_decay)
    , loss_scale_(precision_.scaled) {
    if (device_.is_cuda()) at::globalContext().setAllowTF32CuBLAS(precision_.tf32);
    if (device_.is_cuda()) gpu_ = GpuMonitor::open(pci_bus_id(device_));
    if (options_.objective == ObjectiveKind::contrastive)
        contrast_ = std::make_unique<MomentumContrast>(model_, options_, device_);
}

double Trainer::learning_rate(std::int64_t epoch) const {
    return scheduled_rate(options_.learning_rate, milestones_, options_.decay_factor, epoch);
}

bool Trainer::is_finite() const {
    return all_finite(model_->parameters()) && all_finite(model_->buffers());
}

std::vector<DropFactors> Trainer::drop_for(const Batch& batch, std::int64_t epoch) {
    return drop_draws(batch.keys, batch.views.size(0), options_.seed, epoch, model_->encoder().drop_layers(),
                      options_.drop_path);
}

Losses Trainer::losses_of(const Projections& projections, const torch::Tensor& views,
                          const PassSetting& setting) {
    return contrast_ ? contrast_->losses(projections, views, setting) : objective(projections, objective_);
}

Result<void> Trainer::check_loss(const LossValues& losses) const {
    for (const double value : losses)
        if (!std::isfinite(value)) return fail(ErrorCode::training_diverged, "loss", "not a finite number");
    if (losses[0] > options_.abort_loss)
        return fail(ErrorCode::training_diverged, "loss",
                    short_number_text(losses[0]) + " is above " + short_number_text(options_.abort_loss));
    return {};
}

// Each rank's encoder gradient is of its own samples; the projectors' is of all, on every rank.
void Trainer::join_gradients() {
    if (!ranks_) return;
    std::vector<torch::Tensor> gradients;
    for (const auto& item : model_->named_parameters()) {
        auto gradient = item.value().grad();
        if (!gradient.defined()) gradient = item.value().mutable_grad() = torch::zeros_like(item.value());
        if (!item.key().starts_with("backbone.")) gradient.div_(ranks_->size());
        gradients.push_back(gradient);
    }
    ranks_->sum(gradients);
}

Result<void> Trainer::check_gradient(bool measure) {
    if (runs_ahead() && !measure) return {};
    report_.gradient_norm = optimiser_.gradient_norm();
    if (std::isfinite(report_.gradient_norm)) return {};
    return fail(ErrorCode::training_diverged, "gradient", "not a finite number");
}

Result<Projections> Trainer::gradients_of(const Batch& batch, std::int64_t epoch, std::int64_t chunk) {
    optimiser_.clear_gradients();
    const auto views = on_device(batch.views, device_);
    const PassSetting setting{chunk, precision_.format, ranks_, batch.counts};
    EncoderPass pass(model_, views, drop_for(batch, epoch), setting);
    auto projections = model_->project(pass.pooled());
    const auto losses = losses_of(projections, views, setting);
    pending_.push_back(losses.values());
    if (!runs_ahead()) KINELENS_CHECK(check_loss(to_values(pending_.back())));
    loss_scale_.scaled(losses.total).backward();
    pass.backward();
    return projections;
}

Result<void> Trainer::take_step(const Batch& batch, std::int64_t epoch, bool measure) {
    KINELENS_TRY(projections, gradients_of(batch, epoch, options_.chunk_size));
    join_gradients();
    if (loss_scale_.unscale(optimiser_.gradients())) {
        KINELENS_CHECK(check_gradient(measure));
        optimiser_.step(learning_rate(epoch));
    }
    if (contrast_) contrast_->advance(model_);
    report_.learning_rate = learning_rate(epoch);
    if (measure) report_.health = feature_health(projections);
    return {};
}

Error Trainer::memory_advice_for(const Batch& batch, std::int64_t epoch) {
    const auto samples = batch.views.size(1);
    const auto chunk =
        options_.chunk_size > 0 ? std::min<std::int64_t>(options_.chunk_size, samples) : samples;
    return memory_advice("pretrain", chunk,
                         [&](std::int64_t smaller) { (void)gradients_of(batch, epoch, smaller); });
}

Result<void> Trainer::step(const Batch& batch, std::int64_t epoch, bool measure) {
    try {
        return take_step(batch, epoch, measure);
    } catch (const std::exception& exception) {
        if (ranks_ || !is_out_of_memory(exception)) throw; // other ranks would wait for this one's attempts
    }
    return fail(memory_advice_for(batch, epoch));
}

Result<std::vector<LossValues>> Trainer::take_losses() {
    std::vector<LossValues> taken;
    if (pending_.empty()) return taken;
    const auto rows = torch::stack(pending_).to(torch::kCPU);
    if (ranks_) ranks_->check();
    for (const auto& row : rows.unbind(0)) {
        taken.push_back(to_values(row));
        KINELENS_CHECK(check_loss(taken.back()));
    }
    pending_.clear();
    return taken;
}

} // namespace kinelens::learning
