#include "core/foundation/files.h"
#include "core/preparation/protocol.h"

#include "core/foundation/resources.h"
#include "core/options/option_json.h"
#include "tests/support/test_program.h"

#include <algorithm>

namespace protocol_test {

using namespace kinelens;

namespace {
std::vector<SequenceInfo> example() {
    std::vector<SequenceInfo> sequences;
    for (int subject = 1; subject <= 12; ++subject)
        for (int camera = 1; camera <= 3; ++camera)
            sequences.push_back({.name = "P" + std::to_string(subject) + "C" + std::to_string(camera),
                                 .length = 10,
                                 .subject = subject,
                                 .camera = camera,
                                 .setup = subject % 4 + 1});
    return sequences;
}
} // namespace

class ProtocolTest : public QObject {
    Q_OBJECT
private slots:
    void sizes_data();
    void sizes();
    void foldsAreDisjointAndComplete();
    void orderChangesNothing();
    void wrongProtocols_data();
    void wrongProtocols();
    void listFile();
    void foldsByName();
    void presetsTellTheirs();
};

void ProtocolTest::sizes_data() {
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<int>("train");
    QTest::newRow("all") << "" << 36;
    QTest::newRow("ntu60-xsub") << "ntu60-xsub" << 18; // subjects 1 2 4 5 8 9
    QTest::newRow("ntu120-xsub") << "ntu120-xsub" << 18;
    QTest::newRow("ntu60-xview") << "ntu60-xview" << 24; // cameras 2 3
    QTest::newRow("ntu120-xset") << "ntu120-xset" << 18; // even setups
    QTest::newRow("subjects") << "subjects:1,3" << 6;
    QTest::newRow("cameras") << "cameras:1" << 12;
    QTest::newRow("fold") << "folds:subject/4#1" << 27;
    QTest::newRow("leave subject") << "leave-subject-out#3" << 33;
    QTest::newRow("leave camera") << "leave-camera-out#3" << 24;
    QTest::newRow("random") << "random:0.75" << 27;
}

void ProtocolTest::sizes() {
    QFETCH(QString, protocol);
    QFETCH(int, train);
    const auto split = split_sequences(example(), protocol.toStdString(), 0);
    QVERIFY(split.has_value());
    QCOMPARE(static_cast<int>(split->train.size()), train);
    QCOMPARE(split->train.size() + split->test.size(), std::size_t(36));
}

void ProtocolTest::foldsAreDisjointAndComplete() {
    const auto sequences = example();
    std::vector<int> held_out(sequences.size());
    for (int fold = 0; fold < 4; ++fold) {
        const auto split = split_sequences(sequences, "folds:subject/4#" + std::to_string(fold), 0);
        for (const std::size_t index : split->test) ++held_out[index];
        for (const std::size_t test : split->test)
            for (const std::size_t train : split->train)
                QVERIFY(sequences[test].subject != sequences[train].subject);
    }
    QVERIFY(std::all_of(held_out.begin(), held_out.end(), [](int times) { return times == 1; }));
}

void ProtocolTest::orderChangesNothing() {
    auto sequences = example();
    const auto before = split_sequences(sequences, "random:0.5", 7);
    std::reverse(sequences.begin(), sequences.end());
    QCOMPARE(split_sequences(sequences, "random:0.5", 7)->hash, before->hash);
    QVERIFY(split_sequences(sequences, "random:0.5", 8)->hash != before->hash);
}

void ProtocolTest::wrongProtocols_data() {
    QTest::addColumn<QString>("protocol");
    for (const char* protocol :
         {"ntu61-xsub", "subjects:", "subjects:a", "random:1.5", "random:", "folds:subject/4",
          "folds:subject/4#4", "folds:length/4#0", "leave-subject-out#x"})
        QTest::newRow(protocol) << protocol;
}

void ProtocolTest::wrongProtocols() {
    QFETCH(QString, protocol);
    const auto split = split_sequences(example(), protocol.toStdString(), 0);
    QVERIFY(!split);
    QCOMPARE(split.error().code, ErrorCode::invalid_argument);
    QCOMPARE(split.error().subject, protocol.toStdString());
}

void ProtocolTest::listFile() {
    QTemporaryDir folder;
    const Path file = folder.filePath("train.txt").toStdString();
    QVERIFY(write_file_atomically(file, "P1C1\r\nP2C3 \n\nP99C1\n").has_value());
    QCOMPARE(split_sequences(example(), "file:" + file.string(), 0)->train.size(), std::size_t(2));
    QCOMPARE(split_sequences(example(), "file:/none", 0).error().code, ErrorCode::file_not_found);
    QCOMPARE(split_sequences(example(), "subjects:99", 0).error().code, ErrorCode::dataset_empty);
}

void ProtocolTest::foldsByName() {
    const auto names = [](const char* protocol) {
        return single_protocols(example(), protocol).value_or(std::vector<std::string>{});
    };
    QCOMPARE(names("folds:subject/2"), (std::vector<std::string>{"folds:subject/2#0", "folds:subject/2#1"}));
    QCOMPARE(names("folds:subject/2#1"), std::vector<std::string>{"folds:subject/2#1"});
    QCOMPARE(names("leave-camera-out"),
             (std::vector<std::string>{"leave-camera-out#1", "leave-camera-out#2", "leave-camera-out#3"}));
    QCOMPARE(names("leave-subject-out").size(), std::size_t(12));
    QCOMPARE(names("random:0.8"), std::vector<std::string>{"random:0.8"});
    for (const char* wrong : {"folds:subject", "folds:subject/", "folds:subject/1", "folds:subject/two"})
        QCOMPARE(single_protocols(example(), wrong).error().code, ErrorCode::invalid_argument);
    QCOMPARE(names("folds:subject/12").size(), std::size_t(12));
    for (const auto& many : {single_protocols(example(), "folds:subject/13").error(),
                             split_sequences(example(), "folds:subject/13#12", 0).error()})
        QVERIFY2(many.detail.ends_with("the sequences are of 12 subjects"), many.detail.c_str());
    auto strangers = example();
    for (SequenceInfo& sequence : strangers) sequence.subject = -1;
    const auto unknown = single_protocols(strangers, "folds:subject/4").error();
    QVERIFY2(unknown.detail.ends_with("the sequences tell no subject"), unknown.detail.c_str());
}

void ProtocolTest::presetsTellTheirs() {
    QCOMPARE(preset_protocol("probe", "ntu60-xview"), std::string("ntu60-xview"));
    QCOMPARE(preset_protocol("probe", "pku2"), std::string("pku-xsub"));
    QCOMPARE(preset_protocol("probe", "published"), std::string());
    QCOMPARE(preset_protocol("probe", "nobody's"), std::string());
    for (const std::string& preset : resource_names("presets/probe")) {
        const auto split = split_sequences(example(), preset_protocol("probe", preset), 0);
        QVERIFY2(split || split.error().code == ErrorCode::dataset_empty, preset.c_str()); // none is unknown
    }
}

KINELENS_TEST(ProtocolTest, nothing);

} // namespace protocol_test
#include "protocol_test.moc"
