// Tells when another process of a run is gone. Gloo's connections break by themselves; NCCL's kernels would
// wait on the GPU for a neighbour that no longer is.
#pragma once

#include "core/learning/distributed/meeting_point.h"

#include <chrono>
#include <functional>
#include <thread>

namespace kinelens::learning {

struct WatchPace {
    std::chrono::milliseconds beat{500};
    std::chrono::milliseconds patience{10'000};
};

class PeerWatch {
public:
    // Every rank has one. `lost` is called once, from the watch's thread, when a rank's signs of life end
    // without its having said that it is done, or when the store is gone.
    PeerWatch(const MeetingPoint& point, std::function<void()> lost, WatchPace pace = {});
    ~PeerWatch(); // says that this rank is done
    PeerWatch(const PeerWatch&) = delete;
    PeerWatch& operator=(const PeerWatch&) = delete;

private:
    std::jthread thread_;
};

} // namespace kinelens::learning
