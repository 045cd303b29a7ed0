#include "core/dataset/dataset_reader.h"
#include "core/foundation/random.h"
#include "core/import/import_job.h"
#include "core/import/npy_array.h"
#include "core/import/ntu_reader.h"
#include "core/preparation/normalisation.h"
#include "tests/support/golden_clips.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace import_test {

using namespace kinelens;
using namespace kinelens::test;

namespace {

const std::string data_folder = std::string(KINELENS_SHARED_FOLDER) + "/data/";
bool has_data() {
    return std::filesystem::exists(data_folder + "precog2016");
}

Result<ImportReport> import(const std::string& path, const Path& output, ImportOptions options = {}) {
    return run_import({path}, output, options, [](const Event&) {}, {});
}

ImportOptions with_recipe(const std::string& recipe, bool trim = false) {
    ImportOptions options;
    options.recipe = recipe;
    options.trim = trim;
    return options;
}

const std::string ntu_file = "S001C001P001R001A001.skeleton";

} // namespace

class ImportTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void ntuCoordinatesAreThePublished();
    void ntuFolderBecomesADataset();
    void malformedSkeletons_data();
    void malformedSkeletons();
    void damagedSkeletonsNeverCrash();
    void byteOrderMarkAndCarriageReturns();
    void framesWithoutABodyAreAWarning();
    void sameNameTwice();
    void oneBadArchiveAmongFiles();
    void zipOfSkeletons();
    void precogWhole();
    void precogTrimmed();
    void uiPrmd();
    void threadsChangeNothing();
    void csvFaultsHaveTheirPlace();
    void arraysOfOwnJoints();
    void objectArraysAreRefused();
    void nothingToImport();
    void cancelledLeavesNothing();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void ImportTest::ntuCoordinatesAreThePublished() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    const char* names[] = {"S001C001P001R001A001", "S001C002P001R001A050", "S001C003P002R001A051",
                           "S002C001P003R002A060", "S003C001P007R001A022"};
    for (int n = 0; n < 5; ++n) {
        const std::string path = golden("preproc/skeleton/" + std::string(names[n]) + ".skeleton");
        const auto motion = parse_ntu_skeleton(*read_text_file(path), path, 2);
        QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
        const Clip wanted = to_clip(read_npy(golden("preproc/read_xyz_" + std::to_string(n) + ".npy")));
        QCOMPARE(select_bodies(*motion, 2).data, wanted.data);
    }
}

void ImportTest::ntuFolderBecomesADataset() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    const auto report = import(golden("preproc/skeleton"), file("d.h5"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(5));
    QCOMPARE(report->classes, std::int64_t(60));
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences()[4].setup, 3);
    QCOMPARE(reader->sequences()[4].label, 21);
    QCOMPARE(reader->info().class_names[21], std::string("cheer up"));
}

void ImportTest::malformedSkeletons_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const QString body = "72057594037931101 0 1 1 1 1 0 0.02 -0.1 2\n25\n" +
                         QString("0.1 0.2 3 1 2 3 4 0 0 0 0 2\n").repeated(25);
    QTest::newRow("empty") << ""
                           << "file_truncated" << 1;
    QTest::newRow("number out of range")
        << "1\n1\n" + QString(body).replace("0.2", "1e400") << "format_invalid" << 5;
    QTest::newRow("letters") << "two\n"
                             << "format_invalid" << 1;
    QTest::newRow("truncated") << "2\n1\n" + body << "file_truncated" << 30;
    QTest::newRow("24 joints") << "1\n1\n" + QString(body).replace("\n25\n", "\n24\n") << "joint_count_wrong"
                               << 4;
    QTest::newRow("letters in a joint")
        << "1\n1\n" + QString(body).replace("0.2", "x") << "format_invalid" << 5;
    QTest::newRow("absurd count") << "999999999\n"
                                  << "format_invalid" << 1;
}

void ImportTest::malformedSkeletons() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto motion = parse_ntu_skeleton(text.toStdString(), "a.skeleton", 2);
    QVERIFY(!motion);
    QCOMPARE(QString::fromStdString(std::string(error_code_name(motion.error().code))), code);
    QCOMPARE(static_cast<int>(motion.error().place.line.value_or(-1)), line);
}

void ImportTest::damagedSkeletonsNeverCrash() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    const std::string whole = *read_text_file(golden("preproc/skeleton/" + ntu_file));
    CounterRandom random(1);
    for (int round = 0; round < 200; ++round) {
        std::string damaged = whole.substr(0, random.below(whole.size()));
        for (int i = 0; i < round % 5 && !damaged.empty(); ++i)
            damaged[random.below(damaged.size())] = static_cast<char>(random.next());
        const auto motion = parse_ntu_skeleton(damaged, "a.skeleton", 2);
        if (!motion) QVERIFY(motion.error().place.line.has_value());
    }
}

namespace {

// Frames of one still body, or of none.
std::string skeleton(const std::vector<bool>& seen) {
    std::string text = std::to_string(seen.size()) + "\n";
    for (const bool here : seen) {
        text += here ? "1\n72057594037931101 0 1 1 1 1 0 0.02 -0.1 2\n25\n" : "0\n";
        for (int joint = 0; here && joint < 25; ++joint) text += "0.1 0.2 3 1 2 3 4 0 0 0 0 2\n";
    }
    return text;
}

} // namespace

void ImportTest::byteOrderMarkAndCarriageReturns() {
    const std::string plain = skeleton({true, true});
    std::string windows = "\xEF\xBB\xBF";
    for (const char letter : plain) windows += letter == '\n' ? std::string("\r\n") : std::string(1, letter);
    const auto wanted = parse_ntu_skeleton(plain, "a.skeleton", 2);
    const auto motion = parse_ntu_skeleton(windows, "a.skeleton", 2);
    QVERIFY(wanted && motion);
    QCOMPARE(motion->positions, wanted->positions);
}

void ImportTest::framesWithoutABodyAreAWarning() {
    std::filesystem::create_directory(file("s"));
    std::ofstream(file("s") / "gap.skeleton") << skeleton({true, false, true});
    std::ofstream(file("s") / "none.skeleton") << skeleton({false, false});
    const auto report = import(file("s").string(), file("d.h5"));
    QVERIFY(report.has_value());
    QCOMPARE(report->warnings.size(), std::size_t(1));
    QCOMPARE(report->warnings[0].code, ErrorCode::body_missing);
    QCOMPARE(report->warnings[0].subject, (file("s") / "gap.skeleton").string());
    QCOMPARE(report->warnings[0].detail, std::string("1 of 3"));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].code, ErrorCode::sequence_empty);
    QCOMPARE(report->rejected[0].detail, std::string("no body was seen"));
    const auto alone = import((file("s") / "none.skeleton").string(), file("e.h5"));
    QCOMPARE(alone.error().code, ErrorCode::sequence_empty); // its own fault, not a general one
}

void ImportTest::sameNameTwice() {
    std::ofstream(file("a.skeleton")) << skeleton({true});
    const std::string path = file("a.skeleton").string();
    const auto report = run_import({path, path}, file("d.h5"), {}, [](const Event&) {}, {});
    QVERIFY(report.has_value());
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].code, ErrorCode::name_repeated);
    QCOMPARE(report->rejected[0].detail, std::string("a"));
}

void ImportTest::oneBadArchiveAmongFiles() {
    std::filesystem::create_directory(file("s"));
    std::ofstream(file("s") / "a.skeleton") << skeleton({true});
    std::ofstream(file("s") / "cut.zip") << "PK\3\4 not really";
    const auto report = import(file("s").string(), file("d.h5"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(1));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].subject, (file("s") / "cut.zip").string());
}

void ImportTest::zipOfSkeletons() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
    const QString zip = folder_->filePath("ntu.zip");
    const QString source = QString::fromStdString(golden("preproc/skeleton"));
    if (QProcess::execute("/usr/bin/python3", {"-m", "zipfile", "-c", zip, source}) != 0)
        QSKIP("python3 is needed to make a zip");
    const auto packed = import(zip.toStdString(), file("a.h5"));
    const auto plain = import(source.toStdString(), file("b.h5"));
    QVERIFY(packed && plain);
    QCOMPARE(packed->content_hash, plain->content_hash);
    std::ofstream(file("bad.zip")) << "PK\3\4 not really";
    QCOMPARE(import(file("bad.zip").string(), file("c.h5")).error().code, ErrorCode::format_invalid);
}

void ImportTest::precogWhole() {
    if (!has_data()) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    const auto report = import(data_folder + "precog2016/CSV", file("p.h5"), with_recipe("precog2016"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(70));
    QVERIFY(report->frames > 70 * 142);
    QCOMPARE(report->intervals, std::int64_t(353));
    QCOMPARE(report->classes, std::int64_t(8));
    QCOMPARE(report->subjects, std::int64_t(12));
    QCOMPARE(report->rejected.size(), std::size_t(2));
    QVERIFY(report->rejected[0].subject.ends_with("Seq2_10.csv"));
    QVERIFY(report->rejected[1].subject.ends_with("Seq4_10.csv"));
    QCOMPARE(report->rejected[0].code, ErrorCode::sequence_empty);
}

void ImportTest::precogTrimmed() {
    if (!has_data()) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    const auto report = import(data_folder + "precog2016/CSV", file("p.h5"), with_recipe("precog2016", true));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(353));
    QCOMPARE(report->intervals, std::int64_t(0));
    const auto reader = DatasetReader::open(file("p.h5"));
    QCOMPARE(reader->sequences()[0].name, std::string("Seq1_1#1"));
    for (const SequenceInfo& sequence : reader->sequences())
        QVERIFY(sequence.label >= 0 && sequence.length > 0);
}

void ImportTest::uiPrmd() {
    if (!has_data()) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    const auto report = import(data_folder + "ui_prmd", file("u.h5"), with_recipe("ui_prmd"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(1000));
    QCOMPARE(report->classes, std::int64_t(10));
    QCOMPARE(report->subjects, std::int64_t(10));
    QVERIFY(report->rejected.empty());
    const auto reader = DatasetReader::open(file("u.h5"));
    QCOMPARE(reader->info().class_names[static_cast<std::size_t>(reader->sequences()[0].label)],
             std::string("deep squat"));
    QCOMPARE(reader->info().layout.name, std::string("uiprmd22"));
}

void ImportTest::threadsChangeNothing() {
    if (!has_data()) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    ImportOptions one = with_recipe("precog2016");
    one.threads = 1;
    ImportOptions many = one;
    many.threads = 5;
    const auto a = import(data_folder + "precog2016/CSV", file("a.h5"), one);
    const auto b = import(data_folder + "precog2016/CSV", file("b.h5"), many);
    QCOMPARE(a->content_hash, b->content_hash);
}

void ImportTest::csvFaultsHaveTheirPlace() {
    std::ofstream(file("recipe.json"))
        << R"({"layout": {"joints": ["a", "b"], "parents": [-1, 0]}, "label_column": 6,
        "classes": {"walk": "walking"}, "background": "none", "scale": 0.001, "axes": ["x", "z", "-y"]})";
    std::ofstream(file("good.csv")) << "\xEF\xBB\xBF"
                                       "1,2,3,4,5,6,walk\r\n1,2,3,4,5,6,walk\r\n1,2,3,4,5,6,none";
    std::ofstream(file("letters.csv")) << "1,2,3,4,5,6,walk\n1,2,3,four,5,6,walk\n";
    std::ofstream(file("short.csv")) << "1,2,3\n";
    std::filesystem::create_directory(file("csv"));
    for (const char* name : {"good.csv", "letters.csv", "short.csv"})
        std::filesystem::rename(file(name), file("csv") / name);
    const auto report = import(file("csv").string(), file("d.h5"), with_recipe(file("recipe.json").string()));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QCOMPARE(report->sequences, std::int64_t(1));
    QCOMPARE(report->rejected.size(), std::size_t(2));
    QCOMPARE(report->rejected[0].place.line.value_or(0), 2LL);
    QCOMPARE(report->rejected[0].place.column.value_or(0), 4LL);
    QCOMPARE(report->rejected[1].code, ErrorCode::joint_count_wrong);
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->intervals()[0].end, std::int64_t(2));
    QCOMPARE(reader->info().class_names[0], std::string("walking"));
    QCOMPARE(reader->read(0)->joint(0, 0, 0)[1], 0.003f);
    QCOMPARE(reader->read(0)->joint(0, 0, 0)[2], -0.002f);
}

void ImportTest::arraysOfOwnJoints() {
    const QString script =
        "import numpy as np,sys\n"
        "a=np.arange(5*2*7*3,dtype='f8').reshape(5,2,7,3)\n"
        "np.save(sys.argv[1]+'/c.npy',a); np.save(sys.argv[1]+'/fortran.npy',np.asfortranarray(a))\n"
        "np.save(sys.argv[1]+'/wrong.npy',a[:,:,:5])\n";
    std::filesystem::create_directory(file("arrays"));
    if (QProcess::execute("/usr/bin/python3",
                          {"-c", script, QString::fromStdString(file("arrays").string())}) != 0)
        QSKIP("python3-numpy is not installed");
    const auto report = import(file("arrays").string(), file("d.h5"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().bodies, 2);
    QCOMPARE(reader->info().joints(), 7);
    QVERIFY(reader->read(0)->positions == reader->read(1)->positions);
    QCOMPARE(reader->read(1)->joint(4, 1, 6)[2], 209.0f);
}

void ImportTest::objectArraysAreRefused() {
    std::string bytes = "\x93NUMPY";
    bytes += std::string("\x01\x00", 2);
    const std::string header = "{'descr': '|O', 'fortran_order': False, 'shape': (2, 7, 3), }\n";
    bytes += static_cast<char>(header.size());
    bytes += '\0';
    bytes += header + "cos\nsystem\n";
    const auto array = parse_npy(bytes, "evil.npy");
    QVERIFY(!array);
    QCOMPARE(array.error().code, ErrorCode::format_invalid);
}

void ImportTest::nothingToImport() {
    QCOMPARE(import("/nonexistent", file("d.h5")).error().code, ErrorCode::file_not_found);
    QCOMPARE(import(folder_->path().toStdString(), file("d.h5")).error().code, ErrorCode::format_unknown);
    std::ofstream(file("a.csv")) << "1";
    const auto text = import(folder_->path().toStdString(), file("d.h5"));
    QCOMPARE(text.error().code, ErrorCode::format_unknown);
    QVERIFY(text.error().detail.find(".csv") != std::string::npos);
    QCOMPARE(import(file("a.csv").string(), file("d.h5"), with_recipe("none")).error().code,
             ErrorCode::not_found);
}

void ImportTest::cancelledLeavesNothing() {
    if (!has_data()) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    std::stop_source source;
    source.request_stop();
    const auto report = run_import(
        {data_folder + "precog2016/CSV"}, file("p.h5"), with_recipe("precog2016"), [](const Event&) {},
        source.get_token());
    QCOMPARE(report.error().code, ErrorCode::cancelled);
    QVERIFY(std::filesystem::is_empty(folder_->path().toStdString()));
}

KINELENS_TEST(ImportTest, event_loop);

} // namespace import_test
#include "import_test.moc"
