#include "app/command_line/bench/benches.h"
#include "app/command_line/verbs.h"

#include <CLI/CLI.hpp>

namespace kinelens {
namespace {

struct Arguments {
    std::string what;
    BenchRequest request;
    std::string peers;
};

Result<std::vector<BenchCase>> measure(const Arguments& arguments) {
    if (arguments.what == "import") return bench_import(arguments.request);
    if (arguments.what == "desktop") return bench_desktop(arguments.request);
    return fail(ErrorCode::invalid_argument, arguments.what, "bench knows: import, desktop");
}

} // namespace

Verb bench_verb() {
    return {"bench", "Measure on this machine, beside peers where they are installed",
            [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto arguments = std::make_shared<Arguments>();
                command.add_option("WHAT", arguments->what, "import or desktop")->required();
                command.add_option("--pairs", arguments->request.pairs, "interleaved measurements {9}")
                    ->check(CLI::Range(1, 1000));
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
