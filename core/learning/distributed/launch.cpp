#include "core/learning/distributed/launch.h"

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>

namespace kinelens::learning {
namespace {

struct Names {
    const char *rank, *size, *local_rank, *local_size;
};
constexpr std::array launchers{
    Names{"RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE"},
    Names{"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_LOCAL_RANK",
          "OMPI_COMM_WORLD_LOCAL_SIZE"},
    Names{"SLURM_PROCID", "SLURM_STEP_NUM_TASKS", "SLURM_LOCALID", "SLURM_STEP_TASKS_PER_NODE"}};

bool is_set(const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
}

// The number a variable begins with ("4(x2)" of Slurm is 4); `fallback` where it is not set.
Result<int> number_of(const char* name, int fallback, int least) {
    if (!is_set(name)) return fallback;
    const char* text = std::getenv(name);
    int number = 0;
    const auto read = std::from_chars(text, text + std::strlen(text), number);
    if (read.ec != std::errc{} || number < least)
        return fail(ErrorCode::invalid_argument, name,
                    std::string("'").append(text).append("' is no such number"));
    return number;
}

Result<void> find_host(LaunchPlace& place) {
    for (const char* name : {"MASTER_ADDR", "SLURM_LAUNCH_NODE_IPADDR"})
        if (place.host.empty() && is_set(name)) place.host = std::getenv(name);
    if (place.host.empty() && place.local_size == place.size) place.host = "127.0.0.1";
    if (place.host.empty())
        return fail(ErrorCode::invalid_argument, "MASTER_ADDR", "the machine of rank 0 is not known");
    KINELENS_TRY(port, number_of("MASTER_PORT", 29500, 1));
    if (port > 65535) return fail(ErrorCode::invalid_argument, "MASTER_PORT", "there is no such port");
    place.port = static_cast<std::uint16_t>(port);
    const char* agent = std::getenv("TORCHELASTIC_USE_AGENT_STORE");
    place.store_is_there = agent && std::strcmp(agent, "True") == 0;
    return {};
}

} // namespace

Result<LaunchPlace> launch_place() {
    LaunchPlace place;
    for (const Names& names : launchers) {
        if (!is_set(names.rank) || !is_set(names.size)) continue;
        KINELENS_TRY(size, number_of(names.size, 1, 1));
        KINELENS_TRY(rank, number_of(names.rank, 0, 0));
        KINELENS_TRY(local_rank, number_of(names.local_rank, rank, 0));
        KINELENS_TRY(local_size, number_of(names.local_size, size, 1));
        if (rank >= size)
            return fail(ErrorCode::invalid_argument, names.rank,
                        std::to_string(rank) + " of " + std::to_string(size));
        place.rank = rank;
        place.size = size;
        place.local_rank = local_rank;
        place.local_size = local_size;
        break;
    }
    if (place.size > 1) KINELENS_CHECK(find_host(place));
    return place;
}

} // namespace kinelens::learning
