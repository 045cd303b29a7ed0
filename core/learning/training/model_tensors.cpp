#include "core/learning/training/model_tensors.h"

namespace kinelens::learning {

NamedTensors model_tensors(UsdrlModel& model) {
    NamedTensors tensors;
    for (const auto& item : model->named_parameters()) tensors.emplace_back(item.key(), item.value());
    for (const auto& item : model->named_buffers()) tensors.emplace_back(item.key(), item.value());
    return tensors;
}

Result<void> copy_into(const NamedTensors& targets, const NamedTensors& sources, const std::string& file) {
    if (targets.size() != sources.size())
        return fail(ErrorCode::checkpoint_mismatch, file,
                    std::to_string(sources.size()) + " tensors for " + std::to_string(targets.size()));
    const torch::NoGradGuard no_grad;
    for (const auto& [name, target] : targets) {
        const auto* source = find_tensor(sources, name);
        if (!source || source->sizes() != target.sizes())
            return fail(ErrorCode::checkpoint_mismatch, file, source ? name + " has another shape" : name);
        torch::Tensor(target).copy_(*source);
    }
    return {};
}

} // namespace kinelens::learning
