#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_input.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/learning/evaluation/fine_tuning.h"
#include "core/learning/evaluation/fit.h"
#include "core/learning/evaluation/fit_report.h"
#include "core/learning/training/device.h"
#include "core/metrics/classification.h"
#include "core/options/option_json.h"

namespace kinelens::learning {
namespace {

constexpr std::size_t kept_clips = std::size_t{4} << 30; // bytes

class FinetuneJob {
public:
    FinetuneJob(EvaluationInput& input, const FinetuneOptions& options, const EventSink& sink,
                std::stop_token stop, const torch::Device& device, int threads)
        : input_(input)
        , options_(options)
        , sink_(sink)
        , stop_(std::move(stop))
        , device_(device)
        , threads_(threads) {}

    Result<EvaluationResults> run() {
        const auto& folds = input_.plan().folds;
        for (std::size_t fold = 0; fold < folds.size(); ++fold)
            for (int repeat = 0; repeat < options_.repeats; ++repeat) {
                KINELENS_TRY(fitted, fit_once(fold, repeat));
                fits_.push_back(std::move(fitted));
            }
        return results();
    }

private:
    Result<FittedSplit> fit_once(std::size_t index, int repeat) {
        const EvaluationPlan& plan = input_.plan();
        const EvaluationFold& fold = plan.folds[index];
        const auto seed = static_cast<std::uint64_t>(options_.seed);
        const auto number = static_cast<std::uint64_t>(repeat);
        const auto subset = labelled_subset(plan, fold.train, options_.label_fraction, seed, number);
        if (subset.empty())
            return fail(ErrorCode::dataset_empty, fold.protocol,
                        "the label fraction leaves none of " + std::to_string(fold.train.size()) +
                            " training samples");
        remember(subset, index, repeat);
        HeldOut parts = hold_out(plan, subset, options_.validation_share, seed + number);
        const FitSides sides{std::move(parts.train), std::move(parts.validation), fold.test};
        KINELENS_TRY(encoder, ClipEncoder::open(input_.checkpoint_of(index), input_.dataset(), plan.sequences,
                                                {options_.preprocess, device_, threads_, kept_clips}));
        FineTuning model(std::move(encoder), static_cast<std::int64_t>(plan.class_names.size()), options_,
                         number);
        const FitHooks hooks{[&](std::int64_t epoch) { tell(epoch); }, stop_};
        KINELENS_TRY(choice, fit(model, plan, sides, options_, number, hooks));
        return FittedSplit{fold.protocol,     repeat,           sides.train.size(), sides.validation.size(),
                           sides.test.size(), std::move(choice)};
    }

    void remember(const std::vector<std::size_t>& subset, std::size_t fold, int repeat) {
        for (const std::size_t place : subset) {
            subset_.name.push_back(input_.plan().names[place]);
            subset_.fold.push_back(static_cast<std::int32_t>(fold));
            subset_.repeat.push_back(repeat);
        }
    }

    void tell(std::int64_t epoch) const {
        const auto fits = static_cast<std::int64_t>(input_.plan().folds.size()) * options_.repeats;
        sink_(ProgressMade{static_cast<std::int64_t>(fits_.size()) * options_.epochs + epoch,
                           fits * options_.epochs, "epochs"});
    }

    Result<EvaluationResults> results() {
        auto [results, rows] = input_.test_rows(
            "finetune", options_to_json(option_table<FinetuneOptions>(), option_values(options_)));
        const std::size_t classes = results.classes();
        const auto repeats = static_cast<std::size_t>(options_.repeats);
        for (const auto& [fold, place] : rows)
            for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
                const auto& scores = fits_[fold * repeats + repeat].choice.chosen(options_.selection).scores;
                const auto row = std::span(scores).subspan(place * classes, classes);
                results.repeats.push_back(greatest_scores(row, classes).front());
                if (repeat > 0) continue;
                results.predicted.push_back(results.repeats.back());
                results.scores.insert(results.scores.end(), row.begin(), row.end());
            }
        results.subset = std::move(subset_);
        results.report = fit_report(fits_, options_.selection);
        return std::move(results);
    }

    EvaluationInput& input_;
    const FinetuneOptions& options_;
    const EventSink& sink_;
    std::stop_token stop_;
    torch::Device device_;
    int threads_;
    std::vector<FittedSplit> fits_;
    LabelledSubset subset_;
};

} // namespace

Result<EvaluationResults> run_finetuning(const EvaluationRequest& request, const FinetuneOptions& options,
                                         const EventSink& sink, std::stop_token stop) {
    return guarded("finetune", [&]() -> Result<EvaluationResults> {
        KINELENS_CHECK(validate(options));
        if (!request.features.empty())
            return fail(ErrorCode::invalid_argument, "features",
                        "fine-tuning trains the encoder of a checkpoint");
        KINELENS_TRY(device, choose_device(options.device));
        const int threads = use_threads(options.threads);
        keep_freed_memory();
        KINELENS_TRY(input, EvaluationInput::open(request, options, options.seed, sink));
        return FinetuneJob(input, options, sink, std::move(stop), device, threads).run();
    });
}

} // namespace kinelens::learning
