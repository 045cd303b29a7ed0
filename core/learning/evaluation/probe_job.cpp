#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_input.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/learning/evaluation/fit.h"
#include "core/learning/evaluation/fit_report.h"
#include "core/learning/evaluation/linear_head.h"
#include "core/learning/evaluation/linear_probe.h"
#include "core/learning/training/device.h"
#include "core/options/option_json.h"

namespace kinelens::learning {
namespace {

torch::Tensor tensor_of(const SampleFeatures& features, const torch::Device& device) {
    const auto rows = static_cast<std::int64_t>(features.values.size()) / features.dimension;
    return torch::from_blob(const_cast<float*>(features.values.data()), {rows, features.dimension},
                            torch::kFloat32)
        .to(device);
}

Result<FittedSplit> probe_fold(const EvaluationPlan& plan, const EvaluationFold& fold,
                               const SampleFeatures& features, const ProbeOptions& options,
                               const torch::Device& device, const FitHooks& hooks) {
    const auto seed = static_cast<std::uint64_t>(options.seed);
    HeldOut parts = hold_out(plan, fold.train, options.validation_share, seed);
    const FitSides sides{std::move(parts.train), std::move(parts.validation), fold.test};
    auto rows = tensor_of(features, device);
    if (options.standardise) rows = standardised(rows, sides.train);
    const auto classes = static_cast<std::int64_t>(plan.class_names.size());
    LinearProbe probe(rows, linear_head(features.dimension, classes, seed, 0));
    KINELENS_TRY(choice, fit(probe, plan, sides, options, 0, hooks));
    return FittedSplit{fold.protocol,    0, sides.train.size(), sides.validation.size(), sides.test.size(),
                       std::move(choice)};
}

Result<EvaluationResults> probe(const EvaluationRequest& request, const ProbeOptions& options,
                                const EventSink& sink, const std::stop_token& stop) {
    KINELENS_CHECK(validate(static_cast<const FitOptions&>(options)));
    KINELENS_TRY(device, choose_device(options.device));
    use_threads(options.threads);
    KINELENS_TRY(input, EvaluationInput::open(request, options, options.seed, sink));
    const auto& folds = input.plan().folds;
    const auto total = static_cast<std::int64_t>(folds.size()) * options.epochs;
    std::vector<FittedSplit> fits;
    for (std::size_t fold = 0; fold < folds.size(); ++fold) {
        KINELENS_TRY(features, input.features(fold, stop));
        const auto before = static_cast<std::int64_t>(fold) * options.epochs;
        const FitHooks hooks{[&](std::int64_t epoch) {
                                 sink(ProgressMade{before + epoch, total, "epochs"});
                             },
                             stop};
        KINELENS_TRY(fitted, probe_fold(input.plan(), folds[fold], *features, options, device, hooks));
        fits.push_back(std::move(fitted));
    }
    auto [results, rows] =
        input.test_rows("probe", options_to_json(option_table<ProbeOptions>(), option_values(options)));
    const std::size_t classes = results.classes();
    for (const auto& [fold, place] : rows) {
        const auto& scores = fits[fold].choice.chosen(options.selection).scores;
        const float* row = scores.data() + place * classes;
        results.scores.insert(results.scores.end(), row, row + classes);
    }
    results.predicted = greatest_scores(results.scores, classes);
    results.report = fit_report(fits, options.selection);
    return std::move(results);
}

} // namespace

Result<EvaluationResults> run_probe(const EvaluationRequest& request, const ProbeOptions& options,
                                    const EventSink& sink, std::stop_token stop) {
    return guarded("probe", [&] { return probe(request, options, sink, stop); });
}

} // namespace kinelens::learning
