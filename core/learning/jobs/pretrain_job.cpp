#include "core/learning/jobs/pretrain_job.h"

#include "core/learning/jobs/pretrain_run.h"
#include "core/learning/training/device.h"

#include <nlohmann/json.hpp>

namespace kinelens::learning {
namespace {

// Allocation failures of the CPU allocator and of CUDA arrive as exceptions with these words.
bool is_out_of_memory(const std::string& message) {
    for (const char* words : {"out of memory", "not enough memory", "can't allocate memory"})
        if (message.find(words) != std::string::npos) return true;
    return false;
}

Error error_of(const std::exception& exception) {
    const std::string first_line =
        std::string(exception.what()).substr(0, std::string(exception.what()).find('\n'));
    if (dynamic_cast<const std::bad_alloc*>(&exception) || is_out_of_memory(exception.what()))
        return {ErrorCode::out_of_memory, "pretrain", "lower batch_size, hidden_size or views"};
    return {ErrorCode::internal, "pretrain", first_line};
}

// The one place where LibTorch's exceptions become errors.
Result<PretrainSummary> guarded(PretrainRun& run) {
    try {
        return run.run();
    } catch (const std::exception& exception) {
        return fail(error_of(exception));
    }
}

} // namespace

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
    auto summary = guarded(run);
    RunFinished finished;
    finished.outcome = summary ? summary->outcome : Outcome::failed;
    if (summary) finished.summary = summary_json(*summary);
    if (!summary) finished.error = summary.error();
    auto ended = run.emit(finished);
    if (summary && !ended) return fail(std::move(ended.error()));
    return summary;
}

} // namespace kinelens::learning
