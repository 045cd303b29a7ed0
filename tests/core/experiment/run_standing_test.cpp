// The rule that says what state a run is in: its events, the processes at it, and what was asked of it.
#include "core/experiment/run_folder.h"
#include "core/experiment/run_history.h"
#include "core/experiment/run_status.h"
#include "core/experiment/run_watch.h"
#include "tests/support/test_program.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace run_standing_test {

using namespace kinelens;

namespace {

Experiment asked(const std::string& verb) {
    Experiment experiment;
    experiment.verb = verb;
    experiment.name = "first";
    return experiment;
}

// A process that does nothing, until the end of the test.
class Sleeper {
public:
    Sleeper()
        : process_id_(::fork()) {
        if (process_id_ == 0)
            for (;;) ::pause();
        mark_ = process_mark(process_id_);
    }
    ~Sleeper() { kill(); }
    Sleeper(const Sleeper&) = delete;
    Sleeper& operator=(const Sleeper&) = delete;

    const ProcessMark& mark() const { return mark_; }
    void signal(int number) const { ::kill(process_id_, number); }
    void kill() {
        if (process_id_ <= 0) return;
        signal(SIGKILL);
        ::waitpid(process_id_, nullptr, 0);
        process_id_ = 0;
    }

private:
    pid_t process_id_;
    ProcessMark mark_;
};

} // namespace

class RunStandingTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    Path run() const { return folder_->filePath("run").toStdString(); }
    RunPaths paths() const { return {run()}; }
    RunState state() const { return run_status(run()).value_or(RunStatus{}).state; }
    std::optional<ControlRequest> pending() const { return run_status(run()).value_or(RunStatus{}).pending; }
    void beats(const ProcessMark& process, double time) const {
        QVERIFY(write_process_record(paths().heartbeat(), {time, process, {}}).has_value());
    }
    void launched(const ProcessMark& process, double time) const {
        std::filesystem::create_directories(run());
        QVERIFY(write_process_record(paths().launch(), {time, process, "features"}).has_value());
    }
    RunStanding watched() const {
        RunWatch watch(run());
        (void)watch.look();
        return watch.standing();
    }
    // A run whose process has gone, after these events.
    void left(const std::string& verb, const std::vector<Event>& events) const {
        auto folder = RunFolder::create(run(), asked(verb));
        QVERIFY(folder.has_value());
        for (const Event& event : events) QVERIFY(folder->append(event).has_value());
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    // What a resumed pretraining says of a broken checkpoint comes before `started`.
    void aWarningBeforeTheStartTurnsNothing() {
        auto folder = RunFolder::create(run(), asked("pretrain"));
        RunHistory history;
        const auto say = [&](const Event& event) {
            history.add({wall_clock_seconds(), event});
            return folder->append(event).has_value();
        };
        QVERIFY(say(WarningRaised{}));
        QCOMPARE(history.overview().state, RunState::queued);
        QCOMPARE(state(), RunState::starting);
        QVERIFY(say(RunStarted{}));
        QCOMPARE(history.overview().state, RunState::running);
        QCOMPARE(state(), RunState::running);
        QVERIFY(say(RunFinished{Outcome::stopped, {}, "{}"}));
        QVERIFY(say(WarningRaised{}));
        QCOMPARE(history.overview().state, RunState::stopped);
        QVERIFY(history.overview().finished.has_value());
        QCOMPARE(state(), RunState::stopped);
        QVERIFY(run_status(run())->finished.has_value());
    }

    // A stalled disk, a suspended laptop, a process that was stopped: an old heartbeat, and a job that lives.
    void anOldHeartbeatOfALivingProcessIsALivingRun() {
        left("pretrain", {RunStarted{}});
        QCOMPARE(state(), RunState::lost);
        Sleeper process;
        process.signal(SIGSTOP);
        beats(process.mark(), 1);
        QCOMPARE(state(), RunState::running);
        process.kill();
        QCOMPARE(state(), RunState::lost);
    }

    void aNumberThatAnotherProcessHasNowIsNotTheRuns() {
        left("pretrain", {RunStarted{}});
        ProcessMark earlier = own_process_mark();
        QVERIFY(earlier.started > 1);
        --earlier.started;
        beats(earlier, wall_clock_seconds());
        QCOMPARE(state(), RunState::lost);
    }

    void aProcessThatCannotBeSeenIsJudgedByItsHeartbeat() {
        left("pretrain", {RunStarted{}});
        ProcessMark far = own_process_mark();
        far.host = "elsewhere";
        beats(far, wall_clock_seconds());
        QCOMPARE(state(), RunState::running);
        beats(far, wall_clock_seconds() - 2 * heartbeat_limit_seconds);
        QCOMPARE(state(), RunState::lost);
    }

    void aLaunchedProcessStartsForAsLongAsItLives() {
        Sleeper process;
        launched(process.mark(), wall_clock_seconds() - 3600);
        QCOMPARE(watched().state, RunState::starting);
        { // what was asked is written down, and nothing happened yet
            auto folder = RunFolder::create(run(), asked("features"));
            QCOMPARE(state(), RunState::starting);
        }
        QCOMPARE(state(), RunState::starting);
        process.kill();
        QCOMPARE(state(), RunState::failed);
    }

    void aLaunchedProcessThatEndedLeavesItsLastWords() {
        Sleeper process;
        launched(process.mark(), wall_clock_seconds());
        QVERIFY(write_file_atomically(paths().launch_words(), "  no such device\n"));
        RunWatch watch(run());
        QVERIFY(watch.look().has_value());
        QCOMPARE(watch.standing().state, RunState::starting);
        QVERIFY(watch.last_words().empty());
        process.kill();
        QVERIFY(watch.look().has_value());
        QCOMPARE(watch.standing().state, RunState::failed);
        QCOMPARE(watch.last_words(), std::string("no such device"));
    }

    void aResumedRunStartsFromTheClickOn() {
        left("pretrain", {RunStarted{}, RunFinished{Outcome::stopped, {}, "{}"}});
        Sleeper process;
        launched(process.mark(), wall_clock_seconds() + 1);
        QCOMPARE(state(), RunState::starting);
        process.kill();
        QCOMPARE(state(), RunState::stopped); // it is what it was
        launched(own_process_mark(), 1);      // the process that made it has not gone yet
        QCOMPARE(state(), RunState::stopped);
    }

    void whatWasAskedIsPendingUntilItIsDone() {
        auto folder = RunFolder::create(run(), asked("pretrain"));
        QVERIFY(folder->append(RunStarted{}).has_value());
        QVERIFY(!pending());
        QVERIFY(request_control(run(), {ControlRequest::pause, 0}).has_value());
        QCOMPARE(pending(), std::optional(ControlRequest::pause));
        QCOMPARE(folder->take_requests().size(), std::size_t(1));
        QCOMPARE(pending(), std::optional(ControlRequest::pause)); // taken is not done
        QVERIFY(folder->append(RunPaused{1}).has_value());
        QVERIFY(!pending());
        QVERIFY(request_control(run(), {ControlRequest::resume, 0}).has_value());
        QCOMPARE(pending(), std::optional(ControlRequest::resume));
        (void)folder->take_requests();
        QVERIFY(folder->append(RunResumed{1}).has_value());
        QVERIFY(!pending());
        QVERIFY(request_control(run(), {ControlRequest::checkpoint_now, 0}).has_value());
        QVERIFY(!pending());
        QVERIFY(request_control(run(), {ControlRequest::stop, 0}).has_value());
        (void)folder->take_requests();
        QVERIFY(folder->append(MetricsLogged{}).has_value());
        QCOMPARE(pending(), std::optional(ControlRequest::stop));
        QVERIFY(folder->append(RunFinished{Outcome::stopped, {}, "{}"}).has_value());
        QVERIFY(!pending());
    }

    void onlyWhatCanBeDoneIsPending() {
        auto folder = RunFolder::create(run(), asked("not-yet-invented"));
        QVERIFY(folder->append(RunStarted{}).has_value());
        QVERIFY(request_control(run(), {ControlRequest::pause, 0}).has_value());
        QVERIFY(!pending());
        QVERIFY(request_control(run(), {ControlRequest::stop, 0}).has_value());
        QCOMPARE(pending(), std::optional(ControlRequest::stop));
    }

    // Asked while it starts: the process that reopens the folder must still hear it.
    void aStopWhileARunStartsReachesIt() {
        left("pretrain", {RunStarted{}, RunFinished{Outcome::stopped, {}, "{}"}});
        launched(own_process_mark(), wall_clock_seconds() + 1);
        QVERIFY(request_control(run(), {ControlRequest::stop, 0}).has_value());
        QCOMPARE(pending(), std::optional(ControlRequest::stop));
        {
            auto folder = RunFolder::reopen(run());
            QVERIFY(folder.has_value());
            QCOMPARE(folder->take_requests().size(), std::size_t(1));
        }
        std::filesystem::remove(paths().launch());
        QVERIFY(request_control(run(), {ControlRequest::stop, 0}).has_value());
        auto folder = RunFolder::reopen(run()); // from a terminal: it was meant for the process before
        QVERIFY(folder->take_requests().empty());
    }

    // Events are read first and processes looked at second: a run may end between the two.
    void aRunThatEndsMeanwhileIsReadOnceMore() {
        RunTurns turns;
        turns.add({1, RunStarted{}});
        RunSigns signs;
        signs.beating = ProcessLife::gone;
        QVERIFY(!is_certain(turns, signs));
        turns.add({2, RunFinished{}});
        QVERIFY(is_certain(turns, signs));
        QCOMPARE(run_standing(turns, signs).state, RunState::completed);
    }

    void whatCanBeResumed() {
        for (const RunState state : {RunState::stopped, RunState::failed, RunState::lost}) {
            for (const char* verb :
                 {"pretrain", "features", "embed", "detect", "detect-train", "ablate", "probe", "retrieve",
                  "finetune", "ensemble", "import", "synthesize", "detect-score", "export"})
                QVERIFY2(can_resume(verb, state), verb);
            for (const char* verb : {"inspect", "bench", "not-yet-invented", ""}) // there is no run folder
                QVERIFY2(!can_resume(verb, state), verb);
        }
        for (const RunState state :
             {RunState::queued, RunState::starting, RunState::running, RunState::paused, RunState::completed})
            QVERIFY(!can_resume("pretrain", state));
    }
};

KINELENS_TEST(RunStandingTest, event_loop);

} // namespace run_standing_test
#include "run_standing_test.moc"
