// RunWatch: follows one run folder from outside: what happened, and what state it is in. Read and folded a
// piece at a time, on whatever thread may wait for a disk.
#pragma once

#include "core/experiment/event_reader.h"
#include "core/experiment/experiment.h"
#include "core/experiment/run_standing.h"

namespace kinelens {

class RunWatch {
public:
    explicit RunWatch(const Path& folder);

    // Events that became whole since the last look; look again until at_end(). At the end the standing is
    // that of now, and every event that led to it was told.
    Result<std::vector<TimedEvent>> look();
    bool at_end() const { return reader_.at_end(); }

    const RunStanding& standing() const { return standing_; }
    const RunTurns& turns() const { return turns_; }
    // What was asked, as soon as it is written down.
    const std::optional<Experiment>& experiment() const { return experiment_; }
    // Why what was asked cannot be read.
    const std::optional<Error>& fault() const { return fault_; }
    // The process that was started for it, from a window.
    const std::optional<ProcessRecord>& launch() const { return signs_.launch; }
    // The end of what that process said, if it ended before the run began; also of one that nobody wrote a
    // launch.json for, as earlier windows did not.
    const std::string& last_words() const { return last_words_; }

private:
    Result<std::vector<TimedEvent>> read_events();
    void read_experiment();
    void read_words();

    RunPaths paths_;
    EventReader reader_;
    std::optional<Experiment> experiment_;
    std::optional<Error> fault_;
    RunTurns turns_;
    RunSigns signs_;
    RunStanding standing_;
    std::string last_words_;
};

// The end of what a launched process said: of its launch.txt.
std::string launch_words(const RunPaths& paths);

} // namespace kinelens
