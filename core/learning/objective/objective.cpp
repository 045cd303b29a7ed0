#include "core/learning/objective/objective.h"

#include "core/learning/objective/correlation.h"

namespace kinelens::learning {
namespace {

using Options = ObjectiveOptions;

// Released: Σ_{a<K} MSE(a, last) + Σ_{a<K} MSE(a, m), m the mean of all views but the last.
torch::Tensor squared_similarity(const torch::Tensor& views) {
    const auto last = views.size(0) - 1;
    const auto others = views.narrow(0, 0, last);
    const auto to_last = (others - views.narrow(0, last, 1)).square().mean({1, 2}).sum();
    const auto to_centre = (others - others.mean(0, true)).square().mean({1, 2}).sum();
    return to_last + to_centre;
}

// Paper: (1/K) Σ_a mean over the samples of ‖z_a − z̄‖₂.
torch::Tensor centre_distance(const torch::Tensor& views) {
    return torch::norm(views - views.mean(0, true), 2, -1).mean();
}

torch::Tensor variance_hinge(const torch::Tensor& variances, const Options& options) {
    const double target = options.variance_target, epsilon = options.variance_epsilon;
    const auto shortfall = options.paper_variance ? target + epsilon - torch::sqrt(variances.clamp_min(1e-12))
                                                  : target - torch::sqrt(variances + epsilon);
    return torch::relu(shortfall).mean(1).sum();
}

torch::Tensor invariance_of(const torch::Tensor& diagonal, std::int64_t views, const Options& options) {
    if (options.linear_invariance) return 2.0 / static_cast<double>(views) * (1 - diagonal).sum();
    return (1 - diagonal).square().sum();
}

} // namespace

ObjectiveOptions objective_options(const PretrainOptions& options) {
    ObjectiveOptions objective;
    objective.paper_similarity = options.similarity == PublishedForm::paper;
    objective.linear_invariance = options.invariance == InvarianceForm::linear;
    objective.paper_variance = options.variance == PublishedForm::paper;
    objective.similarity_weight = options.similarity_weight;
    objective.invariance_weight = options.invariance_weight;
    objective.variance_weight = options.variance_weight;
    objective.variance_target = options.variance_target;
    objective.variance_epsilon = options.variance_epsilon;
    objective.covariance_weight = options.covariance_weight;
    objective.cross_correlation_weight = options.cross_correlation_weight;
    objective.domain_weight = options.domain_weight;
    objective.standardise_epsilon = options.standardise_epsilon;
    return objective;
}

DomainTerms domain_terms(const torch::Tensor& raw_views, const Options& options) {
    const auto views = raw_views.scalar_type() == torch::kFloat64 ? raw_views : raw_views.to(torch::kFloat32);
    const auto samples = views.size(1), dimensions = views.size(2);
    const bool gram =
        options.form == Options::Form::automatic ? samples < dimensions : options.form == Options::Form::gram;

    const auto z = centred(views);
    const auto variances = z.square().sum(1) / static_cast<double>(samples - 1); // (K, D)
    const double epsilon = options.standardise_epsilon;
    const auto standardised = z / torch::sqrt(variances + epsilon * epsilon).unsqueeze(1);
    const auto correlation = cross_correlations(standardised, gram);

    DomainTerms terms;
    terms[similarity] = options.similarity_weight *
                        (options.paper_similarity ? centre_distance(views) : squared_similarity(views));
    terms[variance] = options.variance_weight * variance_hinge(variances, options);
    terms[covariance] =
        options.covariance_weight / static_cast<double>(dimensions) * off_diagonal_covariance(z, gram).sum();
    terms[invariance] =
        options.invariance_weight * invariance_of(correlation.diagonal, views.size(0), options);
    terms[cross_correlation] = options.cross_correlation_weight * correlation.off_diagonal;
    return terms;
}

Losses objective(const Projections& projections, const Options& options) {
    Losses losses;
    for (std::size_t domain = 0; domain < projections.size(); ++domain) {
        const double weight = domain_share(domain, options.domain_weight);
        const auto terms = domain_terms(projections[domain], options);
        for (std::size_t term = 0; term < terms.size(); ++term)
            losses.add(static_cast<Term>(term), domain, weight * terms[term]);
    }
    return losses;
}

} // namespace kinelens::learning
