// What the cells of a table are made from, kept under keys of what made it: encoders of each split and
// features of raw joints.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/experiment/events.h"
#include "core/learning/ablation/ablation_table.h"

#include <memory>
#include <stop_token>

namespace kinelens::learning {

class AblationStore {
public:
    AblationStore(Path folder, std::string data, std::shared_ptr<const DatasetReader> dataset, EventSink sink,
                  std::stop_token stop);

    // The last checkpoint of a pretraining on the training side of a single split; goes on with one that was
    // interrupted. Errors: those of run_pretraining(); cancelled.
    Result<std::string> pretrained(const PretrainOptions& options, const std::string& protocol);

    // The encoder such a pretraining begins with.
    Result<std::string> untrained(const PretrainOptions& options);

    // A features file of every sequence's raw joints.
    Result<std::string> raw_joints();

private:
    Path place(const std::string& kind, const std::string& options, const std::string& protocol) const;

    Path folder_;
    std::string data_;
    std::shared_ptr<const DatasetReader> dataset_;
    EventSink sink_;
    std::stop_token stop_;
};

} // namespace kinelens::learning
