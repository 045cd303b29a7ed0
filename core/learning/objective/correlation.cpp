#include "core/learning/objective/correlation.h"

#include "core/learning/model/linear.h"

namespace kinelens::learning {
namespace {

struct Pairs {
    torch::Tensor first, second; // indices of the K(K − 1)/2 unordered pairs
};

Pairs unordered_pairs(std::int64_t views, const torch::Device& device) {
    std::vector<std::int64_t> first, second;
    for (std::int64_t a = 0; a < views; ++a) {
        for (std::int64_t b = a + 1; b < views; ++b) {
            first.push_back(a);
            second.push_back(b);
        }
    }
    return {torch::tensor(first, torch::kInt64).to(device), torch::tensor(second, torch::kInt64).to(device)};
}

} // namespace

torch::Tensor centred(const torch::Tensor& views) {
    return views - views.mean(1, true);
}

torch::Tensor off_diagonal_covariance(const torch::Tensor& z, bool gram) {
    const auto divisor = static_cast<double>(z.size(1) - 1);
    const auto transposed = z.transpose(1, 2);
    const auto product = gram ? batched_product(z, z, true) : torch::bmm(transposed, z);
    const auto everything = (product / divisor).square().sum({1, 2});
    const auto diagonal = (z.square().sum(1) / divisor).square().sum(1);
    return everything - diagonal;
}

CrossCorrelation cross_correlations(const torch::Tensor& z, bool gram) {
    const auto samples = static_cast<double>(z.size(1));
    const auto pairs = unordered_pairs(z.size(0), z.device());
    const auto first = z.index_select(0, pairs.first);
    const auto second = z.index_select(0, pairs.second);
    const auto diagonal = (first * second).sum(1) / samples;
    torch::Tensor everything;
    if (gram) {
        // Σ_ij R_ij² = ⟨ẑ_a ẑ_aᵀ, ẑ_b ẑ_bᵀ⟩ / N²: one Gram matrix a view instead of one product a pair.
        const auto grams = batched_product(z, z, true) / samples;
        everything = (grams.index_select(0, pairs.first) * grams.index_select(0, pairs.second)).sum();
    } else {
        everything = (torch::bmm(first.transpose(1, 2), second) / samples).square().sum();
    }
    return {diagonal, everything - diagonal.square().sum()};
}

} // namespace kinelens::learning
