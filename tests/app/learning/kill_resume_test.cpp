// A run killed with SIGKILL at random moments, as often as KINELENS_KILLS says (5 if unset), and resumed each
// time: every file it leaves opens, and its losses are bit for bit those of the run that nobody disturbed.
#include "core/experiment/checkpoint_info.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/run_status.h"
#include "tests/support/small_dataset.h"
#include "tests/support/small_pretraining.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <csignal>
#include <map>
#include <random>

namespace kill_resume_test {

using namespace kinelens;

namespace {

// total loss by step; a step that was done again overwrites what was logged before the kill
using Curve = std::map<std::int64_t, std::vector<double>>;

Curve curve_of(const Path& folder) {
    Curve curve;
    EventReader reader(RunPaths{folder}.events());
    const auto events = reader.read_new();
    if (!events) return curve;
    for (const auto& timed : *events) {
        const auto* logged = std::get_if<MetricsLogged>(&timed.event);
        if (!logged) continue;
        std::vector<double> values;
        for (const Metric& metric : logged->metrics)
            if (metric.name.starts_with("loss_") || metric.name == "gradient_norm")
                values.push_back(metric.value);
        curve[logged->step] = values;
    }
    return curve;
}

QStringList begin_arguments(const QString& data, const QString& folder, int threads) {
    return kinelens::testing::small_pretraining(data, folder, 12, threads) +
           QStringList{"--checkpoint-every", "1", "--log-every", "1"};
}

QStringList resume_arguments(const QString& folder) {
    return {"pretrain", "--resume", "--run", folder, "--quiet"};
}

std::ptrdiff_t lines_of(const Path& file) {
    const auto text = read_text_file(file);
    return text ? std::ranges::count(*text, '\n') : 0;
}

int run_to_end(const QStringList& arguments) {
    QProcess process;
    process.start(KINELENS_CLI, arguments);
    if (!process.waitForFinished(120000)) return -1;
    if (process.exitCode() != 0) qWarning("%s", process.readAllStandardError().constData());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

// Kills it a moment after it has logged `steps` more steps; false if it ended before that.
bool run_and_kill(const QStringList& arguments, const Path& folder, int steps, int milliseconds) {
    const auto logged = [&] { return lines_of(RunPaths{folder}.events()); };
    const auto before = logged();
    QProcess process;
    process.start(KINELENS_CLI, arguments);
    // Two lines are not steps: the header and the start.
    while (steps > 0 && logged() < before + steps + 2)
        if (process.waitForFinished(2)) return false;
    if (process.waitForFinished(milliseconds)) return false;
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished();
    return true;
}

bool everything_opens(const Path& folder) {
    EventReader reader(RunPaths{folder}.events());
    if (!reader.read_new() || !run_status(folder)) return false;
    for (const auto& entry : std::filesystem::directory_iterator(RunPaths{folder}.checkpoints())) {
        if (entry.path().extension() != ".json") continue;
        const auto text = read_text_file(entry.path());
        if (!text || !checkpoint_info_from_json(*text, "sidecar")) return false;
    }
    return true;
}

} // namespace

class KillResumeTest : public QObject {
    Q_OBJECT
private slots:
    void killed_runs_end_like_the_undisturbed_one() {
        QTemporaryDir place;
        const QString data = place.filePath("small.h5");
        QVERIFY(testing::write_small_dataset(data.toStdString(), 28));
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("KINELENS_KILLS", &given);
        const int kills = given ? asked : 5;
        const int threads = given ? 2 : 1; // one is kinder to a busy machine
        const QString calm = place.filePath("calm"), shaken = place.filePath("shaken");
        QCOMPARE(run_to_end(begin_arguments(data, calm, threads)), 0);

        const Path folder = shaken.toStdString();
        const auto again = [&] {
            return is_run_folder(folder) ? resume_arguments(shaken) : begin_arguments(data, shaken, threads);
        };
        std::mt19937 random(std::random_device{}());
        int killed = 0;
        for (int i = 0; i < kills; ++i) {
            const int steps = static_cast<int>(random() % 7);
            const int moment = static_cast<int>(random() % (steps == 0 ? 300 : 60));
            killed += run_and_kill(again(), folder, steps, moment);
            if (std::filesystem::exists(RunPaths{folder}.checkpoints())) QVERIFY(everything_opens(folder));
        }
        QCOMPARE(run_to_end(again()), 0);
        qInfo("%d of %d kills met a living run", killed, kills);
        QVERIFY(killed > 0);
        QVERIFY(everything_opens(shaken.toStdString()));

        const Curve expected = curve_of(calm.toStdString());
        QCOMPARE(expected.size(), std::size_t(12 * 4));
        const Curve found = curve_of(shaken.toStdString());
        QCOMPARE(found.size(), expected.size());
        for (const auto& [step, values] : expected)
            QVERIFY2(found.at(step) == values, QByteArray::number(qint64(step)));
        QCOMPARE(run_status(shaken.toStdString())->state, RunState::completed);
    }

    void interrupting_leaves_a_checkpoint_and_says_stopped() {
        QTemporaryDir place;
        const QString data = place.filePath("small.h5"), folder = place.filePath("run");
        QVERIFY(testing::write_small_dataset(data.toStdString(), 28));
        QProcess process;
        auto arguments = begin_arguments(data, folder, 1);
        arguments[arguments.indexOf("--epochs") + 1] = "100000";
        process.start(KINELENS_CLI, arguments);
        QTRY_VERIFY_WITH_TIMEOUT(curve_of(folder.toStdString()).size() > 2, 30000);
        process.terminate();
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(run_status(folder.toStdString())->state, RunState::stopped);
        const auto checkpoints = list_checkpoints(RunPaths{folder.toStdString()}.checkpoints());
        QVERIFY(!checkpoints.empty());
        QCOMPARE(checkpoints.back().step, curve_of(folder.toStdString()).rbegin()->first);
    }

    void unusable_arguments_exit_with_two_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such file") << QStringList{"--data", "/nowhere.h5", "--run", "r"};
        QTest::newRow("no run") << QStringList{"--data", "/nowhere.h5"};
        QTest::newRow("heads") << QStringList{"--data", "/nowhere.h5", "--run", "r", "--heads", "7"};
        QTest::newRow("preset") << QStringList{"--data", "/nowhere.h5", "--run", "r", "--preset", "none"};
        QTest::newRow("device") << QStringList{"--data", "DATA", "--run", "r", "--device", "gpu"};
        QTest::newRow("resume nothing") << QStringList{"--resume", "--run", "r"};
    }
    void unusable_arguments_exit_with_two() {
        QFETCH(QStringList, arguments);
        QTemporaryDir place, elsewhere;
        const QString data = elsewhere.filePath("d.h5");
        QVERIFY(testing::write_small_dataset(data.toStdString(), 4));
        arguments.replaceInStrings(QStringLiteral("DATA"), data);
        QProcess process;
        process.setWorkingDirectory(place.path());
        process.start(KINELENS_CLI, QStringList{"pretrain"} + arguments);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(!process.readAllStandardError().isEmpty());
        QVERIFY(QDir(place.path()).isEmpty());
    }
};

KINELENS_TEST(KillResumeTest, event_loop);

} // namespace kill_resume_test
#include "kill_resume_test.moc"
