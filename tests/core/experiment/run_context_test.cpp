// What every job does with what it is asked for, and with what it cannot record.
#include "core/experiment/run_context.h"
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <algorithm>

namespace run_context_test {

using namespace kinelens;

class RunContextTest : public QObject {
    Q_OBJECT
    std::vector<Event> events_;
    std::vector<std::vector<ControlCommand>> asked_; // at each look, the last look first

    RunEmit kept() {
        events_.clear();
        return telling([this](const Event& event) { events_.push_back(event); });
    }
    RunRequests requests() {
        return [this]() -> std::vector<ControlCommand> {
            if (asked_.empty()) return {};
            auto now = std::move(asked_.back());
            asked_.pop_back();
            return now;
        };
    }
    template <class Kind>
    std::ptrdiff_t count() const {
        return std::ranges::count_if(events_,
                                     [](const Event& one) { return std::holds_alternative<Kind>(one); });
    }

private slots:
    // It knows no more than to tell how far it is.
    void aJobThatTellsWaitsWhereItTells() {
        asked_ = {{{ControlRequest::resume, 0}}, {}, {{ControlRequest::pause, 0}}};
        RunContext run(kept(), requests());
        const EventSink sink = run.sink();
        sink(WarningRaised{}); // is no step
        QCOMPARE(count<RunPaused>(), 0);
        sink(ProgressMade{3, 9, "sequences"});
        QCOMPARE(events_.size(), std::size_t(4));
        QCOMPARE(std::get<RunPaused>(events_[2]).step, std::int64_t(3));
        QCOMPARE(std::get<RunResumed>(events_[3]).step, std::int64_t(3));
        QVERIFY(run.paused_seconds() > 0 && !run.stopping());
    }

    void aStopEndsThePause() {
        asked_ = {{{ControlRequest::stop, 0}}, {{ControlRequest::pause, 0}}};
        RunContext run(kept(), requests());
        run.sink()(EpochFinished{1, 40, {}});
        QVERIFY(run.stopping() && run.stop().stop_requested());
        QCOMPARE(count<RunPaused>(), 1);
        QCOMPARE(count<RunResumed>(), 0);
        QVERIFY(!run.finish(fail(ErrorCode::cancelled, "work")));
        QCOMPARE(std::get<RunFinished>(events_.back()).outcome, Outcome::stopped);
    }

    void aSignalStops() {
        std::stop_source signal;
        RunContext run(kept(), requests(), signal.get_token());
        QVERIFY(run.heed(1).value_or(false));
        signal.request_stop();
        QVERIFY(!run.heed(2).value_or(true));
    }

    void whatElseIsAskedForIsDone() {
        asked_ = {{{ControlRequest::extend, 5}, {ControlRequest::checkpoint_now, 0}}};
        RunContext run(kept(), requests());
        std::int64_t more = 0;
        int written = 0;
        QVERIFY(run.heed(1, {[&](std::int64_t epochs) { more += epochs; },
                             [&]() -> Result<void> {
                                 ++written;
                                 return {};
                             }})
                    .value_or(false));
        QCOMPARE(more, std::int64_t(5));
        QCOMPARE(written, 1);
    }

    // The one rule for all jobs: nobody would hear of the rest.
    void whatCannotBeRecordedEndsTheJob() {
        QTemporaryDir place;
        const Path folder = place.filePath("run").toStdString();
        Experiment asked;
        asked.verb = "probe";
        auto opened = RunFolder::create(folder, asked);
        QVERIFY(opened.has_value());
        RunContext run(recording(*opened));
        run.sink()(ProgressMade{1, 2, "splits"});
        QVERIFY(!run.stopping());
        std::filesystem::remove_all(folder);
        run.sink()(ProgressMade{2, 2, "splits"});
        QVERIFY(run.stopping());
        const auto end = run.finish(std::string("{}"));
        QVERIFY(!end && end.error().code == ErrorCode::file_not_found);
    }

    void itsOwnErrorCountsMore() {
        bool full = false;
        RunContext run([&](const Event&) -> Result<void> {
            if (full) return fail(ErrorCode::disk_full, "events.jsonl");
            return {};
        });
        full = true;
        QVERIFY(!run.tell(WarningRaised{}));
        QCOMPARE(run.finish(fail(ErrorCode::training_diverged, "weights")).error().code,
                 ErrorCode::training_diverged);
        QCOMPARE(run.finish(fail(ErrorCode::cancelled, "work")).error().code, ErrorCode::disk_full);
    }
};

KINELENS_TEST(RunContextTest, event_loop);

} // namespace run_context_test
#include "run_context_test.moc"
