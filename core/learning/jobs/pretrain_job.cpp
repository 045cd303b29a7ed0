#include "core/learning/jobs/pretrain_job.h"

#include "core/learning/jobs/guard.h"
#include "core/learning/jobs/pretrain_run.h"
#include "core/learning/training/device.h"

#include <nlohmann/json.hpp>

namespace kinelens::learning {
std::string summary_json(const PretrainSummary& summary) {
    nlohmann::ordered_json json = {
        {"outcome", outcome_name(summary.outcome)}, {"epochs", summary.epochs}, {"steps", summary.steps}};
    for (const Metric& metric : summary.losses) json[metric.name] = metric.value;
    json["samples_per_second"] = summary.samples_per_second;
    json["seconds"] = summary.seconds;
    json["device"] = summary.device;
    json["checkpoint"] = summary.checkpoint;
    return json.dump();
}

Result<void> check_device(const std::string& name) {
    KINELENS_TRY(device, choose_device(name));
    static_cast<void>(device);
    return {};
}

Result<PretrainSummary> run_pretraining(const Experiment& experiment, RunFolder& folder,
                                        const EventSink& sink, std::stop_token stop) {
    PretrainRun run(experiment, folder, sink, std::move(stop));
    auto summary = guarded("pretrain", [&] { return run.run(); });
    RunFinished finished;
    finished.outcome = summary ? summary->outcome : Outcome::failed;
    if (summary) finished.summary = summary_json(*summary);
    if (!summary) finished.error = summary.error();
    auto ended = run.emit(finished);
    if (summary && !ended) return fail(std::move(ended.error()));
    return summary;
}

} // namespace kinelens::learning
