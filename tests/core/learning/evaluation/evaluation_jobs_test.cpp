#include "core/learning/evaluation/evaluation_jobs.h"

#include "core/dataset/dataset_reader.h"
#include "core/learning/evaluation/features_job.h"
#include "core/results/evaluation_summary.h"
#include "core/results/features_reader.h"
#include "core/results/features_writer.h"
#include "tests/core/learning/support/small_model.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace evaluation_jobs_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

const EventSink nobody = [](const Event&) {};

ProbeOptions quick_probe() {
    ProbeOptions options;
    options.epochs = 10;
    options.milestones = "8";
    options.learning_rate = 0.5;
    options.batch_size = 4;
    options.validation_share = 0.25;
    options.standardise = true;
    return options;
}

FinetuneOptions quick_finetune() {
    FinetuneOptions options;
    options.epochs = 4;
    options.milestones = "3";
    options.test_every = 2;
    options.repeats = 2;
    options.batch_size = 4;
    options.label_fraction = 0.7;
    return options;
}

// The small dataset with its sequences in the other order.
Result<void> write_backwards(const Path& file, int sequences) {
    DatasetInfo info;
    info.name = "small";
    info.layout = anonymous_layout(6);
    KINELENS_TRY(writer, DatasetWriter::create(file, info));
    for (const char* name : {"even", "odd"}) writer.class_index(name);
    for (int i = sequences; i-- > 0;) {
        SequenceInfo sequence;
        sequence.name = "sequence" + std::to_string(i);
        sequence.label = i % 2;
        sequence.subject = i % 2;
        KINELENS_CHECK(writer.append(sequence, kinelens::testing::swinging(i, 6)));
    }
    return writer.finish();
}

} // namespace

class EvaluationJobsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }
    EvaluationRequest request(const char* protocol = "random:0.6") const {
        return {{path("m.pt").string()}, "", path("d.h5").string(), protocol};
    }
    EvaluationRequest by_features(const char* file) const {
        auto asked = request();
        asked.checkpoints.clear();
        asked.features = path(file).string();
        return asked;
    }

    // The same features in another order of the file.
    void write_permuted() {
        const auto features = read_features(path("f.h5"));
        const auto width = static_cast<std::size_t>(features->dimension);
        auto writer =
            FeaturesWriter::create(path("p.h5"), {features->dimension, false, 0, 0}, features->stamp);
        QVERIFY(writer.has_value());
        for (std::size_t i = features->names.size(); i-- > 0;)
            QVERIFY(writer->append({features->names[i]}, {features->instance.data() + i * width}));
        QVERIFY(writer->finish().has_value());
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(kinelens::testing::write_small_dataset(path("d.h5"), 30).has_value());
        QVERIFY(
            test_support::save_small_model(path("m.pt"), DatasetReader::open(path("d.h5"))->info().layout));
        QVERIFY(compute_features(path("m.pt"), path("d.h5"), path("f.h5"), {}, nobody, {}).has_value());
        write_permuted();
    }

    void probe_of_a_checkpoint_and_of_features_in_any_order() {
        const auto one = run_probe(by_features("f.h5"), quick_probe(), nobody, {});
        QVERIFY2(one.has_value(), one ? "" : describe(one.error()).c_str());
        const auto two = run_probe(by_features("p.h5"), quick_probe(), nobody, {});
        QCOMPARE(one->scores, two->scores);
        QCOMPARE(one->names, two->names);
        QCOMPARE(one->names.size(), std::size_t(12));
        const auto direct = run_probe(request(), quick_probe(), nobody, {});
        QVERIFY2(direct.has_value(), direct ? "" : describe(direct.error()).c_str());
        QCOMPARE(direct->predicted, one->predicted);
        QCOMPARE(direct->stamp.text("stream"), std::string("joint"));
        QCOMPARE(direct->stamp.text("preprocess"), std::string("released"));
        for (const char* key : {"data_hash", "split_hash", "checkpoint_hash", "seed", "code_version", "verb"})
            QVERIFY2(direct->stamp.contains(key), key);
        for (const char* key :
             {"encoder", "objective", "checkpoint", "checkpoint_hash", "stream", "preprocess"})
            QCOMPARE(one->stamp.text(key), direct->stamp.text(key)); // as the features file tells them
        const auto json = nlohmann::json::parse(summary_to_json(evaluation_summary(*direct)));
        QCOMPARE(json["fits"].size(), std::size_t(1));
        QCOMPARE(json["fits"][0]["last_epoch"]["epoch"].get<int>(), 10);
        QVERIFY(json["best_test_epoch"]["top1"].get<double>() >= json["last_epoch"]["top1"].get<double>());
        QCOMPARE(json["fits"][0]["validation_samples"].get<int>(), 5);
    }

    void folds_are_run_and_pooled() {
        const auto found = run_probe(request("leave-subject-out"), quick_probe(), nobody, {});
        QVERIFY2(found.has_value(), found ? "" : describe(found.error()).c_str());
        QCOMPARE(found->names.size(), std::size_t(30));
        QCOMPARE(found->fold_names, (std::vector<std::string>{"leave-subject-out#0", "leave-subject-out#1"}));
        const auto single = run_probe(request("leave-subject-out#1"), quick_probe(), nobody, {});
        for (std::size_t i = 0; i < single->names.size(); ++i) {
            const auto at = std::find(found->names.begin(), found->names.end(), single->names[i]);
            QCOMPARE(found->predicted[std::size_t(at - found->names.begin())], single->predicted[i]);
        }
        auto several = request("leave-subject-out");
        several.checkpoints.push_back(several.checkpoints.front());
        QCOMPARE(run_probe(several, quick_probe(), nobody, {})->scores, found->scores);
    }

    void retrieval_keeps_the_neighbours() {
        RetrieveOptions options;
        options.neighbours = 3;
        const auto exact = run_retrieval(request("leave-subject-out"), options, nobody, {});
        QVERIFY2(exact.has_value(), exact ? "" : describe(exact.error()).c_str());
        const auto& retrieved = exact->retrieved;
        QCOMPARE(retrieved.k, std::size_t(5));
        for (std::size_t i = 0; i < exact->names.size(); ++i)
            for (std::size_t n = 0; n < 5; ++n) { // neighbours are the other subject's: of the other class
                const auto row = static_cast<std::size_t>(retrieved.indices[i * 5 + n]);
                QVERIFY(retrieved.gallery_truth[row] != exact->truth[i]);
                QVERIFY(n == 0 || retrieved.distances[i * 5 + n] >= retrieved.distances[i * 5 + n - 1]);
            }
        options.search = NeighbourSearch::approximate;
        const auto graph = run_retrieval(request("leave-subject-out"), options, nobody, {});
        QCOMPARE(graph->retrieved.indices, retrieved.indices);
        QCOMPARE(graph->report.recall, std::optional<double>(1.0));
    }

    // Random splits of 30 leave a gallery of 18: as many vote, and that is said.
    void no_more_neighbours_vote_than_there_are() {
        RetrieveOptions options;
        options.neighbours = 50;
        int warnings = 0;
        const EventSink counting = [&](const Event& event) {
            warnings += std::holds_alternative<WarningRaised>(event) ? 1 : 0;
        };
        const auto many = run_retrieval(request(), options, counting, {});
        QVERIFY2(many.has_value(), many ? "" : describe(many.error()).c_str());
        QCOMPARE(warnings, 1);
        QCOMPARE(many->retrieved.k, std::size_t(18));
        QCOMPARE(many->report.neighbours, std::optional<std::int64_t>(18));
        QCOMPARE(many->report.neighbours_asked, std::optional<std::int64_t>(50));
        options.neighbours = 18;
        const auto all = run_retrieval(request(), options, counting, {});
        QCOMPARE(warnings, 1);
        QCOMPARE(all->predicted, many->predicted);
        QVERIFY(!all->report.neighbours_asked);
    }

    void the_order_of_the_dataset_changes_no_number() {
        const Path backwards = path("b.h5");
        QVERIFY(write_backwards(backwards, 30).has_value());
        auto asked = request();
        asked.data = backwards.string();
        const auto same = [](const Result<EvaluationResults>& left, const Result<EvaluationResults>& right) {
            return left && right && left->names == right->names && left->truth == right->truth &&
                   left->predicted == right->predicted && left->scores == right->scores &&
                   left->retrieved == right->retrieved && left->repeats == right->repeats &&
                   left->subset == right->subset && left->report == right->report &&
                   left->stamp.text("split_hash") == right->stamp.text("split_hash");
        };
        QVERIFY(same(run_probe(request(), quick_probe(), nobody, {}),
                     run_probe(asked, quick_probe(), nobody, {})));
        QVERIFY(same(run_retrieval(request(), {}, nobody, {}), run_retrieval(asked, {}, nobody, {})));
        QVERIFY(same(run_finetuning(request(), quick_finetune(), nobody, {}),
                     run_finetuning(asked, quick_finetune(), nobody, {})));
    }

    void fine_tuning_learns_from_a_listed_subset() {
        const auto found = run_finetuning(request(), quick_finetune(), nobody, {});
        QVERIFY2(found.has_value(), found ? "" : describe(found.error()).c_str());
        QCOMPARE(found->subset.name.size(), std::size_t(24)); // floor(0.7 · 18) in each repetition
        QCOMPARE(found->repetitions(), std::size_t(2));
        const auto again = run_finetuning(request(), quick_finetune(), nobody, {});
        QCOMPARE(again->scores, found->scores);
        QCOMPARE(again->repeats, found->repeats);
        auto other = quick_finetune();
        other.seed = 5;
        QVERIFY(run_finetuning(request(), other, nobody, {})->subset.name != found->subset.name);
        QVERIFY(run_probe(request(), quick_probe(), nobody, {})->scores != found->scores);
    }

    void wrong_inputs_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing to evaluate") << "none"
                                             << "argument_missing";
        QTest::newRow("both") << "both"
                              << "invalid_argument";
        QTest::newRow("three checkpoints") << "three"
                                           << "invalid_argument";
        QTest::newRow("no checkpoint") << "missing"
                                       << "file_not_found";
        QTest::newRow("other skeleton") << "skeleton"
                                        << "joint_count_wrong";
        QTest::newRow("other names") << "names"
                                     << "invalid_argument";
        QTest::newRow("no data") << "data"
                                 << "argument_missing";
        QTest::newRow("no protocol") << "protocol"
                                     << "invalid_argument";
        QTest::newRow("a dataset as features") << "dataset"
                                               << "format_invalid";
        QTest::newRow("no held-out share") << "share"
                                           << "invalid_argument";
    }
    void wrong_inputs() {
        QFETCH(QString, what);
        QFETCH(QString, code);
        auto asked = request();
        auto options = quick_probe();
        if (what == "none") asked.checkpoints.clear();
        if (what == "both") asked.features = path("f.h5").string();
        if (what == "three") asked.checkpoints.resize(3, asked.checkpoints.front());
        if (what == "missing") asked.checkpoints = {path("no.pt").string()};
        if (what == "data") asked.data.clear();
        if (what == "protocol") asked.protocol = "ntu61-xsub";
        if (what == "dataset") asked = by_features("d.h5");
        if (what == "share") options.validation_share = 0;
        if (what == "skeleton") {
            QVERIFY(test_support::save_small_model(path("o.pt"), *built_in_layout("ntu25")).has_value());
            asked.checkpoints = {path("o.pt").string()};
        }
        if (what == "names") {
            auto writer = FeaturesWriter::create(path("n.h5"), {2, false, 0, 0}, {});
            QVERIFY(writer->append({"sequence1"}, {std::vector<float>{1, 2}.data()}));
            QVERIFY(writer->finish().has_value());
            asked = by_features("n.h5");
        }
        const auto found = run_probe(asked, options, nobody, {});
        QVERIFY(!found);
        QCOMPARE(std::string(error_code_name(found.error().code)), code.toStdString());
    }

    void stopping_leaves_nothing() {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(run_probe(request(), quick_probe(), nobody, stop.get_token()).error().code,
                 ErrorCode::cancelled);
        QCOMPARE(run_finetuning(request(), quick_finetune(), nobody, stop.get_token()).error().code,
                 ErrorCode::cancelled);
    }

    void too_few_labels_are_said() {
        auto options = quick_finetune();
        options.label_fraction = 0.01;
        const auto found = run_finetuning(request(), options, nobody, {});
        QCOMPARE(found.error().code, ErrorCode::dataset_empty);
    }
};

KINELENS_TEST(EvaluationJobsTest, event_loop);

} // namespace evaluation_jobs_test
#include "evaluation_jobs_test.moc"
