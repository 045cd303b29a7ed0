#include "app/command_line/run_recorder.h"

#include "core/experiment/heartbeat.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/run_status.h"
#include "core/options/option_info.h"
#include "core/options/verb_descriptions.h"

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
    std::error_code unknown;
    experiment.directory = std::filesystem::current_path(unknown).string();
    return experiment;
}

RunRecorder::RunRecorder(const VerbContext& context, std::shared_ptr<RunFolder> folder)
    : folder_(std::move(folder))
    , stop_(std::make_shared<StopRequests>(context.stop, folder_)) {
    RunEmit emit = folder_ ? recording(*folder_, context.progress)
                           : telling([shown = context.progress](const Event& event) {
                                 if (!std::holds_alternative<RunFinished>(event)) shown(event); // no run ends
                             });
    run_ = std::make_unique<RunContext>(
        std::move(emit), [stop = stop_] { return stop->take(); }, stop_->token());
}

Result<void> RunRecorder::tell_started(std::int64_t from_step) {
    RunStarted started;
    started.verb = folder_->experiment().verb;
    started.device = "cpu";
    started.host = host_name();
    started.process_id = ::getpid();
    started.code_version = code_version();
    started.resumed_from_step = from_step;
    return run_->tell(started);
}

Result<RunRecorder> RunRecorder::begin(const VerbContext& context, const Experiment& experiment) {
    if (context.common.run.empty()) return RunRecorder(context, nullptr);
    KINELENS_TRY(folder, RunFolder::create(context.common.run, experiment));
    return RunRecorder(context, std::make_shared<RunFolder>(std::move(folder)));
}

Result<RunRecorder> RunRecorder::reopen(const VerbContext& context, const std::string& verb) {
    KINELENS_TRY(folder, RunFolder::reopen(context.common.run));
    const std::string& held = folder.experiment().verb;
    if (held != verb)
        return fail(ErrorCode::invalid_argument, "run",
                    "it holds a run of '" + held + "', not of '" + verb + "'");
    return RunRecorder(context, std::make_shared<RunFolder>(std::move(folder)));
}

Result<RunRecorder> RunRecorder::go_on(const VerbContext& context, const Experiment& experiment,
                                       const std::string& defaults, std::int64_t from_step) {
    KINELENS_TRY(status, run_status(context.common.run));
    KINELENS_TRY(recorder, reopen(context, experiment.verb));
    if (const auto other = first_difference(recorder.folder_->experiment(), experiment, defaults))
        return fail(ErrorCode::invalid_argument, "run",
                    "a run keeps what it began with, and " + difference_words(*other));
    const bool complete = status.finished && status.finished->outcome == Outcome::completed;
    if (complete && resumption_of_verb(experiment.verb) == Resumption::anew)
        return fail(ErrorCode::invalid_argument, "run", "the run is complete");
    KINELENS_CHECK(recorder.tell_started(from_step));
    return std::move(recorder);
}

Result<RunRecorder> RunRecorder::open(const VerbContext& context, const Experiment& experiment,
                                      const std::string& defaults, std::int64_t from_step) {
    if (context.common.resume && context.common.run.empty())
        return fail(ErrorCode::argument_missing, "run", "the folder of the run that goes on");
    if (context.common.resume) return go_on(context, experiment, defaults, from_step);
    KINELENS_TRY(recorder, begin(context, experiment));
    if (recorder.folder_) KINELENS_CHECK(recorder.tell_started(-1));
    return std::move(recorder);
}

Result<RunRecorder> RunRecorder::open_or_continue(const VerbContext& context, const Experiment& experiment,
                                                  const std::string& defaults) {
    if (is_run_folder(context.common.run)) return go_on(context, experiment, defaults, -1);
    return open(context, experiment, defaults);
}

VerbResult RunRecorder::finish(const Result<std::string>& summary, std::string text, Outcome outcome) {
    KINELENS_TRY(told, run_->finish(summary, outcome));
    return VerbOutcome{outcome, std::move(told), std::move(text)};
}

} // namespace kinelens
