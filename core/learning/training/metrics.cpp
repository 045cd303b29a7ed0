#include "core/learning/training/metrics.h"

namespace kinelens::learning {

std::vector<Metric> loss_metrics(const LossValues& losses, double factor) {
    std::vector<Metric> metrics = {{"loss_total", factor * losses[0]}};
    std::size_t next = 1;
    for (const char* term : term_names) {
        const std::string name = std::string("loss_") + term;
        const std::size_t sum = metrics.size();
        metrics.push_back({name, 0});
        for (const char* domain : domain_names) {
            metrics.push_back({name + "_" + domain, factor * losses[next++]});
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

} // namespace kinelens::learning
