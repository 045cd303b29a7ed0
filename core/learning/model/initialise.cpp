#include "core/foundation/random.h"
#include "core/learning/model/usdrl_model.h"

#include <cmath>

namespace kinelens::learning {
namespace {

template <class Draw>
void fill(torch::Tensor& parameter, const Draw& draw) {
    auto values = torch::empty(parameter.sizes(), torch::kFloat32);
    float* at = values.data_ptr<float>();
    for (std::int64_t i = 0; i < values.numel(); ++i) at[i] = static_cast<float>(draw());
    parameter.copy_(values);
}

void fill_uniform(torch::Tensor& parameter, CounterRandom random, double bound) {
    fill(parameter, [&] { return random.uniform(-bound, bound); });
}

double fan_in(const torch::Tensor& weight) {
    return static_cast<double>(weight.numel() / weight.size(0));
}

void initialise_parameter(const std::string& name, torch::Tensor& parameter, CounterRandom random,
                          double convolution_fan_in) {
    if (name.find(".conv1.") != std::string::npos)
        fill_uniform(parameter, random, 1 / std::sqrt(convolution_fan_in));
    else if (name.ends_with("in_proj_weight")) // Xavier-uniform over the joined (3C, C) matrix
        fill_uniform(parameter, random,
                     std::sqrt(6.0 / static_cast<double>(parameter.size(0) + parameter.size(1))));
    else if (parameter.dim() > 1)
        fill(parameter, [&] { return 0.02 * random.normal(); });
    else
        parameter.fill_(name.ends_with("weight") ? 1 : 0);
}

} // namespace

void initialise(torch::nn::Module& model, std::uint64_t seed) {
    const torch::NoGradGuard no_grad;
    const CounterRandom random = CounterRandom(mix64(seed)).fork("initial weights");
    double convolution_fan_in = 1;
    for (auto& item : model.named_parameters()) {
        if (item.key().ends_with("conv1.weight")) convolution_fan_in = fan_in(item.value());
        initialise_parameter(item.key(), item.value(), random.fork(item.key()), convolution_fan_in);
    }
}

} // namespace kinelens::learning
