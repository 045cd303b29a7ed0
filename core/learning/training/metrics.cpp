#include "core/learning/training/metrics.h"

namespace kinelens::learning {

ActiveTerms active_terms(const PretrainOptions& options) {
    ActiveTerms active{};
    active[contrast] = options.objective == ObjectiveKind::contrastive;
    if (active[contrast]) return active;
    active[similarity] = options.similarity_weight > 0;
    active[invariance] = options.invariance_weight > 0;
    active[variance] = options.variance_weight > 0;
    active[covariance] = options.covariance_weight > 0;
    active[cross_correlation] = options.cross_correlation_weight > 0;
    return active;
}

std::vector<Metric> loss_metrics(const LossValues& losses, const ActiveTerms& active, double factor) {
    std::vector<Metric> metrics = {{"loss_total", factor * losses[0]}};
    for (std::size_t term = 0; term < term_count; ++term) {
        if (!active[term]) continue;
        const std::string name = std::string("loss_") + term_names[term];
        const std::size_t sum = metrics.size();
        metrics.push_back({name, 0});
        for (std::size_t domain = 0; domain < domain_names.size(); ++domain) {
            metrics.push_back({name + "_" + domain_names[domain], factor * losses[1 + term * 3 + domain]});
            metrics[sum].value += metrics.back().value;
        }
    }
    return metrics;
}

std::vector<Metric> health_metrics(const FeatureHealth& health) {
    std::vector<Metric> metrics;
    for (std::size_t domain = 0; domain < domain_names.size(); ++domain) {
        const std::string name = domain_names[domain];
        metrics.push_back({"feature_std_" + name, health.standard_deviation[domain]});
        metrics.push_back({"effective_rank_" + name, health.effective_rank[domain]});
    }
    return metrics;
}

std::vector<Metric> gpu_metrics(const GpuUsage& usage) {
    return {{"gpu_utilisation", usage.utilisation},
            {"gpu_memory_megabytes", usage.memory_megabytes},
            {"gpu_memory_total_megabytes", usage.memory_total}};
}

} // namespace kinelens::learning
