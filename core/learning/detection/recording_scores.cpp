#include "core/learning/detection/recording_scores.h"

#include "core/dataset/motion_parts.h"
#include "core/foundation/parallel.h"
#include "core/learning/detection/dense_head.h"
#include "core/learning/evaluation/clip_batches.h"
#include "core/segmentation/score_blend.h"

#include <algorithm>
#include <cmath>

namespace kinelens::learning {

RecordingScores::RecordingScores(Detector& detector, WindowShape shape, MotionReader reader,
                                 const DetectOptions& options, const torch::Device& device, int threads)
    : detector_(detector)
    , shape_(std::move(shape))
    , reader_(std::move(reader))
    , device_(device)
    , window_(detector.options.window_frames)
    , step_(std::max<std::int64_t>(1, std::llround(static_cast<double>(window_) * (1 - options.overlap))))
    , batch_(static_cast<std::size_t>(options.batch_size))
    , centre_(options.blend == FrameWeights::centre)
    , threads_(threads) {
    detector.saved.model->to(device);
    detector.head->to(device);
}

Result<RecordingScores> RecordingScores::open(Detector& detector, const DatasetInfo& data,
                                              MotionReader reader, const DetectOptions& options,
                                              const torch::Device& device, int threads) {
    KINELENS_TRY(shape, window_shape(detector, data));
    return RecordingScores(detector, std::move(shape), std::move(reader), options, device, threads);
}

// (windows, window frames, outputs); one read for all of them.
Result<torch::Tensor> RecordingScores::window_rows(std::size_t sequence,
                                                   const std::vector<std::int64_t>& starts) {
    const std::int64_t first = starts.front();
    KINELENS_TRY(block, reader_(sequence, first, starts.back() + window_ - first));
    std::vector<Clip> clips(starts.size());
    parallel_for(starts.size(), static_cast<unsigned>(threads_), [&](std::size_t i) {
        clips[i] = window_clip(
            frames_of(block, starts[i] - first, std::min(starts[i] - first + window_, block.frames)), window_,
            shape_);
    });
    const auto rows =
        torch::softmax(dense_logits(detector_.saved.model->encoder().forward(stacked(clips).to(device_), {}),
                                    detector_.head),
                       2);
    if (shape_.frames == window_) return rows.to(torch::kCPU).contiguous();
    return torch::upsample_linear1d(rows.transpose(1, 2), {window_}, false)
        .transpose(1, 2)
        .to(torch::kCPU)
        .contiguous();
}

Result<void> RecordingScores::detect(std::size_t sequence, std::int64_t frames, const TakeRows& take,
                                     const std::stop_token& stop) {
    const torch::NoGradGuard no_grad;
    detector_.saved.model->eval();
    const std::int64_t last = std::max<std::int64_t>(0, frames - window_);
    const std::int64_t outputs = detector_.outputs();
    ScoreBlend blend(static_cast<int>(outputs), centre_);
    for (std::int64_t next = 0; blend.taken() < frames;) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "detection");
        std::vector<std::int64_t> starts;
        while (starts.size() < batch_ && (starts.empty() || starts.back() < last)) {
            starts.push_back(std::min(next, last));
            next += step_;
        }
        KINELENS_TRY(rows, window_rows(sequence, starts));
        if (!torch::isfinite(rows).all().item<bool>())
            return fail(ErrorCode::training_diverged, "the detector", "its scores are no numbers");
        for (std::size_t i = 0; i < starts.size(); ++i)
            blend.add(starts[i], rows.data_ptr<float>() + static_cast<std::int64_t>(i) * window_ * outputs,
                      std::min(window_, frames));
        const auto whole = blend.take_before(starts.back() == last ? frames : std::min(next, last));
        KINELENS_CHECK(take(whole.data(), static_cast<std::int64_t>(whole.size()) / outputs));
    }
    return {};
}

} // namespace kinelens::learning
