// Figures of a classification: accuracies as shares of one, and who was taken for whom.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kinelens {

struct ClassFigure {
    std::int64_t count = 0; // samples of this class
    std::int64_t right = 0;
    bool operator==(const ClassFigure&) const = default;
};

struct ClassificationFigures {
    std::int64_t samples = 0;
    double top1 = 0;
    std::optional<double> top5;          // the truth is among the five greatest scores; needs scores
    double mean_class = 0;               // mean of the classes' accuracies, over classes that have samples
    std::vector<ClassFigure> per_class;  // C
    std::vector<std::int64_t> confusion; // (C, C): rows are the truth, columns what was said
};

// truth, predicted: N labels in 0..classes-1; scores: (N, classes) or empty. Without samples all is 0.
ClassificationFigures classification_figures(std::span<const std::int32_t> truth,
                                             std::span<const std::int32_t> predicted,
                                             std::span<const float> scores, std::size_t classes);

// The class of the greatest score of each row; of equal ones the smallest label.
std::vector<std::int32_t> greatest_scores(std::span<const float> scores, std::size_t classes);

// Whether fewer than `most` classes stand before `label` in a row of scores (of equals, smaller labels do).
bool among_greatest(std::span<const float> row, std::int32_t label, std::size_t most);

} // namespace kinelens
