// A runs folder in which some folders cannot be read: they are listed with the reason, and so are all others.
#include "core/experiment/run_folder.h"
#include "core/experiment/run_state.h"
#include "tests/support/test_program.h"
#include "ui/jobs/run_scanner.h"
#include "ui/train/run_list_model.h"

#include <fstream>

namespace odd_runs_listed_test {

using namespace kinelens;
using namespace kinelens::ui;

class OddRunsListedTest : public QObject {
    Q_OBJECT
private slots:
    void oddFoldersAreToldAndOthersListed();
    void mendedFolderIsListedAsItIs();

private:
    static void write(const QString& file, const std::string& text) {
        QDir().mkpath(QFileInfo(file).path());
        std::ofstream(file.toStdString(), std::ios::binary) << text;
    }
    static Experiment example() {
        Experiment experiment;
        experiment.verb = "pretrain";
        experiment.created = "2026-01-01T00:00:00Z";
        return experiment;
    }
};

void OddRunsListedTest::oddFoldersAreToldAndOthersListed() {
    QTemporaryDir folder;
    const auto path = [&](const QString& name) { return folder.filePath(name); };
    { // goes on for ever, by its events: its pulse decides
        auto good = RunFolder::create(path("good").toStdString(), example());
        QVERIFY(good->append(RunStarted{}) && good->append(RunFinished{}));
        auto odd = RunFolder::create(path("odd pulse").toStdString(), example());
        QVERIFY(odd->append(RunStarted{}));
    }
    write(path("odd pulse/heartbeat"), R"({"time": "x", "host": 5})");
    write(path("odd format/experiment.json"), R"({"format": 5})");
    write(path("odd version/experiment.json"), R"({"format": "kinelens-experiment", "version": "x"})");
    write(path("deep/experiment.json"), R"({"format": "kinelens-experiment", "options": )" +
                                            std::string(200'000, '[') + std::string(200'000, ']') + "}");
    write(path("foreign/experiment.json"), "[]");
    write(path("no run/notes.txt"), "nothing of ours");

    RunScanner scanner(folder.path());
    QTRY_COMPARE(scanner.runs().size(), std::size_t(6));
    QCOMPARE(scanner.find(path("good"))->state, RunState::completed);
    QCOMPARE(scanner.find(path("odd pulse"))->state, RunState::lost);
    const RunListModel model(scanner);
    int told = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, RunListModel::Name);
        const RunEntry* run = model.run(index);
        if (!run->fault) continue;
        ++told;
        QCOMPARE(run->state, RunState::failed);
        QCOMPARE(index.data().toString(), QFileInfo(run->folder).fileName());
        const QString why = index.data(Qt::ToolTipRole).toString();
        QVERIFY2(why.contains(run->folder + "/experiment.json"), qPrintable(why));
    }
    QCOMPARE(told, 4);
}

void OddRunsListedTest::mendedFolderIsListedAsItIs() {
    QTemporaryDir folder;
    write(folder.filePath("run/experiment.json"), R"({"format": 5})");
    RunScanner scanner(folder.path());
    QTRY_VERIFY(scanner.runs().size() == 1 && scanner.runs().front().fault);
    write(folder.filePath("run/experiment.json"), experiment_to_json(example()));
    scanner.lookNow();
    QTRY_VERIFY(scanner.runs().size() == 1 && !scanner.runs().front().fault);
    QCOMPARE(scanner.runs().front().experiment.verb, std::string("pretrain"));
    QVERIFY(scanner.runs().front().begun);
}

KINELENS_TEST(OddRunsListedTest, widgets);

} // namespace odd_runs_listed_test
#include "odd_runs_listed_test.moc"
