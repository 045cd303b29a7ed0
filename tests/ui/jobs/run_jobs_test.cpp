#include "core/experiment/process_record.h"
#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/jobs/job_chain.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/run_feed.h"
#include "ui/jobs/run_scanner.h"
#include "ui/jobs/run_trash.h"
#include "ui/train/run_list_model.h"
#include "ui/train/run_wishes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>

namespace run_jobs_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

Experiment example(const std::string& created) {
    Experiment experiment;
    experiment.verb = "pretrain";
    experiment.data = "/data/example.h5";
    experiment.preset = "compact";
    experiment.created = created;
    return experiment;
}

} // namespace

class RunJobsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void tenThousandEventsAreFewUpdates();
    void lostRunsAreFound();
    void scannerListsRuns();
    void failedStartsAreTold();
    void startedProcessGetsItsArguments();
    void runningRunsAreNotDeleted();
    void launchedJobThatNeverBeganIsListed();
    void aSlowStartIsNotAFailure();
    void aStartThatIsKilledFailsWithItsLastWords();
    void aResumeThatFailsIsTold();
    void whatWasAskedIsShownInEveryView();
    void resumeMakesNoFolder();
    void everyVerbIsResumed();
    void whatCannotStartLeavesNothing();
    void aStopNeedsNoFile();

private:
    QString path(const char* name) const { return folder_->filePath(name); }
    QString script(const QString& text) const {
        const QString file = path("fake-cli");
        std::ofstream(file.toStdString()) << "#!/bin/sh\n" << text.toStdString();
        ::chmod(file.toStdString().c_str(), 0755);
        return file;
    }
    // A program that says something, waits for the file "go", and leaves the run that is prepared in made/.
    QString slowProgram() const {
        return script("here=$(dirname \"$0\"); echo 'warming up'\n"
                      "while [ ! -e \"$here/go\" ]; do sleep 0.05; done\n"
                      "for word in \"$@\"; do\n"
                      "  [ \"$before\" = --run ] && cp -r \"$here/made/.\" \"$word\"\n"
                      "  before=$word\n"
                      "done\n");
    }
    void makeRun(const char* name) const {
        auto run = RunFolder::create(path(name).toStdString(), example("2026-01-01T00:00:00Z"));
        QVERIFY(run && run->append(RunStarted{}) && run->append(RunFinished{}));
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void RunJobsTest::tenThousandEventsAreFewUpdates() {
    auto run = RunFolder::create(path("run").toStdString(), example("1"));
    QVERIFY(run->append(RunStarted{}).has_value());
    RunFeed feed(path("run"));
    QSignalSpy updates(&feed, &RunFeed::updated);
    QElapsedTimer clock;
    clock.start();
    for (int step = 1; step <= 10000; ++step) {
        QVERIFY(run->append(MetricsLogged{step, 0, 0, {{"loss_total", 1.0 / step}}}).has_value());
        if (step % 500 == 0) QCoreApplication::processEvents();
    }
    QVERIFY(run->append(RunFinished{}).has_value());
    QTRY_COMPARE(feed.state(), RunState::completed);
    QTRY_COMPARE(feed.history().series().at("loss_total").size(), std::size_t(10000));
    QTest::qWait(3 * RunFeed::update_interval_ms);
    QVERIFY2(updates.count() <= 2 + clock.elapsed() / RunFeed::update_interval_ms,
             qPrintable(QString::number(updates.count())));
    const auto last = updates.count();
    QTest::qWait(3 * RunFeed::update_interval_ms);
    QCOMPARE(updates.count(), last);
}

void RunJobsTest::lostRunsAreFound() {
    {
        auto run = RunFolder::create(path("run").toStdString(), example("1"));
        QVERIFY(run->append(RunStarted{}).has_value());
    } // ends without a last event: the heartbeat is gone
    RunFeed feed(path("run"));
    QTRY_COMPARE(feed.state(), RunState::lost);
}

void RunJobsTest::scannerListsRuns() {
    RunScanner scanner(folder_->path());
    RunListModel model(scanner);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changes(&scanner, &RunScanner::changed);
    auto older = RunFolder::create(path("older").toStdString(), example("2026-01-01T00:00:00Z"));
    auto newer = RunFolder::create(path("newer").toStdString(), example("2026-01-02T00:00:00Z"));
    RunStarted started;
    started.epochs = 10;
    QVERIFY(newer->append(started).has_value());
    QVERIFY(newer->append(MetricsLogged{5, 2.5, 1, {{"loss_total", 3.25}}}).has_value());
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, RunListModel::Name).data().toString(), QStringLiteral("newer"));
    QTRY_COMPARE(model.index(0, RunListModel::State).data().toString(), QStringLiteral("Running"));
    QCOMPARE(model.index(0, RunListModel::Figure).data().toString(), QStringLiteral("loss 3.25"));
    QCOMPARE(model.index(0, RunListModel::Progress).data().toString(), QStringLiteral("epoch 2.5 of 10"));
    QCOMPARE(model.index(1, RunListModel::State).data().toString(), QStringLiteral("Starting…"));
    QDir(path("older")).removeRecursively();
    scanner.lookNow();
    QTRY_COMPARE(model.rowCount(), 1);
}

void RunJobsTest::failedStartsAreTold() {
    JobRunner runner(script("echo 'no such dataset' >&2; exit 2\n"));
    QSignalSpy failures(&runner, &JobRunner::startFailed);
    QVERIFY(runner.start({"pretrain", {"--data", "x.h5"}, path("run")}).has_value());
    QVERIFY(failures.wait(5000));
    QCOMPARE(failures[0][1].toString(), QStringLiteral("no such dataset"));
    JobRunner missing(path("nothing-here"));
    QCOMPARE(missing.start({"pretrain", {}, path("run")}).error().code, ErrorCode::file_not_found);
}

void RunJobsTest::startedProcessGetsItsArguments() {
    JobRunner runner(script("cd \"$(dirname \"$0\")\"; for word in \"$@\"; do echo \"$word\"; done > begun\n"
                            "nice >> begun; mv begun words\n"));
    const JobRequest request{"pretrain", {"--data", "my data.h5"}, path("a run")};
    QVERIFY(runner.start(request).has_value());
    QTRY_VERIFY(QFile::exists(path("words")));
    QFile words(path("words"));
    QVERIFY(words.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(words.readAll()).split('\n');
    QCOMPARE(lines.mid(0, 5), (QStringList{"pretrain", "--data", "my data.h5", "--run", path("a run")}));
    const int own = getpriority(PRIO_PROCESS, 0);
    QCOMPARE(lines[6].toInt(), std::min(own + 10, 19)); // lower priority than the window
    QCOMPARE(runner.commandLine({"pretrain", {"--data", "my data.h5"}, "/r"}),
             QStringLiteral("kinelens-cli pretrain --data 'my data.h5' --run /r"));
}

void RunJobsTest::runningRunsAreNotDeleted() {
    RunEntry run;
    run.folder = path("run");
    run.state = RunState::running;
    QCOMPARE(moveRunToTrash(run).error().code, ErrorCode::locked);
}

void RunJobsTest::launchedJobThatNeverBeganIsListed() {
    QVERIFY(QDir().mkpath(path("dead")));
    QFile words(path("dead/launch.txt"));
    QVERIFY(words.open(QIODevice::WriteOnly));
    words.write("out of luck\n");
    words.flush();
    QVERIFY(words.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFile::FileModificationTime));
    RunScanner scanner(folder_->path());
    QTRY_COMPARE(scanner.runs().size(), 1);
    QVERIFY(!scanner.runs().front().begun);
    QCOMPARE(scanner.runs().front().state, RunState::failed);
    const auto begun = RunFolder::create(path("dead").toStdString(), example("2026-01-01T00:00:00Z"));
    QVERIFY(begun->paths().folder == path("dead").toStdString());
    scanner.lookNow();
    QTRY_VERIFY(scanner.runs().size() == 1 && scanner.runs().front().begun);
    QDir(path("dead")).removeRecursively();
    scanner.lookNow();
    QTRY_VERIFY(scanner.runs().empty());
}

// CUDA, a cold disk or a busy machine: however long it takes, a job whose process lives has not failed.
void RunJobsTest::aSlowStartIsNotAFailure() {
    makeRun("made");
    JobRunner runner(slowProgram());
    RunScanner scanner(path("runs"));
    JobChain chain(runner, scanner);
    QSignalSpy completed(&chain, &JobChain::completed), broken(&chain, &JobChain::broken),
        failures(&runner, &JobRunner::startFailed);
    QVERIFY(chain.start({{"features", {}, path("runs/one")}, {"embed", {}, path("runs/two")}}));
    const auto state = [&](RunScanner& from) {
        const RunEntry* run = from.find(path("runs/one"));
        return run ? run->state : RunState::queued;
    };
    QTRY_COMPARE(state(scanner), RunState::starting);
    QCOMPARE(scanner.find(path("runs/one"))->experiment.verb, std::string("features"));
    QFile words(path("runs/one/launch.txt"));
    QVERIFY(words.open(QIODevice::ReadWrite));
    QVERIFY(words.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFile::FileModificationTime));
    makeRun("runs/other"); // is listed by a look that has seen the aged words too
    QTRY_VERIFY(scanner.find(path("runs/other")));
    QCOMPARE(state(scanner), RunState::starting);
    RunScanner later(path("runs")); // of a window that was opened meanwhile
    QTRY_COMPARE(state(later), RunState::starting);
    QVERIFY(moveRunToTrash(*later.find(path("runs/one"))).error().code == ErrorCode::locked);
    QCOMPARE(broken.count(), 0);
    QVERIFY(QFile(path("go")).open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20'000);
    QCOMPARE(completed[0][0].toStringList(), (QStringList{path("runs/one"), path("runs/two")}));
    QCOMPARE(broken.count() + failures.count(), 0);
}

void RunJobsTest::aStartThatIsKilledFailsWithItsLastWords() {
    JobRunner runner(slowProgram());
    RunScanner scanner(path("runs"));
    RunFeed feed(path("runs/one"));
    QSignalSpy failures(&runner, &JobRunner::startFailed);
    QVERIFY(runner.start({"features", {}, path("runs/one")}));
    QTRY_COMPARE(feed.state(), RunState::starting);
    QFile words(path("runs/one/launch.txt"));
    QTRY_VERIFY(words.size() > 0);
    const auto launch = read_process_record(path("runs/one/launch.json").toStdString());
    QVERIFY(launch.has_value());
    QCOMPARE(life_of(launch->process), ProcessLife::alive);
    ::kill(static_cast<pid_t>(launch->process.process_id), SIGKILL);
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(failures[0][1].toString(), QStringLiteral("warming up"));
    QTRY_COMPARE(feed.state(), RunState::failed);
    QCOMPARE(feed.lastWords(), QStringLiteral("warming up"));
    scanner.lookNow();
    QTRY_VERIFY(scanner.find(path("runs/one")) && scanner.find(path("runs/one"))->state == RunState::failed);
    QVERIFY(runReason(*scanner.find(path("runs/one"))).contains("warming up"));
}

// A run has events already: that its new process added none is what tells.
void RunJobsTest::aResumeThatFailsIsTold() {
    makeRun("run");
    JobRunner runner(script("echo 'the dataset has changed' >&2; exit 2\n"));
    QSignalSpy failures(&runner, &JobRunner::startFailed);
    QVERIFY(runner.resume(path("run")));
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(failures[0][1].toString(), QStringLiteral("the dataset has changed"));
}

void RunJobsTest::whatWasAskedIsShownInEveryView() {
    auto run = RunFolder::create(path("run").toStdString(), example("2026-01-01T00:00:00Z"));
    QVERIFY(run && run->append(RunStarted{}));
    JobRunner runner(path("nothing-here"));
    RunScanner scanner(folder_->path());
    QObject::connect(&runner, &JobRunner::changed, &scanner, &RunScanner::lookNow);
    RunListModel model(scanner);
    RunFeed feed(path("run"));
    const auto shown = [&] { return model.index(0, RunListModel::State).data().toString(); };
    QTRY_COMPARE(shown(), QStringLiteral("Running"));
    QVERIFY(runner.ask(path("run"), ControlRequest::stop));
    QTRY_COMPARE(shown(), QStringLiteral("Stopping…"));
    QTRY_COMPARE(feed.pending(), std::optional(ControlRequest::stop));
    QCOMPARE(run->take_requests().size(), std::size_t(1)); // and it works on, for however long
    RunScanner later(folder_->path());
    QTRY_VERIFY(later.find(path("run")) && later.find(path("run"))->pending == ControlRequest::stop);
    QCOMPARE(feed.pending(), std::optional(ControlRequest::stop));
    QVERIFY(run->append(RunFinished{Outcome::stopped, {}, "{}"}));
    QTRY_COMPARE(shown(), QStringLiteral("Stopped"));
}

void RunJobsTest::resumeMakesNoFolder() {
    JobRunner runner(script("exit 0\n"));
    const auto resumed = runner.resume(path("trashed"));
    QVERIFY(!resumed && resumed.error().code == ErrorCode::file_not_found);
    QVERIFY(!QFile::exists(path("trashed")));
}

// By the verb that the run was asked for.
void RunJobsTest::everyVerbIsResumed() {
    Experiment asked = example("2026-01-01T00:00:00Z");
    asked.verb = "embed";
    {
        auto run = RunFolder::create(path("map").toStdString(), asked);
        QVERIFY(run && run->append(RunStarted{}) && run->append(RunFinished{Outcome::stopped, {}, "{}"}));
    }
    RunScanner scanner(folder_->path());
    QTRY_VERIFY(scanner.find(path("map")) && scanner.find(path("map"))->state == RunState::stopped);
    QVERIFY(runObstacle(*scanner.find(path("map")), RunWish::resume).isEmpty());
    JobRunner runner(script("cd \"$(dirname \"$0\")\"; for word in \"$@\"; do echo \"$word\"; done > begun\n"
                            "mv begun words\n"));
    QVERIFY(runner.resume(path("map")));
    QTRY_VERIFY(QFile::exists(path("words")));
    QFile words(path("words"));
    QVERIFY(words.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(words.readAll()).split('\n').mid(0, 5),
             (QStringList{"embed", "--run", path("map"), "--resume", "--quiet"}));
}

// No byte can be written any more, as on a full disk.
void RunJobsTest::whatCannotStartLeavesNothing() {
    JobRunner runner(script("exit 0\n"));
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit nothing{0, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &nothing), 0);
    const auto started = runner.start({"pretrain", {}, path("run")});
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!started);
    QVERIFY(!QFile::exists(path("run")));
}

// The signal that a job takes for the same does it where no request can be left.
void RunJobsTest::aStopNeedsNoFile() {
    JobRunner runner(script("cd \"$(dirname \"$0\")\"\n"
                            "trap 'echo yes > stopped; exit 0' TERM\n"
                            "echo yes > begun; while :; do sleep 0.05; done\n"));
    QVERIFY(runner.start({"features", {}, path("run")}));
    QTRY_VERIFY(QFile::exists(path("begun")));
    QVERIFY(QDir().mkpath(path("run/control/taken"))); // where the request would be written
    QVERIFY(!runner.ask(path("run"), ControlRequest::pause));
    QVERIFY(runner.ask(path("run"), ControlRequest::stop));
    QTRY_VERIFY(QFile::exists(path("stopped")));
    const auto launch = read_process_record(path("run/launch.json").toStdString());
    QTRY_COMPARE(life_of(launch->process), ProcessLife::gone);
    QVERIFY(!runner.ask(path("run"), ControlRequest::stop)); // nobody is left to be asked
}

KINELENS_TEST(RunJobsTest, widgets);

} // namespace run_jobs_test
#include "run_jobs_test.moc"
