// Recipes and arrays that ask for what cannot be given: refused before memory, time or the stack are gone.
#include "core/import/import_job.h"
#include "core/import/recipe.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace hostile_import_test {

using namespace kinelens;

class HostileImportTest : public QObject {
    Q_OBJECT
private slots:
    void recipes_data();
    void recipes();
    void moreHeaderThanFile();
    void hugeArrays_data();
    void hugeArrays();
};

void HostileImportTest::recipes_data() {
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("first column") << QByteArray(R"("first_column": -1)");
    QTest::newRow("label column") << QByteArray(R"("label_column": -2)");
    QTest::newRow("header lines") << QByteArray(R"("header_lines": -1)");
    QTest::newRow("nested pattern") << R"("pattern": ")" + QByteArray(20000, '(') + QByteArray(20000, ')') +
                                           '"';
    QTest::newRow("deep layout") << "\"layout\": " + QByteArray(500000, '[') + QByteArray(500000, ']');
    QTest::newRow("number") << QByteArray(R"("scale": 1e999)");
}

void HostileImportTest::recipes() {
    QFETCH(QByteArray, field);
    const std::string layout =
        field.startsWith("\"layout") ? "" : R"("layout": {"joints": ["a"], "parents": [null]}, )";
    const auto recipe = recipe_from_json("{" + layout + field.toStdString() + "}", "r.json");
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().code, ErrorCode::format_invalid);
    QCOMPARE(recipe.error().subject, std::string("r.json"));
}

void HostileImportTest::moreHeaderThanFile() {
    QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(name).toStdString(); };
    std::ofstream(path("a.csv")) << "1,2,3\n";
    std::ofstream(path("r.json"))
        << R"({"layout": {"joints": ["a"], "parents": [null]}, "header_lines": 2147483647})";
    ImportOptions options;
    options.recipe = path("r.json");
    const auto report = run_import({path("a.csv")}, path("o.h5"), options, [](const Event&) {}, {});
    QCOMPARE(report.error().code, ErrorCode::file_truncated);
}

void HostileImportTest::hugeArrays_data() {
    QTest::addColumn<QByteArray>("shape");
    QTest::newRow("joints") << QByteArray("(0, 2147483647, 3)");
    QTest::newRow("fifty million joints") << QByteArray("(0, 50000000, 3)");
    QTest::newRow("bodies") << QByteArray("(0, 1000000, 5, 3)");
}

void HostileImportTest::hugeArrays() {
    QFETCH(QByteArray, shape);
    QTemporaryDir folder;
    const std::string file = folder.filePath("a.npy").toStdString();
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape.toStdString() + ", }";
    header.resize(117, ' ');
    header += '\n';
    std::ofstream(file, std::ios::binary)
        << "\x93NUMPY\x01" << '\0' << static_cast<char>(header.size()) << '\0' << header;
    const auto report =
        run_import({file}, folder.filePath("o.h5").toStdString(), {}, [](const Event&) {}, {});
    QCOMPARE(report.error().code, ErrorCode::shape_mismatch);
    QCOMPARE(report.error().subject, file);
}

KINELENS_TEST(HostileImportTest, nothing);

} // namespace hostile_import_test
#include "hostile_import_test.moc"
