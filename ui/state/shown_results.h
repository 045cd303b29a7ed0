// An evaluation's results as the window shares them: read and counted on another thread, never changed.
#pragma once

#include "core/results/evaluation_results.h"

#include <QFuture>
#include <QString>
#include <memory>

namespace kinelens::ui {

struct ShownResults {
    QString file;
    EvaluationResults results;
    ClassificationFigures figures;
    ShareInterval interval;
    std::vector<Slice> slices;

    QString className(std::int32_t label) const; // "–" where unknown
    bool right(std::size_t sample) const { return results.truth[sample] == results.predicted[sample]; }
};
using ShownResultsPtr = std::shared_ptr<const ShownResults>;

// Errors: those of read_results().
Result<ShownResultsPtr> readShownResults(const QString& file);
QFuture<Result<ShownResultsPtr>> readShownResultsLater(const QString& file);

} // namespace kinelens::ui
