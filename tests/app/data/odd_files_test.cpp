// kinelens-cli and files that no program of ours made: a sentence and exit code 2, never a signal.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTemporaryDir>

namespace odd_files_test {

using namespace kinelens::testing;

class OddFilesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void json_data();
    void json();
    void oddRuns_data();
    void oddRuns();
    void importTellsWhatIsThere();

private:
    QString path(const QString& name) const { return folder_->filePath(name); }
    void write(const QString& name, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile out(path(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void OddFilesTest::json_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("too large a number") << QByteArray(R"({"a": 1e999})");
    QTest::newRow("too deep") << "{\"a\": " + QByteArray(500'000, '[') + QByteArray(500'000, ']') + "}";
    QTest::newRow("no object") << QByteArray("5");
}

void OddFilesTest::json() {
    QFETCH(QByteArray, text);
    write("a.json", text);
    write("rows.csv", "1,2,3\n");
    const QString odd = path("a.json");
    QCOMPARE(run({"synthesize", "--output", path("d.h5"), "--sequences", "2", "--quiet"}).code, 0);
    for (const QStringList& words : std::initializer_list<QStringList>{
             {"synthesize", "--config", odd, "--output", path("o.h5")},
             {"import", path("rows.csv"), "--recipe", odd, "--output", path("o.h5")},
             {"import", path("rows.csv"), "--format", "npy", "--skeleton", odd, "--output", path("o.h5")},
             {"detect-score", "--predictions", odd, "--data", path("d.h5")},
             {"export", odd, "--what", "intervals", "--format", "csv", "--output", path("o.csv"), "--data",
              path("d.h5")}}) {
        const Answer answer = run(words);
        QVERIFY2(answer.code == 2, qPrintable(words.join(' ') + ": " + answer.error));
        QCOMPARE(answer.error.trimmed().count('\n'), 0);
        QVERIFY2(answer.error.contains(odd), qPrintable(answer.error));
    }
    QVERIFY(!QFile::exists(path("o.h5")) && !QFile::exists(path("o.csv")));
}

void OddFilesTest::oddRuns_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const QByteArray deep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
    QTest::newRow("format") << "experiment.json" << QByteArray(R"({"format": 5})") << 2;
    QTest::newRow("options") << "experiment.json"
                             << R"({"format": "kinelens-experiment", "options": )" + deep + "}" << 2;
    QTest::newRow("pulse") << "heartbeat" << QByteArray(R"({"time": "x"})") << 0;
    QTest::newRow("sidecar") << "checkpoints/epoch-0001.json"
                             << R"({"options": )" + deep + "}" << 0;
    QTest::newRow("event") << "events.jsonl"
                           << QByteArray(R"({"kind": "started"})") + "\n" +
                                  R"({"kind": "finished", "outcome": "completed", "summary": )" + deep + "}\n"
                           << 0;
}

// What an experiment.json cannot tell is an error; odd files beside it are as if they were not there.
void OddFilesTest::oddRuns() {
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    write("run/experiment.json", R"({"format": "kinelens-experiment", "version": 1, "verb": "pretrain"})");
    write("run/events.jsonl", "{\"kind\": \"started\"}\n");
    write("run/" + name, text);
    const Answer answer = run({"inspect", path("run")});
    QVERIFY2(answer.code == code, qPrintable(QString::number(answer.code) + answer.error));
    if (code == 2) QVERIFY2(answer.error.contains(path("run/experiment.json")), qPrintable(answer.error));
    if (code == 0) QVERIFY2(answer.out.contains("pretrain"), qPrintable(answer.out));
}

void OddFilesTest::importTellsWhatIsThere() {
    write("bouts/csv/a1.csv", "0.1,0.2,0.3\n0.1,0.2,0.4\n");
    write("bouts/csv/notes.txt", "nothing of interest");
    write("r.json", R"json({"name": "r", "pattern": "a(\\d+)", "groups": ["class"],
                            "classes": {"1": "lunge", "2": "parry", "3": "feint"},
                            "layout": {"joints": ["a"], "parents": [null]}})json");
    const QStringList words{"import", path("bouts/csv"), "--recipe", path("r.json"), "--output"};
    const Answer text = run(words + QStringList{path("data.h5"), "--quiet"});
    QVERIFY2(text.code == 0, qPrintable(text.error));
    QVERIFY2(text.out.contains("1 sequence, 2 frames, 1 of 3 classes, subjects not known, 0 intervals"),
             qPrintable(text.out));
    QVERIFY2(text.out.contains("1 file of other kinds passed over"), qPrintable(text.out));
    const auto summary = run(words + QStringList{path("e.h5"), "--quiet", "--json"}).summary();
    QCOMPARE(summary["classes"].get<int>(), 3);
    QCOMPARE(summary["classes_present"].get<int>(), 1);
    const Answer facts = run({"inspect", path("data.h5")});
    QVERIFY2(facts.out.contains("1 of 3 classes: lunge (1)") && !facts.out.contains("subject"),
             qPrintable(facts.out));
    QVERIFY(QFile::rename(path("bouts/csv/a1.csv"), path("bouts/csv/b.csv")));
    const Answer none = run(words + QStringList{path("f.h5")});
    QVERIFY2(none.error.contains("there is no file named like a[class]"), qPrintable(none.error));
    QVERIFY(!none.error.contains('\\'));
}

KINELENS_TEST(OddFilesTest, event_loop);

} // namespace odd_files_test
#include "odd_files_test.moc"
