#include "core/learning/pretraining/pretrain_job.h"

#include "core/foundation/json_text.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/distributed/meeting_point.h"
#include "core/learning/pretraining/pretrain_run.h"
#include "core/learning/training/device.h"

namespace kinelens::learning {
std::string summary_json(const PretrainSummary& summary) {
    nlohmann::ordered_json json = {
        {"outcome", outcome_name(summary.outcome)}, {"epochs", summary.epochs}, {"steps", summary.steps}};
    for (const Metric& metric : summary.losses) json[metric.name] = metric.value;
    json["samples_per_second"] = summary.samples_per_second;
    json["seconds"] = summary.seconds;
    json["device"] = summary.device;
    json["checkpoint"] = summary.checkpoint;
    return json_line(json);
}

Result<void> check_device(const std::string& name) {
    KINELENS_TRY(device, choose_device(name));
    static_cast<void>(device);
    return {};
}

Result<PretrainSummary> run_pretraining(const Experiment& experiment, RunFolder& folder,
                                        const EventSink& sink, std::stop_token stop) {
    auto summary = guarded("pretrain", [&]() -> Result<PretrainSummary> {
        KINELENS_TRY(place, launch_place());
        std::shared_ptr<MeetingPoint> point;
        if (place.size > 1) {
            KINELENS_TRY(opened, MeetingPoint::open(place));
            point = opened;
            point->share(experiment_to_json(experiment));
        }
        return PretrainRun(experiment, &folder, sink, stop, place, point).run();
    });
    RunFinished finished;
    finished.outcome = summary ? summary->outcome : Outcome::failed;
    if (summary) finished.summary = summary_json(*summary);
    if (!summary) finished.error = summary.error();
    if (sink) sink(finished);
    auto ended = folder.append(finished);
    if (summary && !ended) return fail(std::move(ended.error()));
    return summary;
}

Result<PretrainSummary> join_pretraining(const LaunchPlace& place, std::stop_token stop) {
    return guarded("pretrain", [&]() -> Result<PretrainSummary> {
        KINELENS_TRY(point, MeetingPoint::open(place));
        KINELENS_TRY(experiment, experiment_from_json(point->share({}), "rank 0"));
        const EventSink nobody;
        return PretrainRun(experiment, nullptr, nobody, stop, place, point).run();
    });
}

} // namespace kinelens::learning
