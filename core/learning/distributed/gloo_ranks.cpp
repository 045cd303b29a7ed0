#include "core/learning/distributed/process_ranks.h"

#include <torch/version.h>

// Debian's LibTorch 1.13 has Gloo (libgloo-dev); PyPI's wheels leave its headers out.
#if TORCH_VERSION_MAJOR < 2 && defined(USE_C10D_GLOO)
#include "core/learning/distributed/group_ranks.h"

#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

namespace kinelens::learning {
namespace {

using Gloo = c10d::ProcessGroupGloo;

std::shared_ptr<::gloo::transport::Device> network(const LaunchPlace& place) {
    if (const char* interface = std::getenv("GLOO_SOCKET_IFNAME"))
        return Gloo::createDeviceForInterface(interface);
    if (place.host == "127.0.0.1" || place.host == "localhost")
        return Gloo::createDeviceForHostname("127.0.0.1");
    return Gloo::createDefaultDevice();
}

} // namespace

Result<std::unique_ptr<Ranks>> connect_processors(const std::shared_ptr<MeetingPoint>& point) {
    const LaunchPlace& place = point->place();
    try {
        const auto options = Gloo::Options::create();
        options->devices.push_back(network(place));
        return std::make_unique<GroupRanks<Gloo>>(
            point, c10::make_intrusive<Gloo>(point->store(), place.rank, place.size, options));
    } catch (const std::exception& error) {
        return fail(not_met(place, error));
    }
}

} // namespace kinelens::learning

#else

namespace kinelens::learning {

Result<std::unique_ptr<Ranks>> connect_processors(const std::shared_ptr<MeetingPoint>&) {
    return fail(ErrorCode::device_unavailable, "cpu", "this build of LibTorch joins no processors");
}

} // namespace kinelens::learning

#endif
