#include "core/learning/objective/feature_health.h"

#include "core/learning/objective/losses.h"

#include "core/learning/objective/correlation.h"

#include <cmath>

namespace kinelens::learning {
namespace {

double effective_rank(const torch::Tensor& z) { // (N, D), centred
    const auto product = z.size(0) < z.size(1) ? torch::mm(z, z.t()) : torch::mm(z.t(), z);
    const auto symmetric = product.to(torch::kCPU, torch::kFloat64);
    const double trace = symmetric.trace().item<double>();
    if (!(trace > 0) || !std::isfinite(trace)) return 0;
    const auto share = torch::linalg_eigvalsh(symmetric / trace).clamp_min(1e-300);
    return std::exp(-(share * share.log()).sum().item<double>());
}

} // namespace

FeatureHealth feature_health(const Projections& projections) {
    const torch::NoGradGuard no_grad;
    FeatureHealth health;
    for (std::size_t domain = 0; domain < projections.size(); ++domain) {
        const auto z = centred(projections[domain].detach().narrow(0, 0, 1)).squeeze(0);
        const auto divisor = static_cast<double>(std::max<std::int64_t>(z.size(0) - 1, 1));
        health.standard_deviation[domain] = torch::sqrt(z.square().sum(0) / divisor).mean().item<double>();
        health.effective_rank[domain] = effective_rank(z);
    }
    return health;
}

std::size_t least_varied(const FeatureHealth& health, double domain_weight) {
    std::size_t least = domain_names.size() - 1; // the instance
    for (std::size_t i = 0; i < domain_names.size(); ++i)
        if (domain_share(i, domain_weight) > 0 &&
            health.standard_deviation[i] < health.standard_deviation[least])
            least = i;
    return least;
}

} // namespace kinelens::learning
