#include "core/dataset/dataset_reader.h"
#include "core/import/dataset_name.h"
#include "core/import/import_job.h"
#include "core/import/recipe.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace dataset_name_test {

using namespace kinelens;

class DatasetNameTest : public QObject {
    Q_OBJECT
private slots:
    void wordsOfAnyRecordings();
    void proposals_data();
    void proposals();
    void importedUnderItsName();
};

void DatasetNameTest::wordsOfAnyRecordings() {
    for (const char* name : {"CSV", "skeleton", "Skeletons", "data2", "nturgb+d_skeletons", "raw_data", "",
                             "3", "skeleton-2", "new folder"})
        QVERIFY2(says_nothing(name), name);
    for (const char* name : {"precog2016", "ntu60", "my data", "kicks_csv", "ui_prmd", "Müller", "數據"})
        QVERIFY2(!says_nothing(name), name);
}

void DatasetNameTest::proposals_data() {
    QTest::addColumn<QString>("source"); // below a folder that exists; with a dot in the last part a file
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << "gait/kicks"
                            << ""
                            << "CSV.h5"
                            << "kicks";
    QTest::newRow("recipe") << "PRECOG/CSV"
                            << "precog2016"
                            << "CSV.h5"
                            << "precog2016";
    QTest::newRow("recipe's file") << "PRECOG/CSV/"
                                   << "/r/fencing.json"
                                   << "data.h5"
                                   << "fencing";
    QTest::newRow("recipe that says nothing") << "PRECOG/CSV"
                                              << "/r/recordings.json"
                                              << "csv.h5"
                                              << "PRECOG";
    QTest::newRow("folder above") << "ntu60/nturgb+d_skeletons"
                                  << ""
                                  << "skeleton.h5"
                                  << "ntu60";
    QTest::newRow("two above") << "ntu60/raw/skeletons"
                               << ""
                               << "skeletons-2.h5"
                               << "ntu60";
    QTest::newRow("file") << "PRECOG/walk.csv"
                          << ""
                          << "data.h5"
                          << "walk";
    QTest::newRow("file that says nothing") << "PRECOG/data.npz"
                                            << ""
                                            << "data.h5"
                                            << "PRECOG";
    QTest::newRow("output that was chosen") << "PRECOG/CSV"
                                            << "precog2016"
                                            << "fights.h5"
                                            << "fights";
}

void DatasetNameTest::proposals() {
    QFETCH(QString, source);
    QFETCH(QString, recipe);
    QFETCH(QString, output);
    QFETCH(QString, name);
    QTemporaryDir folder;
    const QString path = folder.filePath(source);
    QDir().mkpath(source.contains('.') ? QFileInfo(path).path() : path);
    if (source.contains('.')) std::ofstream(path.toStdString()) << "x";
    const std::vector<std::string> sources{path.toStdString(), folder.path().toStdString()};
    QCOMPARE(QString::fromStdString(dataset_name(output.toStdString(), sources, recipe.toStdString())), name);
    if (!output.startsWith("fights"))
        QCOMPARE(QString::fromStdString(proposed_name(sources, recipe.toStdString())), name);
    QCOMPARE(proposed_name({}, ""), std::string("recordings"));
    QCOMPARE(proposed_name({"/"}, ""), std::string("recordings"));
}

void DatasetNameTest::importedUnderItsName() {
    QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(name).toStdString(); };
    std::filesystem::create_directories(path("fencing/csv"));
    std::ofstream(path("fencing/csv/a1_p2.csv")) << "0.1,0.2,0.3,1,1,1\n0.1,0.2,0.4,1,1,1\n";
    std::ofstream(path("recipe.json"))
        << R"json({"kind": "text", "pattern": "a(\\d+)_p(\\d+)", "groups": ["class", "repetition"],
                   "classes": {"1": "lunge", "2": "parry", "3": "feint"},
                   "layout": {"joints": ["a", "b"], "parents": [null, 0]}})json";
    ImportOptions options;
    options.recipe = path("recipe.json");
    const auto name_after = [&](const char* output) {
        const auto report = run_import({path("fencing/csv")}, path(output), options, [](const Event&) {}, {});
        return report ? DatasetReader::open(path(output))->info().name : describe(report.error());
    };
    QCOMPARE(name_after("CSV.h5"), std::string("recipe"));
    QCOMPARE(name_after("bouts.h5"), std::string("bouts"));
    options.name = "csv"; // asked for
    QCOMPARE(name_after("CSV.h5"), std::string("csv"));
    const auto report = run_import({path("fencing/csv")}, path("n.h5"), options, [](const Event&) {}, {});
    QCOMPARE(report->classes, std::int64_t(3));
    QCOMPARE(report->classes_present, std::int64_t(1));
    QCOMPARE(report->subjects, std::int64_t(0));
    std::filesystem::rename(path("fencing/csv/a1_p2.csv"), path("fencing/csv/b.csv"));
    const auto none = run_import({path("fencing/csv")}, path("o.h5"), options, [](const Event&) {}, {});
    QCOMPARE(none.error().detail, std::string("there is no file named like a[class]_p[repetition]"));
}

KINELENS_TEST(DatasetNameTest, nothing);

} // namespace dataset_name_test
#include "dataset_name_test.moc"
