// kinelens-cli inspect RUN as a person types it.
#include "core/experiment/run_folder.h"
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace inspect_run_test {

using namespace kinelens;
using namespace kinelens::testing;

class InspectRunTest : public QObject {
    Q_OBJECT
private slots:
    void tellsThatTheRankHasFallen();
};

void InspectRunTest::tellsThatTheRankHasFallen() {
    QTemporaryDir folder;
    const QString path = folder.filePath("run");
    Experiment asked;
    asked.verb = "pretrain";
    auto run = RunFolder::create(path.toStdString(), asked);
    QVERIFY(run && run->append(RunStarted{}));
    const auto log = [&](int from, int to, double rank) {
        for (int step = from; step < to; ++step)
            QVERIFY(run->append(MetricsLogged{step, step / 10.0, 0, {{"effective_rank_instance", rank}}}));
    };
    log(1, 20, 17);
    QVERIFY(!testing::run({"inspect", path}).out.contains("effective rank"));
    log(20, 40, 4);
    const Answer answer = testing::run({"inspect", path, "--json"});
    QCOMPARE(answer.code, 0);
    const auto falls = answer.summary()["effective_rank_falls"];
    QCOMPARE(falls.size(), std::size_t(1));
    QCOMPARE(falls[0]["domain"].get<std::string>(), std::string("instance"));
    QCOMPARE(falls[0]["now"].get<double>(), 4.0);
    const QString said = testing::run({"inspect", path}).out;
    QVERIFY2(said.contains("instance from 17 to 4 since step 22") && said.contains("--learning-rate"),
             qPrintable(said));
    log(40, 60, 16);
    QVERIFY(!testing::run({"inspect", path}).out.contains("effective rank"));
}

KINELENS_TEST(InspectRunTest, event_loop);

} // namespace inspect_run_test
#include "inspect_run_test.moc"
