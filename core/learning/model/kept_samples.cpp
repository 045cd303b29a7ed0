#include "core/learning/model/kept_samples.h"

#include "core/learning/model/sample_rows.h"

namespace kinelens::learning {

KeptSamples::KeptSamples(const torch::Tensor& factors, const torch::Device& device) {
    const auto kept = factors > 0;
    position_ = torch::where(kept, kept.cumsum(0) - 1, torch::full({1}, -1, torch::kInt64)).contiguous();
    index_ = kept.nonzero().squeeze(1).contiguous().to(device, /*non_blocking=*/true);
    if (index_.size(0) > 0) scale_ = factors.max().item<double>();
}

torch::Tensor KeptSamples::pick(const torch::Tensor& batch) const {
    return index_.defined() ? pick_samples(batch, index_, position_) : batch;
}

torch::Tensor KeptSamples::add(const torch::Tensor& base, const torch::Tensor& branch) const {
    return index_.defined() ? add_samples(base, branch, index_, position_, scale_) : base + branch;
}

torch::Tensor KeptSamples::spread(const torch::Tensor& branch) const {
    return index_.defined() ? spread_samples(branch, index_, position_, scale_) : branch;
}

} // namespace kinelens::learning
