#include "core/dataset/dataset_reader.h"
#include "core/dataset/pku_name.h"
#include "core/import/import_job.h"
#include "core/import/pku_reader.h"
#include "core/preparation/protocol.h"
#include "tests/support/pku_tree.h"
#include "tests/support/test_program.h"

#include <set>

namespace pku_test {

using namespace kinelens;
using namespace kinelens::testing;

class PkuTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void names();
    void classes();
    void wholeTree();
    void framesCountFromOneAndIncludeTheEnd();
    void namesOfEveryRelease_data();
    void namesOfEveryRelease();
    void foldersTellLabelsFromSkeletons();
    void namesOfFoldersAreHints_data();
    void namesOfFoldersAreHints();
    void labelsInUtf16();
    void damagedRows_data();
    void damagedRows();
    void damagedLabels_data();
    void damagedLabels();
    void oneDamagedRecordingAmongWhole();
    void recordingsAndLabelsWithoutEachOther();
    void unlabelledTreeNeedsNoWarning();
    void zippedFiles();
    void trimmedActions();
    void publishedSplits();
    void splitFileIsAProtocol();

private:
    PkuTree tree() const { return PkuTree(folder_->filePath("pku").toStdString()); }
    Path output() const { return folder_->filePath("d.h5").toStdString(); }
    Result<ImportReport> import(const std::string& path, bool trim = false) const {
        ImportOptions options;
        options.trim = trim;
        return run_import({path}, output(), options, [](const Event&) {}, {});
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void PkuTest::names() {
    const auto first = parse_pku_name("0002-L");
    QVERIFY(first && first->phase == 1 && first->number == 2 && first->camera == 1 && first->subject == -1);
    const auto second = parse_pku_name("A26N13-R#4");
    QVERIFY(second && second->phase == 2 && second->script == 26 && second->subject == 13 &&
            second->camera == 3);
    for (const char* name : {"", "L", "-L", "0002", "0002-K", "002-L", "00002-L", "A1N02-L", "A01M02-L",
                             "A01N02L", "cross-subject", "S001C001P001R001A001"})
        QVERIFY2(!parse_pku_name(name), name);
}

void PkuTest::classes() {
    const auto& names = pku_class_names();
    QCOMPARE(names.size(), std::size_t(51));
    QCOMPARE(names[0], std::string("bow"));
    QCOMPARE(names[50], std::string("writing"));
    QCOMPARE(std::set<std::string>(names.begin(), names.end()).size(), std::size_t(51));
}

void PkuTest::wholeTree() {
    const PkuTree pku = tree();
    pku.skeleton("0002-L.txt", pku_rows(40));
    pku.label("0002-L.txt", "3,1,10,2\n5,8,40,1\n");
    pku.skeleton("0002-M.txt", pku_rows(30, 1));
    pku.label("0002-M.txt", "51,2,30,2\n");
    pku.write("cross-subject.txt", "Training videos: \n0002-L, \nValidataion videos: \n0002-M, \n");
    const auto report = import(pku.path());
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->intervals, std::int64_t(3));
    QCOMPARE(report->classes, std::int64_t(51));
    QVERIFY(report->rejected.empty() && report->warnings.empty());

    const auto dataset = DatasetReader::open(output());
    QCOMPARE(dataset->info().bodies, 2);
    QCOMPARE(dataset->info().layout.name, std::string("ntu25"));
    QCOMPARE(dataset->sequences()[1].camera, 2);
    const Interval overlapping{0, 4, 7, 40, 1};
    QCOMPARE(dataset->intervals()[1], overlapping);
    QCOMPARE(dataset->intervals()[0].confidence, 2.0f);
    const auto two = dataset->read(0);
    const float* joint = two->joint(39, 1, 24);
    QVERIFY(joint[0] == 2.0f && joint[1] == 0.0f && joint[2] == 2.39f);
    const auto one = dataset->read(1);
    QVERIFY(one->is_tracked(0, 0) && !one->is_tracked(0, 1));
}

void PkuTest::framesCountFromOneAndIncludeTheEnd() {
    const PkuTree pku = tree();
    pku.skeleton("A01N01-L.txt", pku_rows(20));
    pku.label("A01N01-L.txt", "1,1,1,1\n1,11,20,1\n1,0,5\n");
    QVERIFY(import(pku.path()).has_value());
    const auto dataset = DatasetReader::open(output());
    std::vector<std::pair<std::int64_t, std::int64_t>> frames;
    for (const Interval& interval : dataset->intervals()) frames.emplace_back(interval.start, interval.end);
    const std::vector<std::pair<std::int64_t, std::int64_t>> wanted{{0, 1}, {0, 5}, {10, 20}};
    QCOMPARE(frames, wanted);
}

void PkuTest::namesOfEveryRelease_data() {
    QTest::addColumn<QString>("skeleton");
    QTest::addColumn<QString>("label");
    QTest::newRow("text") << "skeleton/0002-L.txt"
                          << "label/0002-L.txt";
    QTest::newRow("own endings") << "skeleton/0002-L.skeleton"
                                 << "skeleton/0002-L.label";
    QTest::newRow("no endings") << "skeleton/0002-L"
                                << "label/0002-L";
    QTest::newRow("phase II") << "skeleton/A01N01-L.txt"
                              << "label/A01N01-L.txt";
    QTest::newRow("no ending, phase II") << "skeleton/A01N01-L"
                                         << "label/A01N01-L.txt";
    QTest::newRow("folders that say nothing") << "a/0002-L.txt"
                                              << "b/0002-L.txt";
}

void PkuTest::namesOfEveryRelease() {
    QFETCH(QString, skeleton);
    QFETCH(QString, label);
    const PkuTree pku = tree();
    std::filesystem::create_directories(pku.path("a"));
    std::filesystem::create_directories(pku.path("b"));
    pku.write(skeleton.toStdString(), pku_rows(12));
    pku.write(label.toStdString(), "7,2,9,1\n");
    const auto report = import(pku.path());
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QCOMPARE(report->sequences, std::int64_t(1));
    QCOMPARE(report->intervals, std::int64_t(1));
    QVERIFY(report->rejected.empty() && report->warnings.empty());
}

void PkuTest::foldersTellLabelsFromSkeletons() {
    const PkuTree pku(folder_->filePath("labelled/pku").toStdString());
    pku.skeleton("0002-L.txt", pku_rows(12));
    pku.label("0002-L.txt", "letters\n7,2,9,1\n");
    const auto report = import(pku.path());
    QVERIFY(report.has_value());
    QCOMPARE(report->intervals, std::int64_t(1));
    QCOMPARE(report->warnings.size(), std::size_t(1));
}

void PkuTest::namesOfFoldersAreHints_data() {
    QTest::addColumn<QString>("skeletons");
    QTest::addColumn<QString>("labels");
    QTest::newRow("labels above both") << "my_labels/rec"
                                       << "my_labels/ann";
    QTest::newRow("skeletons above both") << "skeletons_and_more/a"
                                          << "skeletons_and_more/b";
    QTest::newRow("the wrong way round") << "label"
                                         << "skeleton";
}

void PkuTest::namesOfFoldersAreHints() {
    QFETCH(QString, skeletons);
    QFETCH(QString, labels);
    const Path root = folder_->filePath("labelled_data").toStdString();
    for (const QString& folder : {skeletons, labels})
        std::filesystem::create_directories(root / folder.toStdString());
    QVERIFY(write_file_atomically(root / skeletons.toStdString() / "0002-L.txt", pku_rows(12)).has_value());
    QVERIFY(write_file_atomically(root / labels.toStdString() / "0002-L.txt", "7,2,9,1\n").has_value());
    for (const std::string& path : {root.string(), (root / skeletons.toStdString()).parent_path().string()}) {
        const auto report = import(path);
        QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
        QCOMPARE(report->sequences, std::int64_t(1));
        QCOMPARE(report->intervals, std::int64_t(1));
        QCOMPARE(report->passed_over, std::int64_t(0));
        QVERIFY(report->rejected.empty() && report->warnings.empty());
        std::filesystem::remove(output());
    }
    // Skeletons alone, in a folder that is given itself.
    std::filesystem::remove_all(root / labels.toStdString());
    QCOMPARE(import((root / skeletons.toStdString()).string())->sequences, std::int64_t(1));
}

void PkuTest::labelsInUtf16() {
    const PkuTree pku = tree();
    pku.skeleton("0002-L.txt", pku_rows(12));
    pku.write("cross-subject.txt", "Training videos: \n0002-L, \n");
    std::string text = "\xFF\xFE";
    for (const char letter : std::string("7,2,9,1\r\n")) text += {letter, '\0'};
    pku.label("0002-L.txt", text);
    const auto report = import(pku.path());
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(1));
    QCOMPARE(report->passed_over, std::int64_t(1)); // the list, not the labels
    QCOMPARE(report->warnings.size(), std::size_t(1));
    QCOMPARE(report->warnings[0].detail, std::string("it is UTF-16 text; save it as UTF-8"));
}

void PkuTest::damagedRows_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const QString row = QString::fromStdString(pku_rows(1));
    const QString short_row = row.left(row.lastIndexOf("2.000000")) + "\n";
    QTest::newRow("149 numbers") << row + short_row + row << "joint_count_wrong" << 2;
    QTest::newRow("151 numbers") << row + row.trimmed() + " 1\n"
                                 << "joint_count_wrong" << 2;
    QTest::newRow("last row cut off") << row.repeated(4) + row.left(300) << "file_truncated" << 5;
    QTest::newRow("letters") << row + QString(row).replace(0, 1, "x") << "format_invalid" << 2;
    QTest::newRow("not a number") << row + QString(row).replace(0, 1, "nan") << "value_not_finite" << 2;
    QTest::newRow("infinite") << QString(row).replace(0, 1, "inf") << "value_not_finite" << 1;
    QTest::newRow("beyond a float") << QString(row).replace(0, 1, "1e400") << "format_invalid" << 1;
    QTest::newRow("a row is missing") << row + "\n" + row << "joint_count_wrong" << 2;
    QTest::newRow("empty") << ""
                           << "file_truncated" << 1;
    QTest::newRow("byte order mark alone") << "\uFEFF"
                                           << "file_truncated" << 1;
}

void PkuTest::damagedRows() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto motion = parse_pku_skeleton(text.toStdString(), "0002-L.txt");
    QVERIFY(!motion);
    QCOMPARE(QString::fromUtf8(error_code_name(motion.error().code).data()), code);
    QCOMPARE(motion.error().subject, std::string("0002-L.txt"));
    QCOMPARE(motion.error().place.line, std::optional<long long>(line));
}

void PkuTest::damagedLabels_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("intervals");
    QTest::addColumn<int>("line"); // of the warning; 0: none
    QTest::newRow("CRLF") << "1,2,5,1\r\n2,6,9,2\r\n" << 2 << 0;
    QTest::newRow("byte order mark") << "\uFEFF1,2,5,1\n" << 1 << 0;
    QTest::newRow("no last line break") << "1,2,5,1\n2,6,9,2" << 2 << 0;
    QTest::newRow("blanks and an empty row") << "1, 2, 5, 1\n\n 2\t6 9 2 \n" << 2 << 0;
    QTest::newRow("end before start") << "1,2,5,1\n2,9,6,2\n3,7,9,1\n" << 2 << 2;
    QTest::newRow("letters") << "1,2,5,1\n2,six,9,2\n" << 1 << 2;
    QTest::newRow("cut off") << "1,2,5,1\n2,6" << 1 << 2;
    QTest::newRow("five numbers") << "1,2,5,1,7\n2,6,9,2\n" << 1 << 1;
    QTest::newRow("class 52") << "52,2,5,1\n" << 0 << 1;
    QTest::newRow("class 0") << "0,2,5,1\n" << 0 << 1;
    QTest::newRow("half a frame") << "1,2.5,5,1\n" << 0 << 1;
    QTest::newRow("a frame before the first") << "1,-3,5,1\n" << 0 << 1;
    QTest::newRow("a frame nobody has") << "1,2,1e300,1\n" << 0 << 1;
    QTest::newRow("behind the end") << "1,13,15,1\n" << 0 << 1;
    QTest::newRow("over the end") << "1,11,15,1\n" << 1 << 1;
    QTest::newRow("empty") << "" << 0 << 0;
}

void PkuTest::damagedLabels() {
    QFETCH(QString, text);
    QFETCH(int, intervals);
    QFETCH(int, line);
    const PkuTree pku = tree();
    pku.skeleton("0002-L.txt", pku_rows(12));
    pku.label("0002-L.txt", text.toStdString());
    const auto report = import(pku.path());
    QVERIFY(report.has_value());
    QCOMPARE(report->intervals, std::int64_t(intervals));
    QVERIFY(report->rejected.empty());
    QCOMPARE(report->warnings.size(), std::size_t(line > 0 ? 1 : 0));
    if (line == 0) return;
    QCOMPARE(report->warnings[0].place.line, std::optional<long long>(line));
    QCOMPARE(report->warnings[0].subject, pku.path("label/0002-L.txt"));
}

void PkuTest::oneDamagedRecordingAmongWhole() {
    const PkuTree pku = tree();
    for (const char* name : {"0002-L", "0003-L", "0004-L"})
        pku.label(std::string(name) + ".txt", "1,2,5,1\n");
    pku.skeleton("0002-L.txt", "\xEF\xBB\xBF" + pku_rows(12, 2, "\r\n"));
    pku.skeleton("0003-L.txt", pku_rows(5) + "0.1 0.2\n" + pku_rows(5));
    pku.skeleton("0004-L.txt", pku_rows(12));
    const auto report = import(pku.path());
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].subject, pku.path("skeleton/0003-L.txt"));
    QCOMPARE(report->rejected[0].place.line, std::optional<long long>(6));
    QCOMPARE(report->rejected[0].detail, std::string("2 numbers found, 150 expected"));
}

void PkuTest::recordingsAndLabelsWithoutEachOther() {
    const PkuTree pku = tree();
    pku.skeleton("0002-L.txt", pku_rows(12));
    pku.skeleton("0003-L.txt", pku_rows(12));
    pku.label("0003-L.txt", "1,2,5,1\n");
    pku.label("0004-L.txt", "1,2,5,1\n");
    const auto report = import(pku.path());
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->warnings.size(), std::size_t(1));
    QCOMPARE(report->warnings[0].code, ErrorCode::file_not_found);
    QCOMPARE(report->warnings[0].subject, pku.path("label/0002-L"));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].subject, pku.path("label/0004-L.txt"));
}

void PkuTest::unlabelledTreeNeedsNoWarning() {
    const PkuTree pku = tree();
    pku.skeleton("0002-L.txt", pku_rows(12));
    const auto report = import(pku.path());
    QVERIFY(report && report->sequences == 1 && report->warnings.empty());
}

void PkuTest::zippedFiles() {
    const PkuTree pku = tree();
    pku.write_zipped("skeleton/0002-L.txt.gz", pku_rows(12));
    pku.write_zipped("label/0002-L.txt.gz", "1,2,5,1\n");
    pku.write_zipped("skeleton/0003-L.txt.gz", pku_rows(300));
    const Path cut = pku.path("skeleton/0003-L.txt.gz");
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    pku.skeleton("0004-L.txt.gz", "this is no gzip");
    const auto report = import(pku.path());
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(1));
    QCOMPARE(report->intervals, std::int64_t(1));
    QCOMPARE(report->rejected.size(), std::size_t(2));
    QCOMPARE(report->rejected[0].code, ErrorCode::file_truncated);
    QCOMPARE(report->rejected[0].subject, cut.string());
    QCOMPARE(report->rejected[1].code, ErrorCode::format_invalid);
}

void PkuTest::trimmedActions() {
    const PkuTree pku = tree();
    pku.skeleton("A03N07-R.txt", pku_rows(30));
    pku.label("A03N07-R.txt", "3,1,10,2\n5,8,30,1\n");
    const auto report = import(pku.path(), true);
    QVERIFY(report && report->sequences == 2);
    const auto dataset = DatasetReader::open(output());
    QCOMPARE(dataset->sequences()[1].name, std::string("A03N07-R#2"));
    QCOMPARE(dataset->sequences()[1].length, std::int64_t(23));
    QCOMPARE(dataset->sequences()[1].label, 4);
    QCOMPARE(dataset->sequences()[1].subject, 7);
}

void PkuTest::publishedSplits() {
    std::vector<SequenceInfo> first, second;
    const auto add = [](std::vector<SequenceInfo>& list, const std::string& name) {
        SequenceInfo sequence;
        sequence.name = name;
        list.push_back(sequence);
    };
    for (int number = 2; number <= 364; ++number)
        for (const char view : {'L', 'M', 'R'})
            add(first, std::string(number < 10    ? "000"
                                   : number < 100 ? "00"
                                                  : "0") +
                           std::to_string(number) + "-" + view);
    const std::set<std::string> missing{"A05N04-M", "A07N12-M", "A08N12-M", "A14N12-M", "A20N01-M"};
    for (int script = 1; script <= 26; ++script)
        for (int subject = 1; subject <= 13; ++subject)
            for (const char view : {'L', 'M', 'R'}) {
                const std::string name = std::string(script < 10 ? "A0" : "A") + std::to_string(script) +
                                         (subject < 10 ? "N0" : "N") + std::to_string(subject) + "-" + view;
                if (!missing.contains(name)) add(second, name);
            }
    QCOMPARE(split_sizes(first, "pku-xsub", 0)->test, std::int64_t(132));
    QCOMPARE(split_sizes(first, "pku-xview", 0)->test, std::int64_t(363));
    QCOMPARE(split_sizes(second, "pku-xsub", 0)->test, std::int64_t(234));
    QCOMPARE(split_sizes(second, "pku-xsub", 0)->train, std::int64_t(775));
    QCOMPARE(split_sizes(second, "pku-xview", 0)->test, std::int64_t(338));
    std::vector<SequenceInfo> others;
    add(others, "S001C001P001R001A001");
    QCOMPARE(split_sequences(others, "pku-xsub", 0).error().code, ErrorCode::dataset_empty);
}

void PkuTest::splitFileIsAProtocol() {
    const PkuTree pku = tree();
    pku.write(
        "cross-subject.txt",
        "\xEF\xBB\xBFTraining videos: \r\n0002-L, 0003-L, \r\nValidataion videos: \r\n0004-L, 0005-L\r\n");
    std::vector<SequenceInfo> sequences(4);
    sequences[0].name = "0002-L";
    sequences[1].name = "0003-L#2";
    sequences[2].name = "0004-L";
    sequences[3].name = "0006-L";
    const auto split = split_sequences(sequences, "file:" + pku.path("cross-subject.txt"), 0);
    QVERIFY(split.has_value());
    QCOMPARE(split->train, (std::vector<std::size_t>{0, 1}));
}

KINELENS_TEST(PkuTest, nothing);

} // namespace pku_test
#include "pku_test.moc"
