// Losses: what an objective makes of a batch, term by term and domain by domain.
#pragma once

#include "core/learning/model/usdrl_model.h"

#include <array>

namespace kinelens::learning {

enum Term { similarity, invariance, variance, covariance, cross_correlation, contrast };
inline constexpr std::array<const char*, 6> term_names = {"similarity", "invariance",        "variance",
                                                          "covariance", "cross_correlation", "contrastive"};
inline constexpr std::size_t term_count = term_names.size();

// What a domain counts in the total: instance 1, temporal and spatial τ each.
inline double domain_share(std::size_t domain, double weight) {
    return domain == 2 ? 1 : weight;
}

struct Losses {
    torch::Tensor total; // scalar
    std::array<std::array<torch::Tensor, 3>, term_count>
        parts; // [term][domain], all weights in; may be undefined

    void add(Term term, std::size_t domain, const torch::Tensor& part);

    // 1 + 6·3 float64 values on the losses' device: total, then parts term by term, 0 where undefined.
    torch::Tensor values() const;
};

} // namespace kinelens::learning
