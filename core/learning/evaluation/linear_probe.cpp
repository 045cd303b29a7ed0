#include "core/learning/evaluation/linear_probe.h"

#include <algorithm>

namespace kinelens::learning {

LinearProbe::LinearProbe(torch::Tensor features, Linear head)
    : features_(std::move(features))
    , head_(std::move(head)) {
    head_->to(features_.device(), features_.scalar_type());
}

torch::Tensor LinearProbe::rows_of(std::span<const std::size_t> samples) const {
    return features_.index_select(0, index_of(samples, features_.device()));
}

// In one step over all samples it is the same rows every epoch.
Result<torch::Tensor> LinearProbe::training_logits(std::span<const std::size_t> samples, std::int64_t) {
    if (!std::ranges::equal(samples, kept_samples_)) {
        kept_samples_.assign(samples.begin(), samples.end());
        kept_rows_ = rows_of(samples);
    }
    return head_->forward(kept_rows_);
}

Result<torch::Tensor> LinearProbe::test_logits(std::span<const std::size_t> samples) {
    constexpr std::size_t most = 4096;
    std::vector<torch::Tensor> parts;
    for (std::size_t first = 0; first < samples.size(); first += most)
        parts.push_back(
            head_->forward(rows_of(samples.subspan(first, std::min(most, samples.size() - first)))));
    return torch::cat(parts);
}

torch::Tensor standardised(const torch::Tensor& features, std::span<const std::size_t> of) {
    const auto rows = features.index_select(0, index_of(of, features.device())).to(torch::kFloat64);
    const auto mean = rows.mean(0);
    const auto deviation = (rows - mean).pow(2).mean(0).sqrt();
    const auto divisor = torch::where(deviation > 1e-12, deviation, torch::ones_like(deviation));
    const auto format = features.scalar_type();
    return (features - mean.to(format)).div_(divisor.to(format));
}

torch::Tensor index_of(std::span<const std::size_t> samples, const torch::Device& device) {
    auto index = torch::empty({static_cast<std::int64_t>(samples.size())}, torch::kInt64);
    std::ranges::copy(samples, index.data_ptr<std::int64_t>());
    return index.to(device);
}

} // namespace kinelens::learning
