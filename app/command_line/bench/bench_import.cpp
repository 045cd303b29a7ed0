// NTU text on one core: megabytes parsed a second, beside a plain Python parse of the same file.
#include "app/command_line/bench/benches.h"
#include "core/foundation/random.h"
#include "core/import/ntu_reader.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <unistd.h>

namespace kinelens {
namespace {

using Clock = std::chrono::steady_clock;

// As the sensor writes it: 300 frames of two bodies, seven significant digits.
std::string skeleton_text() {
    CounterRandom random(1);
    std::string text = "300\n";
    char line[256];
    for (int frame = 0; frame < 300; ++frame) {
        text += "2\n";
        for (int body = 0; body < 2; ++body) {
            text += "72057594037931101 0 1 1 1 1 0 0.02764709 0.05745083 2\n25\n";
            for (int joint = 0; joint < 25; ++joint) {
                std::snprintf(line, sizeof line, "%.7f %.7f %.6f %.4f %.4f %.4f %.4f %.7f %.7f %.7f %.7f 2\n",
                              random.uniform(-1, 1), random.uniform(-1, 1), random.uniform(2, 4),
                              random.uniform(0, 512), random.uniform(0, 424), random.uniform(0, 1920),
                              random.uniform(0, 1080), random.uniform(-1, 1), random.uniform(-1, 1),
                              random.uniform(-1, 1), random.uniform(-1, 1));
                text += line;
            }
        }
    }
    return text;
}

double parse_rate(const Path& file, double megabytes) {
    constexpr int times = 20;
    const auto start = Clock::now();
    std::string text;
    for (int i = 0; i < times; ++i) {
        if (!read_file_into(file, text)) return 0;
        const auto motion = parse_ntu_skeleton(text, file.string(), 2);
        if (!motion || motion->frames != 300) return 0;
    }
    return megabytes * times / std::chrono::duration<double>(Clock::now() - start).count();
}

// The script prints the seconds that reading and parsing took, its start left out.
std::optional<double> python_rate(const BenchRequest& request, const Path& file, double megabytes) {
    const Path script = request.peers / "ntu_parse.py";
    if (!std::filesystem::exists(script)) return std::nullopt;
    const std::string command =
        request.python + " '" + script.string() + "' '" + file.string() + "' 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    double seconds = 0;
    if (!pipe || std::fscanf(pipe.get(), "%lf", &seconds) != 1 || seconds <= 0) return std::nullopt;
    return megabytes / seconds;
}

} // namespace

Result<std::vector<BenchCase>> bench_import(const BenchRequest& request) {
    const Path file = std::filesystem::temp_directory_path() /
                      ("kinelens-bench-" + std::to_string(::getpid()) + ".skeleton");
    const std::string text = skeleton_text();
    KINELENS_CHECK(write_file_atomically(file, text));
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    const BenchCase measured = measure_rates(
        "import-ntu", "MB/s", request.pairs, [&] { return parse_rate(file, megabytes); },
        [&] { return python_rate(request, file, megabytes); });
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    return std::vector{measured};
}

} // namespace kinelens
