#include "core/learning/pretraining/pretrain_job.h"

#include "core/learning/distributed/guard.h"
#include "core/learning/distributed/meeting_point.h"
#include "core/learning/pretraining/pretrain_run.h"
#include "core/learning/training/device.h"

namespace kinelens::learning {

Result<void> check_device(const std::string& name) {
    KINELENS_TRY(device, choose_device(name));
    static_cast<void>(device);
    return {};
}

Result<PretrainSummary> run_pretraining(const Experiment& experiment, RunFolder& folder, RunContext& run) {
    auto summary = guarded("pretrain", [&]() -> Result<PretrainSummary> {
        KINELENS_TRY(place, launch_place());
        std::shared_ptr<MeetingPoint> point;
        if (place.size > 1) {
            KINELENS_TRY(opened, MeetingPoint::open(place));
            point = opened;
            point->share(experiment_to_json(experiment));
        }
        return PretrainRun(experiment, &folder, run, place, point).run();
    });
    const auto ended =
        summary ? run.finish(summary_json(*summary), summary->outcome) : run.finish(fail(summary.error()));
    if (!ended) return fail(ended.error());
    return summary;
}

Result<PretrainSummary> join_pretraining(const LaunchPlace& place, std::stop_token stop) {
    return guarded("pretrain", [&]() -> Result<PretrainSummary> {
        KINELENS_TRY(point, MeetingPoint::open(place));
        KINELENS_TRY(experiment, experiment_from_json(point->share({}), "rank 0"));
        RunContext nobody({}, {}, stop);
        return PretrainRun(experiment, nullptr, nobody, place, point).run();
    });
}

} // namespace kinelens::learning
