#include "core/experiment/event_reader.h"
#include "core/experiment/run_folder.h"
#include "core/experiment/run_status.h"
#include "tests/support/test_program.h"

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace run_folder_test {

using namespace kinelens;

namespace {

Experiment example() {
    Experiment experiment;
    experiment.verb = "pretrain";
    experiment.name = "first";
    experiment.data = "/data/d.h5";
    experiment.options = R"({"epochs":3})";
    experiment.command_line = "kinelens-cli pretrain";
    experiment.inputs["checkpoint"] = {"/data/c.pt", "xxh3-128:0"};
    return experiment;
}

} // namespace

class RunFolderTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void experimentSurvives();
    void whatMakesAnotherResult();
    void oneProcessOwnsARun();
    void stateFollowsTheEvents();
    void tornLineIsCutOnReopening();
    void requestsArriveOnceInOrder();
    void killedRunIsLost();
    void removedFolderIsNoticed();
    void versionsTellBuildsApart();

private:
    Path run() const { return folder_->filePath("run").toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

// The release stays what work is gone on with; programs that were told no commit say the release alone.
void RunFolderTest::versionsTellBuildsApart() {
    QCOMPARE(code_version(), code_release());
    set_code_revision("1a2b3c4d5");
    QCOMPARE(code_version(), code_release() + "+1a2b3c4d5");
    QVERIFY(code_release().find('+') == std::string::npos);
    set_code_revision("");
    QCOMPARE(code_version(), code_release());
}

void RunFolderTest::experimentSurvives() {
    QVERIFY(RunFolder::create(run(), example()).has_value());
    const auto again = RunFolder::reopen(run());
    QVERIFY(again.has_value());
    QVERIFY(again->experiment() == example());
    const auto second = RunFolder::create(run(), example());
    QVERIFY(!second);
}

void RunFolderTest::whatMakesAnotherResult() {
    Experiment before = example();
    before.options = R"({"epochs":3,"threads":1})";
    before.inputs = {{"data", {"/data/d.h5", "1"}}};
    const auto difference = [&](const auto& change) {
        Experiment asked = before;
        change(asked);
        const auto other = first_difference(before, asked, R"({"window_stride":0})");
        return other ? other->what + " " + other->before + ">" + other->asked : std::string();
    };
    const auto with_options = [&](const char* options) {
        return difference([&](Experiment& asked) { asked.options = options; });
    };
    QCOMPARE(with_options(R"({"epochs":3,"threads":8})"), std::string());
    QCOMPARE(with_options(R"({"epochs":4})"), std::string("epochs 3>4"));
    QCOMPARE(with_options(R"({"epochs":3,"window_stride":0})"), std::string()); // older than the option
    QCOMPARE(with_options(R"({"epochs":3,"window_stride":8})"), std::string("window_stride 0>8"));
    QCOMPARE(difference([](Experiment& asked) { asked.protocol = "subjects:1"; }),
             std::string("protocol >subjects:1"));
    const auto moved = [](Experiment& asked) {
        asked.data = "/moved/d.h5";
        asked.inputs["data"].file = asked.data;
    };
    QCOMPARE(difference(moved), std::string()); // the content is the same
    QCOMPARE(difference([](Experiment& asked) { asked.inputs["data"].hash = "2"; }),
             std::string("data /data/d.h5>/data/d.h5"));
    QCOMPARE(difference([](Experiment& asked) {
                 asked.inputs["checkpoint"] = {"c.pt", "3"};
             }),
             std::string("checkpoint >c.pt"));
    before.inputs.clear();
    QCOMPARE(difference(moved), std::string("data /data/d.h5>/moved/d.h5"));
}

void RunFolderTest::oneProcessOwnsARun() {
    const auto first = RunFolder::create(run(), example());
    QVERIFY(first.has_value());
    const auto second = RunFolder::reopen(run());
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::locked);
}

void RunFolderTest::stateFollowsTheEvents() {
    auto folder = RunFolder::create(run(), example());
    QCOMPARE(run_status(run())->state, RunState::starting);
    QVERIFY(folder->append(RunStarted{}).has_value());
    QCOMPARE(run_status(run())->state, RunState::running);
    QVERIFY(folder->append(RunPaused{1}).has_value());
    QVERIFY(folder->append(WarningRaised{}).has_value());
    QCOMPARE(run_status(run())->state, RunState::paused);
    QVERIFY(folder->append(RunResumed{1}).has_value());
    QVERIFY(folder->append(RunFinished{Outcome::stopped, {}, "{}"}).has_value());
    QCOMPARE(run_status(run())->state, RunState::stopped);
    QVERIFY(folder->append(RunStarted{}).has_value());
    QCOMPARE(run_status(run())->state, RunState::running);
    QVERIFY(!run_status(run())->finished);
}

void RunFolderTest::tornLineIsCutOnReopening() {
    {
        auto folder = RunFolder::create(run(), example());
        QVERIFY(folder->append(RunPaused{1}).has_value());
    }
    const RunPaths paths{run()};
    std::ofstream(paths.events(), std::ios::app) << R"({"kind":"metr)";
    {
        auto folder = RunFolder::reopen(run());
        QVERIFY(folder->append(RunPaused{2}).has_value());
    }
    EventReader reader(paths.events());
    const auto events = reader.read_new();
    QCOMPARE(events->size(), std::size_t(2));
    QCOMPARE(std::get<RunPaused>(events->back().event).step, std::int64_t(2));
}

void RunFolderTest::requestsArriveOnceInOrder() {
    auto folder = RunFolder::create(run(), example());
    QVERIFY(folder->take_requests().empty());
    QVERIFY(request_control(run(), {ControlRequest::pause, 0}).has_value());
    QVERIFY(request_control(run(), {ControlRequest::extend, 50}).has_value());
    std::ofstream(RunPaths{run()}.control(), std::ios::app) << "dance\nstop\n";
    const auto requests = folder->take_requests();
    QCOMPARE(requests.size(), std::size_t(3));
    QVERIFY((requests[1] == ControlCommand{ControlRequest::extend, 50}));
    QCOMPARE(requests[2].request, ControlRequest::stop);
    QVERIFY(folder->take_requests().empty());
}

void RunFolderTest::killedRunIsLost() {
    const pid_t child = ::fork();
    if (child == 0) {
        auto folder = RunFolder::create(run(), example());
        if (!folder->append(RunStarted{})) ::_exit(1);
        for (;;) ::pause();
    }
    QTRY_COMPARE(run_status(run()).value_or(RunStatus{}).state, RunState::running);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QCOMPARE(run_status(run())->state, RunState::lost);
    QVERIFY(RunFolder::reopen(run()).has_value());
}

void RunFolderTest::removedFolderIsNoticed() {
    auto folder = RunFolder::create(run(), example());
    QVERIFY(folder.has_value());
    QVERIFY(folder->append(RunStarted{}).has_value());
    std::filesystem::remove_all(run());
    const auto appended = folder->append(RunPaused{3});
    QVERIFY(!appended);
    QCOMPARE(appended.error().code, ErrorCode::file_not_found);
}

KINELENS_TEST(RunFolderTest, event_loop);

} // namespace run_folder_test
#include "run_folder_test.moc"
