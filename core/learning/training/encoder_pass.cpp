#include "core/learning/training/encoder_pass.h"

#include "core/learning/model/autocast.h"

#include <numeric>
#include <torch/autograd.h>

namespace kinelens::learning {
namespace {

// The columns (view-major, K·n) of samples [first, first + count).
DropFactors columns_of(const DropFactors& drop, std::int64_t views, std::int64_t first, std::int64_t count) {
    return drop.view({drop.size(0), views, -1}).narrow(2, first, count).flatten(1);
}

Pooled joined(const std::vector<Pooled>& parts) {
    std::vector<torch::Tensor> temporal, spatial;
    for (const Pooled& part : parts) {
        temporal.push_back(part.temporal);
        spatial.push_back(part.spatial);
    }
    return {torch::cat(temporal, 1), torch::cat(spatial, 1)};
}

Pooled leaves(const Pooled& pooled) {
    return {pooled.temporal.detach().requires_grad_(), pooled.spatial.detach().requires_grad_()};
}

} // namespace

EncoderPass::EncoderPass(UsdrlModel& model, torch::Tensor views, std::vector<DropFactors> drop,
                         PassSetting setting)
    : model_(model)
    , views_(std::move(views))
    , drop_(std::move(drop))
    , setting_(std::move(setting)) {
    if (keeps_graph()) mine_ = encode(0, views_.size(1));
    whole_ = leaves(gathered(keeps_graph() ? Pooled{mine_.temporal.detach(), mine_.spatial.detach()}
                                           : encode_without_graph()));
}

bool EncoderPass::keeps_graph() const {
    return views_.size(1) > 0 && (setting_.chunk <= 0 || setting_.chunk >= views_.size(1));
}

Pooled EncoderPass::encode(std::int64_t first, std::int64_t count) const {
    const Autocast autocast(views_.device(), setting_.format);
    std::vector<DropFactors> drop;
    for (const auto& layer : drop_) drop.push_back(columns_of(layer, views_.size(0), first, count));
    const auto pooled = model_->pooled(views_.narrow(1, first, count), drop);
    if (!setting_.format) return pooled;
    return {pooled.temporal.to(torch::kFloat32), pooled.spatial.to(torch::kFloat32)};
}

Pooled EncoderPass::encode_without_graph() const {
    const torch::NoGradGuard no_grad;
    const auto samples = views_.size(1);
    if (samples == 0) {
        const auto none = torch::zeros({views_.size(0), 0, model_->options().hidden}, views_.options());
        return {none, none};
    }
    const auto chunk = setting_.chunk > 0 ? setting_.chunk : samples;
    std::vector<Pooled> parts;
    for (std::int64_t first = 0; first < samples; first += chunk)
        parts.push_back(encode(first, std::min(chunk, samples - first)));
    return joined(parts);
}

Pooled EncoderPass::gathered(const Pooled& mine) const {
    if (!setting_.ranks) return mine;
    return {setting_.ranks->gather(mine.temporal, setting_.counts),
            setting_.ranks->gather(mine.spatial, setting_.counts)};
}

void EncoderPass::backward() {
    std::int64_t offset = 0;
    if (setting_.ranks)
        offset = std::accumulate(setting_.counts.begin(), setting_.counts.begin() + setting_.ranks->rank(),
                                 offset);
    const auto samples = views_.size(1);
    const auto at_cut = [&](const torch::Tensor& leaf, std::int64_t first, std::int64_t count) {
        return leaf.grad().narrow(1, offset + first, count);
    };
    const auto carry = [&](const Pooled& pooled, std::int64_t first, std::int64_t count) {
        torch::autograd::backward({pooled.temporal, pooled.spatial}, {at_cut(whole_.temporal, first, count),
                                                                      at_cut(whole_.spatial, first, count)});
    };
    if (keeps_graph()) return carry(mine_, 0, samples);
    for (std::int64_t first = 0; first < samples; first += setting_.chunk) {
        const auto count = std::min(setting_.chunk, samples - first);
        carry(encode(first, count), first, count);
    }
}

Pooled pooled_only(UsdrlModel& model, const torch::Tensor& views, const PassSetting& setting) {
    const torch::NoGradGuard no_grad;
    const EncoderPass pass(model, views, {}, setting);
    return pass.pooled();
}

} // namespace kinelens::learning
