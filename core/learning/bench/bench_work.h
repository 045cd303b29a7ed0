// The work that `bench training`, `inference`, `loader` and `detection` measure, on made-up numbers of the
// published sizes. Free of LibTorch.
#pragma once

#include "core/foundation/result.h"

#include <functional>
#include <string>

namespace kinelens::learning {

// One unit of work; returns the samples it went through.
using BenchWork = std::function<std::int64_t()>;

// train-full-b8, train-h256-b64, train-full-b356-{float32,tf32,bf16}: one training step; infer-b16, infer-b1:
// the encoder, hidden size 1024; loader: 64 samples of four views on one thread; products-bf16: products of
// 8192 x 8192 matrices, whose "samples" are GFLOP; detect-stream, detect-stream-full: a detector of the
// preset compact and of the published size over a recording, whose samples are frames. device as for
// pretraining. Errors: not_found, device_unavailable.
Result<BenchWork> bench_work(const std::string& name, const std::string& device);

} // namespace kinelens::learning
