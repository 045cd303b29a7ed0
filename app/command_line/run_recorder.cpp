#include "app/command_line/run_recorder.h"

#include "core/experiment/heartbeat.h"
#include "core/options/option_info.h"

#include <unistd.h>

namespace kinelens {
namespace {

std::string difference_words(const ExperimentDifference& other) {
    const std::string flag = "--" + option_flag(other.what);
    if (other.before == other.asked)
        return "what " + flag + " names (" + other.asked + ") has other content than it had then";
    const auto shown = [](const std::string& value) {
        return value.empty() ? "not given" : "'" + value + "'";
    };
    return flag + " was " + shown(other.before) + " in it and is now " + shown(other.asked);
}

} // namespace

bool lies_in_new_run(const Path& file, const VerbContext& context) {
    if (context.common.run.empty() || std::filesystem::exists(context.common.run)) return false;
    const auto whole = [](const Path& path) { return std::filesystem::absolute(path).lexically_normal(); };
    return whole(file).parent_path() == whole(Path(context.common.run) / "").parent_path();
}

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

RunRecorder RunRecorder::recording(const VerbContext& context, const Experiment& experiment,
                                   RunFolder folder) {
    RunRecorder recorder;
    recorder.folder_ = std::make_shared<RunFolder>(std::move(folder));
    recorder.stop_ = std::make_shared<StopRequests>(context.stop, recorder.folder_);
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

Result<RunRecorder> RunRecorder::open(const VerbContext& context, const Experiment& experiment) {
    if (context.common.run.empty()) {
        RunRecorder recorder;
        recorder.sink_ = context.progress;
        recorder.stop_ = std::make_shared<StopRequests>(context.stop, nullptr);
        return recorder;
    }
    KINELENS_TRY(folder, RunFolder::create(context.common.run, experiment));
    return recording(context, experiment, std::move(folder));
}

Result<RunRecorder> RunRecorder::open_or_continue(const VerbContext& context, const Experiment& experiment,
                                                  const std::string& defaults) {
    if (!is_run_folder(context.common.run)) return open(context, experiment);
    KINELENS_TRY(folder, RunFolder::reopen(context.common.run));
    if (folder.experiment().verb != experiment.verb)
        return fail(ErrorCode::invalid_argument, "run",
                    "it holds a run of '" + folder.experiment().verb + "', not of '" + experiment.verb + "'");
    if (const auto other = first_difference(folder.experiment(), experiment, defaults))
        return fail(ErrorCode::invalid_argument, "run",
                    "a run keeps what it began with, and " + difference_words(*other));
    return recording(context, experiment, std::move(folder));
}

VerbResult RunRecorder::finish(const Result<std::string>& summary, std::string text, Outcome outcome) {
    RunFinished finished;
    finished.outcome = outcome;
    if (summary) {
        finished.summary = *summary;
    } else {
        finished.outcome = summary.error().code == ErrorCode::cancelled ? Outcome::stopped : Outcome::failed;
        finished.error = summary.error();
    }
    if (folder_) sink_(finished);
    if (!summary) return fail(summary.error());
    return VerbOutcome{outcome, *summary, std::move(text)};
}

} // namespace kinelens
