#include "core/dataset/dataset_writer.h"
#include "core/results/detection_summary.h"
#include "core/segmentation/segmentation.h"
#include "tests/support/golden_detection.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>

namespace detection_results_test {

using namespace kinelens;
using namespace kinelens::test;
using namespace kinelens::testing;

namespace {

ScoreMap some_scores(std::int64_t frames, int classes, int seed) {
    ScoreMap scores{frames, classes, {}};
    for (std::int64_t i = 0; i < frames * classes; ++i)
        scores.values.push_back(static_cast<float>((i * 37 + seed) % 101) / 101.0f);
    return scores;
}

std::vector<Path> files_in(const Path& folder) {
    std::vector<Path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

ScoreShardSettings settings(std::vector<Path>* announced = nullptr, std::int64_t bytes = 64 << 20) {
    ScoreShardSettings wanted;
    wanted.class_names = {"a", "b"};
    wanted.stamp["data_hash"] = "xxh3-128:0";
    wanted.shard_bytes = bytes;
    if (announced) wanted.announce = [announced](const Path& shard) { announced->push_back(shard); };
    return wanted;
}

Result<void> write(ScoreShardWriter& writer, const std::string& name, const ScoreMap& scores) {
    KINELENS_CHECK(writer.begin(name));
    for (std::int64_t frame = 0; frame < scores.frames; frame += 7) // in parts
        KINELENS_CHECK(writer.append(scores.values.data() + frame * scores.classes,
                                     std::min<std::int64_t>(7, scores.frames - frame)));
    return writer.end();
}

} // namespace

class DetectionResultsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void shardsReadBack();
    void shardsAreWholeWhenAnnounced();
    void shardsAreClosedInTime();
    void unfinishedShardsGo();
    void unfinishedSequencesGo();
    void shardsGoOn();
    void shardsAreNotMixed();
    void damagedShards();
    void predictionsReadBack();
    void predictionsOfOthers();
    void malformedPredictions_data();
    void malformedPredictions();
    void overlaps();
    void goldenFromShards();
    void classesAreJoinedByName();
    void truthMayHaveFewerClasses();
    void sequencesMayHaveTheirOwnLengths();
    void whatDoesNotFit();

private:
    Path path(const char* name) const { return folder_->filePath(name).toStdString(); }
    // One sequence of 100 frames, classes "b" and "a" (in this order), truth: b [10, 30), a [50, 80).
    void write_dataset(const Path& file) const {
        DatasetInfo info;
        info.layout = anonymous_layout(3);
        info.class_names = {"b", "a"};
        auto writer = DatasetWriter::create(file, info);
        SequenceInfo sequence;
        sequence.name = "one";
        Motion motion(100, 1, 3);
        motion.positions.assign(motion.positions.size(), 1);
        QVERIFY(writer->append(sequence, motion, {{0, 0, 10, 30}, {0, 1, 50, 80}}).has_value());
        QVERIFY(writer->finish().has_value());
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void DetectionResultsTest::shardsReadBack() {
    const std::vector<std::string> names{"0002-L#1", "a/b", "names", ".", "空"};
    auto writer = ScoreShardWriter::create(path("s"), settings(nullptr, 300));
    for (std::size_t i = 0; i < names.size(); ++i)
        QVERIFY(write(*writer, names[i], some_scores(10 + 10 * static_cast<int>(i), 3, static_cast<int>(i)))
                    .has_value());
    QVERIFY(writer->begin(names[0]).error().code == ErrorCode::name_repeated);
    QVERIFY(writer->finish().has_value());
    const auto reader = ScoreShardReader::open(path("s"));
    QVERIFY2(reader.has_value(), reader ? "" : describe(reader.error()).c_str());
    QCOMPARE(reader->names(), names);
    QCOMPARE(reader->class_names(), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(reader->stamp().text("data_hash"), std::string("xxh3-128:0"));
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(reader->read(i)->values,
                 some_scores(10 + 10 * static_cast<int>(i), 3, static_cast<int>(i)).values);
    QVERIFY(files_in(path("s")).size() > 2);
    QVERIFY(!reader->read(99));
}

void DetectionResultsTest::shardsAreWholeWhenAnnounced() {
    std::vector<Path> announced;
    auto writer = ScoreShardWriter::create(path("s"), settings(&announced, 400));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(write(*writer, "s" + std::to_string(i), some_scores(20, 3, i)).has_value());
        const auto there = announced.size();
        if (there == 0) continue;
        QCOMPARE(ScoreShardReader::open(path("s"))->names().size(), there * 2);
    }
    QCOMPARE(announced.size(), std::size_t(2));
    QVERIFY(writer->finish().has_value());
    QCOMPARE(announced.size(), std::size_t(3));
    QCOMPARE(announced[0].filename().string(), std::string("scores-00000.h5"));
    QCOMPARE(files_in(path("s")), announced);
}

void DetectionResultsTest::unfinishedShardsGo() {
    {
        auto writer = ScoreShardWriter::create(path("s"), settings());
        QVERIFY(write(*writer, "one", some_scores(20, 3, 0)).has_value());
    }
    QVERIFY(files_in(path("s")).empty());
}

// What ended is kept, what was begun is not there, and the name is free again.
void DetectionResultsTest::unfinishedSequencesGo() {
    std::vector<Path> announced;
    auto writer = ScoreShardWriter::create(path("s"), settings(&announced));
    QVERIFY(write(*writer, "one", some_scores(20, 3, 0)).has_value());
    const ScoreMap half = some_scores(500, 3, 1);
    QVERIFY(writer->begin("two") && writer->append(half.values.data(), 200));
    writer->abandon();
    writer->abandon(); // nothing more
    QVERIFY(writer->finish().has_value());
    QCOMPARE(announced.size(), std::size_t(1));
    const auto reader = ScoreShardReader::open(path("s"));
    QCOMPARE(reader->names(), (std::vector<std::string>{"one"}));
    QCOMPARE(reader->read(0)->values, some_scores(20, 3, 0).values);
    auto alone = ScoreShardWriter::create(path("t"), settings());
    QVERIFY(alone->begin("one") && alone->append(half.values.data(), 200));
    alone->abandon();
    QVERIFY(write(*alone, "one", half).has_value() && alone->finish().has_value());
    QCOMPARE(ScoreShardReader::open(path("t"))->read(0)->values, half.values);
}

void DetectionResultsTest::shardsAreClosedInTime() {
    std::vector<Path> announced;
    auto wanted = settings(&announced);
    wanted.shard_seconds = 0;
    auto writer = ScoreShardWriter::create(path("s"), wanted);
    QVERIFY(write(*writer, "one", some_scores(20, 3, 0)).has_value());
    QCOMPARE(announced.size(), std::size_t(1));
    QVERIFY(ScoreShardSettings{}.shard_bytes <= 4 << 20 && ScoreShardSettings{}.shard_seconds <= 30);
}

void DetectionResultsTest::shardsGoOn() {
    auto first = ScoreShardWriter::create(path("s"), settings());
    QVERIFY(write(*first, "one", some_scores(20, 3, 0)).has_value() && first->finish().has_value());
    std::vector<Path> announced;
    auto second = ScoreShardWriter::go_on(path("s"), settings(&announced));
    QVERIFY(write(*second, "two", some_scores(30, 3, 1)).has_value() && second->finish().has_value());
    QCOMPARE(announced.front().filename().string(), std::string("scores-00001.h5"));
    const auto reader = ScoreShardReader::open(path("s"));
    QCOMPARE(reader->names(), (std::vector<std::string>{"one", "two"}));
    const auto part = reader->read(1, 25, 10);
    const ScoreMap all = some_scores(30, 3, 1);
    QCOMPARE(part->frames, std::int64_t(5));
    QCOMPARE(part->values, std::vector<float>(all.values.begin() + 75, all.values.end()));
    QCOMPARE(reader->read(1, 30, 10)->frames, std::int64_t(0));
}

void DetectionResultsTest::shardsAreNotMixed() {
    auto writer = ScoreShardWriter::create(path("s"), settings());
    QVERIFY(write(*writer, "one", some_scores(20, 3, 0)).has_value() && writer->finish().has_value());
    QCOMPARE(ScoreShardWriter::create(path("s"), settings()).error().code, ErrorCode::already_exists);
    auto others = settings();
    others.class_names = {"a", "c"};
    auto second = ScoreShardWriter::create(path("t"), others);
    QVERIFY(write(*second, "two", some_scores(20, 3, 0)).has_value() && second->finish().has_value());
    std::filesystem::rename(path("t") / "scores-00000.h5", path("s") / "scores-00001.h5");
    QCOMPARE(ScoreShardReader::open(path("s")).error().code, ErrorCode::shape_mismatch);
    QVERIFY(write_file_atomically(path("file"), "x").has_value());
    QCOMPARE(ScoreShardWriter::create(path("file"), settings()).error().code, ErrorCode::invalid_argument);
}

void DetectionResultsTest::damagedShards() {
    QCOMPARE(ScoreShardReader::open(path("none")).error().code, ErrorCode::file_not_found);
    std::filesystem::create_directories(path("s"));
    const Path shard = path("s") / "scores-00000.h5";
    QVERIFY(write_file_atomically(shard, "no HDF5").has_value());
    QCOMPARE(ScoreShardReader::open(path("s")).error().subject, shard.string());
    std::filesystem::remove(shard);
    QVERIFY(write_small_dataset(shard, 2).has_value());
    QCOMPARE(ScoreShardReader::open(path("s")).error().code, ErrorCode::format_unknown);
    std::filesystem::remove(shard);
    auto writer = ScoreShardWriter::create(path("s"), settings());
    QVERIFY(write(*writer, "one", some_scores(9000, 3, 0)).has_value() && writer->finish().has_value());
    const auto size = std::filesystem::file_size(shard);
    for (const auto part : {size / 4, size / 2, size - 1}) {
        std::filesystem::resize_file(shard, part);
        const auto reader = ScoreShardReader::open(path("s"));
        QVERIFY(!reader || !reader->read(0) || part == size - 1);
    }
}

void DetectionResultsTest::predictionsReadBack() {
    Predictions predictions;
    predictions.class_names = {"drink \"water\"", "ü, 1", "unused"};
    predictions.stamp["checkpoint"] = "c.pt";
    predictions.segmentation.enter_threshold = 0.25;
    predictions.sequences = {
        {"one", 100, {{0, 1, 3, 9, 0.1f, "prediction"}, {0, 0, 0, 100, 1, "prediction"}}},
        {"nothing in it", 40, {}, "1:12"}};
    QVERIFY(write_predictions(path("predictions.json"), predictions).has_value());
    const auto read = read_predictions(path("predictions.json"));
    QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
    QCOMPARE(read->class_names, predictions.class_names);
    QCOMPARE(read->sequences, predictions.sequences);
    QCOMPARE(read->stamp, predictions.stamp);
    QCOMPARE(read->segmentation.enter_threshold, 0.25);
    QVERIFY(write_predictions(path("empty.json"), {}).has_value());
    QVERIFY(read_predictions(path("empty.json"))->sequences.empty());
}

void DetectionResultsTest::predictionsOfOthers() {
    QVERIFY(write_file_atomically(path("p.json"), R"({"sequences": [{"name": "one", "intervals":
        [{"class": "a", "start": 1, "end": 4}, {"class": 0, "start": 5, "end": 6, "confidence": 0.5}]}]})")
                .has_value());
    const auto read = read_predictions(path("p.json"));
    QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
    QCOMPARE(read->sequences[0].intervals.size(), std::size_t(2));
    QCOMPARE(read->sequences[0].intervals[1].label, 0);
}

void DetectionResultsTest::malformedPredictions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto with = [](const char* interval) {
        return QString(R"({"classes": ["a"], "sequences": [{"name": "one", "intervals": [%1]}]})")
            .arg(interval);
    };
    QTest::newRow("no JSON") << "{"
                             << "format_invalid";
    QTest::newRow("no list") << "{}"
                             << "format_invalid";
    QTest::newRow("another format") << R"({"format": "x", "sequences": []})"
                                    << "format_unknown";
    QTest::newRow("newer") << R"({"version": 2, "sequences": []})"
                           << "version_unsupported";
    QTest::newRow("no name") << R"({"sequences": [{"intervals": []}]})"
                             << "format_invalid";
    QTest::newRow("class missing") << with(R"({"start": 1, "end": 2})") << "format_invalid";
    QTest::newRow("class unknown") << with(R"({"class": 1, "start": 1, "end": 2})") << "format_invalid";
    QTest::newRow("backwards") << with(R"({"class": 0, "start": 5, "end": 2})") << "format_invalid";
    QTest::newRow("empty") << with(R"({"class": 0, "start": 5, "end": 5})") << "format_invalid";
    QTest::newRow("before the first") << with(R"({"class": 0, "start": -5, "end": 5})") << "format_invalid";
    QTest::newRow("letters") << with(R"({"class": 0, "start": "a", "end": 5})") << "format_invalid";
    QTest::newRow("lengths")
        << R"({"sequences": [{"name": "one", "class_lengths": "long", "intervals": []}]})"
        << "format_invalid";
    QTest::newRow("infinite") << with(R"({"class": 0, "start": 1, "end": 5, "confidence": 1e99})")
                              << "value_not_finite";
}

void DetectionResultsTest::malformedPredictions() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QVERIFY(write_file_atomically(path("p.json"), text.toStdString()).has_value());
    const auto read = read_predictions(path("p.json"));
    QVERIFY(!read);
    QCOMPARE(QString::fromUtf8(error_code_name(read.error().code).data()), code);
    QCOMPARE(read.error().subject, path("p.json").string());
}

void DetectionResultsTest::overlaps() {
    QCOMPARE(*parse_overlaps("0.1,0.3,1"), (std::vector<double>{0.1, 0.3, 1}));
    for (const char* text : {"", "0", "1.1", "-0.5", "a", "0.5,,0.7", "nan"})
        QVERIFY2(!parse_overlaps(text), text);
}

// The whole way of the published detector: scores in shards, its threshold, PKU-MMD's figures.
void DetectionResultsTest::goldenFromShards() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    DatasetInfo info;
    info.layout = anonymous_layout(3);
    for (int label = 1; label <= 51; ++label) info.class_names.push_back("class " + std::to_string(label));
    auto wanted = settings(nullptr, 300'000);
    wanted.class_names = info.class_names;
    auto data = DatasetWriter::create(path("d.h5"), info);
    auto shards = ScoreShardWriter::create(path("s"), wanted);
    for (int video = 0; video < 8; ++video) {
        const ScoreMap scores = golden_scores(video);
        SequenceInfo sequence;
        sequence.name = golden_videos[static_cast<std::size_t>(video)];
        Motion motion(scores.frames, 1, 3);
        motion.positions.assign(motion.positions.size(), 1);
        QVERIFY(data->append(sequence, motion, golden_intervals("gt", video)).has_value());
        QVERIFY(write(*shards, sequence.name, scores).has_value());
    }
    QVERIFY(data->finish().has_value() && shards->finish().has_value());
    std::map<std::string, std::vector<int>> labels;
    const auto predictions = segment_shards(*ScoreShardReader::open(path("s")), {}, &labels, {});
    const auto score =
        score_predictions(*predictions, *DatasetReader::open(path("d.h5")), {0.1, 0.5}, labels);
    QVERIFY2(score.has_value(), score ? "" : describe(score.error()).c_str());
    QVERIFY(std::abs(score->figures[1].released_map_a - 0.069617180205) < 1e-12);
    QVERIFY(std::abs(score->figures[1].pku_map_a - 0.069617180205 * 51 / 7) < 1e-11); // seven classes occur
    QVERIFY(std::abs(score->figures[1].pku_map_v - 0.539335317460) < 1e-12);
    QVERIFY(std::abs(score->figures[0].f1 - 0.034195933457) < 1e-12);
    QVERIFY(score->frames_from_scores && score->frame_accuracy > 0.5 && score->frame_accuracy < 1);
    DetectionSummary summary;
    summary.tested.pooled = *score;
    const std::string text = summary_to_json(summary);
    const auto json = nlohmann::json::parse(text);
    QCOMPARE(json["mAP_a"]["pku"]["0.5"].get<double>(), score->figures[1].pku_map_a);
    QCOMPARE(json["mAP_a"]["released"]["0.5"].get<double>(), score->figures[1].released_map_a);
    QCOMPARE(json["classes"].get<int>(), 51);
    QCOMPARE(json["classes_averaged"].size(), std::size_t(7));
    QCOMPARE(json["per_class"]["0.5"].size(), std::size_t(7));
    const auto read = detection_summary_from_json(text, "summary");
    QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
    QCOMPARE(summary_to_json(*read), text);
    QVERIFY(write_predictions(path("predictions.json"), *predictions).has_value());
    const auto again = score_predictions(*read_predictions(path("predictions.json")),
                                         *DatasetReader::open(path("d.h5")), {0.5});
    QCOMPARE(again->figures[0].pku_map_a, score->figures[1].pku_map_a);
    QVERIFY(!again->frames_from_scores);
}

void DetectionResultsTest::classesAreJoinedByName() {
    write_dataset(path("d.h5"));
    Predictions predictions;
    predictions.class_names = {"a", "b"};
    predictions.sequences = {{"one", 100, {{0, 1, 10, 30, 0.9f}, {0, 0, 50, 80, 0.8f}}}};
    const auto dataset = DatasetReader::open(path("d.h5"));
    const auto score = score_predictions(predictions, *dataset, {0.5});
    QCOMPARE(score->figures[0].pku_map_a, 1.0);
    QCOMPARE(score->frame_accuracy, 1.0);
    QCOMPARE(score->errors[0].at(DetectionVerdict::correct), std::int64_t(2));
    std::vector<int> labels(90, -1); // ten frames short: they count as background
    for (std::size_t frame = 10; frame < 30; ++frame) labels[frame] = 1;
    const auto from_scores = score_predictions(predictions, *dataset, {0.5}, {{"one", labels}});
    QCOMPARE(from_scores->frame_accuracy, 0.7);
}

// Predicted classes without truth: false positives, and part of no mean over classes but the released
// script's.
void DetectionResultsTest::truthMayHaveFewerClasses() {
    write_dataset(path("d.h5"));
    Predictions predictions;
    predictions.class_names = {"c", "a", "b", "d"};
    predictions.sequences = {
        {"one", 100, {{0, 2, 10, 30, 0.9f}, {0, 1, 50, 80, 0.8f}, {0, 0, 85, 95, 0.95f}}}};
    const auto score = score_predictions(predictions, *DatasetReader::open(path("d.h5")), {0.5});
    QVERIFY2(score.has_value(), score ? "" : describe(score.error()).c_str());
    QCOMPARE(score->class_names, (std::vector<std::string>{"b", "a", "c", "d"}));
    QCOMPARE(score->figures[0].released_map_a, 0.5);
    QCOMPARE(score->figures[0].pku_map_a, 1.0);
    QCOMPARE(score->figures[0].voc_map_a, 1.0);
    QCOMPARE(score->averaged_classes, (std::vector<std::string>{"b", "a"}));
    QCOMPARE(score->figures[0].precision, 2.0 / 3);
    QCOMPARE(score->frame_accuracy, 0.9);
    DetectionSummary summary;
    summary.tested.pooled = *score;
    QVERIFY(!summary_to_json(summary).empty());
}

void DetectionResultsTest::sequencesMayHaveTheirOwnLengths() {
    auto writer = ScoreShardWriter::create(path("s"), settings());
    ScoreMap scores{40, 3, std::vector<float>(120, 0.1f)};
    for (std::size_t frame = 10; frame < 16; ++frame) scores.values[frame * 3 + 1] = 0.9f;
    QVERIFY(write(*writer, "one", scores).has_value() && write(*writer, "two", scores).has_value());
    QVERIFY(writer->finish().has_value());
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    const auto shards = ScoreShardReader::open(path("s"));
    const auto found = segment_shards(*shards, options, nullptr, {}, {{"two", "1:7"}});
    QCOMPARE(found->sequences[0].intervals.size(), std::size_t(1));
    QCOMPARE(found->sequences[1].intervals.size(), std::size_t(0));
}

void DetectionResultsTest::whatDoesNotFit() {
    write_dataset(path("d.h5"));
    const auto dataset = DatasetReader::open(path("d.h5"));
    Predictions predictions;
    predictions.class_names = {"a"};
    predictions.sequences = {{"two", 100, {}}};
    QCOMPARE(score_predictions(predictions, *dataset, {0.5}).error().subject, std::string("sequence two"));
    predictions.sequences[0].name = "one";
    const auto nothing = score_predictions(predictions, *dataset, {0.5});
    QCOMPARE(nothing->figures[0].pku_map_a, 0.0);
    QCOMPARE(nothing->errors[0].at(DetectionVerdict::missed), std::int64_t(2));
    predictions.class_names = {"c"};
    QCOMPARE(score_predictions(predictions, *dataset, {0.5}).error().subject, std::string("class c"));
    predictions = {};
    QCOMPARE(score_predictions(predictions, *dataset, {0.5}).error().code, ErrorCode::dataset_empty);
}

KINELENS_TEST(DetectionResultsTest, nothing);

} // namespace detection_results_test
#include "detection_results_test.moc"
