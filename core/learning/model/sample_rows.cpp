#include "core/learning/model/sample_rows.h"

#include <ATen/Parallel.h>
#include <cstring>

namespace kinelens::learning {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

bool on_processor(const torch::Tensor& tensor) {
    return tensor.is_cpu() && tensor.scalar_type() == torch::kFloat32;
}

// result[i] = scale·samples[from[i]], or 0 where from[i] < 0.
torch::Tensor taken(const torch::Tensor& samples, const torch::Tensor& from, float scale) {
    auto sizes = samples.sizes().vec();
    const auto width = samples.size(0) > 0 ? samples.numel() / samples.size(0) : 0;
    sizes[0] = from.size(0);
    auto result = torch::empty(sizes, samples.options());
    if (samples.size(0) == 0) return result.zero_();
    const float* source = samples.data_ptr<float>();
    float* target = result.data_ptr<float>();
    const auto* places = from.data_ptr<std::int64_t>();
    at::parallel_for(0, from.size(0), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            float* out = target + i * width;
            if (places[i] < 0) {
                std::fill_n(out, width, 0.0F);
                continue;
            }
            const float* in = source + places[i] * width;
            for (std::int64_t j = 0; j < width; ++j) out[j] = scale * in[j];
        }
    });
    return result;
}

torch::Tensor summed(const torch::Tensor& base, const torch::Tensor& branch, const torch::Tensor& position,
                     float scale) {
    auto result = torch::empty(base.sizes(), base.options());
    const auto width = base.numel() / base.size(0);
    const float* from = base.data_ptr<float>();
    const float* more = branch.numel() > 0 ? branch.data_ptr<float>() : nullptr;
    float* target = result.data_ptr<float>();
    const auto* places = position.data_ptr<std::int64_t>();
    at::parallel_for(0, base.size(0), 1, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t i = first; i < last; ++i) {
            float* out = target + i * width;
            const float* in = from + i * width;
            if (places[i] < 0) {
                std::memcpy(out, in, static_cast<std::size_t>(width) * sizeof(float));
                continue;
            }
            const float* add = more + places[i] * width;
            for (std::int64_t j = 0; j < width; ++j) out[j] = in[j] + scale * add[j];
        }
    });
    return result;
}

// Samples taken from where `from` says; their gradient goes back to where `back` says.
class TakeFunction : public torch::autograd::Function<TakeFunction> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& samples,
                                 const torch::Tensor& from, const torch::Tensor& back, double scale) {
        context->save_for_backward({back});
        context->saved_data["scale"] = scale;
        return taken(samples.contiguous(), from, static_cast<float>(scale));
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto back = context->get_saved_variables()[0];
        const auto scale = static_cast<float>(context->saved_data["scale"].toDouble());
        return {taken(gradients[0].contiguous(), back, scale), torch::Tensor(), torch::Tensor(),
                torch::Tensor()};
    }
};

class AddFunction : public torch::autograd::Function<AddFunction> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& base,
                                 const torch::Tensor& branch, const torch::Tensor& index,
                                 const torch::Tensor& position, double scale) {
        context->save_for_backward({index});
        context->saved_data["scale"] = scale;
        return summed(base.contiguous(), branch.contiguous(), position, static_cast<float>(scale));
    }
    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto index = context->get_saved_variables()[0];
        const auto scale = static_cast<float>(context->saved_data["scale"].toDouble());
        return {gradients[0], taken(gradients[0].contiguous(), index, scale), torch::Tensor(),
                torch::Tensor(), torch::Tensor()};
    }
};

} // namespace

torch::Tensor pick_samples(const torch::Tensor& batch, const torch::Tensor& index,
                           const torch::Tensor& position) {
    if (on_processor(batch)) return TakeFunction::apply(batch, index, position, 1.0);
    return batch.index_select(0, index);
}

torch::Tensor add_samples(const torch::Tensor& base, const torch::Tensor& branch, const torch::Tensor& index,
                          const torch::Tensor& position, double scale) {
    if (on_processor(base) && on_processor(branch))
        return AddFunction::apply(base, branch, index, position, scale);
    return base.index_add(0, index, branch.to(base.scalar_type()), scale);
}

torch::Tensor spread_samples(const torch::Tensor& branch, const torch::Tensor& index,
                             const torch::Tensor& position, double scale) {
    if (on_processor(branch)) return TakeFunction::apply(branch, position, index, scale);
    auto sizes = branch.sizes().vec();
    sizes[0] = position.size(0);
    return torch::zeros(sizes, branch.options()).index_add(0, index, branch, scale);
}

} // namespace kinelens::learning
