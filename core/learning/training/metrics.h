// The names that losses and health carry in events.
#pragma once

#include "core/experiment/events.h"
#include "core/learning/training/trainer.h"

namespace kinelens::learning {

// Which terms the options give a weight.
using ActiveTerms = std::array<bool, term_count>;
ActiveTerms active_terms(const PretrainOptions& options);

// loss_total, then loss_<term> and loss_<term>_<domain> of the active terms, scaled by `factor`.
std::vector<Metric> loss_metrics(const LossValues& losses, const ActiveTerms& active, double factor = 1);

// feature_std_<domain> and effective_rank_<domain>.
std::vector<Metric> health_metrics(const FeatureHealth& health);

std::vector<Metric> gpu_metrics(const GpuUsage& usage);

} // namespace kinelens::learning
