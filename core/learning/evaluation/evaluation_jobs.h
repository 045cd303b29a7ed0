// The jobs of `probe`, `retrieve` and `finetune`. Each runs every split of the protocol and returns what it
// found for all test samples. Free of LibTorch.
#pragma once

#include "core/learning/evaluation/evaluation_request.h"
#include "core/options/evaluation_options.h"

namespace kinelens::learning {

// Errors of all three: those of check_request(); joint_count_wrong, device_unavailable, out_of_memory,
// cancelled.

// A linear classifier on the pooled features. The report tells how the epochs were chosen, with a fit
// for each split. Also training_diverged.
Result<EvaluationResults> run_probe(const EvaluationRequest& request, const ProbeOptions& options,
                                    const EventSink& sink, std::stop_token stop);

// The labels of the nearest training samples. At least five neighbours are kept where there are as many. More
// neighbours than the smallest gallery has are lowered to those, with a warning. The report tells how
// it searched.
Result<EvaluationResults> run_retrieval(const EvaluationRequest& request, const RetrieveOptions& options,
                                        const EventSink& sink, std::stop_token stop);

// The whole encoder on a labelled subset, several times; reports as run_probe(), one fit a split and
// repetition. dataset_empty where the fraction leaves no sample.
Result<EvaluationResults> run_finetuning(const EvaluationRequest& request, const FinetuneOptions& options,
                                         const EventSink& sink, std::stop_token stop);

} // namespace kinelens::learning
