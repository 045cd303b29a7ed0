#include "core/learning/embedding/repulsion_choice.h"

#include <charconv>
#include <optional>

namespace kinelens::learning {
namespace {

constexpr std::int64_t exact_up_to = 1000; // points; above, the grid is faster

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
    ChosenRepulsion chosen;
    chosen.name = options.repulsion;
    if (*gpu >= 0 && (chosen.name == "auto" || chosen.name == "exact")) {
        if (auto there = cuda_repulsion(*gpu, points)) {
            chosen.repulsion = std::move(*there);
            chosen.name = "exact";
            chosen.device = "cuda:" + std::to_string(*gpu);
            return chosen;
        } else if (options.device != "auto") {
            there.error().detail += "; the map is computed on the processor";
            chosen.warnings.push_back(there.error());
        }
    }
    if (chosen.name == "auto") chosen.name = points <= exact_up_to ? "exact" : "fft";
    if (chosen.name == "exact") {
        chosen.accuracy = Accuracy::twice;
        chosen.repulsion = exact_repulsion(team);
    } else if (chosen.name == "barnes-hut") {
        chosen.repulsion = barnes_hut_repulsion(options.theta, team);
    } else {
        chosen.repulsion = grid_repulsion(team);
    }
    return chosen;
}

} // namespace kinelens::learning
