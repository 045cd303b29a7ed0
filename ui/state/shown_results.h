// An evaluation's results as the window shares them: read and counted on another thread, never changed.
#pragma once

#include "core/results/evaluation_results.h"

#include <QFuture>
#include <QString>
#include <QStringList>
#include <memory>

namespace kinelens::ui {

struct ShownResults {
    QString file;
    EvaluationResults results;
    ClassificationFigures figures; // of several repetitions: of the first, as all but `repeats`
    ShareInterval interval;
    std::vector<ClassificationFigures> folds; // parallel to fold_names
    std::vector<MeanAndSpread> foldTop1;      // the same; over repetitions where there are several
    std::vector<Slice> slices;
    std::optional<RepeatFigures> repeats; // nothing where there is one

    QString className(std::int32_t label) const; // "–" where unknown
    QStringList chosenBy() const;    // what chose the epochs that count: "validation", "last", "test"
    QStringList memberNames() const; // of an ensemble, in the order of their weights
    bool right(std::size_t sample) const { return results.truth[sample] == results.predicted[sample]; }
};
using ShownResultsPtr = std::shared_ptr<const ShownResults>;

// Two results beside each other.
struct ShownComparison {
    ShownResultsPtr other;
    McNemar test;
    std::vector<std::string> differing; // keys in which the stamps differ though they should not
};

// Errors: those of read_results().
Result<ShownResultsPtr> readShownResults(const QString& file);
QFuture<Result<ShownResultsPtr>> readShownResultsLater(const QString& file);

// Reads `file` and compares. Errors: those of read_results() and mcnemar().
QFuture<Result<ShownComparison>> compareLater(const ShownResultsPtr& shown, const QString& file);

} // namespace kinelens::ui
