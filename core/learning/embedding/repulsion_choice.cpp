#include "core/learning/embedding/repulsion_choice.h"

namespace kinelens::learning {
namespace {

constexpr std::int64_t exact_up_to = 1000; // points; above, the grid is faster

} // namespace

Result<ChosenRepulsion> choose_repulsion(const EmbedOptions& options, std::int64_t points, ThreadTeam& team) {
    ChosenRepulsion chosen;
    chosen.name = options.repulsion;
    if (chosen.name == "auto") chosen.name = points <= exact_up_to ? "exact" : "fft";
    if (options.device.starts_with("cuda"))
        return fail(ErrorCode::device_unavailable, options.device,
                    "this build computes maps on the processor");
    if (options.device != "auto" && options.device != "cpu")
        return fail(ErrorCode::invalid_argument, "device",
                    "'" + options.device + "'; auto, cpu, cuda or cuda:N");
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
