#include "core/results/evaluation_export.h"
#include "core/results/evaluation_results.h"
#include "core/results/evaluation_summary.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <cmath>
#include <nlohmann/json.hpp>

namespace evaluation_results_test {

using namespace kinelens;

namespace {

EvaluationResults example() {
    EvaluationResults results;
    results.class_names = {"wave", "kick", "spalten – ü"};
    results.names = {"a", "b", "c", "d"};
    results.truth = {0, 1, 2, 1};
    results.predicted = {0, 1, 1, 0};
    results.fold = {0, 0, 1, 1};
    results.fold_names = {"folds:subject/2#0", "folds:subject/2#1"};
    results.facts = {{1, 2, 3, 4}, {1, 1, 2, 2}, {-1, -1, -1, -1}, {30, 40, 50, 60}, {0, 0, 0, 1}};
    results.scores = {0.8F, 0.1F, 0.1F, 0.2F, 0.7F, 0.1F, 0.1F, 0.6F, 0.3F, 0.5F, 0.3F, 0.2F};
    results.retrieved = {{"x", "y"}, {0, 1}, 2, {0, 1, 1, 0, 1, 0, 0, 1}, {0, 1, 0, 1, 0, 1, 0, 1}};
    results.repeats = {0, 0, 1, 2, 1, 2, 0, 1};
    results.subset = {{"x", "y"}, {0, 1}, {0, 0}};
    results.map = {2, {1, 0, 0.5F, 0.5F}, {0.25F, 0.5F}};
    results.stamp = {{"verb", "probe"}, {"seed", "7"}, {"data_hash", "h"}, {"protocol", "folds:subject/2"}};
    results.report = report_from_json(R"({"epochs":3})");
    return results;
}

} // namespace

class EvaluationResultsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

private slots:
    void what_is_written_is_read() {
        QVERIFY(write_results(path("r.h5"), example()).has_value());
        const auto read = read_results(path("r.h5"));
        QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
        QVERIFY(*read == example());
        QVERIFY(write_results(path("r.h5"), example()).has_value()); // may be made again
        QVERIFY(!std::filesystem::exists(temporary_name(path("r.h5"))));
    }

    void tables_for_other_programs() {
        const auto samples = QString::fromStdString(samples_csv(example())).split("\r\n");
        QCOMPARE(samples.size(), 6); // a header, four, and the end of the last
        QCOMPARE(samples[0], QString("name,truth,predicted,right,fold,score wave,score kick,"
                                     "score spalten – ü,nearest,distance"));
        QCOMPARE(samples[3], QString("c,spalten – ü,kick,0,folds:subject/2#1,0.1,0.6,0.3,y,0"));
        const auto figures = figures_csv(example());
        QVERIFY(figures.starts_with("by,value,count,right,top1,low95,high95,top5,mean_class,last_epoch,"
                                    "best_test_epoch,repeats,repeat_mean,repeat_spread\r\nall,all,4,2,0.5,"));
        QVERIFY(figures.find("class,kick,2,1,0.5,,,,,,,,,\r\n") != std::string::npos);
        QVERIFY(figures.find("subject,1,1,1,1,,,,,,,,,\r\n") != std::string::npos);
        QCOMPARE(subset_csv(example()), std::string("fold,repeat,name\r\nfolds:subject/2#0,0,x\r\n"
                                                    "folds:subject/2#1,0,y\r\n"));
        QCOMPARE(weights_csv(example()), std::string("w1,w2,top1\r\n1,0,0.25\r\n0.5,0.5,0.5\r\n"));
        QCOMPARE(confusion_csv(example()), std::string("truth,wave,kick,spalten – ü\r\nwave,1,0,0\r\n"
                                                       "kick,1,1,0\r\nspalten – ü,0,1,0\r\n"));
    }

    // Of the first repetition two of four are right, of the second one.
    void the_table_of_figures_has_epochs_and_repetitions() {
        auto results = example();
        results.repeats = {0, 0, 1, 2, 1, 1, 0, 0};
        const char* report = R"({"last_epoch":{"top1":0.25},"best_test_epoch":{"top1":0.75},"fits":[
            {"fold":"folds:subject/2#0","last_epoch":{"top1":0.5},"best_test_epoch":{"top1":1.0}},
            {"fold":"folds:subject/2#0","last_epoch":{"top1":0.0},"best_test_epoch":{"top1":0.5}}]})";
        results.report = report_from_json(report);
        const auto lines = QString::fromStdString(figures_csv(results)).split("\r\n");
        const auto all = lines[1].split(','), fold = lines[2].split(','), other = lines[3].split(',');
        QCOMPARE(all.mid(7, 6), (QStringList{"1", "0.5", "0.25", "0.75", "2", "0.375"}));
        QVERIFY(all[5].toDouble() < 0.5 && all[6].toDouble() > 0.5);
        QCOMPARE(fold.mid(0, 5), (QStringList{"fold", "folds:subject/2#0", "2", "2", "1"}));
        QCOMPARE(fold.mid(9, 4), (QStringList{"0.25", "0.75", "2", "0.75"}));
        QCOMPARE(other.mid(9, 2), (QStringList{"", ""})); // no fit of it is told
        QVERIFY(lines[lines.size() - 2].startsWith("repeat,1,4,1,0.25,"));
    }

    void every_table_is_JSON_as_well() {
        const auto table = [&](EvaluationTable what, const char* file) {
            const auto written = export_results(example(), what, TableFormat::json, path(file), false);
            return written ? nlohmann::json::parse(*read_text_file(path(file))) : nlohmann::json();
        };
        const auto samples = table(EvaluationTable::samples, "s.json");
        QCOMPARE(samples["columns"][0].get<std::string>(), std::string("name"));
        QCOMPARE(samples["rows"][2][1].get<std::string>(), std::string("spalten – ü"));
        QCOMPARE(samples["rows"][2][6].get<double>(), 0.6);
        QCOMPARE(samples["stamp"]["seed"].get<std::string>(), std::string("7"));
        QCOMPARE(table(EvaluationTable::confusion, "c.json")["rows"][1],
                 nlohmann::json::array({"kick", 1, 1, 0}));
        QCOMPARE(table(EvaluationTable::subset, "u.json")["rows"].size(), std::size_t(2));
        QCOMPARE(table(EvaluationTable::weights, "w.json")["rows"][1],
                 nlohmann::json::array({0.5, 0.5, 0.5}));
        auto without = example();
        without.subset = {};
        without.map = {};
        for (const EvaluationTable what : {EvaluationTable::subset, EvaluationTable::weights})
            QCOMPARE(export_results(without, what, TableFormat::csv, path("n.csv"), false).error().subject,
                     std::string("what"));
        QVERIFY(!std::filesystem::exists(path("n.csv")));
    }

    // Few names are all told; of many the first, with the seed that draws them again.
    void the_labelled_subset_is_shown_by_name() {
        auto results = example();
        const auto few = nlohmann::json::parse(summary_to_json(evaluation_summary(results)))["subset"];
        QCOMPARE(few.size(), std::size_t(2));
        QCOMPARE(few[1]["fold"].get<std::string>(), std::string("folds:subject/2#1"));
        QCOMPARE(few[1]["names"], nlohmann::json::array({"y"}));
        results.subset = {};
        for (int i = 0; i < 21; ++i) {
            results.subset.name.push_back("n" + std::to_string(i));
            results.subset.fold.push_back(0);
            results.subset.repeat.push_back(0);
        }
        const auto many = nlohmann::json::parse(summary_to_json(evaluation_summary(results)))["subset"];
        QCOMPARE(many[0]["count"].get<int>(), 21);
        QCOMPARE(many[0]["first"].size(), std::size_t(5));
        QCOMPARE(many[0]["seed"].get<int>(), 7);
        QVERIFY(!many[0].contains("names"));
    }

    // Every table has its receipt, and nothing is overwritten unasked.
    void exports_carry_their_receipt() {
        constexpr auto confusion = EvaluationTable::confusion;
        const auto written = export_results(example(), confusion, TableFormat::csv, path("c.csv"), false);
        QVERIFY2(written.has_value(), written ? "" : describe(written.error()).c_str());
        QCOMPARE(written->size(), std::size_t(2));
        const auto receipt = nlohmann::json::parse(*read_text_file(path("c.csv.receipt.json")));
        QCOMPARE(receipt["stamp"]["seed"].get<std::string>(), std::string("7"));
        const auto again = export_results(example(), confusion, TableFormat::csv, path("c.csv"), false);
        QCOMPARE(again.error().code, ErrorCode::already_exists);
        QVERIFY(export_results(example(), confusion, TableFormat::csv, path("c.csv"), true).has_value());
    }

    void summary_has_the_figures_of_all_and_of_each_fold() {
        auto results = example();
        results.repeats.clear();
        const auto json = nlohmann::json::parse(summary_to_json(evaluation_summary(results)));
        QCOMPARE(json["top1"].get<double>(), 0.5);
        QCOMPARE(json["top5"].get<double>(), 1.0);
        QCOMPARE(json["folds"].size(), std::size_t(2));
        QCOMPARE(json["folds"][0]["top1"].get<double>(), 1.0);
        QCOMPARE(json["folds"][1]["top1"].get<double>(), 0.0);
        QCOMPARE(json["mean"]["top1"].get<double>(), 0.5);
        QVERIFY(std::abs(json["spread"]["top1"].get<double>() - std::sqrt(0.5)) < 1e-12);
        QCOMPARE(json["confusion"][1][0].get<int>(), 1);
        QCOMPARE(json["per_class"][1]["top1"].get<double>(), 0.5);
        QCOMPARE(json["stamp"]["data_hash"].get<std::string>(), std::string("h"));
        QCOMPARE(json["epochs"].get<int>(), 3);
        QVERIFY(json["interval95"][0].get<double>() < 0.5 && json["interval95"][1].get<double>() > 0.5);
    }

    // Files of other programs may tell things under the same names in their own way.
    void a_report_keeps_what_it_does_not_know() {
        const std::string own = R"({"selection":"by hand","fits":7,"recall":0.5,"colour":{"of":[1,2]}})";
        const EvaluationReport report = report_from_json(own);
        QVERIFY(!report.selection && report.fits.empty());
        QCOMPARE(report.recall, std::optional<double>(0.5));
        QCOMPARE(report.more, std::string(R"({"selection":"by hand","fits":7,"colour":{"of":[1,2]}})"));
        QCOMPARE(report_from_json(report_to_json(report)), report);
        QCOMPARE(report_to_json(report_from_json("no JSON")), std::string("{}"));
    }

    void a_damaged_summary_is_refused() {
        const std::string whole = summary_to_json(evaluation_summary(example()));
        const auto read = evaluation_summary_from_json(whole, "a run");
        QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
        QCOMPARE(summary_to_json(*read), whole);
        for (const std::string& damaged :
             {std::string("{}"), whole.substr(1),
              std::string(R"({"top1":"many","interval95":[0,1],"stamp":{}})"),
              std::string(R"({"top1":0.5,"interval95":[0,1],"stamp":{"seed":7}})")}) {
            const auto refused = evaluation_summary_from_json(damaged, "a run");
            QVERIFY(!refused.has_value());
            QCOMPARE(refused.error().code, ErrorCode::format_invalid);
            QCOMPARE(refused.error().subject, std::string("a run"));
        }
    }

    void repetitions_are_runs_of_their_own() {
        const auto json = nlohmann::json::parse(summary_to_json(evaluation_summary(example())));
        QCOMPARE(json["folds"].size(), std::size_t(4));
        QCOMPARE(json["folds"][1]["repeat"].get<int>(), 1);
        QCOMPARE(json["folds"][1]["top1"].get<double>(), 0.5); // b was taken for the third class
        QVERIFY(json["spread"]["top5"].is_null());             // scores are of the first repetition
    }

    // The first repetition has two of four right, the second one of four: c is never right, a always.
    void the_mean_over_repetitions_leads() {
        auto results = example();
        results.repeats = {0, 0, 1, 2, 1, 1, 0, 0};
        const auto json = nlohmann::json::parse(summary_to_json(evaluation_summary(results)));
        QCOMPARE(json["top1"].get<double>(), 0.375);
        QCOMPARE(json["repeats"]["count"].get<int>(), 2);
        QCOMPARE(json["repeats"]["each"], nlohmann::json::array({0.5, 0.25}));
        QVERIFY(std::abs(json["repeats"]["top1"]["spread"].get<double>() - std::sqrt(0.03125)) < 1e-12);
        QVERIFY(std::abs(json["mean_class"].get<double>() - (0.5 + 1.0 / 3) / 2) < 1e-12);
        QVERIFY(json["interval95"][0].get<double>() < 0.375 && json["interval95"][1].get<double>() > 0.375);
        QCOMPARE(json["confusion"][1][1].get<int>(), 1); // of the first, as it says
        const auto& first = json["repeats"]["of_the_first"];
        QVERIFY(std::find(first.begin(), first.end(), "confusion") != first.end());
        results.repeats = {0, 1, 1, 0};
        QVERIFY(!figures_over_repeats(results));
        const auto one = nlohmann::json::parse(summary_to_json(evaluation_summary(results)));
        QVERIFY(!one.contains("repeats"));
        QCOMPARE(one["top1"].get<double>(), 0.5);
    }

    void comparisons_join_by_name_and_tell_of_stamps() {
        auto other = example();
        std::swap(other.names[0], other.names[3]); // now a: truth 1, d: truth 0
        std::swap(other.truth[0], other.truth[3]);
        std::swap(other.predicted[0], other.predicted[3]);
        std::swap(other.names[0], other.names[3]);
        other.stamp["seed"] = "8";
        other.stamp["checkpoint"] = "other.pt";
        const auto summary = comparison_summary(example(), other);
        QVERIFY(summary.has_value());
        const auto json = nlohmann::json::parse(summary_to_json(*summary));
        QCOMPARE(json["differing"], nlohmann::json::array({"seed"}));
        QCOMPARE(json["compared"], nlohmann::json::array());
        other.names[0] = "z";
        QCOMPARE(comparison_summary(example(), other).error().code, ErrorCode::invalid_argument);
    }

    // Conditions are told by name; what is compared, and what changes no number, is none.
    void stamps_differ_in_what_makes_numbers_differ() {
        const auto stamp = [](const char* verb, const char* options) {
            return Stamp{{"verb", verb}, {"data_hash", "h"}, {"options", options}};
        };
        using Keys = std::vector<std::string>;
        Stamp left = stamp("finetune", R"({"epochs":80,"selection":"test","label_fraction":0.1,"threads":1,
                                           "device":"cpu","encode_batch_size":32,"preprocess":"trained"})");
        Stamp right = stamp("finetune", R"({"epochs":40,"selection":"last","label_fraction":0.01,"threads":2,
                                            "device":"cuda","encode_batch_size":8,"preprocess":"released"})");
        left["objective"] = "vac-xc-all";
        right["objective"] = "contrastive";
        right["checkpoint_hash"] = "c";
        QCOMPARE(differing_stamps(left, right), (Keys{"epochs", "selection", "label_fraction"}));
        QCOMPARE(compared_in(left, right), (Keys{"objective", "checkpoint"}));
        QCOMPARE(differing_stamps(left, left), Keys{});
        const Stamp probe = stamp("probe", R"({"epochs":160,"selection":"validation"})");
        QCOMPARE(differing_stamps(left, probe), (Keys{"verb", "selection"}));
        const Stamp exact = stamp("retrieve", R"({"search":"exact","links":16})");
        const Stamp links = stamp("retrieve", R"({"search":"exact","links":8})");
        const Stamp graph = stamp("retrieve", R"({"search":"approximate","links":8})");
        QCOMPARE(differing_stamps(exact, links), Keys{});
        QCOMPARE(differing_stamps(exact, graph), (Keys{"search", "links"}));
        QCOMPARE(differing_stamps(exact, {{"verb", "retrieve"}, {"data_hash", "h"}}), Keys{}); // of others
    }

    void the_encoder_and_the_objective_are_read_again() {
        auto results = example();
        results.stamp["encoder"] = "dste";
        results.stamp["objective"] = "vac-xc-all";
        QVERIFY(write_results(path("e.h5"), results).has_value());
        QCOMPARE(read_results(path("e.h5"))->stamp, results.stamp);
    }

    void files_of_others_need_little() {
        EvaluationResults bare;
        bare.class_names = {"x", "y", "z"};
        bare.names = {"a", "b"};
        bare.truth = {0, 2};
        bare.scores = {1, 0, 0, 0, 1, 0};
        QVERIFY(write_results(path("o.h5"), bare).has_value());
        const auto read = read_results(path("o.h5"));
        QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
        QCOMPARE(read->predicted, (std::vector<std::int32_t>{0, 1}));
        QCOMPARE(figures_of(*read).top1, 0.5);
    }

    void what_does_not_fit_is_named_data() {
        QTest::addColumn<QString>("array");
        for (const char* array :
             {"/truth", "/scores", "/neighbours", "/fold", "/names", "/facts", "/map", "/subset"})
            QTest::newRow(array) << array;
    }
    void what_does_not_fit_is_named() {
        QFETCH(QString, array);
        auto results = example();
        if (array == "/truth") results.truth[0] = 3;
        if (array == "/scores") results.scores.resize(9);
        if (array == "/neighbours") results.retrieved.indices[3] = 2;
        if (array == "/fold") results.fold[0] = -1;
        if (array == "/names") results.names[1] = "a";
        if (array == "/facts") results.facts.camera.pop_back();
        if (array == "/map") results.map.accuracy.pop_back();
        if (array == "/subset") results.subset.fold[0] = 2;
        QVERIFY(write_results(path("bad.h5"), results).has_value());
        const auto read = read_results(path("bad.h5"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::format_invalid);
        QVERIFY2(QString::fromStdString(read.error().detail).startsWith(array), read.error().detail.c_str());
    }

    void other_files_are_left_and_refused() {
        QVERIFY(write_file_atomically(path("text.h5"), "precious").has_value());
        QCOMPARE(write_results(path("text.h5"), example()).error().code, ErrorCode::already_exists);
        QCOMPARE(read_results(path("text.h5")).error().code, ErrorCode::format_unknown);
        QCOMPARE(read_results(path("none.h5")).error().code, ErrorCode::file_not_found);
        QCOMPARE(write_results(path("no/r.h5"), example()).error().code, ErrorCode::file_not_found);
        auto torn = example();
        torn.scores[0] = std::nanf("");
        QVERIFY(write_results(path("nan.h5"), torn).has_value());
        QCOMPARE(read_results(path("nan.h5")).error().code, ErrorCode::value_not_finite);
    }
};

KINELENS_TEST(EvaluationResultsTest, nothing);

} // namespace evaluation_results_test
#include "evaluation_results_test.moc"
