// Whether the representation is alive: per domain, the mean standard deviation of the first view's
// projections and their effective rank, exp of the entropy of the covariance's normalised eigenvalues (1 …
// min(N − 1, D)).
#pragma once

#include "core/learning/model/usdrl_model.h"

namespace kinelens::learning {

struct FeatureHealth {
    std::array<double, 3> standard_deviation{};
    std::array<double, 3> effective_rank{};
};

FeatureHealth feature_health(const Projections& projections);

// The domain whose features vary least, of those that a loss shapes: with a domain weight τ of 0 that is the
// instance alone, for the streams' projectors stay as they began.
std::size_t least_varied(const FeatureHealth& health, double domain_weight);

} // namespace kinelens::learning
