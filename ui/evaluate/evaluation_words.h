// What an evaluation found, in words for people.
#pragma once

#include "ui/state/shown_results.h"

namespace kinelens::ui {

QString shareText(double share);                    // "86.3 %"
QString shareText(const MeanAndSpread& figure);     // "86.3 % ± 1.2 %"
QString runName(const QString& file);               // the folder that holds the results
QString evaluationTitle(const ShownResults& shown); // "probe-3: probe on ntu60-xsub"
QStringList
evaluationFacts(const ShownResults& shown); // a line a matter: figures, epochs, search, repetitions

QString comparisonWords(const ShownResults& shown, const ShownComparison& with);
// Both stamps, one after the other.
QString comparisonStamps(const ShownResults& shown, const ShownComparison& with);

} // namespace kinelens::ui
