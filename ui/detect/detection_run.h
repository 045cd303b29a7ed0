// A detection as the window shares it: what a run predicted, and its frame scores if it kept them. Read on
// another thread, never changed.
#pragma once

#include "core/results/predictions.h"
#include "core/results/score_shards.h"

#include <QFuture>
#include <QHash>
#include <QString>
#include <memory>
#include <optional>

namespace kinelens::ui {

struct DetectionRun {
    QString place; // the run's folder, or a file of predictions
    QString name;
    Predictions predictions;
    QHash<QString, int> rowOf; // sequence -> its place in the predictions
    std::optional<ScoreShardReader> shards;
    QHash<QString, int> scoreRowOf; // sequence -> its place in the shards

    const PredictedSequence* find(const QString& sequence) const;
};
using DetectionRunPtr = std::shared_ptr<const DetectionRun>;

// `place`: a folder with predictions.json and score shards, there or in its folder "scores", or a file of
// predictions. Without predictions the scores are segmented as published. Errors: those of
// read_predictions() and ScoreShardReader::open(); file_not_found if there is neither.
Result<DetectionRunPtr> readDetectionRun(const QString& place);
// Several at once, each on a thread of its own; in the order of the places.
QFuture<std::vector<Result<DetectionRunPtr>>> readDetectionRunsLater(const QStringList& places);

} // namespace kinelens::ui
