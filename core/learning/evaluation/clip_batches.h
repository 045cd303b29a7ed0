// Clips as batches for an encoder: normalised, cropped, resampled to its frames, turned into its stream.
#pragma once

#include "core/learning/torch_include.h"
#include "core/preparation/clip_store.h"
#include "core/preparation/stream.h"

#include <functional>
#include <span>

namespace kinelens::learning {

struct ClipShape {
    std::int64_t frames = 64; // T
    Stream stream = Stream::joint;
    int threads = 1; // clips prepared at a time
};

struct ClipWindow {
    std::int64_t first = 0;
    std::int64_t length = 0; // at least 1
};

// Which frames of a clip; called from several threads.
using WindowOf = std::function<ClipWindow(std::size_t clip, std::int64_t frames)>;

inline ClipWindow whole_clip(std::size_t, std::int64_t frames) {
    return {0, frames};
}

// The chosen clips of the store: (count, T, M, V, 3) float32 on the CPU.
Result<torch::Tensor> clip_batch(ClipStore& clips, std::span<const std::size_t> chosen,
                                 const ClipShape& shape, const WindowOf& window = whole_clip);

// Clips of one shape, (count, T, M, V, 3).
torch::Tensor stacked(const std::vector<Clip>& clips);

} // namespace kinelens::learning
