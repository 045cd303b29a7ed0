// Whole clips as batches for an encoder: normalised, resampled to its frames, turned into its stream.
#pragma once

#include "core/learning/torch_include.h"
#include "core/preparation/clip_store.h"
#include "core/preparation/stream.h"

namespace kinelens::learning {

struct ClipShape {
    std::int64_t frames = 64; // T
    Stream stream = Stream::joint;
    int threads = 1; // clips prepared at a time
};

// Clips [first, first + count) of the store: (count, T, M, V, 3) float32 on the CPU.
Result<torch::Tensor> clip_batch(ClipStore& clips, std::size_t first, std::size_t count,
                                 const ClipShape& shape);

} // namespace kinelens::learning
