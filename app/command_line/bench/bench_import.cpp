// Megabytes read a second, on one core: NTU text beside a plain Python parse of the same file, motion
// capture, and an array through the whole import beside a plain copy.
#include "app/command_line/bench/benches.h"
#include "app/command_line/bench/scratch_folder.h"
#include "core/export/npy_bytes.h"
#include "core/foundation/random.h"
#include "core/import/import_job.h"
#include "core/import/ntu_reader.h"
#include "core/import/reader_choice.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

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

// Through the readers that `import` chooses, on one core and without writing: megabytes a second of a file of
// that name.
double reading_rate(const Path& file, double megabytes) {
    const auto sources = list_sources({file.string()});
    if (!sources || sources->size() != 1) return 0;
    const auto start = Clock::now();
    const auto reader = choose_reader({}, *sources);
    if (!reader || !(*reader)->describe(*sources)) return 0;
    const auto read = (*reader)->read(sources->front());
    if (!read || read->empty()) return 0;
    return megabytes / std::chrono::duration<double>(Clock::now() - start).count();
}

double import_rate(const Path& file, double megabytes) {
    const Path output = file.string() + ".h5";
    const auto start = Clock::now();
    ImportOptions options;
    options.threads = 1;
    options.axes = "tvc";
    if (!run_import({file.string()}, output, options, [](const Event&) {}, {})) return 0;
    return megabytes / std::chrono::duration<double>(Clock::now() - start).count();
}

double copy_rate(const Path& file, double megabytes) {
    const auto start = Clock::now();
    std::error_code failed;
    std::filesystem::copy_file(file, file.string() + ".copy",
                               std::filesystem::copy_options::overwrite_existing, failed);
    return failed ? 0 : megabytes / std::chrono::duration<double>(Clock::now() - start).count();
}

// 60 joints in a chain, as many frames of angles as make some 10 MB.
std::string bvh_text() {
    constexpr int joints = 60;
    CounterRandom random(2);
    std::string text =
        "HIERARCHY\nROOT Hips\n{\nOFFSET 0 0 0\nCHANNELS 6 Xposition Yposition Zposition Zrotation "
        "Xrotation Yrotation\n";
    for (int joint = 1; joint < joints; ++joint)
        text += "JOINT j" + std::to_string(joint) +
                "\n{\nOFFSET 0 4 0\nCHANNELS 3 Zrotation Xrotation Yrotation\n";
    text += "End Site\n{\nOFFSET 0 4 0\n}\n";
    for (int joint = 0; joint < joints; ++joint) text += "}\n";
    text += "MOTION\nFrames: 6000\nFrame Time: 0.008333\n";
    char number[32];
    for (int frame = 0; frame < 6000; ++frame) {
        for (int channel = 0; channel < 3 + 3 * joints; ++channel) {
            std::snprintf(number, sizeof number, "%.4f ", random.uniform(-90, 90));
            text += number;
        }
        text += '\n';
    }
    return text;
}

// (T, V, C) of 25 joints.
std::string npy_bytes() {
    constexpr int frames = 100000;
    CounterRandom random(3);
    std::vector<float> values(std::size_t(frames) * 75);
    for (float& value : values) value = static_cast<float>(random.uniform(-1, 1));
    return npy_header("<f4", {frames, 25, 3}) +
           std::string(reinterpret_cast<const char*>(values.data()), values.size() * 4);
}

BenchCase ntu_case(const BenchRequest& request, const Path& file, double megabytes) {
    return measure_rates(
        "import-ntu", "MB/s", request.pairs, [&] { return parse_rate(file, megabytes); },
        [&] { return python_rate(request, file, megabytes); });
}

BenchCase bvh_case(const BenchRequest& request, const Path& file, double megabytes) {
    return measure_rates(
        "import-bvh", "MB/s", request.pairs, [&] { return reading_rate(file, megabytes); },
        [] { return std::optional<double>(); });
}

// The peer is a plain copy of the file.
BenchCase npy_case(const BenchRequest& request, const Path& file, double megabytes) {
    return measure_rates(
        "import-npy", "MB/s", request.pairs, [&] { return import_rate(file, megabytes); },
        [&] { return std::optional(copy_rate(file, megabytes)); });
}

} // namespace

Result<std::vector<BenchCase>> bench_import(const BenchRequest& request) {
    struct Kind {
        const char* ending;
        std::string (*bytes)();
        BenchCase (*measure)(const BenchRequest&, const Path&, double);
    };
    const ScratchFolder folder;
    std::vector<BenchCase> cases;
    for (const Kind& kind : {Kind{".skeleton", skeleton_text, ntu_case}, Kind{".bvh", bvh_text, bvh_case},
                             Kind{".npy", npy_bytes, npy_case}}) {
        const Path file = folder.path() / (std::string("bench") + kind.ending);
        const std::string bytes = kind.bytes();
        KINELENS_CHECK(write_file_atomically(file, bytes));
        cases.push_back(kind.measure(request, file, static_cast<double>(bytes.size()) / 1e6));
    }
    return cases;
}

} // namespace kinelens
