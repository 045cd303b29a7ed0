// Multi-grained feature decorrelation: for each domain g with its K views of N samples and D dimensions
//   similarity         κ·S(z)                                    views of one sequence agree
//   variance           Σ_views μ·mean_j relu(γ − σ_j)            no dimension dies
//   covariance         Σ_views (1/D) Σ_{i≠j} Cov_ij²             dimensions differ
//   invariance         η Σ_pairs Σ_i (1 − R_ii)²                 the same dimension agrees between views
//   cross_correlation  λ Σ_pairs Σ_{i≠j} R_ij²                   different dimensions do not
// total = Σ_terms instance + τ·(temporal + spatial). Computed in float32 (float64 stays float64).
#pragma once

#include "core/learning/objective/losses.h"

namespace kinelens::learning {

struct ObjectiveOptions {
    bool paper_similarity = false; // mean distance to the centre of all views instead of squared distances
    bool linear_invariance = false;
    bool paper_variance = false; // ε outside the root
    double similarity_weight = 5;
    double invariance_weight = 1e-3;
    double variance_weight = 5;
    double variance_target = 1;
    double variance_epsilon = 1e-4;
    double covariance_weight = 1;
    double cross_correlation_weight = 5e-6;
    double domain_weight = 0.5;
    double standardise_epsilon = 1e-6; // σ = √(var + ε²) when standardising; 0 as published

    // Σ Cov² and Σ R² through N×N Gram matrices instead of D×D ones. automatic: whichever is smaller.
    enum class Form { automatic, gram, full };
    Form form = Form::automatic;
};

ObjectiveOptions objective_options(const PretrainOptions& options);

// One domain's terms with their weights, but without τ; scalars. views: (K, N, D).
using DomainTerms = std::array<torch::Tensor, 5>; // by Term
DomainTerms domain_terms(const torch::Tensor& views, const ObjectiveOptions& options);

Losses objective(const Projections& projections, const ObjectiveOptions& options);

} // namespace kinelens::learning
