// import --format pku, export and detect-score as a person chains them: what was exported comes in again, and
// predictions are scored beside the dataset they belong to.
#include "core/dataset/dataset_reader.h"
#include "core/options/option_json.h"
#include "core/results/predictions.h"
#include "core/results/score_shards.h"
#include "tests/support/command_line.h"
#include "tests/support/pku_tree.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

namespace detection_verbs_test {

using namespace kinelens;
using namespace kinelens::testing;

class DetectionVerbsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void exportedLabelsComeInAgain();
    void controlCharactersAreShown();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void perfectPredictions();
    void scoresAlone();
    void optionsOfTheRunStay();
    void predictionsOfOtherData();
    void labelsBesideTheDataset();
    void wrongInput_data();
    void wrongInput();

private:
    QString path(const char* name) const { return folder_.filePath(name); }
    void write_predictions_of_truth(const char* name);
    QTemporaryDir folder_;
};

void DetectionVerbsTest::initTestCase() {
    const PkuTree pku(path("pku").toStdString());
    pku.skeleton("0002-L.txt", pku_rows(60));
    pku.label("0002-L.txt", "3,1,20,2\n5,15,60,1\n");
    pku.skeleton("0300-M.txt", pku_rows(50, 1));
    pku.label("0300-M.txt", "3,11,30,1\n9,40,30,1\n");
    const Answer answer = run({"import", path("pku"), "--output", path("d.h5"), "--json", "--quiet"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.summary()["intervals"].get<int>(), 3);
    QCOMPARE(answer.summary()["warnings"].size(), std::size_t(1));
    QCOMPARE(answer.summary()["warnings"][0]["line"].get<int>(), 2);
}

void DetectionVerbsTest::write_predictions_of_truth(const char* name) {
    const auto dataset = DatasetReader::open(path("d.h5").toStdString());
    Predictions predictions;
    predictions.class_names = dataset->info().class_names;
    for (const SequenceInfo& sequence : dataset->sequences())
        predictions.sequences.push_back({sequence.name, sequence.length, {}});
    for (const Interval& interval : dataset->intervals())
        predictions.sequences[static_cast<std::size_t>(interval.sequence)].intervals.push_back(interval);
    QVERIFY(write_predictions(path(name).toStdString(), predictions).has_value());
}

void DetectionVerbsTest::exportedLabelsComeInAgain() {
    QCOMPARE(run({"export", path("d.h5"), "--format", "pku", "--output", path("again/label")}).code, 0);
    const PkuTree again(path("again").toStdString());
    again.skeleton("0002-L.txt", pku_rows(60));
    again.skeleton("0300-M.txt", pku_rows(50, 1));
    QCOMPARE(run({"import", path("again"), "--output", path("again.h5"), "--name", "d"}).code, 0);
    const auto first = DatasetReader::open(path("d.h5").toStdString());
    const auto second = DatasetReader::open(path("again.h5").toStdString());
    QCOMPARE(second->intervals(), first->intervals());
    QCOMPARE(second->info().content_hash, first->info().content_hash);
}

// A NUL must not cut the report, a carriage return not overwrite it.
void DetectionVerbsTest::controlCharactersAreShown() {
    const PkuTree pku(path("odd").toStdString());
    pku.skeleton("0002-L.txt", pku_rows(60));
    pku.label("0002-L.txt", std::string("1,2,5,1\n3,4\0x,5,1\n3,4\ry,5,1\n", 28));
    const Answer answer = run({"import", path("odd"), "--output", path("odd.h5"), "--quiet"});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QVERIFY2(answer.out.contains("'4\\0x' is not a number"), qPrintable(answer.out));
    QVERIFY2(answer.out.contains("'4\\ry' is not a number"), qPrintable(answer.out));
    QVERIFY(!answer.out.contains('\r') && !answer.out.contains(QChar(0)));
}

void DetectionVerbsTest::everyFormatIsWritten_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("files");
    QTest::newRow("csv") << "csv" << 1;
    QTest::newRow("json") << "json" << 1;
    QTest::newRow("pku") << "pku" << 2;
    QTest::newRow("eaf") << "eaf" << 2;
}

void DetectionVerbsTest::everyFormatIsWritten() {
    QFETCH(QString, format);
    QFETCH(int, files);
    write_predictions_of_truth("predictions.json");
    for (const char* source : {"d.h5", "predictions.json"}) {
        const QString output = path(source) + ".as." + format;
        const QStringList words{"export",   path(source), "--what", "intervals",  "--format", format,
                                "--output", output,       "--data", path("d.h5"), "--json"};
        const Answer answer = run(words);
        QVERIFY2(answer.code == 0, qPrintable(answer.error));
        const auto summary = answer.summary();
        QCOMPARE(summary["files"].size(), static_cast<std::size_t>(files));
        QCOMPARE(summary["intervals"].get<int>(), 3);
        for (const auto& file : summary["files"])
            QVERIFY(QFileInfo(QString::fromStdString(file.get<std::string>())).size() > 0);
        QCOMPARE(run(words).code, 2); // nothing is overwritten
    }
}

void DetectionVerbsTest::perfectPredictions() {
    write_predictions_of_truth("predictions.json");
    const QStringList words{"detect-score", "--predictions", path("predictions.json"), "--data",
                            path("d.h5")};
    const Answer answer = run(words + QStringList{"--overlap", "0.5,1", "--json"});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const auto summary = answer.summary();
    QCOMPARE(summary["mAP_a"]["voc"]["1"].get<double>(), 1.0);
    QCOMPARE(summary["mAP_a"]["pku"]["0.5"].get<double>(), 1.0); // over the two classes that occur
    QVERIFY(std::abs(summary["mAP_a"]["released"]["0.5"].get<double>() - 2.0 / 51) < 1e-12);
    QCOMPARE(summary["classes_averaged"].size(), std::size_t(2));
    QCOMPARE(summary["mAP_v"]["pku"]["0.5"].get<double>(), 1.0);
    QCOMPARE(summary["f1"]["0.5"].get<double>(), 1.0);
    QCOMPARE(summary["frame_accuracy"].get<double>(), 1.0);
    QCOMPARE(summary["errors"]["0.5"]["correct"].get<int>(), 3);
    const Answer text = run(words);
    QVERIFY(text.out.contains("mAP_a pku") && text.out.contains("mAP_a voc"));
    QVERIFY(text.out.contains("mAP_v voc") && text.out.contains("F1 pku"));
    QVERIFY2(text.out.contains("mAP_a: over the 2 of 51 classes that occur"), qPrintable(text.out));
    QCOMPARE(summary["f1_definition"].get<std::string>(), std::string("pku"));
}

void DetectionVerbsTest::scoresAlone() {
    ScoreShardSettings settings;
    settings.class_names = {"brush teeth", "cheer up"};
    auto writer = ScoreShardWriter::create(path("scores").toStdString(), settings);
    std::vector<float> rows;
    for (int frame = 0; frame < 60; ++frame) {
        const float first = frame < 20 ? 0.9f : 0.05f;
        rows.insert(rows.end(), {0.95f - first, first, 0.05f});
    }
    QVERIFY(writer->begin("0002-L") && writer->append(rows.data(), 60) && writer->end() && writer->finish());
    const QStringList words{"detect-score", "--predictions", path("scores"),
                            "--data",       path("d.h5"),    "--json"};
    const auto low = run(words).summary();
    QCOMPARE(low["predictions"].get<int>(), 2);
    QCOMPARE(low["frame_accuracy_from"].get<std::string>(), std::string("scores"));
    const auto high = run(words + QStringList{"--enter-threshold", "0.5"}).summary();
    QCOMPARE(high["predictions"].get<int>(), 1);
    QCOMPARE(high["precision"]["0.5"].get<double>(), 1.0);
    QCOMPARE(run(words + QStringList{"--preset", "pcm3"}).code, 0);
}

// What is not said again is as in the run: smoothing alone must not change the threshold.
void DetectionVerbsTest::optionsOfTheRunStay() {
    SegmentationOptions options;
    options.enter_threshold = 0.5;
    options.smoothing = 2;
    ScoreShardSettings settings;
    settings.class_names = {"brush teeth", "cheer up"};
    const QString folder = path("kept");
    settings.stamp["options"] = options_to_json(option_table<SegmentationOptions>(), option_values(options));
    auto writer = ScoreShardWriter::create(folder.toStdString(), settings);
    std::vector<float> rows;
    for (int frame = 0; frame < 60; ++frame) {
        const float first = frame < 20 ? 0.9f : 0.05f;
        rows.insert(rows.end(), {0.95f - first, first, 0.05f});
    }
    QVERIFY(writer->begin("0002-L") && writer->append(rows.data(), 60) && writer->end() && writer->finish());
    const QStringList words{"detect-score", "--predictions", folder, "--data", path("d.h5")};
    for (const bool from_stamp : {true, false}) {
        const auto own = run(words + QStringList{"--json"}).summary();
        QCOMPARE(own["predictions"].get<int>(), 1);
        QCOMPARE(own["segmentation"]["enter_threshold"].get<double>(), 0.5);
        const auto again = run(words + QStringList{"--json", "--smoothing", "2"}).summary();
        QCOMPARE(again["mAP_a"], own["mAP_a"]);
        QCOMPARE(again["intervals_from"].get<std::string>(), std::string("scores"));
        const Answer text = run(words + QStringList{"--minimum-length", "3"});
        QVERIFY2(text.out.contains("from scores: route classes, smoothing 2, enter-threshold 0.5, "
                                   "minimum-length 3"),
                 qPrintable(text.out));
        QCOMPARE(
            run(words + QStringList{"--json", "--preset", "released"}).summary()["predictions"].get<int>(),
            2);
        if (!from_stamp) break;
        Predictions predictions{
            settings.class_names, {{"0002-L", 60, {{0, 0, 0, 20}}}}, {{"data", "d"}}, options};
        QVERIFY(write_predictions(Path(folder.toStdString()) / "predictions.json", predictions).has_value());
    }
}

void DetectionVerbsTest::predictionsOfOtherData() {
    const auto dataset = DatasetReader::open(path("d.h5").toStdString());
    Predictions predictions;
    predictions.class_names = {"brush teeth", "dance"};
    predictions.stamp = {{"data", "/data/train.h5"}, {"data_hash", "xxh3-128:00"}};
    predictions.sequences = {{"0002-L", 60, {{0, 1, 30, 40}}}};
    QVERIFY(write_predictions(path("other.json").toStdString(), predictions).has_value());
    const Answer answer = run({"detect-score", "--predictions", path("other.json"), "--data", path("d.h5")});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const QString said =
        QString("warning: %1 is other data than was worked on: the predictions were made on "
                "/data/train.h5, xxh3-128:00, this is %2; it has 1 of 1 predicted sequence and "
                "1 of 2 predicted classes by name.")
            .arg(path("d.h5"), QString::fromStdString(dataset->info().content_hash));
    QCOMPARE(answer.error.trimmed(), said);
}

void DetectionVerbsTest::labelsBesideTheDataset() {
    write_predictions_of_truth("predictions.json");
    const QStringList words{"detect-score", "--predictions", path("predictions.json"),
                            "--data",       path("d.h5"),    "--json"};
    QVERIFY(write_file_atomically(path("drawn.csv").toStdString(),
                                  "sequence,class,start,end\n0002-L,brush teeth,0,20\n0002-L,dance,30,40\n")
                .has_value());
    const Answer answer = run(words + QStringList{"--labels", path("drawn.csv")});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    QCOMPARE(answer.summary()["sequences"].get<int>(), 1); // the one that it names
    QCOMPARE(answer.summary()["truth"].get<int>(), 2);
    QCOMPARE(answer.summary()["recall"]["0.5"].get<double>(), 0.5);
    const Answer none = run(words + QStringList{"--labels", path("d.h5")});
    QCOMPARE(none.code, 2);
    QVERIFY2(none.error.contains("labels end in .csv, .tsv, .json, .txt or .eaf"), qPrintable(none.error));
}

void DetectionVerbsTest::wrongInput_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");
    const auto score = [](const QStringList& more) { return QStringList{"detect-score"} + more; };
    QTest::newRow("no predictions") << score({"--predictions", "NOT", "--data", "DATA"})
                                    << "NOT does not exist";
    QTest::newRow("no dataset") << score({"--predictions", "PREDICTIONS", "--data", "NOT"})
                                << "NOT does not exist";
    QTest::newRow("overlap") << score(
                                    {"--predictions", "PREDICTIONS", "--data", "DATA", "--overlap", "0.5,x"})
                             << "--overlap cannot be used: 'x'";
    QTest::newRow("options without scores")
        << score({"--predictions", "PREDICTIONS", "--data", "DATA", "--smoothing", "3"})
        << "intervals can be made anew from scores only";
    QTest::newRow("class lengths") << score({"--predictions", "PREDICTIONS", "--data", "DATA",
                                             "--class-lengths", "3"})
                                   << "--class-lengths cannot be used";
    QTest::newRow("other classes") << score({"--predictions", "PREDICTIONS", "--data", "OTHER"})
                                   << "is not known: it is predicted, and";
    QTest::newRow("format") << QStringList{"export", "DATA", "--format", "xls", "--output", "OUT"}
                            << "--format cannot be used: 'xls' is none of csv, frames, json, pku, eaf";
    QTest::newRow("what") << QStringList{"export",   "DATA", "--what",   "all",
                                         "--format", "csv",  "--output", "OUT"}
                          << "--what cannot be used";
    QTest::newRow("no times") << QStringList{"export", "PREDICTIONS", "--format", "eaf", "--output", "OUT"}
                              << "--data is needed";
    QTest::newRow("no folder") << QStringList{"export", "DATA", "--format", "csv", "--output", "NOT/out.csv"}
                               << "does not exist";
}

void DetectionVerbsTest::wrongInput() {
    QFETCH(QStringList, words);
    QFETCH(QString, said);
    write_predictions_of_truth("predictions.json");
    if (!QFile::exists(path("other.h5")))
        QCOMPARE(run({"synthesize", "--output", path("other.h5"), "--sequences", "2", "--quiet"}).code, 0);
    for (QString& word : words) {
        word.replace("NOT", path("not-there")).replace("DATA", path("d.h5")).replace("OUT", path("out"));
        word.replace("PREDICTIONS", path("predictions.json")).replace("OTHER", path("other.h5"));
    }
    const Answer answer = run(words);
    QCOMPARE(answer.code, 2);
    QCOMPARE(answer.error.trimmed().count('\n'), 0);
    QVERIFY2(answer.error.contains(said.replace("NOT", path("not-there"))), qPrintable(answer.error));
    QVERIFY(!QFile::exists(path("out")));
}

KINELENS_TEST(DetectionVerbsTest, event_loop);

} // namespace detection_verbs_test
#include "detection_verbs_test.moc"
