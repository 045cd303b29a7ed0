// `embed` as the workbench starts it: paused and stopped through its run folder, gone on from what it left.
#include "core/experiment/event_reader.h"
#include "core/experiment/run_history.h"
#include "core/experiment/run_status.h"
#include "core/foundation/random.h"
#include "core/results/embedding.h"
#include "core/results/features_writer.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

namespace embed_verb_test {

using namespace kinelens;

class EmbedVerbTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    Path file(const char* name) const { return path(name).toStdString(); }

    QStringList words(const QStringList& more) const {
        return QStringList{"embed", "--features", path("f.h5"), "--device", "cpu", "--json"} + more;
    }
    static int finish(QProcess& process) { return process.waitForFinished(60'000) ? process.exitCode() : -1; }
    std::string events() const { return read_text_file(file("run") / "events.jsonl").value_or(""); }

private slots:
    void initTestCase() {
        auto writer = *FeaturesWriter::create(file("f.h5"), {4, false, 0, 0}, {});
        CounterRandom random(1);
        for (int i = 0; i < 60; ++i) {
            std::vector<float> row;
            for (int d = 0; d < 4; ++d) row.push_back(static_cast<float>(random.normal() + 5 * (i % 3)));
            QVERIFY(writer.append({"s" + std::to_string(i)}, {row.data()}).has_value());
        }
        QVERIFY(writer.finish().has_value());
    }

    void stopped_by_its_folder_it_leaves_the_map() {
        QProcess process;
        process.start(KINELENS_CLI,
                      words({"--perplexity", "5", "--output", path("e.h5"), "--run", path("run"),
                             "--iterations", "1000000", "--snapshot-every", "10"}));
        QTRY_VERIFY_WITH_TIMEOUT(events().find("maps/map-") != std::string::npos, 30'000);
        QVERIFY(request_control(file("run"), {ControlRequest::pause, 0}).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(events().find("\"paused\"") != std::string::npos, 30'000);
        QVERIFY(request_control(file("run"), {ControlRequest::stop, 0}).has_value());
        QCOMPARE(finish(process), 130);
        const auto summary = nlohmann::json::parse(process.readAllStandardOutput().toStdString());
        const auto map = read_embedding(file("e.h5"));
        QVERIFY2(map.has_value(), map ? "" : describe(map.error()).c_str());
        QCOMPARE(map->iteration, summary["iterations"].get<std::int64_t>());
        QCOMPARE(map->points(), std::size_t(60));
        QCOMPARE(run_status(file("run"))->state, RunState::stopped);

        QProcess rest;
        const QString until = QString::number(map->iteration + 50);
        rest.start(KINELENS_CLI, words({"--perplexity", "5", "--output", path("rest.h5"), "--start", "resume",
                                        "--start-from", path("e.h5"), "--iterations", until}));
        QCOMPARE(finish(rest), 0);
        QCOMPARE(read_embedding(file("rest.h5"))->iteration, map->iteration + 50);
    }

    // Nothing is said but which run: what it was asked for stands in its folder, wherever one is now.
    void a_stopped_map_goes_on_in_its_run() {
        QProcess process;
        process.setWorkingDirectory(folder_.path());
        process.start(KINELENS_CLI, {"embed", "--features", "f.h5", "--device", "cpu", "--perplexity", "5",
                                     "--output", "again/map.h5", "--run", "again", "--iterations", "100000",
                                     "--trust", "none", "--snapshot-every", "10", "--quiet"});
        const auto events_there = [&] { return read_text_file(file("again") / "events.jsonl").value_or(""); };
        QTRY_VERIFY_WITH_TIMEOUT(events_there().find("maps/map-") != std::string::npos, 30'000);
        QVERIFY(request_control(file("again"), {ControlRequest::stop, 0}).has_value());
        QCOMPARE(finish(process), 130);
        const auto before = events_there();
        const auto left = read_embedding(file("again") / "map.h5");
        QVERIFY(left && left->iteration > 0 && left->iteration < 100000);

        QProcess other;
        other.start(KINELENS_CLI,
                    {"embed", "--run", path("again"), "--resume", "--perplexity", "6", "--quiet"});
        QCOMPARE(finish(other), 2);
        const QByteArray said = other.readAllStandardError();
        QVERIFY2(said.contains("--perplexity was '5"), said.constData());

        QProcess rest;
        rest.start(KINELENS_CLI, {"embed", "--run", path("again"), "--resume", "--json", "--quiet"});
        const int code = finish(rest);
        QVERIFY2(code == 0, rest.readAllStandardError().constData());
        const auto summary = nlohmann::json::parse(rest.readAllStandardOutput().toStdString());
        QCOMPARE(summary["iterations"].get<std::int64_t>(), std::int64_t(100000));
        QVERIFY(events_there().starts_with(before)); // nothing is lost
        QCOMPARE(read_embedding(file("again") / "map.h5")->iteration, std::int64_t(100000));
        const auto status = run_status(file("again"));
        QCOMPARE(status->state, RunState::completed);
        QVERIFY(nlohmann::json::parse(status->finished->summary) == summary);
        RunHistory history;
        EventReader reader(file("again") / "events.jsonl");
        for (const TimedEvent& event : reader.read_new().value_or(std::vector<TimedEvent>{}))
            history.add(event);
        QCOMPARE(history.overview().started.resumed_from_step, left->iteration);
    }

    void the_map_may_lie_in_the_run_that_makes_it() {
        QProcess process;
        process.start(KINELENS_CLI, words({"--perplexity", "5", "--iterations", "20", "--output",
                                           path("made/map.h5"), "--run", path("made")}));
        QCOMPARE(finish(process), 0);
        QVERIFY(read_embedding(file("made") / "map.h5").has_value());
    }

    void what_cannot_be_is_said_and_leaves_nothing() {
        for (const QStringList& wrong :
             {QStringList{"--perplexity", "20"}, QStringList{"--perplexity", "5", "--start", "map"},
              QStringList{"--array", "/none"}, QStringList{"--domain", "frames"},
              QStringList{"--start-from", path("f.h5")}}) {
            QProcess process;
            process.start(KINELENS_CLI, words(QStringList{"--output", path("x.h5")} + wrong));
            QCOMPARE(finish(process), 2);
            const QByteArray said = process.readAllStandardError();
            QVERIFY2(said.startsWith("kinelens-cli: ") && said.count('\n') == 1, said.constData());
            QVERIFY(!std::filesystem::exists(file("x.h5")));
        }
    }
};

KINELENS_TEST(EmbedVerbTest, event_loop);

} // namespace embed_verb_test
#include "embed_verb_test.moc"
