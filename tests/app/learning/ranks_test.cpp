// Several processes that train one model together, started as torchrun starts them: the losses are those of
// one process, a run goes on with another number of them, and none outlives the others for long.
#include "core/experiment/control.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/events.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTemporaryDir>
#include <csignal>
#include <unistd.h>

namespace ranks_test {

using namespace kinelens;

namespace {

std::vector<double> losses_of(const Path& folder) {
    std::map<std::int64_t, double> by_step;
    EventReader reader(RunPaths{folder}.events());
    const auto events = reader.read_new();
    if (!events) return {};
    for (const auto& timed : *events)
        if (const auto* logged = std::get_if<MetricsLogged>(&timed.event))
            by_step[logged->step] = logged->metrics.front().value;
    std::vector<double> losses;
    for (const auto& [step, loss] : by_step) losses.push_back(loss);
    return losses;
}

int next_port() {
    static int port = 21000 + static_cast<int>(::getpid() % 20000);
    return port++;
}

} // namespace

class RanksTest : public QObject {
    Q_OBJECT

    QTemporaryDir place_;
    QString data_, alone_;

    QString path(const QString& name) const { return place_.filePath(name); }

    QStringList words(const QString& folder, int epochs) const {
        return {"pretrain",
                "--data",
                data_,
                "--run",
                folder,
                "--quiet",
                "--device",
                "cpu",
                "--hidden-size",
                "16",
                "--epochs",
                QString::number(epochs),
                "--batch-size",
                "7",
                "--frames",
                "12",
                "--views",
                "2",
                "--crop-frames-minimum",
                "8",
                "--threads",
                "1",
                "--checkpoint-every",
                "1"};
    }

    using Group = std::vector<std::unique_ptr<QProcess>>;
    static Group start(const QStringList& words, int size) {
        Group group;
        const int port = next_port();
        for (int rank = 0; rank < size; ++rank) {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert("RANK", QString::number(rank));
            environment.insert("WORLD_SIZE", QString::number(size));
            environment.insert("MASTER_ADDR", "127.0.0.1");
            environment.insert("MASTER_PORT", QString::number(port));
            group.push_back(std::make_unique<QProcess>());
            group.back()->setProcessEnvironment(environment);
            group.back()->start(KINELENS_CLI, words);
        }
        return group;
    }

    // The exit codes; −1 for one that had to be killed.
    static QList<int> end(Group& group, int milliseconds = 120'000) {
        QList<int> codes;
        for (auto& process : group) {
            const bool ended =
                process->state() == QProcess::NotRunning || process->waitForFinished(milliseconds);
            if (!ended) process->kill();
            codes << (ended && process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1);
        }
        return codes;
    }

    void expect_the_losses_of_one(const QString& folder) const {
        const auto one = losses_of(alone_.toStdString()), several = losses_of(folder.toStdString());
        QCOMPARE(several.size(), one.size());
        for (std::size_t i = 0; i < one.size(); ++i)
            QVERIFY2(std::abs(several[i] / one[i] - 1) < 1e-3,
                     qPrintable(QString::number(several[i] / one[i] - 1)));
    }

private slots:
    void initTestCase() {
        data_ = path("small.h5");
        QVERIFY(kinelens::testing::write_small_dataset(data_.toStdString(), 20).has_value());
        alone_ = path("alone");
        auto one = start(words(alone_, 3), 1);
        QCOMPARE(end(one), QList<int>{0});
        QCOMPARE(losses_of(alone_.toStdString()).size(), std::size_t(9));
        auto two = start(words(path("probe"), 1), 2);
        if (two[0]->waitForFinished(60'000) && two[0]->readAllStandardError().contains("joins no processors"))
            QSKIP("this LibTorch has no Gloo");
        QCOMPARE(end(two), (QList<int>{0, 0}));
    }

    // Uneven shares too: 7 samples on 2 and on 3 processes.
    void several_are_one_data() {
        QTest::addColumn<int>("size");
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
    }
    void several_are_one() {
        QFETCH(int, size);
        const QString folder = path(QString("several%1").arg(size));
        auto group = start(words(folder, 3), size);
        for (const int code : end(group)) QCOMPARE(code, 0);
        QVERIFY(group[0]->readAllStandardOutput().contains("loss_total"));
        QVERIFY(group[1]->readAllStandardOutput().isEmpty());
        expect_the_losses_of_one(folder);
    }

    void another_number_goes_on() {
        const QString folder = path("changing");
        auto two = start(words(folder, 3), 2);
        while (losses_of(folder.toStdString()).size() < 2 && two[0]->state() != QProcess::NotRunning)
            QTest::qWait(5);
        QVERIFY(request_control(folder.toStdString(), {ControlRequest::stop, 0}).has_value());
        for (const int code : end(two)) QVERIFY(code == 130 || code == 0);
        auto three = start({"pretrain", "--resume", "--run", folder, "--quiet"}, 3);
        for (const int code : end(three)) QCOMPARE(code, 0);
        expect_the_losses_of_one(folder);
    }

    void none_outlives_the_others() {
        for (const int victim : {0, 1}) {
            const QString folder = path(QString("killed%1").arg(victim));
            auto two = start(words(folder, 100'000), 2);
            while (losses_of(folder.toStdString()).empty() && two[0]->state() != QProcess::NotRunning)
                QTest::qWait(5);
            ::kill(static_cast<pid_t>(two[static_cast<std::size_t>(victim)]->processId()), SIGKILL);
            auto& left = *two[static_cast<std::size_t>(1 - victim)];
            QVERIFY(left.waitForFinished(10'000));
            QCOMPARE(left.exitCode(), 3);
            const QByteArray said = left.readAllStandardError();
            QVERIFY2(said.contains("another process of this run ended badly"), said.constData());
            end(two);
        }
    }

    void wrong_places_are_refused() {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("RANK", "2");
        environment.insert("WORLD_SIZE", "2");
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(KINELENS_CLI, words(path("wrong"), 1));
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("RANK cannot be used: 2 of 2"));
        QVERIFY(!QFile::exists(path("wrong")));
    }
};

KINELENS_TEST(RanksTest, event_loop);

} // namespace ranks_test
#include "ranks_test.moc"
