// The windows a detector learns from, with the class of each of their frames.
#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/learning/torch_include.h"
#include "core/options/detection_options.h"
#include "core/preparation/clip_store.h"
#include "core/preparation/frame_windows.h"

#include <span>

namespace kinelens::learning {

struct WindowBatch {
    torch::Tensor clips;             // (N, T, M, V, 3)
    torch::Tensor labels;            // (N, T): 0 background, then the classes; no_frame where there is none
    std::vector<std::uint64_t> keys; // of further draws
};

class TrainingWindows {
public:
    // Of the dataset's sequences `chosen`. Intervals that a program predicted do not count.
    TrainingWindows(std::shared_ptr<const DatasetReader> dataset, const std::vector<std::size_t>& chosen,
                    WindowShape shape, const DetectTrainOptions& options, int threads);

    std::size_t size() const { return sources_.size(); } // in an epoch
    std::vector<std::size_t> order(std::int64_t epoch) const;

    // Draws are keyed by seed, epoch and window. Errors: those of reading.
    Result<WindowBatch> batch(std::span<const std::size_t> chosen, std::int64_t epoch) const;

    // Frames of the background and of each class.
    std::vector<std::int64_t> frames_of_classes() const;

private:
    struct Drawn {
        std::int64_t first = 0, length = 0;
        WindowChange change;
    };
    bool mirror(std::vector<std::int64_t>& labels) const;
    Drawn drawn(const ClipSource& source, std::int64_t epoch) const;
    CounterRandom random_of(const ClipSource& source, std::int64_t epoch) const;

    std::shared_ptr<const DatasetReader> dataset_;
    WindowShape shape_;
    DetectTrainOptions options_;
    int threads_;
    CounterRandom random_;
    std::vector<ClipSource> sources_;
    std::vector<int> mirrored_;                     // by class; empty: nothing is mirrored
    std::vector<std::vector<std::int64_t>> labels_; // by sequence of the dataset; empty where not chosen
};

} // namespace kinelens::learning
