// export-data and recipe as a person starts them, and what NumPy reads of it without any code of ours.
#include "tests/support/command_line.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

namespace export_data_verb_test {

using namespace kinelens;
using testing::run;

namespace {

// Compares with the dataset as h5py reads it.
constexpr const char* reading = R"(
import sys, pickle, numpy, h5py
folder = sys.argv[1]
with h5py.File(folder + "/d.h5") as f:
    positions = f["frames/positions"][:]
    names = [n.decode() if isinstance(n, bytes) else n for n in f["sequences/name"][:]]
    start, length, label = (f["sequences/" + k][:] for k in ("start", "length", "label"))
own = {n: positions[s:s + l] for n, s, l in zip(names, start, length)}
npz = numpy.load(folder + "/a.npz")
assert list(npz["names"]) == names and list(npz["labels"]) == list(label) and npz["fps"] == 30
for n in names: assert numpy.array_equal(npz[n], own[n][:, 0]), n
data = pickle.load(open(folder + "/a.pkl", "rb"))
assert set(data["split"]) == {"train", "test"} and len(data["split"]["train"]) + len(data["split"]["test"]) == len(names)
for a in data["annotations"]:
    assert a["keypoint"].flags.writeable and a["keypoint"].dtype == numpy.float32
    assert numpy.array_equal(a["keypoint"].transpose(1, 0, 2, 3), own[a["frame_dir"]])
    assert a["total_frames"] == len(own[a["frame_dir"]]) and a["label"] == label[names.index(a["frame_dir"])]
arrays = numpy.load(folder + "/c.npz")
assert len(arrays["x_train"]) + len(arrays["x_test"]) == len(names)
train = data["split"]["train"]
joints = positions.shape[2]
for row, onehot, n in zip(arrays["x_train"], arrays["y_train"], train):
    bodies = row.reshape(len(row), 2, joints, 3)
    assert numpy.array_equal(bodies[:len(own[n]), 0], own[n][:, 0]) and not bodies[len(own[n]):].any()
    assert onehot.argmax() == label[names.index(n)] and onehot.sum() == 1
print("all equal")
)";

} // namespace

class ExportDataVerbTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        place_ = std::make_unique<QTemporaryDir>();
        QVERIFY(testing::write_small_dataset(path("d.h5").toStdString(), 6));
    }
    void pythonReadsTheSame();
    void everyFormatSaysItsFiles_data();
    void everyFormatSaysItsFiles();
    void wrongWords();
    void fullDisks();
    void recipes();

private:
    QString path(const char* name) const { return place_->filePath(QString::fromUtf8(name)); }
    std::unique_ptr<QTemporaryDir> place_;
};

void ExportDataVerbTest::pythonReadsTheSame() {
    const auto python = testing::answer_of(QStringLiteral("python3"), {"-c", "import numpy, h5py"});
    if (python.code != 0) QSKIP("Python with numpy and h5py is not at hand");
    const QStringList words{"export-data", path("d.h5"), "--json", "--quiet", "--output"};
    QCOMPARE(run(words + QStringList{path("a.npz"), "--format", "npz"}).code, 0);
    for (const auto& [name, format] : {std::pair{"a.pkl", "pyskl"}, std::pair{"c.npz", "ctrgcn"}})
        QCOMPARE(run(words + QStringList{path(name), "--format", format, "--protocol", "subjects:0"}).code,
                 0);
    const auto answer = testing::answer_of(QStringLiteral("python3"), {"-c", reading, place_->path()});
    QVERIFY2(answer.out.contains("all equal"), qPrintable(answer.error));
}

void ExportDataVerbTest::everyFormatSaysItsFiles_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("files");
    for (const char* format : {"csv", "npz", "pyskl", "ctrgcn"}) QTest::newRow(format) << format << 1;
    for (const char* format : {"bvh", "trc", "c3d"}) QTest::newRow(format) << format << 6;
}

void ExportDataVerbTest::everyFormatSaysItsFiles() {
    QFETCH(QString, format);
    QFETCH(int, files);
    const bool folder = files > 1;
    const auto answer = run({"export-data", path("d.h5"), "--format", format, "--output",
                             folder ? path("out") : path("out") + "." + format, "--json", "--quiet"});
    QVERIFY2(answer.code == 0, qPrintable(answer.error));
    const auto summary = answer.summary();
    QCOMPARE(int(summary["files"].size()), files);
    for (const auto& file : summary["files"]) QVERIFY(QFile::exists(QString::fromStdString(file)));
    QVERIFY(summary["warnings"].is_array());
    const QStringList left = QDir(place_->path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(left.filter(QStringLiteral(".part")).isEmpty());
}

void ExportDataVerbTest::wrongWords() {
    QCOMPARE(run({"export-data", path("d.h5"), "--output", path("o")}).code, 2);
    QCOMPARE(run({"export-data", path("d.h5"), "--output", path("o"), "--format", "fbx"}).code, 2);
    QCOMPARE(run({"export-data", path("n.h5"), "--output", path("o"), "--format", "csv"}).code, 2);
    const auto ntu = run({"export-data", path("d.h5"), "--output", path("o"), "--format", "skeleton"});
    QCOMPARE(ntu.code, 2);
    QVERIFY2(ntu.error.contains("25 joints"), qPrintable(ntu.error));
    QVERIFY(!QFile::exists(path("o")));
}

// A limit on the size of files stands for a disk without room.
void ExportDataVerbTest::fullDisks() {
    const QString command =
        QStringLiteral(
            "ulimit -f 8; trap '' XFSZ; exec \"%1\" export-data \"%2\" --format csv --output \"%3\" --quiet")
            .arg(QStringLiteral(KINELENS_CLI), path("d.h5"), path("o.csv"));
    const auto answer = testing::answer_of(QStringLiteral("bash"), {"-c", command});
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.error.trimmed().count('\n'), 0);
    QCOMPARE(QDir(place_->path()).entryList(QDir::Files | QDir::Hidden), QStringList{"d.h5"});
}

void ExportDataVerbTest::recipes() {
    QCOMPARE(run({"export-data", path("d.h5"), "--output", path("o.csv"), "--format", "csv", "--quiet"}).code,
             0);
    const auto made = run({"recipe", "new", path("o.csv"), "--output", path("r.json"), "--json", "--quiet"});
    QVERIFY2(made.code == 0, qPrintable(made.error));
    const auto columns = made.summary()["columns"];
    QCOMPARE(int(columns.size()), 4 + 6 * 3);
    QCOMPARE(columns[0]["role"].get<std::string>(), std::string("sequence"));
    QCOMPARE(columns[5]["role"].get<std::string>(), std::string("y"));
    QVERIFY(!made.summary()["warnings"].empty());
    const auto back = run(
        {"import", path("o.csv"), "--recipe", path("r.json"), "--output", path("e.h5"), "--json", "--quiet"});
    QVERIFY2(back.code == 0, qPrintable(back.error));
    QCOMPARE(back.summary()["sequences"].get<int>(), 6);
    QCOMPARE(run({"recipe", "new", path("o.csv"), "--output", path("r.json")}).code, 2); // is there already
    QCOMPARE(run({"recipe", "old", path("o.csv"), "--output", path("s.json")}).code, 2);
    QCOMPARE(run({"recipe", "new", path("d.h5"), "--output", path("s.json")}).code, 2);
    QVERIFY(!QFile::exists(path("s.json")));
}

KINELENS_TEST(ExportDataVerbTest, event_loop);

} // namespace export_data_verb_test
#include "export_data_verb_test.moc"
