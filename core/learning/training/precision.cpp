#include "core/learning/training/precision.h"

#include <cmath>

namespace kinelens::learning {

Result<Precision> choose_precision(Arithmetic arithmetic, const torch::Device& device) {
    Precision precision;
    if (arithmetic == Arithmetic::float32) return precision;
    if (arithmetic == Arithmetic::bf16) {
        precision.format = torch::kBFloat16;
        return precision;
    }
    if (!device.is_cuda())
        return fail(ErrorCode::invalid_argument, "precision",
                    name_of(arithmetic) + " needs a GPU; the processor knows float32 and bf16");
    if (arithmetic == Arithmetic::tf32) precision.tf32 = true;
    if (arithmetic == Arithmetic::fp16) {
        precision.format = torch::kFloat16;
        precision.scaled = true;
    }
    return precision;
}

bool LossScale::unscale(const std::vector<torch::Tensor>& gradients) {
    if (!active_) return true;
    std::vector<torch::Tensor> norms;
    for (auto gradient : gradients) norms.push_back(gradient.mul_(1 / scale_).norm());
    const bool good = std::isfinite(torch::stack(norms).sum().item<double>());
    good_steps_ = good ? good_steps_ + 1 : 0;
    if (!good) scale_ = std::max(1.0, scale_ / 2);
    if (good_steps_ == 2000) {
        scale_ *= 2;
        good_steps_ = 0;
    }
    return good;
}

void LossScale::restore(double scale, std::int64_t good_steps) {
    scale_ = active_ ? scale : 1;
    good_steps_ = good_steps;
}

} // namespace kinelens::learning
