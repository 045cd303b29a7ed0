#include "core/learning/distributed/process_ranks.h"

#include <torch/version.h>

#if TORCH_VERSION_MAJOR >= 2 && __has_include(<nccl.h>) && __has_include(<ATen/cuda/CUDAConfig.h>)
#ifndef USE_C10D_NCCL
#define USE_C10D_NCCL
#endif
#include "core/learning/distributed/group_ranks.h"
#include "core/learning/distributed/peer_watch.h"

#include <atomic>
#include <c10/cuda/CUDAFunctions.h>
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>

namespace kinelens::learning {
namespace {

using Nccl = c10d::ProcessGroupNCCL;

// A rank that is gone leaves the others' kernels waiting: they are called off, and the next call throws.
class NcclRanks final : public GroupRanks<Nccl> {
public:
    NcclRanks(const std::shared_ptr<MeetingPoint>& point, const c10::intrusive_ptr<Nccl>& made)
        : GroupRanks(point, made)
        , watch_(*point, [this] {
            lost_ = true;
            group().abort();
        }) {}

    void check() const override {
        if (lost_) throw RankLost("a process of this run gives no sign of life");
    }

private:
    std::atomic<bool> lost_ = false;
    PeerWatch watch_; // ends before the rest
};

} // namespace

Result<std::unique_ptr<Ranks>> connect_gpus(const std::shared_ptr<MeetingPoint>& point,
                                            const torch::Device& device) {
    const LaunchPlace& place = point->place();
    try {
        c10::cuda::set_device(device.index());
        return std::make_unique<NcclRanks>(
            point,
            c10::make_intrusive<Nccl>(point->store(), place.rank, place.size, Nccl::Options::create()));
    } catch (const std::exception& error) {
        return fail(not_met(place, error));
    }
}

} // namespace kinelens::learning

#else

namespace kinelens::learning {

Result<std::unique_ptr<Ranks>> connect_gpus(const std::shared_ptr<MeetingPoint>&,
                                            const torch::Device& device) {
    return fail(ErrorCode::device_unavailable, device.str(), "this build of LibTorch joins no GPUs");
}

} // namespace kinelens::learning

#endif
