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

} // namespace kinelens::learning
