#include "core/experiment/event_reader.h"
#include "core/experiment/events.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <fstream>

namespace event_codec_test {

using namespace kinelens;

class EventCodecTest : public QObject {
    Q_OBJECT
private slots:
    void everyKindSurvivesTheRoundTrip();
    void unknownKindsAndTheHeaderAreSkipped();
    void tornLineIsAnError();
    void notANumberBecomesNull();
    void readerWaitsForTheWholeLine();
};

void EventCodecTest::everyKindSurvivesTheRoundTrip() {
    const Error error{ErrorCode::format_invalid, "a.csv", "letters", {12, 3, 7}};
    const std::vector<Event> events{
        RunStarted{"pretrain", "cpu", "host", 42, "0.1.0", 60, 9, 353, 18},
        MetricsLogged{7, 0.5, 1.25, {{"loss_total", 3.5}, {"learning_rate", 5e-4}}},
        EpochFinished{2, 18, {{"loss_total", 3.25}}},
        ProbeMeasured{2, 18, 4.5, {{"probe_linear", 0.75}, {"probe_nearest", 0.5}}},
        CheckpointWritten{"checkpoints/epoch-0002.pt", 18, 2, true},
        ProgressMade{3, 72, "files"},
        WarningRaised{error},
        RunPaused{5},
        RunResumed{5},
        ArtifactReady{"dataset", "d.h5", "/frames"},
        RunFinished{Outcome::failed, error, R"({"steps":18})"}};
    QCOMPARE(events.size(), std::variant_size_v<Event>);
    for (const Event& event : events) {
        const auto back = event_from_line(event_to_line({12.5, event}));
        QVERIFY(back && *back);
        QVERIFY2((*back)->event == event, event_to_line({12.5, event}).c_str());
        QCOMPARE((*back)->time, 12.5);
    }
}

void EventCodecTest::unknownKindsAndTheHeaderAreSkipped() {
    for (const std::string& line :
         {events_header_line(), std::string(R"({"kind":"from_the_future","time":1})")}) {
        const auto event = event_from_line(line);
        QVERIFY(event.has_value());
        QVERIFY(!event->has_value());
    }
}

void EventCodecTest::tornLineIsAnError() {
    const auto event = event_from_line(R"({"kind":"metrics","ti)");
    QVERIFY(!event);
    QCOMPARE(event.error().code, ErrorCode::format_invalid);
}

void EventCodecTest::notANumberBecomesNull() {
    const std::string line = event_to_line({1, MetricsLogged{1, 0, 0, {{"loss_total", std::nan("")}}}});
    QVERIFY(line.find("null") != std::string::npos);
    const auto back = event_from_line(line);
    QVERIFY(std::isnan(std::get<MetricsLogged>((*back)->event).metrics[0].value));
}

void EventCodecTest::readerWaitsForTheWholeLine() {
    QTemporaryDir folder;
    const Path file = folder.filePath("events.jsonl").toStdString();
    EventReader reader(file);
    QVERIFY(reader.read_new()->empty());
    const std::string line = event_to_line({1, RunPaused{3}});
    std::ofstream(file) << events_header_line() << '\n' << line.substr(0, 9);
    QVERIFY(reader.read_new()->empty());
    std::ofstream(file, std::ios::app) << line.substr(9) << '\n' << "garbage\n" << line << '\n';
    QCOMPARE(reader.read_new()->size(), std::size_t(2));
    QVERIFY(reader.at_end());
}

KINELENS_TEST(EventCodecTest, nothing);

} // namespace event_codec_test
#include "event_codec_test.moc"
