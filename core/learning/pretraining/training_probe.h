// TrainingProbe: what a linear classifier and the nearest neighbour get out of an encoder that is still
// learning, on the held-out side of a split. Draws nothing from the training's random numbers.
#pragma once

#include "core/experiment/events.h"
#include "core/experiment/experiment.h"
#include "core/learning/evaluation/clip_batches.h"
#include "core/learning/model/usdrl_model.h"
#include "core/options/pretrain_options.h"
#include "core/preparation/evaluation_plan.h"

namespace kinelens::learning {

class TrainingProbe {
public:
    // The split: options.probe_protocol, else the experiment's own, else random:0.8. Errors: those of
    // plan_evaluation(); invalid_argument (subject = probe_protocol) where it means several splits.
    static Result<TrainingProbe> open(const Experiment& experiment, const PretrainOptions& options,
                                      int bodies);

    // probe_linear (after its last epoch) and probe_nearest (1-NN, cosine): shares of right answers. The
    // model's parameters and mode stay as they are.
    Result<std::vector<Metric>> measure(UsdrlModel& model, const torch::Device& device);

private:
    Result<torch::Tensor> features_of(UsdrlModel& model, const torch::Device& device);
    Result<double> linear(const torch::Tensor& features) const;
    double nearest(const torch::Tensor& features) const;

    EvaluationPlan plan_;
    std::shared_ptr<ClipStore> clips_;
    ClipShape shape_;
    std::uint64_t seed_ = 0;
};

} // namespace kinelens::learning
