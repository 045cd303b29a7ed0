#include "core/metrics/classification.h"

#include <algorithm>

namespace kinelens {

std::vector<std::int32_t> greatest_scores(std::span<const float> scores, std::size_t classes) {
    std::vector<std::int32_t> labels;
    for (std::size_t at = 0; classes > 0 && at + classes <= scores.size(); at += classes) {
        const auto row = scores.subspan(at, classes);
        labels.push_back(static_cast<std::int32_t>(std::max_element(row.begin(), row.end()) - row.begin()));
    }
    return labels;
}

bool among_greatest(std::span<const float> row, std::int32_t label, std::size_t most) {
    const auto own = static_cast<std::size_t>(label);
    std::size_t before = 0;
    for (std::size_t c = 0; c < row.size(); ++c)
        if (row[c] > row[own] || (row[c] == row[own] && c < own)) ++before;
    return before < most;
}

ClassificationFigures classification_figures(std::span<const std::int32_t> truth,
                                             std::span<const std::int32_t> predicted,
                                             std::span<const float> scores, std::size_t classes) {
    ClassificationFigures figures;
    figures.samples = static_cast<std::int64_t>(truth.size());
    figures.per_class.resize(classes);
    figures.confusion.resize(classes * classes);
    std::int64_t right = 0;
    std::int64_t near = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto row = static_cast<std::size_t>(truth[i]);
        const bool hit = predicted[i] == truth[i];
        ++figures.confusion[row * classes + static_cast<std::size_t>(predicted[i])];
        ++figures.per_class[row].count;
        figures.per_class[row].right += hit ? 1 : 0;
        right += hit ? 1 : 0;
        if (!scores.empty())
            near += among_greatest(scores.subspan(i * classes, classes), truth[i], 5) ? 1 : 0;
    }
    if (truth.empty()) return figures;
    const auto samples = static_cast<double>(figures.samples);
    figures.top1 = static_cast<double>(right) / samples;
    if (!scores.empty()) figures.top5 = static_cast<double>(near) / samples;
    int present = 0;
    for (const ClassFigure& one : figures.per_class) {
        if (one.count == 0) continue;
        ++present;
        figures.mean_class += static_cast<double>(one.right) / static_cast<double>(one.count);
    }
    figures.mean_class /= present;
    return figures;
}

} // namespace kinelens
