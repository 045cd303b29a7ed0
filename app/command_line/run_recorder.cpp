#include "app/command_line/run_recorder.h"

#include "core/experiment/heartbeat.h"

#include <unistd.h>

namespace kinelens {

Experiment new_experiment(const VerbContext& context, const std::string& verb, std::string options) {
    Experiment experiment;
    experiment.verb = verb;
    experiment.name = verb;
    experiment.options = std::move(options);
    experiment.code_version = code_version();
    experiment.created = utc_timestamp();
    experiment.command_line = context.command_line;
    return experiment;
}

Result<RunRecorder> RunRecorder::open(const VerbContext& context, const Experiment& experiment) {
    RunRecorder recorder;
    recorder.sink_ = context.progress;
    if (!context.common.run.empty()) {
        KINELENS_TRY(folder, RunFolder::create(context.common.run, experiment));
        recorder.folder_ = std::make_shared<RunFolder>(std::move(folder));
    }
    recorder.stop_ = std::make_shared<StopRequests>(context.stop, recorder.folder_);
    if (!recorder.folder_) return recorder;
    recorder.sink_ = [shown = context.progress, kept = recorder.folder_](const Event& event) {
        (void)kept->append(event); // a full disk must not end the job: its own output will tell
        shown(event);
    };
    RunStarted started;
    started.verb = experiment.verb;
    started.device = "cpu";
    started.host = host_name();
    started.process_id = ::getpid();
    started.code_version = code_version();
    recorder.sink_(started);
    return recorder;
}

VerbResult RunRecorder::finish(const Result<std::string>& summary, std::string text) {
    RunFinished finished;
    if (summary) {
        finished.summary = *summary;
    } else {
        finished.outcome = summary.error().code == ErrorCode::cancelled ? Outcome::stopped : Outcome::failed;
        finished.error = summary.error();
    }
    if (folder_) sink_(finished);
    if (!summary) return fail(summary.error());
    return VerbOutcome{Outcome::completed, *summary, std::move(text)};
}

} // namespace kinelens
