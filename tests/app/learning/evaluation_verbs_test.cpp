// probe, retrieve, finetune and ensemble as a person chains them: what their summaries hold, what their text
// says, and how wrong words end.
#include "core/experiment/run_status.h"
#include "core/results/evaluation_results.h"
#include "tests/support/command_line.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

namespace evaluation_verbs_test {

using namespace kinelens;
using namespace kinelens::testing;

class EvaluationVerbsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Answer first_; // of the run "a"
    QString path(const QString& name) const { return folder_.filePath(name); }

    QStringList words(const QString& verb, const QStringList& more, const QString& protocol) const {
        QStringList all{verb,     "--checkpoint", path("p/checkpoints/epoch-0001.pt"),
                        "--data", path("d.h5"),   "--device",
                        "cpu",    "--threads",    "1"};
        if (!protocol.isEmpty()) all += QStringList{"--protocol", protocol};
        return all + more;
    }
    Answer evaluate(const QString& verb, const QStringList& more,
                    const QString& protocol = "random:0.6") const {
        return run(words(verb, more, protocol));
    }
    Answer probe(const QString& name, const QString& epochs, const QString& protocol = "random:0.6") const {
        return evaluate("probe", {"--epochs", epochs, "--milestones", "", "--json", "--run", path(name)},
                        protocol);
    }
    QString told(const QString& name) const { return run({"inspect", path(name) + "/results.h5"}).out; }

    // The lines of a table that export writes, without its head.
    int rows(const QString& name, const QString& what) const {
        const QString file = path(name + what + ".csv");
        if (run({"export", path(name), "--what", what, "--format", "csv", "--output", file}).code != 0)
            return -1;
        QFile table(file);
        return table.open(QIODevice::ReadOnly) ? static_cast<int>(table.readAll().count('\n')) - 1 : -1;
    }

private slots:
    void initTestCase() {
        QVERIFY(kinelens::testing::write_small_dataset(path("d.h5").toStdString(), 30).has_value());
        const Answer made = run({"pretrain",   "--data",
                                 path("d.h5"), "--run",
                                 path("p"),    "--hidden-size",
                                 "8",          "--frames",
                                 "16",         "--crop-frames-minimum",
                                 "8",          "--epochs",
                                 "1",          "--batch-size",
                                 "8",          "--milestones",
                                 "",           "--device",
                                 "cpu",        "--quiet"});
        QVERIFY2(made.code == 0, qPrintable(made.error));
        first_ = probe("a", "5");
        QVERIFY2(first_.code == 0, qPrintable(first_.error));
        QCOMPARE(probe("b", "8").code, 0);
        QCOMPARE(probe("few", "5", "random:0.13").code, 0);
    }

    void probeTellsItsFigures() {
        const auto json = first_.summary();
        QCOMPARE(json["samples"].get<int>(), 12);
        QCOMPARE(json["per_class"].size(), std::size_t(2));
        QCOMPARE(json["confusion"].size(), std::size_t(2));
        QCOMPARE(json["protocol"].get<std::string>(), std::string("random:0.6"));
        QVERIFY(json["interval95"][0] <= json["top1"] && json["top1"] <= json["interval95"][1]);
        for (const char* key :
             {"data_hash", "split_hash", "checkpoint_hash", "encoder", "objective", "seed", "code_version"})
            QVERIFY2(json["stamp"].contains(key), key);
        const auto read = read_results(path("a/results.h5").toStdString());
        QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
        QCOMPARE(read->stamp.text("objective"), json["stamp"]["objective"].get<std::string>());
        const QString text = told("a");
        for (const char* part : {"top-1 ", " of 12 samples, 95 % between", "chosen by validation;", "(n = "})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY(!text.contains("warning"));
    }

    // Three training samples: none can be held out.
    void theEpochThatCountsIsTold() {
        const QString text = told("few");
        QVERIFY2(text.contains("the last one counts: no class has samples enough"), qPrintable(text));
        QVERIFY(!text.contains("chosen by validation"));
    }

    void presetsBringTheirProtocol() {
        const Answer without = evaluate("probe", {"--preset", "ntu60-xview"}, "");
        QCOMPARE(without.code, 2); // the dataset has no cameras
        QVERIFY2(without.error.contains("ntu60-xview holds no sequence"), qPrintable(without.error));
        const Answer other = evaluate("probe", {"--preset", "ntu60-xview", "--epochs", "5", "--quiet"});
        QVERIFY2(other.code == 0, qPrintable(other.error));
        QVERIFY2(other.out.contains("published for the protocol ntu60-xview, not random:0.6"),
                 qPrintable(other.out));
    }

    void retrievalSaysWhoVotes() {
        const Answer answer = evaluate("retrieve", {"--neighbours", "99", "--run", path("near")});
        QVERIFY2(answer.code == 0, qPrintable(answer.error));
        QVERIFY2(answer.out.contains("18 vote") && answer.out.contains("of the five nearest"),
                 qPrintable(answer.out));
        QVERIFY2(answer.error.contains("warning: neighbours"), qPrintable(answer.error));
        QCOMPARE(rows("near", "samples"), 12);
        const Answer one = evaluate("retrieve", {"--json"});
        QCOMPARE(one.summary()["neighbours"].get<int>(), 1);
        QVERIFY(!one.error.contains("warning"));
    }

    void fineTuningLeadsWithTheMean() {
        const Answer answer =
            evaluate("finetune", {"--epochs", "2", "--milestones", "", "--repeats", "3", "--label-fraction",
                                  "0.5", "--json", "--run", path("fine")});
        QVERIFY2(answer.code == 0, qPrintable(answer.error));
        const auto json = answer.summary();
        double sum = 0;
        for (const auto& one : json["repeats"]["each"]) sum += one.get<double>();
        QCOMPARE(json["repeats"]["each"].size(), std::size_t(3));
        QVERIFY(std::abs(json["top1"].get<double>() - sum / 3) < 1e-12);
        QCOMPARE(json["subset"].size(), std::size_t(3));
        QCOMPARE(json["subset"][2]["names"].size(), std::size_t(9));
        const QString text = told("fine");
        for (const char* part :
             {" over 3 repetitions, of 12 samples", "first repetition", "9 in each of 3 runs"})
            QVERIFY2(text.contains(part), qPrintable(text));
        QCOMPARE(rows("fine", "subset"), 27);
        QVERIFY(rows("fine", "figures") > 4);
    }

    void ensemblesTellTheirMixesAndMembers() {
        const Answer answer = run({"ensemble", "--runs", path("a"), path("b"), "--map", "--map-step", "0.25",
                                   "--json", "--run", path("both")});
        QVERIFY2(answer.code == 0, qPrintable(answer.error));
        const auto json = answer.summary();
        QCOMPARE(json["differing"], nlohmann::json::array({"epochs"}));
        QCOMPARE(json["best_mix"]["mixes"].get<int>(), 5);
        QVERIFY(json["best_mix"]["top1"] >= json["worst_mix"]["top1"]);
        const QString text = told("both");
        for (const char* part : {"the members were not made alike: they differ in epochs", "; worst "})
            QVERIFY2(text.contains(part), qPrintable(text));
        QCOMPARE(rows("both", "weights"), 5);
        QCOMPARE(rows("a", "weights"), -1);
    }

    // It keeps nothing on the way: resumed, it does its work over in the same folder.
    void aStoppedProbeIsResumed() {
        const QStringList asked =
            words("probe",
                  {"--epochs", "20000", "--milestones", "", "--test-every", "20000", "--run", path("halt")},
                  "random:0.6");
        QProcess process;
        process.start(QStringLiteral(KINELENS_CLI), asked);
        const Path folder = path("halt").toStdString();
        const auto events = [&] { return read_text_file(RunPaths{folder}.events()).value_or(""); };
        QTRY_VERIFY_WITH_TIMEOUT(events().find("progress") != std::string::npos, 60'000);
        QVERIFY(request_control(folder, {ControlRequest::pause, 0}).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(run_status(folder)->state, RunState::paused, 60'000);
        QVERIFY(request_control(folder, {ControlRequest::stop, 0}).has_value());
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(run_status(folder)->state, RunState::stopped);
        QVERIFY(run({"inspect", path("halt")}).out.contains("kinelens-cli probe --run"));
        const std::string before = events();

        const Answer other = run({"probe", "--run", path("halt"), "--resume", "--data", path("other.h5")});
        QCOMPARE(other.code, 2);
        QVERIFY2(other.error.contains("--data"), qPrintable(other.error));
        QCOMPARE(run({"retrieve", "--run", path("halt"), "--resume"}).code, 2);

        const Answer again = run({"probe", "--run", path("halt"), "--resume", "--json", "--quiet"}, 300'000);
        QVERIFY2(again.code == 0, qPrintable(again.error));
        QVERIFY(events().starts_with(before));
        const auto status = run_status(folder);
        QCOMPARE(status->state, RunState::completed);
        QVERIFY(nlohmann::json::parse(status->finished->summary) == again.summary());
        QCOMPARE(again.summary()["samples"].get<int>(), 12);
        QVERIFY(again.summary()["stamp"]["checkpoint_hash"] == first_.summary()["stamp"]["checkpoint_hash"]);
        const Answer complete = run({"probe", "--run", path("halt"), "--resume"});
        QCOMPARE(complete.code, 2);
        QVERIFY2(complete.error.contains("complete"), qPrintable(complete.error));
    }

    void comparisonsTellWhatDiffers() {
        const Answer answer = run({"inspect", path("a/results.h5"), "--against", path("b/results.h5")});
        QCOMPARE(answer.code, 0);
        QVERIFY2(answer.out.contains("the two were not made alike: they differ in epochs"),
                 qPrintable(answer.out));
    }

    void wrongWords_data() {
        QTest::addColumn<QStringList>("asked");
        QTest::addColumn<QString>("said");
        const QString a = path("a"), b = path("b");
        QTest::newRow("no protocol") << words("probe", {}, "") << "--protocol is needed";
        QTest::newRow("folds") << words("probe", {}, "folds:subject/40")
                               << "40 folds, but the sequences are of 2 subjects";
        QTest::newRow("no data") << QStringList{"retrieve", "--protocol", "random:0.6"} << "--data is needed";
        QTest::newRow("no labels") << words("finetune", {"--label-fraction", "0.01"}, "random:0.6")
                                   << "the label fraction leaves none of 18 training samples";
        QTest::newRow("no such preset") << words("finetune", {"--preset", "ntu60-xview"}, "random:0.6")
                                        << "preset ntu60-xview is not known";
        QTest::newRow("twice") << QStringList{"ensemble", "--runs", a, a + "/results.h5"} << "is named twice";
        QTest::newRow("alone") << QStringList{"ensemble", "--runs", a} << "an ensemble has at least two";
        QTest::newRow("step") << QStringList{"ensemble", "--runs", a, b, "--map", "--map-step", "0.3"}
                              << "--map-step cannot be used: 1 is not a whole number of such steps";
        QTest::newRow("other split") << QStringList{"ensemble", "--runs", a, path("few")}
                                     << "its split is not that of";
    }
    void wrongWords() {
        QFETCH(QStringList, asked);
        QFETCH(QString, said);
        const Answer answer = run(asked + QStringList{"--quiet", "--run", path(QTest::currentDataTag())});
        QCOMPARE(answer.code, 2);
        QCOMPARE(answer.error.trimmed().count('\n'), 0);
        QVERIFY2(answer.error.contains(said), qPrintable(answer.error));
    }
};

KINELENS_TEST(EvaluationVerbsTest, event_loop);

} // namespace evaluation_verbs_test
#include "evaluation_verbs_test.moc"
