#include "core/learning/evaluation/fit_report.h"

namespace kinelens::learning {
namespace {

FitReport report_of(const FittedSplit& fit, EpochSelection selection) {
    const auto measured = [](const MeasuredEpoch& epoch) {
        return MeasuredTop1{epoch.epoch, epoch.test_accuracy};
    };
    const MeasuredEpoch& chosen = fit.choice.chosen(selection);
    FitReport report;
    report.fold = fit.fold;
    report.repeat = fit.repeat;
    report.selection = fit.choice.counted(selection);
    report.chosen_epoch = chosen.epoch;
    report.top1 = chosen.test_accuracy;
    report.validation_top1 = chosen.validation_accuracy;
    report.last_epoch = measured(fit.choice.last());
    report.best_test_epoch = measured(fit.choice.best_on_test());
    report.training_samples = static_cast<std::int64_t>(fit.training);
    report.validation_samples = static_cast<std::int64_t>(fit.validation);
    return report;
}

} // namespace

EvaluationReport fit_report(const std::vector<FittedSplit>& fits, EpochSelection selection) {
    double last = 0, best = 0, samples = 0;
    EvaluationReport report;
    for (const FittedSplit& fit : fits) {
        const auto count = static_cast<double>(fit.test);
        samples += count;
        last += count * fit.choice.last().test_accuracy;
        best += count * fit.choice.best_on_test().test_accuracy;
        report.fits.push_back(report_of(fit, selection));
    }
    report.selection = selection;
    report.last_epoch = samples > 0 ? last / samples : 0;
    report.best_test_epoch = samples > 0 ? best / samples : 0;
    return report;
}

} // namespace kinelens::learning
