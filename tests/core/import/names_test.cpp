// A recording's name tells who and what it shows: read where that is safe, told where it is lost.
#include "core/dataset/dataset_reader.h"
#include "core/dataset/ntu_name.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

#include <fstream>
#include <map>

namespace names_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";

Result<ImportReport> import(const Path& path, const Path& output, ImportOptions options = {}) {
    return run_import({path.string()}, output, options, [](const Event&) {}, {});
}

} // namespace

class NamesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void ntuNames_data();
    void ntuNames();
    void nearlyNtuNames();
    void foldersTellRecordingsApart_data();
    void foldersTellRecordingsApart();
    void severalArraysInSeveralFiles();
    void patternsMayMatchThePath();
    void numbersBesideArrays();
    void numberTypes();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    bool python(const QString& script) const {
        return QProcess::execute("/usr/bin/python3",
                                 {"-c", "import numpy as np,os,sys\nos.chdir(sys.argv[1])\n" + script,
                                  folder_->path()}) == 0;
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void NamesTest::ntuNames_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("action"); // 0: no name
    QTest::newRow("published") << "S012C003P104R002A117" << 117;
    QTest::newRow("lower case") << "s012c003p104r002a117" << 117;
    QTest::newRow("suffix") << "S012C003P104R002A117_rgb" << 117;
    QTest::newRow("numbered copy") << "S012C003P104R002A117 (1)" << 117;
    QTest::newRow("prefix") << "Copy of S012C003P104R002A117" << 117;
    QTest::newRow("folder") << "cam1/S012C003P104R002A117" << 117;
    QTest::newRow("zeros left out") << "S12C3P104R2A117" << 117;
    QTest::newRow("action first") << "A117_S012C003P104R002" << 117;
    QTest::newRow("no action") << "S012C003P104R002" << 0;
    QTest::newRow("another letter") << "S012C003P104R002X117" << 0;
    QTest::newRow("four digits") << "S012C003P104R002A1170" << 0;
    QTest::newRow("runs into letters") << "S012C003P104R002A117b" << 0;
    QTest::newRow("within a word") << "xS012C003P104R002A117" << 0;
    QTest::newRow("empty") << "" << 0;
}

void NamesTest::ntuNames() {
    QFETCH(QString, text);
    QFETCH(int, action);
    NtuName name;
    QCOMPARE(parse_ntu_name(text.toStdString(), name), action > 0);
    if (action == 0) return;
    QCOMPARE(name.setup, 12);
    QCOMPARE(name.camera, 3);
    QCOMPARE(name.subject, 104);
    QCOMPARE(name.repetition, 2);
    QCOMPARE(name.action, action);
}

void NamesTest::nearlyNtuNames() {
    const Path folder = cases / "06-ntu-names";
    if (!std::filesystem::exists(folder)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto report = import(folder / "nturgb+d_skeletons", file("d.h5"));
    QVERIFY(report.has_value());
    QVERIFY(report->rejected.empty());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences().size(), std::size_t(10));
    std::map<std::string, int> actions;
    for (const SequenceInfo& sequence : reader->sequences()) {
        actions[sequence.name] = sequence.label + 1;
        QCOMPARE(sequence.setup, 1);
        QCOMPARE(sequence.camera, 2);
        QCOMPARE(sequence.subject, 3);
        QCOMPARE(sequence.repetition, 2);
    }
    const std::map<std::string, int> wanted{{"nturgb+d_skeletons/S001C002P003R002A013", 13},
                                            {"copy/S001C002P003R002A013", 13},
                                            {"s001c002p003r002a014", 14},
                                            {"S001C002P003R002A015", 15},
                                            {"S001C002P003R002A016_kinect", 16},
                                            {"S001C002P003R002A017 (1)", 17},
                                            {"Kopie von S001C002P003R002A018", 18},
                                            {"S001C002P003R002A121", 0},
                                            {"S1C2P3R2A19", 19},
                                            {"A020_S001C002P003R002", 20}};
    QVERIFY(actions == wanted);
    QCOMPARE(report->warnings.size(), std::size_t(1));
    QCOMPARE(report->warnings[0].code, ErrorCode::label_missing);
    QCOMPARE(report->warnings[0].detail, std::string("NTU RGB+D has no action 121"));
}

void NamesTest::foldersTellRecordingsApart_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("arrays") << "arrays"
                            << QStringList{"subject_01/walk", "subject_01/wave", "subject_02/walk",
                                           "subject_02/wave", "subject_03/walk", "subject_03/wave"};
    QTest::newRow("archives") << "archives" << QStringList{"s01_walk", "s01_wave", "s02_walk",
                                                           "s02_wave", "s03_walk", "s03_wave"};
}

void NamesTest::foldersTellRecordingsApart() {
    QFETCH(QString, folder);
    QFETCH(QStringList, names);
    const Path path = cases / "33-same-names-in-subject-folders" / folder.toStdString();
    if (!std::filesystem::exists(path)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto report = import(path, file("d.h5"));
    QVERIFY(report.has_value());
    QVERIFY(report->rejected.empty());
    const auto reader = DatasetReader::open(file("d.h5"));
    QStringList found;
    for (std::size_t i = 0; i < reader->sequences().size(); ++i) {
        found << QString::fromStdString(reader->sequences()[i].name);
        const float subject = 0.1f * static_cast<float>(i / 2 + 1);
        QVERIFY(std::abs(reader->read(i)->joint(0, 0, 0)[0] - subject) < 1e-5f);
        QCOMPARE(reader->sequences()[i].length, std::int64_t(10));
    }
    found.sort();
    QCOMPARE(found, names);
}

void NamesTest::severalArraysInSeveralFiles() {
    if (!python("for f in 'ab': np.savez(f+'.npz',walk=np.ones((4,2,3),'f4'),wave=np.ones((5,2,3),'f4'))"))
        QSKIP("python3-numpy is not installed");
    QVERIFY(import(folder_->path().toStdString(), file("d.h5")).has_value());
    const auto reader = DatasetReader::open(file("d.h5"));
    QStringList found;
    for (const SequenceInfo& sequence : reader->sequences()) found << QString::fromStdString(sequence.name);
    QCOMPARE(found, QStringList({"a/walk", "a/wave", "b/walk", "b/wave"}));
}

void NamesTest::patternsMayMatchThePath() {
    for (const char* subject : {"7", "12"}) {
        const Path folder = file("set") / ("subject_" + std::string(subject));
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "kick.csv") << "1,2,3\n";
    }
    std::ofstream(file("r.json")) << R"json({"layout": {"joints": ["a"], "parents": [null]},
        "pattern": ".*/subject_(\\d+)/(\\w+)",
        "groups" : [ "subject", "class" ]
})json";
    ImportOptions options;
    options.recipe = file("r.json").string();
    const auto report = import(file("set"), file("d.h5"), options);
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences()[0].name, std::string("subject_12/kick"));
    QCOMPARE(reader->sequences()[0].subject, 12);
    QCOMPARE(reader->sequences()[1].subject, 7);
    QCOMPARE(reader->info().class_names[0], std::string("kick"));
}

void NamesTest::numbersBesideArrays() {
    if (!python("np.savez('walk.npz',joints=np.ones((4,2,3)),fps=50.0,label='walk',times=np.arange(4),"
                "image=np.ones((4,2,2)),extra=np.array({},dtype=object))"))
        QSKIP("python3-numpy is not installed");
    const auto report = import(file("walk.npz"), file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences().size(), std::size_t(1));
    QCOMPARE(reader->sequences()[0].name, std::string("walk"));
    QCOMPARE(reader->info().frame_rate, 50.0);
    QCOMPARE(report->warnings.size(), std::size_t(1));
    QVERIFY(report->warnings[0].subject.ends_with("walk.npz:image"));
}

void NamesTest::numberTypes() {
    if (!python("os.mkdir('t')\n"
                "a=np.arange(2*3*3).reshape(3,2,3)\n"
                "for t in '<f2 >f2 <f4 >f4 <f8 >f8 |i1 <i2 >i2 <i4 >i4 <i8 >i8 |u1 <u2 >u4 <u8'.split():\n"
                "    np.save('t/%s%s.npy'%('big' if t[0]=='>' else 'little',t[1:]),a.astype(t))\n"
                "np.save('t/text.npy',a.astype(str)); np.save('t/complex.npy',a.astype('c8'))\n"
                "np.save('t/objects.npy',a.astype(object))\n"))
        QSKIP("python3-numpy is not installed");
    const auto report = import(file("t"), file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences().size(), std::size_t(17));
    for (std::size_t i = 0; i < 17; ++i) {
        const auto motion = reader->read(i);
        for (std::size_t k = 0; k < 18; ++k) QCOMPARE(motion->positions[k], static_cast<float>(k));
    }
    QCOMPARE(report->rejected.size(), std::size_t(3));
    QStringList said;
    for (const Error& error : report->rejected) said << QString::fromStdString(error.detail);
    QCOMPARE(said, QStringList({"it holds complex numbers", "it holds objects (a pickle), not plain numbers",
                                "it holds text, not numbers"}));
}

KINELENS_TEST(NamesTest, nothing);

} // namespace names_test
#include "names_test.moc"
