// Training steps, inference and the loader, beside plain PyTorch (tests/benchmarks/usdrl_pytorch.py).
#include "app/command_line/bench/benches.h"
#include "app/command_line/bench/child_process.h"
#include "app/command_line/bench/worker.h"

namespace kinelens {
namespace {

// Less is better: the ratio is the peer's share of ours.
BenchCase memory_case(const std::string& name, const BenchWorker& ours,
                      const std::optional<BenchWorker>& peer) {
    BenchCase memory{name + "-memory", "MB at most", ours.peak_megabytes(), {}, {}, {}, 1};
    if (!peer || memory.ours <= 0) return memory;
    memory.peer = peer->peak_megabytes();
    memory.ratio = memory.quartile = *memory.peer / memory.ours;
    return memory;
}

Result<void> add_case(std::vector<BenchCase>& cases, const std::string& name, const std::string& unit,
                      const BenchRequest& request, bool with_memory) {
    const std::string program = learning_program(); // what it sets slows no peer
    auto ours = BenchWorker::start({program, "bench-worker", name, "--device", request.device});
    if (!ours) return fail(ErrorCode::process_failed, program, "the measuring process did not start");
    const Path script = request.peers / "usdrl_pytorch.py";
    const auto start_peer = [&]() -> std::optional<BenchWorker> {
        if (!std::filesystem::exists(script)) return std::nullopt;
        return BenchWorker::start({request.python, script.string(), name, request.device});
    };
    auto peer = start_peer();
    cases.push_back(measure_rates(
        name, unit, request.pairs, [&] { return ours->measure().value_or(0); },
        [&] { return peer ? peer->measure() : std::nullopt; }));
    if (with_memory) cases.push_back(memory_case(name, *ours, peer));
    return {};
}

} // namespace

Result<std::vector<BenchCase>> bench_training(const BenchRequest& request) {
    std::vector<BenchCase> cases;
    KINELENS_CHECK(add_case(cases, "train-full-b8", "samples/s", request, true));
    KINELENS_CHECK(add_case(cases, "train-h256-b64", "samples/s", request, true));
    return cases;
}

Result<std::vector<BenchCase>> bench_inference(const BenchRequest& request) {
    std::vector<BenchCase> cases;
    KINELENS_CHECK(add_case(cases, "infer-b16", "samples/s", request, false));
    KINELENS_CHECK(add_case(cases, "infer-b1", "samples/s", request, false));
    return cases;
}

Result<std::vector<BenchCase>> bench_loader(const BenchRequest& request) {
    std::vector<BenchCase> cases;
    KINELENS_CHECK(add_case(cases, "loader", "samples/s", request, false));
    return cases;
}

Result<std::vector<BenchCase>> bench_detection(const BenchRequest& request) {
    std::vector<BenchCase> cases;
    for (const char* name : {"detect-stream", "detect-stream-full"}) {
        KINELENS_CHECK(add_case(cases, name, "frames/s", request, false));
        cases.push_back({std::string(name) + "-real-time",
                         "times 30 frames/s",
                         cases.back().ours / 30,
                         {},
                         {},
                         {},
                         cases.back().pairs});
    }
    return cases;
}

} // namespace kinelens
