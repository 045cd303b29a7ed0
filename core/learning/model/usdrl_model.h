// The pretraining model: encoder and one projector per domain. Parameter names are those of the published
// state dictionaries ("backbone.…", "t_proj.0.weight" …), with the shared attention listed once, under CA.
#pragma once

#include "core/learning/model/encoder.h"

#include <array>
#include <cstdint>
#include <vector>

namespace kinelens::learning {

// Domains in the order of every array of three: temporal, spatial, instance.
inline constexpr std::array<const char*, 3> domain_names = {"temporal", "spatial", "instance"};

// One (K, N, D) stack of projections per domain; D = 2C, 2C, 4C.
using Projections = std::array<torch::Tensor, 3>;

// What the encoder makes of K views of N clips: (K, N, C) each, before the projectors.
struct Pooled {
    torch::Tensor temporal, spatial;
};

class UsdrlModelImpl : public torch::nn::Module {
public:
    explicit UsdrlModelImpl(const ModelOptions& options);

    // views (K, N, T, M, V, 3): one encoder pass over all K·N clips; batch statistics per view, in order.
    // drop as for Encoder::forward, of K·N columns, view-major.
    Projections forward(const torch::Tensor& views, const std::vector<DropFactors>& drop);

    // The same in its two parts; only the second mixes samples.
    Pooled pooled(const torch::Tensor& views, const std::vector<DropFactors>& drop);
    Projections project(const Pooled& pooled);

    // The instance projector alone: (N, 2C) to (N, 4C).
    torch::Tensor project_instance(const torch::Tensor& instance);

    Encoder& encoder() { return *encoder_; }
    const ModelOptions& options() const { return options_; }

private:
    ModelOptions options_;
    std::shared_ptr<Encoder> encoder_;
    std::shared_ptr<torch::nn::SequentialImpl> temporal_, spatial_, instance_;
};
TORCH_MODULE(UsdrlModel);

// Fills every parameter from draws keyed by (seed, its name): linear weights normal(0, 0.02), attention
// in-projections Xavier-uniform, convolutions uniform ±1/√fan-in, norms 1 and 0, other biases 0.
void initialise(torch::nn::Module& model, std::uint64_t seed);

} // namespace kinelens::learning
