// The published recipe's step on a GPU: hidden size 1024, batch 356, in each precision, and what the card can
// do.
#include "app/command_line/bench/benches.h"
#include "app/command_line/bench/child_process.h"
#include "app/command_line/bench/worker.h"

namespace kinelens {
namespace {

// As published: 6.22 G multiply-adds a view in the encoder, four views, forward and twice that backward.
constexpr double flop_per_sample = 2 * 6.22e9 * 4 * 3;
// NTU-60 cross-subject for 451 epochs.
constexpr double samples_of_a_run = 451.0 * 40'091.0;

BenchCase derived(const std::string& name, const std::string& unit, double value) {
    return {name, unit, value, {}, {}, {}, 1};
}

Result<double> add_rate(std::vector<BenchCase>& cases, const std::string& name, const std::string& unit,
                        const BenchRequest& request) {
    auto worker = BenchWorker::start({learning_program(), "bench-worker", name, "--device", request.device});
    if (!worker)
        return fail(ErrorCode::process_failed, name, "the measuring process ended; is the device there?");
    cases.push_back(measure_rates(
        name, unit, request.pairs, [&] { return worker->measure().value_or(0); },
        [] { return std::optional<double>(); }));
    return cases.back().ours;
}

} // namespace

Result<std::vector<BenchCase>> bench_gpu(const BenchRequest& request) {
    if (request.device == "cpu")
        return fail(ErrorCode::invalid_argument, "device", "'cpu' is no GPU; cuda or cuda:N");
    std::vector<BenchCase> cases;
    KINELENS_CHECK(add_rate(cases, "train-full-b356-float32", "samples/s", request));
    KINELENS_CHECK(add_rate(cases, "train-full-b356-tf32", "samples/s", request));
    KINELENS_TRY(rate, add_rate(cases, "train-full-b356-bf16", "samples/s", request));
    KINELENS_TRY(peak, add_rate(cases, "products-bf16", "GFLOP/s", request));
    cases.push_back(derived("train-full-b356-share",
                            "of the measured peak, counting the products as published",
                            rate * flop_per_sample / (peak * 1e9)));
    cases.push_back(
        derived("ntu60-run", "hours for 451 epochs of 40,091 samples", samples_of_a_run / rate / 3600));
    return cases;
}

} // namespace kinelens
