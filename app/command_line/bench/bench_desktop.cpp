// The workbench, driven from outside on a display without a screen: start, playback, a flood of events,
// stalls of the window's thread while a training runs at full load.
#include "app/command_line/bench/benches.h"
#include "app/command_line/bench/child_process.h"
#include "app/command_line/bench/display_server.h"
#include "app/command_line/bench/scratch_folder.h"

#include <cstdlib>
#include <ctime>
#include <nlohmann/json.hpp>

namespace kinelens {
namespace {

struct Stage {
    ScratchFolder scratch;
    Path folder = scratch.path();
    Path program = sibling_program("kinelens-tour");
    Path demo() const { return folder / "demo.h5"; }
    std::vector<std::string> words(const std::string& state, std::vector<std::string> more) const {
        std::vector<std::string> all{
            program.string(), "--state-dir",  (folder / state).string(), "--runs", (folder / "runs").string(),
            "--data-dir",     folder.string()};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
};

std::string monotonic_now() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::to_string(now.tv_sec) + "." + std::to_string(1'000'000'000 + now.tv_nsec).substr(1);
}

Result<nlohmann::ordered_json> run_window(const Stage& stage, const std::string& state,
                                          std::vector<std::string> more, double seconds) {
    const Path report = stage.folder / "report.json";
    std::error_code ignored;
    std::filesystem::remove(report, ignored);
    more.insert(more.end(), {"--bench", report.string()});
    ::setenv("KINELENS_STARTED", monotonic_now().c_str(), 1);
    const int code = wait_for(start_process(stage.words(state, std::move(more))), seconds);
    if (code != 0)
        return fail(ErrorCode::process_failed, stage.program.string(), "exit code " + std::to_string(code));
    KINELENS_TRY(text, read_text_file(report));
    auto numbers = nlohmann::ordered_json::parse(text, nullptr, false);
    if (!numbers.is_object()) return fail(ErrorCode::format_invalid, report.string());
    return numbers;
}

BenchCase one_number(const char* name, const char* unit, double value, int times) {
    return {name, unit, value, {}, {}, {}, times};
}

// Median of the starts, the page cache warm.
Result<double> start_time(const Stage& stage, const std::string& state, int times) {
    std::vector<double> seconds;
    for (int i = 0; i <= times; ++i) {
        KINELENS_TRY(report, run_window(stage, state, {"--bench-start"}, 60));
        if (i > 0) seconds.push_back(report.value("start_seconds", 0.0));
    }
    return quantile(seconds, 0.5);
}

std::vector<BenchCase> inside_cases(const nlohmann::ordered_json& report) {
    const auto number = [&report](const char* key) { return report.value(key, 0.0); };
    return {one_number("desktop-playback", "frames/s", number("playback_frames_per_second"), 1),
            one_number("desktop-playback-frame", "ms (median)", number("playback_median_milliseconds"), 1),
            one_number("desktop-events-redraws", "redraws of 10,000 events", number("flood_redraws"), 1),
            one_number("desktop-events-longest", "ms without the window's thread",
                       number("flood_longest_milliseconds"), 1),
            one_number("desktop-stalls", "stalls over 50 ms in 30 s of training",
                       report.contains("stalls") ? static_cast<double>(report["stalls"].size()) : -1, 1),
            one_number("desktop-stalls-longest", "ms without the window's thread",
                       number("longest_milliseconds"), 1),
            one_number("desktop-training-steps", "steps trained meanwhile", number("training_steps"), 1)};
}

} // namespace

Result<std::vector<BenchCase>> bench_desktop(const BenchRequest& request) {
    const Stage stage;
    if (!std::filesystem::exists(stage.program))
        return fail(ErrorCode::file_not_found, stage.program.string());
    const auto display = DisplayServer::open();
    if (!display) return fail(display.error());
    const int made =
        wait_for(start_process({sibling_program("kinelens-cli").string(), "synthesize", "--sequences", "240",
                                "--output", stage.demo().string(), "--quiet"}),
                 120);
    if (made != 0) return fail(ErrorCode::process_failed, "synthesize", "exit code " + std::to_string(made));
    KINELENS_TRY(first, start_time(stage, "new", request.pairs));
    KINELENS_TRY(inside, run_window(stage, "used", {"--mode", "browse", stage.demo().string()}, 420));
    std::vector<BenchCase> cases{
        one_number("desktop-start", "s to the first complete picture", first, request.pairs)};
    for (const BenchCase& one : inside_cases(inside)) cases.push_back(one);
    return cases;
}

} // namespace kinelens
