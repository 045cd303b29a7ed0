#include "core/learning/objective/losses.h"

namespace kinelens::learning {

void Losses::add(Term term, std::size_t domain, const torch::Tensor& part) {
    parts[term][domain] = part;
    total = total.defined() ? total + part : part;
}

torch::Tensor Losses::values() const {
    std::vector<torch::Tensor> list = {total};
    for (const auto& term : parts)
        for (const auto& part : term) list.push_back(part.defined() ? part : torch::zeros_like(total));
    return torch::stack(list).detach().to(torch::kFloat64);
}

} // namespace kinelens::learning
