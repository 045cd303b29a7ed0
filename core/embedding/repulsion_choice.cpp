#include "core/embedding/repulsion_choice.h"

#include "core/embedding/cuda_repulsion_calls.h"

#include <charconv>
#include <optional>

namespace kinelens {
namespace {

constexpr std::int64_t exact_up_to = 1000; // points
// On one thread a map of 1,500 points took 3.1 s by the tree and 4.0 s by the grid, of 3,000 6.2 s and 4.2 s.
constexpr std::int64_t tree_up_to = 2000;

// The GPU's number that a device names; −1 for the processor, nothing for what is no device.
std::optional<int> gpu_of(const std::string& device) {
    if (device == "cpu") return -1;
    if (device == "auto" || device == "cuda") return 0;
    int number = 0;
    const std::string prefix = "cuda:";
    const char* end = device.data() + device.size();
    if (!device.starts_with(prefix)) return std::nullopt;
    const auto read = std::from_chars(device.data() + prefix.size(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 0) return std::nullopt;
    return number;
}

} // namespace

Result<ChosenRepulsion> choose_repulsion(const EmbedOptions& options, std::int64_t points, ThreadTeam& team) {
    const auto gpu = gpu_of(options.device);
    if (!gpu)
        return fail(ErrorCode::invalid_argument, "device",
                    "'" + options.device + "'; auto, cpu, cuda or cuda:N");
    using enum RepulsionMethod;
    ChosenRepulsion chosen;
    chosen.method = options.repulsion;
    if (*gpu >= 0 && (chosen.method == automatic || chosen.method == exact)) {
        if (auto there = cuda_repulsion(*gpu, points)) {
            chosen.repulsion = std::move(*there);
            chosen.method = exact;
            chosen.device = "cuda:" + std::to_string(*gpu);
            if (points <= kinelens_cuda_float64_up_to) chosen.accuracy = Accuracy::twice;
            return chosen;
        } else if (options.device != "auto") {
            there.error().detail += "; the map is computed on the processor";
            chosen.warnings.push_back(there.error());
        }
    }
    // What only the processor does is done there, and said where a GPU was asked for by name.
    if (*gpu >= 0 && options.device != "auto" && chosen.warnings.empty())
        chosen.warnings.push_back(
            {ErrorCode::invalid_argument,
             "device",
             name_of(chosen.method) + " is computed on the processor; a GPU computes exact",
             {}});
    if (chosen.method == automatic)
        chosen.method = points <= exact_up_to ? exact : points <= tree_up_to ? barnes_hut : fft;
    if (chosen.method == exact) {
        chosen.accuracy = Accuracy::twice;
        chosen.repulsion = exact_repulsion(team);
    } else if (chosen.method == barnes_hut) {
        chosen.repulsion = barnes_hut_repulsion(options.theta, team);
    } else {
        chosen.repulsion = grid_repulsion(team);
    }
    return chosen;
}

} // namespace kinelens
