// kinelens-cli as a person types it: wrong words and wrong files end with the right code, one sentence that
// names what is at fault, and nothing half-written.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <csignal>

namespace wrong_words_test {

using namespace kinelens::testing;

namespace {

// A line of bash.
Answer shell(const QString& line) {
    return answer_of(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), line});
}

} // namespace

class WrongWordsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void wrongWords_data();
    void wrongWords();
    void brokenCopyIsNamed();
    void existingOutputIsLeft();
    void helpIsNoMistake();
    void jobThatNeverBegan();
    void inspectCountsProtocols();
    void closedStreamsNeverReachTheDataset();
    void fullOutputIsAnError();
    void readerThatLeavesIsNoError();
    void signalsLeaveNothing();
    void namesNeedNotBeText();
    void largeSeedsAreKept();

private:
    QString path(const char* name) const { return folder_->filePath(name); }
    void write(const QString& file, const QByteArray& text) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void WrongWordsTest::wrongWords_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said"); // part of the sentence
    QTest::newRow("nothing") << QStringList{} << "name a verb: ";
    QTest::newRow("unknown verb") << QStringList{"inspct"} << "inspct is not a verb; did you mean inspect?";
    QTest::newRow("option first") << QStringList{"--json"} << "the verb comes first";
    QTest::newRow("unknown option") << QStringList{"synthesize", "--output", "OUT", "--sequence", "3"}
                                    << "--sequence is not an option of synthesize; did you mean --sequences?";
    QTest::newRow("missing argument") << QStringList{"import"} << "required. See kinelens-cli import --help.";
    QTest::newRow("missing input") << QStringList{"import", "/not/there", "--output", "OUT"}
                                   << "/not/there does not exist";
    QTest::newRow("not a number") << QStringList{"synthesize", "--output", "OUT", "--sequences", "many"}
                                  << "'many' is not a whole number";
    QTest::newRow("out of range") << QStringList{"synthesize", "--output", "OUT", "--sequences", "-4"}
                                  << "sequences cannot be used";
    QTest::newRow("value missing") << QStringList{"synthesize", "--output"} << "--output needs a value.";
    QTest::newRow("folder missing") << QStringList{"synthesize", "--output", "FOLDER/not/there.h5"}
                                    << "not does not exist: the folder for there.h5";
    QTest::newRow("output is a folder")
        << QStringList{"synthesize", "--output", "FOLDER"} << "a folder, and a file was to be written";
    QTest::newRow("output of another kind")
        << QStringList{"synthesize", "--output", "FOLDER/d.csv"} << "the name of a dataset ends in .h5";
    QTest::newRow("a dataset to import")
        << QStringList{"import", "TEXT", "--output", "OUT"} << "are opened as they are, not imported";
    QTest::newRow("two options disagree")
        << QStringList{"synthesize", "--output", "OUT", "--frames-min", "100", "--frames-max", "50"}
        << "--frames-max cannot be used";
    QTest::newRow("nothing to inspect") << QStringList{"inspect"} << "PATH is needed";
    QTest::newRow("nothing to compare")
        << QStringList{"inspect", "--against", "paper"} << "--preset is needed";
    QTest::newRow("no preset")
        << QStringList{"inspect", "--preset", "nope"}
        << "preset nope is not known: presets are compact-contrastive, compact, contrastive, ";
    QTest::newRow("not a dataset") << QStringList{"inspect", "TEXT"}
                                   << "not a dataset; recordings have to be imported first";
    QTest::newRow("no results") << QStringList{"ensemble", "--runs", "TEXT", "TEXT"} << "not a results file";
    QTest::newRow("compared with text")
        << QStringList{"inspect", "TEXT", "--against", "TEXT"} << "not a results file";
    QTest::newRow("no run") << QStringList{"inspect", "FOLDER"}
                            << "a folder without experiment.json is no run";
    QTest::newRow("nothing to import")
        << QStringList{"import", "FOLDER", "--output", "OUT"} << "found no files";
}

void WrongWordsTest::wrongWords() {
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    write(path("text.h5"), "no dataset\n");
    QDir().mkpath(path("empty"));
    for (QString& word : words) {
        if (word == "OUT") word = path("out.h5");
        if (word == "TEXT") word = path("text.h5");
        word.replace("FOLDER", path("empty"));
    }
    const Answer answer = run(words);
    QVERIFY2(answer.error.contains(said), qPrintable(answer.error));
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.error.startsWith("kinelens-cli: "), qPrintable(answer.error));
    QCOMPARE(answer.error.count('\n'), 1);
    QVERIFY(answer.out.isEmpty());
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{"text.h5"});
}

void WrongWordsTest::brokenCopyIsNamed() {
    QCOMPARE(run({"synthesize", "--sequences", "30", "--output", path("d.h5"), "--quiet"}).code, 0);
    QFile file(path("d.h5"));
    QVERIFY(file.resize(file.size() / 2));
    const Answer answer = run({"inspect", path("d.h5")});
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.error, QStringLiteral("kinelens-cli: %1 ends too early.\n").arg(path("d.h5")));
}

void WrongWordsTest::existingOutputIsLeft() {
    write(path("mine.h5"), "precious\n");
    const Answer answer = run({"synthesize", "--sequences", "30", "--output", path("mine.h5"), "--quiet"});
    QCOMPARE(answer.code, 2);
    QVERIFY2(answer.error.contains("exists already"), qPrintable(answer.error));
    QFile mine(path("mine.h5"));
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("precious\n"));
}

void WrongWordsTest::helpIsNoMistake() {
    for (const QStringList& words :
         {QStringList{"--help"}, QStringList{"--version"}, QStringList{"import", "--help"}}) {
        const Answer answer = run(words);
        QCOMPARE(answer.code, 0);
        QVERIFY(!answer.out.isEmpty() && answer.error.isEmpty());
    }
    const bool checkout =
        shell("test -e " KINELENS_SOURCE_FOLDER "/.git && git -C " KINELENS_SOURCE_FOLDER " rev-parse HEAD")
            .code == 0;
    const QString version = run({"--version"}).out;
    const QRegularExpression form(checkout ? "^kinelens-cli [0-9.]+\\+[0-9a-f]{9,}\n$"
                                           : "^kinelens-cli [0-9.]+\n$");
    QVERIFY2(form.match(version).hasMatch(), qPrintable(version));
}

void WrongWordsTest::jobThatNeverBegan() {
    QDir().mkpath(path("dead"));
    write(path("dead/launch.txt"), "first\nout of luck\n");
    const Answer answer = run({"inspect", path("dead")});
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.error.contains("the job never began: out of luck"), qPrintable(answer.error));
}

void WrongWordsTest::inspectCountsProtocols() {
    QCOMPARE(run({"synthesize", "--sequences", "90", "--output", path("d.h5"), "--quiet"}).code, 0);
    const Answer answer = run({"inspect", path("d.h5"), "--scan"});
    QCOMPARE(answer.code, 0);
    for (const char* word : {"ntu60-xview", "setups", "2 bodies", "tracked", "problems"})
        QVERIFY2(answer.out.contains(word), qPrintable(answer.out));
}

void WrongWordsTest::closedStreamsNeverReachTheDataset() {
    const QString words = " synthesize --sequences 3 --output ";
    QCOMPARE(shell(KINELENS_CLI + words + path("a.h5") + " --quiet").code, 0);
    QCOMPARE(shell(KINELENS_CLI + words + path("b.h5") + " <&- 2>&-").code, 0);
    QCOMPARE(shell(KINELENS_CLI + words + path("c.h5") + " --quiet >&-").code, 3);
    const auto content = [this](const char* name) {
        const QString text = run({"inspect", path(name)}).out;
        return text.mid(text.indexOf("content"));
    };
    QVERIFY(content("a.h5").contains("xxh3-128:"));
    QCOMPARE(content("b.h5"), content("a.h5"));
    QCOMPARE(content("c.h5"), content("a.h5"));
}

void WrongWordsTest::fullOutputIsAnError() {
    if (!QFile::exists("/dev/full")) QSKIP("no /dev/full here");
    const Answer answer = shell(QStringLiteral(KINELENS_CLI " inspect --preset paper > /dev/full"));
    QCOMPARE(answer.code, 3);
    QVERIFY2(answer.error.contains("standard output does not fit: the disk is full"),
             qPrintable(answer.error));
}

void WrongWordsTest::readerThatLeavesIsNoError() {
    const Answer answer = shell("set -o pipefail; " KINELENS_CLI " synthesize --sequences 300 --output " +
                                path("d.h5") + " 2>&1 | true");
    QCOMPARE(answer.code, 0);
    QCOMPARE(QDir(folder_->path()).entryList(QDir::Files | QDir::Hidden), QStringList{"d.h5"});
}

void WrongWordsTest::signalsLeaveNothing() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        QProcess process;
        process.start(QStringLiteral(KINELENS_CLI),
                      {"synthesize", "--sequences", "100000", "--output", path("d.h5")});
        QVERIFY(process.waitForStarted());
        process.setReadChannel(QProcess::StandardError);
        QVERIFY(process.waitForReadyRead(60'000)); // the first sequences are made
        ::kill(static_cast<pid_t>(process.processId()), number);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(QDir(folder_->path()).isEmpty(QDir::Files | QDir::Hidden));
    }
}

void WrongWordsTest::namesNeedNotBeText() {
    const QString words =
        " synthesize --sequences 3 --quiet --json --output \"$D/b\"$'\\xff\\n x.h5' --run \"$D/r\"$'\\xff'";
    const Answer answer = shell("D=" + folder_->path() + "; " KINELENS_CLI + words);
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QVERIFY(answer.out.startsWith("{\"sequences\":3"));
    QCOMPARE(shell("rm -r " + folder_->path()).code, 0); // Qt cannot name what is in there
}

void WrongWordsTest::largeSeedsAreKept() {
    const QString seed = QStringLiteral("9007199254740991"); // 2^53 - 1, exact in every reader of JSON
    QCOMPARE(run({"synthesize", "--sequences", "3", "--seed", seed, "--output", path("a.h5"), "--run",
                  path("run"), "--quiet"})
                 .code,
             0);
    QFile experiment(path("run/experiment.json"));
    QVERIFY(experiment.open(QIODevice::ReadOnly));
    QVERIFY(experiment.readAll().contains("\"seed\": " + seed.toUtf8()));
}

KINELENS_TEST(WrongWordsTest, event_loop);

} // namespace wrong_words_test
#include "wrong_words_test.moc"
