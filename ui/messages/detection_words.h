// How detections and their errors are worded, the same in lanes, lists and tool tips.
#pragma once

#include "core/metrics/detection_errors.h"
#include "core/results/predictions.h"

#include <QString>

namespace kinelens::ui {

QString verdictText(DetectionVerdict verdict);    // "Wrong class"
QString verdictMeaning(DetectionVerdict verdict); // one sentence

// Why a detection says nothing of a recording of the dataset: briefly, and in a sentence. `name`: the
// detection's.
QString notPredictedNote(const Predictions& predictions);
QString notPredictedReason(const Predictions& predictions, const QString& name);

QString framesText(std::int64_t start, std::int64_t end,
                   double frameRate); // "0:12.40 to 0:15.10 (81 frames)"

} // namespace kinelens::ui
