// detect-train and detect as a person starts them again: what was made is not replaced by something else.
#include "core/dataset/dataset_reader.h"
#include "core/foundation/files.h"
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"
#include "tests/support/untrimmed_dataset.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <csignal>
#include <nlohmann/json.hpp>

namespace detect_verbs_test {

using namespace kinelens;
using namespace kinelens::testing;

namespace {
constexpr int patience = 120'000; // milliseconds: it trains
}

class DetectVerbsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    QStringList train(const QStringList& more = {}) const {
        return QStringList{"detect-train",
                           "--data",
                           path("d.h5"),
                           "--protocol",
                           "folds:subject/2#0",
                           "--run",
                           path("run"),
                           "--window-frames",
                           "24",
                           "--epochs",
                           "1",
                           "--threads",
                           "1",
                           "--preprocess",
                           "none",
                           "--quiet"} +
               more;
    }

private slots:
    void initTestCase() {
        QVERIFY(write_untrimmed_dataset(path("d.h5").toStdString(), 8).has_value());
        const Answer made = run(train(), patience);
        QVERIFY2(made.code == 0, qPrintable(made.error));
    }

    void a_run_keeps_what_it_began_with_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("option") << QStringList{"--learning-rate", "0.5"}
                                << "--learning-rate was '0.001' in it and is now '0.5'";
        QTest::newRow("protocol") << QStringList{"--protocol", "folds:subject/2#1"}
                                  << "--protocol was 'folds:subject/2#0'";
        QTest::newRow("data") << QStringList{"--data", "OTHER"} << "--data was '";
        QTest::newRow("checkpoint") << QStringList{"--checkpoint", "DETECTOR"}
                                    << "--checkpoint was not given in it and is now '";
    }

    void a_run_keeps_what_it_began_with() {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        QVERIFY(write_untrimmed_dataset(path("other.h5").toStdString(), 6).has_value());
        const QString detector = path("run/checkpoints/detector.pt");
        const auto before = read_text_file(detector.toStdString());
        QStringList all = train();
        for (int i = 0; i < words.size(); i += 2) {
            const auto given = all.indexOf(words[i]);
            const QString value =
                QString(words[i + 1]).replace("OTHER", path("other.h5")).replace("DETECTOR", detector);
            if (given < 0)
                all << words[i] << value;
            else
                all[given + 1] = value;
        }
        const Answer refused = run(all, patience);
        QCOMPARE(refused.code, 2);
        QCOMPARE(refused.error.trimmed().count('\n'), 0);
        QVERIFY2(refused.error.contains(said), qPrintable(refused.error));
        QVERIFY(read_text_file(detector.toStdString()) == before);
    }

    // Nothing is learned again, wherever it is computed.
    void the_same_is_answered_again() {
        const QString detector = path("run/checkpoints/detector.pt");
        const auto before = read_text_file(detector.toStdString());
        QStringList words = train({"--json"});
        words[words.indexOf("--threads") + 1] = "2";
        const Answer again = run(words, patience);
        QVERIFY2(again.code == 0, qPrintable(again.error));
        QVERIFY(again.summary().contains("mAP_a"));
        QVERIFY(read_text_file(detector.toStdString()) == before);
    }

    // Ctrl-C: what was whole is there, and the same command does the rest.
    void detection_is_stopped_and_goes_on() {
        QVERIFY(write_untrimmed_dataset(path("long.h5").toStdString(), 8, false, 1500).has_value());
        const QStringList words{"detect",    "--checkpoint",  path("run/checkpoints/detector.pt"),
                                "--data",    path("long.h5"), "--output",
                                path("out"), "--threads",     "1",
                                "--json",    "--shard-size",  "0"};
        QProcess process;
        process.start(QStringLiteral(KINELENS_CLI), words);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path("out/scores-00000.h5")), 60000);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 130);
        const Answer stopped{130, QString::fromUtf8(process.readAllStandardOutput()), {}};
        const auto there = stopped.summary()["sequences"].get<int>();
        QVERIFY(there >= 1 && there < 8);
        QCOMPARE(stopped.summary()["sequences_total"].get<int>(), 8);
        QCOMPARE(QDir(path("out")).entryList({"scores-*.h5"}).size(), there);
        const Answer rest = run(words, patience);
        QVERIFY2(rest.code == 0, qPrintable(rest.error));
        QCOMPARE(rest.summary()["sequences"].get<int>(), 8);
        QVERIFY(rest.summary()["frames_scored"].get<int>() < rest.summary()["frames"].get<int>());
        const Answer others = run(words + QStringList{"--smoothing", "7"}, patience);
        QCOMPARE(others.code, 2);
        QVERIFY2(others.error.contains("smoothing '3', not '7'"), qPrintable(others.error));
    }
};

KINELENS_TEST(DetectVerbsTest, event_loop);

} // namespace detect_verbs_test
#include "detect_verbs_test.moc"
