#include "core/learning/training/momentum_contrast.h"

#include "core/foundation/random.h"
#include "core/learning/training/model_tensors.h"

namespace kinelens::learning {
namespace {

torch::Tensor random_bank(std::int64_t rows, std::int64_t width, CounterRandom random) {
    auto bank = torch::empty({rows, width}, torch::kFloat32);
    float* at = bank.data_ptr<float>();
    for (std::int64_t i = 0; i < bank.numel(); ++i) at[i] = static_cast<float>(random.normal());
    return unit_rows(bank);
}

} // namespace

MomentumContrast::MomentumContrast(UsdrlModel& model, const PretrainOptions& options,
                                   const torch::Device& device)
    : follower_(model->options())
    , temperature_(options.contrast_temperature)
    , momentum_(options.contrast_momentum)
    , domain_weight_(options.domain_weight) {
    const torch::NoGradGuard no_grad;
    follower_->to(device);
    (void)copy_into(model_tensors(follower_), model_tensors(model), {}); // the same model: it fits
    for (auto& parameter : follower_->parameters()) parameter.requires_grad_(false);
    const CounterRandom random =
        CounterRandom(mix64(static_cast<std::uint64_t>(options.seed))).fork("memory bank");
    const std::array<std::int64_t, 3> widths{2 * options.hidden_size, 2 * options.hidden_size,
                                             4 * options.hidden_size};
    for (std::size_t domain = 0; domain < bank_.size(); ++domain)
        bank_[domain] =
            random_bank(options.contrast_bank, widths[domain], random.fork(domain_names[domain])).to(device);
}

Losses MomentumContrast::losses(const Projections& queries, const torch::Tensor& views,
                                const PassSetting& setting) {
    {
        const torch::NoGradGuard no_grad;
        const auto pooled = pooled_only(follower_, views, setting);
        const auto projected = follower_->project(pooled);
        for (std::size_t domain = 0; domain < keys_.size(); ++domain)
            keys_[domain] = unit_rows(projected[domain]);
    }
    Losses losses;
    for (std::size_t domain = 0; domain < keys_.size(); ++domain) {
        const double weight = domain_share(domain, domain_weight_);
        const auto rows = queries[domain].to(torch::kFloat32);
        losses.add(contrast, domain, weight * info_nce(rows, keys_[domain], bank_[domain], temperature_));
    }
    return losses;
}

void MomentumContrast::advance(UsdrlModel& model) {
    const torch::NoGradGuard no_grad;
    const auto leaders = model->parameters();
    auto followers = follower_->parameters();
    for (std::size_t i = 0; i < leaders.size(); ++i)
        followers[i].mul_(momentum_).add_(leaders[i], 1 - momentum_);
    const auto rows = bank_[0].size(0), samples = keys_[0].size(1);
    const auto places =
        (torch::arange(std::min(samples, rows)) + position_).remainder(rows).to(bank_[0].device());
    for (std::size_t domain = 0; domain < bank_.size(); ++domain)
        bank_[domain].index_copy_(0, places, keys_[domain][0].narrow(0, 0, places.size(0)));
    position_ = (position_ + samples) % rows;
}

NamedTensors MomentumContrast::tensors() {
    NamedTensors tensors;
    for (const auto& [name, tensor] : model_tensors(follower_))
        tensors.emplace_back("follower." + name, tensor);
    for (std::size_t domain = 0; domain < bank_.size(); ++domain)
        tensors.emplace_back(std::string("bank.") + domain_names[domain], bank_[domain]);
    return tensors;
}

} // namespace kinelens::learning
