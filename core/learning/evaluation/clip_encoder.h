// ClipEncoder: the encoder of a checkpoint over the sequences of a dataset.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/learning/evaluation/clip_batches.h"
#include "core/learning/weights/saved_model.h"

namespace kinelens::learning {

struct ClipEncoderSetting {
    Normalisation preprocess = Normalisation::trained;
    torch::Device device = torch::kCPU;
    int threads = 1;
    std::size_t byte_budget = 0; // of prepared clips that are kept for the next time
};

class ClipEncoder {
public:
    // The dataset's sequences `chosen`, which become clips 0, 1, … Errors: those of load_model();
    // joint_count_wrong (subject = dataset), dataset_empty.
    static Result<ClipEncoder> open(const Path& checkpoint, std::shared_ptr<const DatasetReader> dataset,
                                    const std::vector<std::size_t>& chosen,
                                    const ClipEncoderSetting& setting);

    // Of the chosen clips, on the device. drop as for Encoder::forward.
    Result<DenseFeatures> encode(std::span<const std::size_t> chosen, const WindowOf& window = whole_clip,
                                 const std::vector<DropFactors>& drop = {});

    std::size_t size() const { return clips_->size(); }
    const std::string& name(std::size_t clip) const { return clips_->source(clip).name; }
    UsdrlModel& model() { return saved_.model; }
    const PretrainOptions& options() const { return saved_.options; }
    Normalisation preprocess() const { return preprocess_; }                      // never trained
    std::int64_t dimension() const { return 2 * saved_.model->options().hidden; } // 2C
    const torch::Device& device() const { return device_; }

private:
    ClipEncoder(SavedModel saved, std::shared_ptr<ClipStore> clips, const ClipEncoderSetting& setting);
    SavedModel saved_;
    std::shared_ptr<ClipStore> clips_;
    Normalisation preprocess_;
    torch::Device device_;
    ClipShape shape_;
};

// Both pooled representations: (N, 2C).
torch::Tensor instance_of(const DenseFeatures& encoded);

} // namespace kinelens::learning
