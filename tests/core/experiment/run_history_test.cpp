#include "core/experiment/run_history.h"
#include "tests/support/test_program.h"

namespace run_history_test {

using namespace kinelens;

namespace {
TimedEvent at(double time, Event event) {
    return {time, std::move(event)};
}
MetricsLogged logged(std::int64_t step, double loss) {
    return {step, double(step) / 10, double(step), {{"loss_total", loss}}};
}
} // namespace

class RunHistoryTest : public QObject {
    Q_OBJECT
private slots:
    void foldsARun();
    void resumedStepsReplaceTheLostOnes();
    void aRunThatBeginsOverForgetsItsSteps();
};

void RunHistoryTest::foldsARun() {
    RunHistory history;
    RunStarted started;
    started.epochs = 4;
    history.add(at(10, started));
    for (int step = 1; step <= 20; ++step) history.add(at(10 + step, logged(step, 1.0 / step)));
    history.add(at(31, CheckpointWritten{"checkpoints/a.pt", 20, 2, true}));
    history.add(at(32, WarningRaised{{ErrorCode::disk_full, "x", "", {}}}));
    QCOMPARE(history.overview().state, RunState::running);
    QCOMPARE(history.overview().share_done().value_or(0), 0.5);
    QCOMPARE(history.overview().metric("loss_total").value_or(0), 0.05);
    QCOMPARE(history.series().at("loss_total").size(), std::size_t(20));
    history.add(at(40, RunFinished{Outcome::failed, Error{ErrorCode::training_diverged, "", "", {}}, "{}"}));
    QCOMPARE(history.overview().state, RunState::failed);
    QCOMPARE(history.overview().last_time - history.overview().first_time, 30.0);
    QCOMPARE(history.warnings().size(), std::size_t(1));
    history.add(at(41, ArtifactReady{"features", "a.h5", {}}));
    history.add(at(42, ArtifactReady{"features", "b.h5", {}}));
    QCOMPARE(history.artifact("features")->file, std::string("b.h5"));
    QVERIFY(!history.artifact("results"));
}

void RunHistoryTest::resumedStepsReplaceTheLostOnes() {
    RunHistory history;
    history.add(at(1, RunStarted{}));
    for (int step = 1; step <= 9; ++step) history.add(at(step, logged(step, 1)));
    history.add(at(9, CheckpointWritten{"late.pt", 9, 1, false}));
    RunStarted again;
    again.resumed_from_step = 6;
    history.add(at(20, again));
    for (int step = 7; step <= 8; ++step) history.add(at(20 + step, logged(step, 2)));
    const auto& points = history.series().at("loss_total");
    QCOMPARE(points.size(), std::size_t(8));
    QCOMPARE(points[5].value, 1.0);
    QCOMPARE(points[6].value, 2.0);
    QVERIFY(history.checkpoints().empty());
}

void RunHistoryTest::aRunThatBeginsOverForgetsItsSteps() {
    RunHistory history;
    history.add(at(1, RunStarted{}));
    for (int step = 1; step <= 9; ++step) history.add(at(step, logged(step, 1)));
    history.add(at(9, ProgressMade{9, 10, "splits"}));
    history.add(at(10, RunFinished{Outcome::stopped, {}, R"({"top1": 0.5})"}));
    history.add(at(20, RunStarted{}));
    QVERIFY(!history.overview().share_done() && !history.overview().result("top1"));
    QCOMPARE(history.overview().step, std::int64_t(0));
    history.add(at(21, logged(1, 2)));
    QCOMPARE(history.series().at("loss_total").size(), std::size_t(1));
    QCOMPARE(history.series().at("loss_total")[0].value, 2.0);
}

KINELENS_TEST(RunHistoryTest, nothing);

} // namespace run_history_test
#include "run_history_test.moc"
