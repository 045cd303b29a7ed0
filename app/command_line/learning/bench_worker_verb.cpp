// Measures on request: what `bench` of the other program starts for all that needs LibTorch.
#include "app/command_line/verbs.h"
#include "core/learning/bench/bench_work.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <iostream>

namespace kinelens {
namespace {

double rate_of(const learning::BenchWork& work) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    std::int64_t samples = 0;
    double spent = 0;
    while (spent < 1) {
        samples += work();
        spent = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return static_cast<double>(samples) / spent;
}

VerbResult serve(const std::string& name, const std::string& device) {
    KINELENS_TRY(work, learning::bench_work(name, device));
    (void)work();
    std::printf("ready\n");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        std::printf("%.9g\n", rate_of(work));
        std::fflush(stdout);
    }
    return VerbOutcome{};
}

} // namespace

Verb bench_worker_verb() {
    return {"bench-worker", [](CLI::App& command, const CommonArguments&) -> VerbFunction {
                auto name = std::make_shared<std::string>();
                auto device = std::make_shared<std::string>("cpu");
                command.group(""); // not for people: --help leaves it out
                command.add_option("CASE", *name, "what is measured")->required();
                command.add_option("--device", *device, "auto, cpu, cuda or cuda:N {cpu}");
                return [=](const VerbContext&) { return serve(*name, *device); };
            }};
}

} // namespace kinelens
