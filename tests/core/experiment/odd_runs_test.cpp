// Run folders whose files hold something else than a run's: each is told as what it is, and none ends a
// program.
#include "core/experiment/checkpoint_info.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/experiment.h"
#include "core/experiment/heartbeat.h"
#include "core/experiment/run_history.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace odd_runs_test {

using namespace kinelens;

namespace {

const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');

void write(const Path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

} // namespace

class OddRunsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void experiments_data();
    void experiments();
    void pulses_data();
    void pulses();
    void sidecars();
    void events();
    void oneLongLine();

private:
    Path path(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void OddRunsTest::experiments_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("format is a number") << QByteArray(R"({"format": 5})");
    const std::string head = R"({"format": "kinelens-experiment", )";
    for (const char* field : {R"("version": "x"})", R"("verb": 5})", R"("inputs": {"data": 5}})",
                              R"("command_line": []})", R"("options": 1e999})"})
        QTest::newRow(field) << QByteArray::fromStdString(head + field);
    QTest::newRow("deep options") << QByteArray::fromStdString(head + "\"options\": " + deep + "}");
    QTest::newRow("no object") << QByteArray("[1, 2]");
    QTest::newRow("no JSON") << QByteArray("\xff\xfe{");
}

void OddRunsTest::experiments() {
    QFETCH(QByteArray, text);
    const auto read = experiment_from_json(text.toStdString(), "run/experiment.json");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::format_invalid);
    QCOMPARE(read.error().subject, std::string("run/experiment.json"));
    QVERIFY2(!read.error().detail.starts_with("[json"), read.error().detail.c_str());
}

void OddRunsTest::pulses_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {R"({"time": "x"})", R"({"host": 5})", R"({"process_id": "x"})",
                             R"({"time": 1e999})", R"([1])", "5", "", "{\"time\""})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("deep") << QByteArray::fromStdString("{\"time\": " + deep + "}");
}

void OddRunsTest::pulses() {
    QFETCH(QByteArray, text);
    write(path("heartbeat"), text.toStdString());
    QVERIFY(!read_process_record(path("heartbeat")));
    QVERIFY(life_by_heartbeat(read_process_record(path("heartbeat"))) != ProcessLife::alive);
}

// One odd sidecar leaves the others as they are.
void OddRunsTest::sidecars() {
    CheckpointInfo good;
    good.file = "good.pt";
    good.layout = anonymous_layout(3);
    write(path("good.json"), checkpoint_info_to_json(good));
    for (const char* name : {"good", "deep", "large", "kinds"})
        write(path((std::string(name) + ".pt").c_str()), "x");
    const std::string whole = checkpoint_info_to_json(good);
    const auto with_options = [&](const std::string& options) {
        std::string text = whole;
        const std::string before = "\"options\": {}";
        text.replace(text.find(before), before.size(), "\"options\": " + options);
        return text;
    };
    QVERIFY(checkpoint_info_from_json(with_options("{\"a\": [1]}"), "c.json").has_value());
    write(path("deep.json"), with_options(deep));
    write(path("large.json"), with_options("{\"a\": 1e999}"));
    write(path("kinds.json"), R"({"file": 5, "verb": {}, "step": "x"})");
    const auto list = list_checkpoints(folder_->path().toStdString());
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list.front().file, std::string("good.pt"));
}

// Lines that cannot be read are skipped, as those of unknown kinds are.
void OddRunsTest::events() {
    write(path("events.jsonl"),
          events_header_line() + "\n" + event_to_line({1, RunStarted{}}) + "\n" +
              R"({"kind": "finished", "outcome": "completed", "summary": )" + deep + "}\n" +
              R"({"kind": "metrics", "step": "x", "metrics": 5})" + "\n" + R"({"kind": 5})" + "\n" +
              R"({"kind": "progress", "done": 1e999})" + "\n" +
              R"({"kind": "finished", "outcome": "completed", "summary": {"top1": 0.5}})" + "\n");
    EventReader reader(path("events.jsonl"));
    const auto events = reader.read_new();
    QVERIFY(events.has_value());
    QCOMPARE(events->size(), std::size_t(2));
    RunOverview overview;
    for (const TimedEvent& event : *events) overview.add(event);
    QCOMPARE(overview.result("top1"), std::optional(0.5));
    // A summary as no job of ours makes it, however it came into the event.
    RunFinished odd;
    odd.summary = "{\"a\": " + deep + "}";
    QVERIFY(!event_to_line({1, odd}).empty());
    overview.add({2, odd});
    QVERIFY(overview.results.empty());
}

// A line in many pieces is one line, and what comes behind it is found.
void OddRunsTest::oneLongLine() {
    write(path("events.jsonl"), std::string(100'000, 'x') + "\n" + event_to_line({1, RunPaused{7}}) + "\n");
    EventReader reader(path("events.jsonl"));
    std::vector<TimedEvent> all;
    do {
        const auto events = reader.read_new(999);
        QVERIFY(events.has_value());
        all.insert(all.end(), events->begin(), events->end());
    } while (!reader.at_end());
    QCOMPARE(all.size(), std::size_t(1));
    QCOMPARE(std::get<RunPaused>(all.front().event).step, std::int64_t(7));
}

KINELENS_TEST(OddRunsTest, nothing);

} // namespace odd_runs_test
#include "odd_runs_test.moc"
