// RecordingScores: a detector over one recording of any length, in bounded memory: windows in batches, their
// scores averaged where they overlap.
#pragma once

#include "core/learning/detection/detection_output.h"
#include "core/learning/detection/detector.h"
#include "core/preparation/clip_store.h"

namespace kinelens::learning {

class RecordingScores {
public:
    // How windows overlap and are batched is `options`, their length the detector's own. The detector is
    // moved to the device and must outlive this. Errors: those of window_shape().
    static Result<RecordingScores> open(Detector& detector, const DatasetInfo& data, MotionReader reader,
                                        const DetectOptions& options, const torch::Device& device,
                                        int threads);

    // The `frames` frames of a sequence. Errors: those of reading and of `take`; cancelled;
    // training_diverged (the detector gives no numbers).
    Result<void> detect(std::size_t sequence, std::int64_t frames, const TakeRows& take,
                        const std::stop_token& stop);

private:
    RecordingScores(Detector& detector, WindowShape shape, MotionReader reader, const DetectOptions& options,
                    const torch::Device& device, int threads);
    Result<torch::Tensor> window_rows(std::size_t sequence, const std::vector<std::int64_t>& starts);

    Detector& detector_;
    WindowShape shape_;
    MotionReader reader_;
    torch::Device device_;
    std::int64_t window_, step_;
    std::size_t batch_;
    bool centre_;
    int threads_;
};

} // namespace kinelens::learning
