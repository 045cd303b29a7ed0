#include "core/learning/model/linear.h"

#include "core/learning/model/autocast.h"
#include "core/learning/model/processor_products.h"
#include "core/learning/model/sparse_gradient.h"

namespace kinelens::learning {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// Below this many rows oneDNN takes longer to turn a weight than to multiply by it.
constexpr std::int64_t few_rows = 768;

bool fits_processor(const torch::Tensor& a, const torch::Tensor& b) {
    return processor_products::are_there() && processor_products::take(a) && processor_products::take(b) &&
           !autocast_is_on();
}

torch::Tensor rows_of(const torch::Tensor& tensor) {
    return tensor.reshape({-1, tensor.size(-1)}).contiguous();
}

torch::Tensor finished(const torch::Tensor& product, const torch::Tensor& x, const torch::Tensor& bias) {
    auto sizes = x.sizes().vec();
    sizes.back() = product.size(1);
    if (bias.defined()) product.add_(bias);
    return product.view(sizes);
}

class LinearFunction : public torch::autograd::Function<LinearFunction> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& weight, const torch::Tensor& bias, bool has_bias) {
        context->save_for_backward({x, weight});
        context->saved_data["bias"] = has_bias;
        context->saved_data["input"] = x.requires_grad();
        return finished(processor_products::one(rows_of(x), false, weight.contiguous(), true), x,
                        has_bias ? bias : torch::Tensor());
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto rows = rows_of(gradients[0]), input = rows_of(saved[0]), weight = saved[1].contiguous();
        const auto few = SparseGradient::of(rows);
        torch::Tensor for_x, for_bias;
        if (context->saved_data["input"].toBool())
            for_x = (few ? few->times(weight) : processor_products::one(rows, false, weight, false))
                        .view(saved[0].sizes());
        const auto for_weight =
            few ? few->turned_times(input) : processor_products::one(rows, true, input, false);
        if (context->saved_data["bias"].toBool()) for_bias = rows.sum(0);
        return {for_x, for_weight, for_bias, torch::Tensor()};
    }
};

class BatchedFunction : public torch::autograd::Function<BatchedFunction> {
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& a, const torch::Tensor& b,
                                 bool turn_b) {
        const auto first = processor_products::with_whole_rows(a);
        const auto second = processor_products::with_whole_rows(b);
        context->save_for_backward({first, second});
        context->saved_data["turn"] = turn_b;
        return processor_products::many(first, false, second, turn_b);
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const auto saved = context->get_saved_variables();
        const auto rows = gradients[0].contiguous();
        const bool turned = context->saved_data["turn"].toBool();
        const auto for_a = processor_products::many(rows, false, saved[1], !turned);
        const auto for_b = turned ? processor_products::many(rows, true, saved[0], false)
                                  : processor_products::many(saved[0], true, rows, false);
        return {for_a, for_b, torch::Tensor()};
    }
};

} // namespace

bool SeenTensors::same(std::initializer_list<torch::Tensor> tensors) {
    std::vector<std::pair<const void*, std::int64_t>> now;
    for (const auto& tensor : tensors)
        now.emplace_back(tensor.data_ptr(), static_cast<std::int64_t>(tensor._version()));
    const bool known = now == seen_;
    seen_ = std::move(now);
    return known;
}

const torch::Tensor& TurnedWeight::of(const torch::Tensor& weight) {
    if (!seen_.same({weight})) turned_ = weight.detach().t().contiguous();
    return turned_;
}

torch::Tensor linear(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                     TurnedWeight& turned) {
    if (!fits_processor(x, weight)) return torch::linear(x, weight, bias);
    if (torch::GradMode::is_enabled())
        return LinearFunction::apply(x, weight, bias.defined() ? bias : x.new_empty({0}), bias.defined());
    const auto rows = rows_of(x);
    const bool few = rows.size(0) < few_rows;
    const auto product = few ? processor_products::one(rows, false, turned.of(weight), false)
                             : processor_products::one(rows, false, weight.contiguous(), true);
    return finished(product, x, bias);
}

torch::Tensor batched_product(const torch::Tensor& a, const torch::Tensor& b, bool turn_b) {
    if (fits_processor(a, b)) return BatchedFunction::apply(a, b, turn_b);
    return torch::bmm(a, turn_b ? b.transpose(1, 2) : b);
}

} // namespace kinelens::learning
