// Every measurement of `bench`, one function a file.
#pragma once

#include "app/command_line/bench/measurement.h"
#include "core/foundation/files.h"

namespace kinelens {

struct BenchRequest {
    int pairs = 9;
    Path peers = "tests/benchmarks"; // folder with the peers' scripts
    std::string python = "/usr/bin/python3";
    std::string device = "cpu";   // of training and inference
    std::int64_t points = 10'000; // of tsne
    Path venv;                    // Python environment with openTSNE; empty: `python` may have it
};

Result<std::vector<BenchCase>> bench_import(const BenchRequest& request); // import-ntu

// train-full-b8, train-h256-b64 (each also -memory); infer-b16, infer-b1; loader. Start the program for verbs
// that need LibTorch. Error: process_failed (it is not built).
Result<std::vector<BenchCase>> bench_training(const BenchRequest& request);
Result<std::vector<BenchCase>> bench_inference(const BenchRequest& request);
Result<std::vector<BenchCase>> bench_loader(const BenchRequest& request);

// detect-stream, detect-stream-full, each also -real-time: how many cameras of 30 frames a second it keeps
// up with.
Result<std::vector<BenchCase>> bench_detection(const BenchRequest& request);

// train-full-b356-{float32,tf32,bf16}, products-bf16 (the card's own peak), train-full-b356-share, ntu60-run.
// Errors: invalid_argument (a processor), process_failed.
Result<std::vector<BenchCase>> bench_gpu(const BenchRequest& request);

// tsne-10k (or how many points were asked for) beside scikit-learn, tsne-10k-opentsne; where the peer is
// there also -kl and -kept, as one judge sees both maps.
Result<std::vector<BenchCase>> bench_tsne(const BenchRequest& request);

// Starts `kinelens-tour` (tests/benchmarks/tour) beside this program. Errors: file_not_found (it is not
// built), process_failed.
Result<std::vector<BenchCase>> bench_desktop(const BenchRequest& request);

} // namespace kinelens
