// RunRecorder: what a job tells goes to the terminal and, with --run, into a run folder as well.
#pragma once

#include "app/command_line/stop_requests.h"
#include "app/command_line/verb.h"
#include "core/experiment/run_folder.h"

namespace kinelens {

// What every job's experiment says: its verb, its options (JSON), this program, now, the words it was asked
// with.
Experiment new_experiment(const VerbContext& context, const std::string& verb, std::string options);

// Whether `file` is to lie in the run folder, which is made when the run begins.
bool lies_in_new_run(const Path& file, const VerbContext& context);

class RunRecorder {
public:
    // Without --run only the terminal is told. Errors: those of RunFolder::create.
    static Result<RunRecorder> open(const VerbContext& context, const Experiment& experiment);

    // The same, where the run folder may be one of this verb: it goes on there. Error: invalid_argument where
    // something else was asked for then; `defaults` (JSON) are those of the verb's options.
    static Result<RunRecorder> open_or_continue(const VerbContext& context, const Experiment& experiment,
                                                const std::string& defaults = "{}");

    const EventSink& sink() const { return sink_; }

    // Asked to stop by a signal, or through the run folder.
    std::stop_token stop() const { return stop_->token(); }

    // What else the run folder was asked for since the last call.
    std::vector<ControlCommand> requests() const { return stop_->take(); }

    // The last event, with the summary or the error, and the verb's result. `outcome`: stopped where a job
    // that was asked to stop has something to show.
    VerbResult finish(const Result<std::string>& summary, std::string text = {},
                      Outcome outcome = Outcome::completed);

private:
    static RunRecorder recording(const VerbContext& context, const Experiment& experiment, RunFolder folder);

    std::shared_ptr<RunFolder> folder_; // null without --run
    EventSink sink_;
    std::shared_ptr<StopRequests> stop_;
};

} // namespace kinelens
