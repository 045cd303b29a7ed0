#include "core/learning/ablation/ablate_job.h"

#include "core/foundation/resources.h"
#include "core/results/evaluation_results.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

namespace ablation_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

const EventSink nobody = [](const Event&) {};

const char* const small_table = R"({
  "name": "small", "protocol": "folds:subject/2", "evaluate": ["retrieve", "probe"],
  "pretrain": {"hidden_size": 8, "frames": 16, "crop_frames_minimum": 8, "epochs": 1, "batch_size": 8,
               "milestones": ""},
  "probe": {"epochs": 3, "batch_size": 4, "milestones": ""},
  "rows": [{"name": "raw joints", "kind": "raw", "evaluate": ["retrieve"], "retrieve": {"distance": "euclidean"}},
           {"name": "untrained", "kind": "random"},
           {"name": "a/b \u0022quoted\u0022, α", "pretrain": {"alpha": 0.25}},
           {"name": "both", "kind": "ensemble", "evaluate": ["probe"], "of": ["untrained", "a/b \u0022quoted\u0022, α"]}],
  "compare": [["untrained/probe", "both/probe"]]})";

} // namespace

class AblationTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(kinelens::testing::write_small_dataset(path("d.h5"), 20).has_value()); }

    void options_are_read_in_layers() {
        const auto table = ablation_from_json(small_table, "small");
        QVERIFY2(table.has_value(), table ? "" : describe(table.error()).c_str());
        QCOMPARE(table->cells.size(), std::size_t(6));
        QCOMPARE(table->cells[0].name(), std::string("raw joints/retrieve"));
        QCOMPARE(std::get<RetrieveOptions>(table->cells[0].options).distance, Distance::euclidean);
        QCOMPARE(table->cells[3].pretrain.alpha, 0.25);
        QCOMPARE(table->cells[3].pretrain.hidden_size, 8);
        QCOMPARE(table->cells[5].members.size(), std::size_t(2));
    }

    void wrong_tables_are_refused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no rows") << QByteArray(R"({"rows": []})");
        QTest::newRow("no name") << QByteArray(R"({"protocol": "random:0.5", "rows": [{}]})");
        QTest::newRow("no protocol") << QByteArray(R"({"rows": [{"name": "a"}]})");
        QTest::newRow("unknown option")
            << QByteArray(R"({"protocol": "random:0.5", "rows": [{"name": "a", "probe": {"epoch": 3}}]})");
        QTest::newRow("unknown verb")
            << QByteArray(R"({"protocol": "random:0.5", "rows": [{"name": "a", "evaluate": ["detect"]}]})");
        QTest::newRow("unknown kind")
            << QByteArray(R"({"protocol": "random:0.5", "rows": [{"name": "a", "kind": "b"}]})");
        QTest::newRow("twice") << QByteArray(
            R"({"protocol": "random:0.5", "rows": [{"name": "a"}, {"name": "a"}]})");
        QTest::newRow("ensemble of nothing")
            << QByteArray(R"({"protocol": "random:0.5", "rows": [{"name": "a", "kind": "ensemble"}]})");
        QTest::newRow("number for a name")
            << QByteArray(R"({"protocol": "random:0.5", "rows": [{"name": 3}]})");
        QTest::newRow("compare with nobody") << QByteArray(
            R"({"protocol": "random:0.5", "rows": [{"name": "a"}], "compare": [["a/probe", "b"]]})");
        QTest::newRow("raw joints fine-tuned") << QByteArray(
            R"({"protocol": "random:0.5", "rows": [{"name": "a", "kind": "raw", "evaluate": ["finetune"]}]})");
    }
    void wrong_tables_are_refused() {
        QFETCH(QByteArray, json);
        const auto table = ablation_from_json(json.toStdString(), "t.json");
        QVERIFY(!table);
        QVERIFY2(QString::fromStdString(table.error().subject).startsWith("t.json"),
                 table.error().subject.c_str());
    }

    void tables_of_the_program_can_be_read() {
        const auto names = resource_names("ablations");
        QVERIFY(names.size() >= 4);
        for (const std::string& name : names) {
            const auto table = named_ablation(name);
            QVERIFY2(table.has_value(), table ? "" : describe(table.error()).c_str());
        }
        QCOMPARE(named_ablation("nothing").error().code, ErrorCode::not_found);
    }

    void cells_are_made_once() {
        const auto table = ablation_from_json(small_table, "small");
        const auto first = run_ablation(*table, path("d.h5").string(), path("run"), nobody, {});
        QVERIFY2(first.has_value(), first ? "" : describe(first.error()).c_str());
        QCOMPARE(first->rows.size(), std::size_t(6));
        for (const auto& row : first->rows) {
            QVERIFY(!row.kept);
            const auto results = read_results(row.file);
            QVERIFY2(results.has_value(), results ? "" : describe(results.error()).c_str());
            QCOMPARE(results->names.size(), std::size_t(20)); // pooled over both splits
        }
        std::filesystem::remove(first->rows[2].file);
        const auto again = run_ablation(*table, path("d.h5").string(), path("run"), nobody, {});
        QVERIFY(again.has_value());
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(again->rows[i].kept, i != 2);
            QCOMPARE(again->rows[i].evaluation()->figures, first->rows[i].evaluation()->figures);
        }
        QCOMPARE(again->comparisons.size(), std::size_t(1));
        const auto csv = read_text_file(path("run") / "table.csv");
        QCOMPARE(std::count(csv->begin(), csv->end(), '\n'), 7);
        QVERIFY(csv->find("\"a/b \"\"quoted\"\", α\",probe,20,") != std::string::npos);
        const auto json = nlohmann::json::parse(*read_text_file(path("run") / "table.json"));
        QCOMPARE(json["rows"].size(), std::size_t(6));
    }

    void other_options_make_other_cells() {
        auto table = ablation_from_json(small_table, "small");
        table->cells.resize(1);
        table->comparisons.clear();
        std::get<RetrieveOptions>(table->cells[0].options).neighbours = 3;
        const auto made = run_ablation(*table, path("d.h5").string(), path("run"), nobody, {});
        QVERIFY(made.has_value());
        QVERIFY(!made->rows[0].kept);
    }

    void wrong_protocols_are_said_before_anything_is_trained() {
        auto table = ablation_from_json(small_table, "small");
        table->cells.back().protocol = "cameras:9";
        const auto made = run_ablation(*table, path("d.h5").string(), path("other"), nobody, {});
        QVERIFY(!made);
        QVERIFY(!std::filesystem::exists(path("other")));
    }
};

KINELENS_TEST(AblationTest, event_loop);

} // namespace ablation_test
#include "ablation_test.moc"
