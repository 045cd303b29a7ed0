#include "app/command_line/bench/benches.h"
#include "app/command_line/verbs.h"

#include <CLI/CLI.hpp>
#include <array>

namespace kinelens {
namespace {

struct BenchArguments {
    std::string what;
    BenchRequest request;
    std::string peers;
};

struct Bench {
    const char* name;
    Result<std::vector<BenchCase>> (*measure)(const BenchRequest&);
};
constexpr std::array benches{Bench{"training", bench_training},   Bench{"inference", bench_inference},
                             Bench{"loader", bench_loader},       Bench{"gpu", bench_gpu},
                             Bench{"detection", bench_detection}, Bench{"import", bench_import},
                             Bench{"tsne", bench_tsne},           Bench{"desktop", bench_desktop}};

std::string known() {
    std::string names;
    for (const Bench& bench : benches) names += (names.empty() ? "" : ", ") + std::string(bench.name);
    return names;
}

Result<std::vector<BenchCase>> measure(const BenchArguments& arguments) {
    for (const Bench& bench : benches)
        if (arguments.what == bench.name) return bench.measure(arguments.request);
    return fail(ErrorCode::invalid_argument, arguments.what, "bench knows: " + known());
}

} // namespace

Verb bench_verb() {
    return {"bench", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<BenchArguments>();
                command.add_option("WHAT", arguments->what, known())->required();
                command.add_option("--pairs", arguments->request.pairs, "interleaved measurements {9}")
                    ->check(CLI::Range(1, 1000));
                command.add_option("--device", arguments->request.device,
                                   "of training, inference and gpu: cpu, cuda or cuda:N {cpu}");
                command.add_option("--points", arguments->request.points, "of tsne {10000}")
                    ->check(CLI::Range(200, 10'000'000));
                command.add_option("--venv", arguments->request.venv,
                                   "Python environment with openTSNE and h5py, for tsne");
                command.add_option("--peers", arguments->peers,
                                   "folder of the peers' scripts {tests/benchmarks}");
                return [=](const VerbContext&) -> VerbResult {
                    if (!arguments->peers.empty()) arguments->request.peers = arguments->peers;
                    KINELENS_TRY(cases, measure(*arguments));
                    return VerbOutcome{Outcome::completed, bench_json(cases), bench_text(cases)};
                };
            }};
}

} // namespace kinelens
