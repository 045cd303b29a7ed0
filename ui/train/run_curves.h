// Which curves of a run's history a view shows, as chart series: pure, no widgets.
#pragma once

#include "core/experiment/run_history.h"
#include "viz/charts/chart_data.h"

#include <QString>

namespace kinelens::ui {

enum class CurveSet { total, terms, domains, deviation, rank, learning_rate, gradient, throughput };
enum class CurveAxis { step, epoch, time };

// The curves of one run; names carry `prefix` where several runs are compared. `first_style` is the index of
// the first line style.
std::vector<viz::ChartSeries> runCurves(const RunHistory& history, CurveSet set, CurveAxis axis,
                                        const std::string& prefix, int first_style);

// "temporal": what curves call a domain of the features.
QString domainText(std::string_view domain);

} // namespace kinelens::ui
