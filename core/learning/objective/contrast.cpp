#include "core/learning/objective/contrast.h"

namespace kinelens::learning {

torch::Tensor unit_rows(const torch::Tensor& rows) {
    return rows / torch::norm(rows, 2, -1, true).clamp_min(1e-12);
}

torch::Tensor info_nce(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& bank,
                       double temperature) {
    const auto views = queries.size(0);
    const auto q = unit_rows(queries);
    const auto negatives = torch::logsumexp(torch::matmul(q, bank.t()) / temperature, -1); // (K, N)
    torch::Tensor sum;
    for (std::int64_t shift = 1; shift < views; ++shift) {
        const auto positives = (q * keys.roll(shift, 0)).sum(-1) / temperature; // q_a · k_{a − shift}
        const auto loss = (torch::logaddexp(positives, negatives) - positives).mean();
        sum = sum.defined() ? sum + loss : loss;
    }
    return sum / static_cast<double>(views - 1);
}

} // namespace kinelens::learning
