// The plan of an evaluation and the features of its samples, fold by fold.
#pragma once

#include "core/learning/evaluation/evaluation_request.h"
#include "core/neighbours/neighbours.h"
#include "core/options/evaluation_options.h"
#include "core/preparation/evaluation_plan.h"

#include <memory>

namespace kinelens::learning {

struct SampleFeatures {
    std::int64_t dimension = 0;
    std::vector<float> values; // (samples of the plan, dimension)
};

class EvaluationInput {
public:
    // Errors: those of check_request(). Warnings go to the sink.
    static Result<EvaluationInput> open(const EvaluationRequest& request, const EncodeOptions& options,
                                        std::int64_t seed, const EventSink& sink);

    const EvaluationPlan& plan() const { return plan_; }
    const std::shared_ptr<const DatasetReader>& dataset() const { return dataset_; }

    // The checkpoint that tests a fold; empty with a features file.
    std::string checkpoint_of(std::size_t fold) const;

    // Every sample's features for a fold; made once where one checkpoint serves all folds. Errors: those of
    // the features file or the checkpoint; joint_count_wrong, device_unavailable, cancelled.
    Result<std::shared_ptr<const SampleFeatures>> features(std::size_t fold, const std::stop_token& stop);

    // Names, truths, folds, facts and stamp of all folds' test samples, ascending by name; the rest is the
    // verb's. rows: where each stands, (fold, place among the fold's test samples).
    struct TestRows {
        EvaluationResults results;
        std::vector<std::pair<std::size_t, std::size_t>> rows;
    };
    TestRows test_rows(const std::string& verb, const std::string& options) const;

private:
    Result<SampleFeatures> encoded(const std::string& checkpoint, const std::stop_token& stop);
    Result<SampleFeatures> from_file();

    EvaluationRequest request_;
    EncodeOptions options_;
    std::int64_t seed_ = 0;
    EventSink sink_;
    std::shared_ptr<const DatasetReader> dataset_;
    EvaluationPlan plan_;
    std::shared_ptr<const SampleFeatures> shared_; // of all folds
    Stamp stamp_;
};

} // namespace kinelens::learning
