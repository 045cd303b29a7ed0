// The number formats a training computes in.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/torch_include.h"
#include "core/options/pretrain_options.h"

#include <optional>

namespace kinelens::learning {

struct Precision {
    std::optional<torch::ScalarType> format; // of the encoder's products; nothing: float32
    bool tf32 = false;                       // float32 products with a GPU's shorter mantissa
    bool scaled = false;                     // fp16: small gradients are kept from vanishing
};

// invalid_argument (subject "precision") for what the device does not know.
Result<Precision> choose_precision(Arithmetic arithmetic, const torch::Device& device);

// Loss scaling for fp16: the loss is multiplied before its gradient is taken, the gradients divided after. A
// step whose gradients overflow is left out and halves the scale; 2000 good ones double it.
class LossScale {
public:
    explicit LossScale(bool active)
        : scale_(active ? 65536 : 1)
        , active_(active) {}

    torch::Tensor scaled(const torch::Tensor& loss) const { return active_ ? loss * scale_ : loss; }

    // Divides the gradients; false if they overflowed and the step is to be left out.
    bool unscale(const std::vector<torch::Tensor>& gradients);

    bool active() const { return active_; }
    double value() const { return scale_; }
    std::int64_t good_steps() const { return good_steps_; }
    void restore(double scale, std::int64_t good_steps);

private:
    double scale_;
    std::int64_t good_steps_ = 0;
    bool active_;
};

} // namespace kinelens::learning
