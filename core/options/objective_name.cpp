#include "core/options/objective_name.h"

namespace kinelens {

std::string objective_name(const PretrainOptions& options) {
    if (options.objective == ObjectiveKind::contrastive) return name_of(options.objective);
    const bool between = options.invariance_weight > 0 || options.cross_correlation_weight > 0;
    std::string text = between ? "vac-xc" : "vac";
    return text.append(options.domain_weight > 0 ? "-all" : "-instance");
}

} // namespace kinelens
