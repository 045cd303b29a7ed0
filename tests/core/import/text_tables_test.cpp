// Tables of recordings as spreadsheets and estimators write them: every column is accounted for.
#include "core/dataset/dataset_reader.h"
#include "core/foundation/text_encoding.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace text_tables_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";

} // namespace

class TextTablesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void spreadsheets_data();
    void spreadsheets();
    void aFourthColumnIsNotRead();
    void emptyRowsAreGaps_data();
    void emptyRowsAreGaps();
    void halfAJointIsAGap();
    void scoresAreConfidence();
    void leftOverColumns();
    void encodings();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    Result<ImportReport> import(const Path& path, const Path& recipe) const {
        ImportOptions options;
        options.recipe = recipe.string();
        return run_import({path.string()}, file("d.h5"), options, [](const Event&) {}, {});
    }
    // Two joints a and b, a column for each coordinate.
    Path recipe(const char* more = "") const {
        std::ofstream(file("r.json"))
            << R"({"layout": {"joints": ["a", "b"], "parents": [null, 0]})" << more << "}";
        return file("r.json");
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void TextTablesTest::spreadsheets_data() {
    QTest::addColumn<QString>("name");
    for (const auto& entry : std::filesystem::directory_iterator(cases / "22-csv-excel-german"))
        if (entry.path().extension() == ".csv")
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
}

void TextTablesTest::spreadsheets() {
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    QFETCH(QString, name);
    const auto report = import(name.toStdString(), cases / "22-csv-excel-german/recipe.json");
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QVERIFY(report->rejected.empty());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences()[0].length, std::int64_t(18));
    QCOMPARE(reader->intervals().size(), std::size_t(1));
    QCOMPARE(reader->intervals()[0].start, std::int64_t(5));
    QCOMPARE(reader->intervals()[0].end, std::int64_t(12));
    const auto motion = reader->read(0);
    const float* wrist = motion->joint(9, 0, 10);
    QVERIFY(std::abs(wrist[0] - 0.24f) < 1e-6f && std::abs(wrist[1] - 0.418988f) < 1e-6f &&
            std::abs(wrist[2] - 2.5f) < 1e-6f);
}

// MediaPipe: x, y, z and visibility of each joint. A recipe of three columns a joint is told so.
void TextTablesTest::aFourthColumnIsNotRead() {
    const Path folder = cases / "14-mediapipe-csv";
    if (!std::filesystem::exists(folder)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto shifted = import(folder / "walk_take2.csv", folder / "recipe_as_far_as_recipes_go.json");
    QVERIFY(!shifted);
    QCOMPARE(shifted.error().code, ErrorCode::joint_count_wrong);
    QVERIFY(shifted.error().detail.find("joint_columns") != std::string::npos);
    std::string text = *read_text_file(folder / "recipe_as_far_as_recipes_go.json");
    text.insert(text.find('{') + 1, R"("joint_columns": ["x", "y", "z", "visibility"],)");
    std::ofstream(file("r.json")) << text;
    for (const char* name : {"walk_take1.csv", "walk_take2.csv"}) {
        const auto report = import(folder / name, file("r.json"));
        QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
        const auto reader = DatasetReader::open(file("d.h5"));
        QCOMPARE(reader->sequences()[0].length, std::int64_t(20));
        const auto motion = reader->read(0);
        QVERIFY(std::abs(motion->joint(0, 0, 0)[1] - 0.62f) < 1e-5f);
        QVERIFY(std::abs(motion->joint(0, 0, 0)[2] - 0.1f) < 1e-5f);
        QVERIFY(std::abs(motion->joint(0, 0, 15)[0] - 0.24f) < 1e-5f);
        const bool gaps = std::string(name) == "walk_take1.csv";
        for (const int frame : {5, 6}) QCOMPARE(motion->is_tracked(frame, 0), !gaps);
        std::filesystem::remove(file("d.h5"));
    }
}

void TextTablesTest::emptyRowsAreGaps_data() {
    QTest::addColumn<QString>("cell");
    for (const char* cell : {"", "nan", "NaN", "-nan", "-1.#IND", "1.#QNAN", "inf", "null", "NA", " "})
        QTest::addRow("'%s'", cell) << cell;
}

void TextTablesTest::emptyRowsAreGaps() {
    QFETCH(QString, cell);
    const std::string row = QStringList(6, cell).join(',').toStdString();
    std::ofstream(file("a.csv")) << "1,2,3,4,5,6\n"
                                 << row << (cell.trimmed().isEmpty() ? ",0" : "") << "\n1,2,3,4,5,7\n";
    const auto report =
        import(file("a.csv"), recipe(cell.trimmed().isEmpty() ? R"(, "other_columns": "skip")" : ""));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences()[0].length, std::int64_t(3));
    QVERIFY(reader->read(0)->is_tracked(0, 0) && !reader->read(0)->is_tracked(1, 0));
    QCOMPARE(report->warnings[0].code, ErrorCode::body_missing);
}

void TextTablesTest::halfAJointIsAGap() {
    std::ofstream(file("a.csv")) << "1,2,3,4,5,6\n1,2,3,4,,6\n";
    const auto report = import(file("a.csv"), recipe());
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QCOMPARE(report->warnings[0].code, ErrorCode::part_left_out);
    QCOMPARE(report->warnings[0].place.line.value_or(0), 2LL);
    QVERIFY2(report->warnings[0].detail.starts_with("1 joint position has no value"),
             report->warnings[0].detail.c_str());
    const auto motion = DatasetReader::open(file("d.h5"))->read(0);
    QVERIFY(motion->is_measured(1, 0, 0) && !motion->is_measured(1, 0, 1));
    QCOMPARE(motion->joint(1, 0, 1)[0], 0.0f); // not 4
}

void TextTablesTest::scoresAreConfidence() {
    std::ofstream(file("a.csv")) << "1,2,3,0.25,4,5,6,1\n1,2,3,,4,5,6,0\n,,,0.9,4,5,6,7\n";
    const auto report = import(file("a.csv"), recipe(R"(, "joint_columns": ["x", "y", "z", "score"])"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto motion = DatasetReader::open(file("d.h5"))->read(0);
    QCOMPARE(motion->confidence[0], 0.25f);
    QCOMPARE(motion->confidence[1], 1.0f);
    QCOMPARE(motion->confidence[2], 1.0f); // says nothing: as good as measured
    QVERIFY(motion->confidence[3] > 0 && motion->confidence[3] < 0.01f);
    QCOMPARE(motion->confidence[4], 0.0f); // no position
    QCOMPARE(motion->confidence[5], 1.0f);
}

void TextTablesTest::leftOverColumns() {
    std::ofstream(file("a.csv")) << "1,2,3,4,5,6,0.9,\n";
    const auto report = import(file("a.csv"), recipe());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::joint_count_wrong);
    QCOMPARE(report.error().place.column.value_or(0), 7LL);
    QVERIFY(import(file("a.csv"), recipe(R"(, "other_columns": "skip")")).has_value());
    std::ofstream(file("a.csv")) << "1,2,3,4,5,6,,,\n"; // separators at the end hold nothing
    QVERIFY(import(file("a.csv"), recipe()).has_value());
}

void TextTablesTest::encodings() {
    const std::string wanted = "a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80";
    const QString text = QString::fromStdString(wanted);
    QByteArray little("\xFF\xFE", 2), big("\xFE\xFF", 2);
    for (const QChar letter : text) {
        little.append(static_cast<char>(letter.cell())).append(static_cast<char>(letter.row()));
        big.append(static_cast<char>(letter.row())).append(static_cast<char>(letter.cell()));
    }
    QCOMPARE(as_utf8(little.toStdString()), wanted);
    QCOMPARE(as_utf8(big.toStdString()), wanted);
    QCOMPARE(as_utf8("\xEF\xBB\xBF" + wanted), wanted);
    QCOMPARE(as_utf8(wanted), wanted);
    QCOMPARE(as_utf8(std::string("\xFF\xFE\x00\xD8", 4)), std::string("\xEF\xBF\xBD")); // half a pair
}

KINELENS_TEST(TextTablesTest, nothing);

} // namespace text_tables_test
#include "text_tables_test.moc"
