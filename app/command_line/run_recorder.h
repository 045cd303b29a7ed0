// RunRecorder: what a job tells goes to the terminal and, with --run, into a run folder as well.
#pragma once

#include "app/command_line/stop_requests.h"
#include "app/command_line/verb.h"
#include "core/experiment/run_context.h"
#include "core/experiment/run_folder.h"

namespace kinelens {

// What every job's experiment says: its verb, its options (JSON), this program, now, the words it was asked
// with.
Experiment new_experiment(const VerbContext& context, const std::string& verb, std::string options);

// Whether `file` is to lie in the run folder, which is made when the run begins.
bool lies_in_new_run(const Path& file, const VerbContext& context);

class RunRecorder {
public:
    // Without --run only the terminal is told; with --resume the run of the folder goes on. Errors: those of
    // RunFolder::create() and of open_or_continue(); invalid_argument where the run is complete.
    // `defaults` (JSON) are those of the verb's options, `from_step` the step that a run goes on from.
    static Result<RunRecorder> open(const VerbContext& context, const Experiment& experiment,
                                    const std::string& defaults = "{}", std::int64_t from_step = -1);

    // The same, where the run folder may be one of this verb: it goes on there, --resume or not. Error:
    // invalid_argument where something else was asked for then.
    static Result<RunRecorder> open_or_continue(const VerbContext& context, const Experiment& experiment,
                                                const std::string& defaults = "{}");

    // Of a job that tells itself that it has started: with --run a new run, or the one that was begun.
    static Result<RunRecorder> begin(const VerbContext& context, const Experiment& experiment);
    static Result<RunRecorder> reopen(const VerbContext& context, const std::string& verb);

    RunContext& run() const { return *run_; }
    EventSink sink() const { return run_->sink(); }

    // Asked to stop by a signal, or through the run folder.
    std::stop_token stop() const { return run_->stop(); }

    // Precondition: --run.
    RunFolder& folder() const { return *folder_; }

    // The last event, with the summary or the error, and the verb's result. `outcome`: stopped where a job
    // that was asked to stop has something to show.
    VerbResult finish(const Result<std::string>& summary, std::string text = {},
                      Outcome outcome = Outcome::completed);

private:
    RunRecorder(const VerbContext& context, std::shared_ptr<RunFolder> folder);
    static Result<RunRecorder> go_on(const VerbContext& context, const Experiment& experiment,
                                     const std::string& defaults, std::int64_t from_step);
    Result<void> tell_started(std::int64_t from_step);

    std::shared_ptr<RunFolder> folder_; // null without --run
    std::shared_ptr<StopRequests> stop_;
    std::unique_ptr<RunContext> run_;
};

} // namespace kinelens
