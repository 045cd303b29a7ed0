#include "core/learning/detection/detector_training.h"

#include "core/learning/detection/dense_head.h"
#include "core/learning/training/drop_draws.h"
#include "core/learning/training/model_tensors.h"

#include <cmath>
#include <numbers>
#include <numeric>
#include <torch/nn/functional/loss.h>

namespace kinelens::learning {
namespace {

Detector& on_device(Detector& detector, const torch::Device& device) {
    detector.saved.model->to(device);
    detector.head->to(device);
    return detector;
}

} // namespace

DetectorTraining::DetectorTraining(Detector& detector, TrainingWindows windows, const torch::Device& device,
                                   std::uint64_t fold)
    : detector_(on_device(detector, device))
    , windows_(std::move(windows))
    , device_(device)
    , drop_seed_(static_cast<std::int64_t>(
          CounterRandom(mix64(static_cast<std::uint64_t>(detector.options.seed))).fork(fold).key() >> 1))
    , optimiser_(detector)
    , weights_(class_weights()) {}

// Scaled so that the mean weight of a frame is 1.
torch::Tensor DetectorTraining::class_weights() const {
    const DetectTrainOptions& options = detector_.options;
    if (options.class_weights == ClassWeights::none && options.background_weight == 1) return {};
    const auto frames = windows_.frames_of_classes();
    const double power = options.class_weights == ClassWeights::balanced ? 1
                         : options.class_weights == ClassWeights::root   ? 0.5
                                                                         : 0;
    std::vector<double> weights;
    for (const std::int64_t count : frames)
        weights.push_back(count > 0 ? std::pow(static_cast<double>(count), -power) : 0);
    weights[0] *= options.background_weight;
    double weighted = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) weighted += weights[i] * static_cast<double>(frames[i]);
    const auto all = static_cast<double>(std::accumulate(frames.begin(), frames.end(), std::int64_t{0}));
    return (torch::tensor(weights) * (weighted > 0 ? all / weighted : 1)).to(device_, torch::kFloat32);
}

double DetectorTraining::rate() const {
    const DetectTrainOptions& options = detector_.options;
    if (options.schedule == RateSchedule::constant) return options.learning_rate;
    const auto per_epoch = (windows() + options.batch_size - 1) / options.batch_size;
    const auto total = static_cast<double>(per_epoch * options.epochs);
    const auto done = static_cast<double>(optimiser_.steps());
    const double rise = std::min(1.0, (done + 1) / std::max(1.0, total / 20));
    return options.learning_rate * rise * (1 + std::cos(std::numbers::pi * std::min(1.0, done / total))) / 2;
}

torch::Tensor DetectorTraining::logits_of(const WindowBatch& batch) {
    auto& encoder = detector_.saved.model->encoder();
    const auto clips = batch.clips.to(device_);
    if (detector_.options.encoder_rate <= 0) {
        DenseFeatures encoded;
        {
            const torch::NoGradGuard no_grad;
            encoded = encoder.forward(clips, {});
        }
        return dense_logits(encoded, detector_.head);
    }
    const double drop_path = detector_.options.drop_path ? detector_.saved.options.drop_path : 0;
    return dense_logits(encoder.forward(clips, drop_draws(batch.keys, 1, drop_seed_, epoch_,
                                                          encoder.drop_layers(), drop_path)),
                        detector_.head);
}

Result<double> DetectorTraining::step(std::span<const std::size_t> chosen) {
    KINELENS_TRY(batch, windows_.batch(chosen, epoch_));
    optimiser_.clear_gradients();
    const auto logits = logits_of(batch).flatten(0, 1);
    auto options = torch::nn::functional::CrossEntropyFuncOptions().ignore_index(no_frame).label_smoothing(
        detector_.options.label_smoothing);
    if (weights_.defined()) options.weight(weights_);
    const auto loss =
        torch::nn::functional::cross_entropy(logits, batch.labels.to(device_).flatten(), options);
    loss.backward();
    optimiser_.step(rate());
    const double value = loss.item<double>();
    if (!std::isfinite(value))
        return fail(ErrorCode::training_diverged, "the detector", "lower the learning rate");
    return value;
}

Result<double> DetectorTraining::next_epoch(const std::stop_token& stop) {
    detector_.saved.model->train(detector_.options.encoder_rate > 0);
    const auto order = windows_.order(epoch_);
    const auto size = static_cast<std::size_t>(detector_.options.batch_size);
    double sum = 0;
    for (std::size_t first = 0; first < order.size(); first += size) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "training");
        const auto chosen = std::span(order).subspan(first, std::min(size, order.size() - first));
        KINELENS_TRY(loss, step(chosen));
        sum += loss * static_cast<double>(chosen.size());
    }
    ++epoch_;
    return sum / static_cast<double>(order.size());
}

Archive DetectorTraining::state() {
    Archive archive = detector_archive(detector_);
    archive.groups["optimiser"] = optimiser_.tensors();
    archive.numbers["epoch"] = static_cast<double>(epoch_);
    archive.numbers["step"] = static_cast<double>(optimiser_.steps());
    return archive;
}

Result<void> DetectorTraining::restore(const Path& file) {
    KINELENS_TRY(archive, unpack(file));
    Archive mine = detector_archive(detector_);
    for (const char* group : {"model", "head"})
        KINELENS_CHECK(copy_into(mine.groups[group], archive.groups[group], file.string()));
    KINELENS_CHECK(copy_into(optimiser_.tensors(), archive.groups["optimiser"], file.string()));
    epoch_ = static_cast<std::int64_t>(archive.numbers["epoch"]);
    optimiser_.set_steps(static_cast<std::int64_t>(archive.numbers["step"]));
    return {};
}

} // namespace kinelens::learning
