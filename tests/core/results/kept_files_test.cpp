#include "core/annotation/json_format.h"
#include "core/dataset/dataset_reader.h"
#include "core/dataset/workspace.h"
#include "core/experiment/checkpoint_info.h"
#include "core/experiment/event_reader.h"
#include "core/experiment/experiment.h"
#include "core/experiment/run_history.h"
#include "core/experiment/run_status.h"
#include "core/foundation/json_text.h"
#include "core/results/ablation_summary.h"
#include "core/results/embedding.h"
#include "core/results/features_reader.h"
#include "core/results/predictions.h"
#include "core/results/score_shards.h"
#include "tests/support/kept_files.h"
#include "tests/support/test_program.h"

#include <cmath>

namespace kept_files_test {

using namespace kinelens;

namespace {

// The last event of a run: its summary.
std::string summary_of(const Path& run) {
    const auto status = run_status(run);
    return status && status->finished ? status->finished->summary : std::string("no end");
}

RunHistory history_of(const Path& run) {
    RunHistory history;
    EventReader reader(RunPaths{run}.events());
    do {
        const auto events = reader.read_new();
        if (!events) break;
        for (const TimedEvent& event : *events) history.add(event);
    } while (!reader.at_end());
    return history;
}

bool about(double value, double printed) {
    return std::abs(value - printed) < 5e-5 * std::max(1.0, std::abs(printed));
}

} // namespace

// The figures are those that tests/data/formats/0.1/README.md lists: printed when the files were made.
class KeptFilesTest : public QObject {
    Q_OBJECT
private slots:
    void a_dataset_opens() {
        const auto dataset = DatasetReader::open(kept_.path("dataset.h5"));
        QVERIFY2(dataset.has_value(), dataset ? "" : describe(dataset.error()).c_str());
        QCOMPARE(dataset->info().content_hash, std::string("xxh3-128:5b81f32abb448abbb3c278e0aeb8fd4a"));
        QCOMPARE(dataset->info().class_names, (std::vector<std::string>{"clap", "kick"}));
        QCOMPARE(dataset->sequences().size(), std::size_t(4));
        std::int64_t frames = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto motion = dataset->read(i);
            QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
            frames += motion->frames;
        }
        QCOMPARE(frames, std::int64_t(183));
    }

    void a_pretraining_is_listed_with_its_checkpoint() {
        const Path run = kept_.path("pretrain");
        const auto status = run_status(run);
        QVERIFY2(status.has_value(), status ? "" : describe(status.error()).c_str());
        QCOMPARE(status->state, RunState::completed);
        const auto text = read_text_file(RunPaths{run}.experiment());
        const auto experiment = experiment_from_json(*text, "experiment.json");
        QCOMPARE(experiment->verb, std::string("pretrain"));
        QCOMPARE(experiment->protocol, std::string("subjects:1,2"));
        QCOMPARE(experiment_to_json(*experiment), *text);
        const RunHistory history = history_of(run);
        QCOMPARE(history.overview().started.epochs, std::int64_t(2));
        QCOMPARE(history.overview().step, std::int64_t(4));
        QVERIFY(about(*history.overview().metric("loss_total"), 38.51993));
        QVERIFY(about(*history.overview().result("loss_total"), 38.51993));
        const auto checkpoints = list_checkpoints(RunPaths{run}.checkpoints());
        QCOMPARE(checkpoints.size(), std::size_t(1));
        QCOMPARE(checkpoints.front().epoch, std::int64_t(2));
        QVERIFY(about(*checkpoints.front().epoch_loss, 38.55121));
    }

    void evaluations_open_data() {
        QTest::addColumn<QString>("run");
        QTest::addColumn<int>("samples");
        QTest::addColumn<double>("top1");
        QTest::newRow("probe") << "probe" << 16 << 1.0;
        QTest::newRow("ensemble") << "ensemble" << 16 << 0.75;
        QTest::newRow("finetune") << "finetune" << 8 << 0.5;
        QTest::newRow("retrieve") << "retrieve" << 8 << 1.0;
    }

    // And what is said of them is what was said then, to the byte.
    void evaluations_open() {
        QFETCH(QString, run);
        QFETCH(int, samples);
        QFETCH(double, top1);
        const Path folder = kept_.path(run.toStdString());
        const auto results = read_results(folder / "results.h5");
        QVERIFY2(results.has_value(), results ? "" : describe(results.error()).c_str());
        QCOMPARE(results->names.size(), static_cast<std::size_t>(samples));
        QCOMPARE(figures_of(*results).top1, top1);
        QCOMPARE(results->stamp.text("verb"), run.toStdString());
        QCOMPARE(summary_to_json(evaluation_summary(*results)), summary_of(folder));
        QCOMPARE(*history_of(folder).overview().result("top1"), top1);
    }

    // What was written of runs is read into structs and written again to the byte.
    void summaries_are_read_and_written_alike() {
        for (const char* run : {"probe", "ensemble", "finetune", "retrieve"}) {
            const std::string text = summary_of(kept_.path(run));
            const auto summary = evaluation_summary_from_json(text, run);
            QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
            QCOMPARE(summary->report.more, std::string("{}"));
            QCOMPARE(summary_to_json(*summary), text);
        }
        const std::string detected = summary_of(kept_.path("detect-train"));
        const auto detection = detection_summary_from_json(detected, "detect-train");
        QVERIFY2(detection.has_value(), detection ? "" : describe(detection.error()).c_str());
        QCOMPARE(summary_to_json(*detection), detected);
        const std::string table = summary_of(kept_.path("ablate"));
        const auto ablation = ablation_summary_from_json(table, "ablate");
        QVERIFY2(ablation.has_value(), ablation ? "" : describe(ablation.error()).c_str());
        QCOMPARE(summary_to_json(*ablation), table);
        QCOMPARE(ablation_csv(*ablation), *read_text_file(kept_.path("ablate/table.csv")));
        QCOMPARE(detection_csv(*ablation), *read_text_file(kept_.path("ablate/detection.csv")));
    }

    void what_verbs_add_is_kept() {
        const auto ensemble = read_results(kept_.path("ensemble/results.h5"));
        QCOMPARE(weight_mixes(ensemble->map).size(), std::size_t(3));
        const auto tuned = read_results(kept_.path("finetune/results.h5"));
        QCOMPARE(tuned->repetitions(), std::size_t(2));
        QCOMPARE(tuned->subset.name.size(), std::size_t(8)); // 4 for each of 2 repetitions
        const auto retrieved = read_results(kept_.path("retrieve/results.h5"));
        QCOMPARE(retrieved->retrieved.k, std::size_t(5));
    }

    void features_and_a_map_open() {
        const auto features = read_features(kept_.path("features.h5"));
        QVERIFY2(features.has_value(), features ? "" : describe(features.error()).c_str());
        QCOMPARE(features->names.size(), std::size_t(4));
        QCOMPARE(features->dimension, std::int64_t(16));
        QCOMPARE(features->stamp.text("stream"), std::string("joint"));
        const auto map = read_embedding(kept_.path("map.h5"));
        QVERIFY2(map.has_value(), map ? "" : describe(map.error()).c_str());
        QCOMPARE(map->points(), std::size_t(16));
        QCOMPARE(map->iteration, std::int64_t(50));
        const auto report = json_object_or_empty(map->report);
        QVERIFY(about(report.at("kl").get<double>(), 2.0174));
        QVERIFY(about(report.at("trustworthiness").get<double>(), 0.7367));
    }

    void a_detection_opens() {
        const auto shards = ScoreShardReader::open(kept_.path("detect-train/scores"));
        QVERIFY2(shards.has_value(), shards ? "" : describe(shards.error()).c_str());
        QCOMPARE(shards->names().size(), std::size_t(2));
        QCOMPARE(shards->read(0)->frames, std::int64_t(358));
        const auto predictions = read_predictions(kept_.path("detect-train/scores/predictions.json"));
        QVERIFY2(predictions.has_value(), predictions ? "" : describe(predictions.error()).c_str());
        QCOMPARE(predictions->sequences.size(), std::size_t(2));
        QCOMPARE(predictions->sequences.front().intervals.size(), std::size_t(2));
        QCOMPARE(predictions->stamp.text("verb"), std::string("detect-train"));
        QVERIFY(about(*history_of(kept_.path("detect-train")).overview().result("frame_accuracy"), 0.52254));
    }

    void labels_and_a_workspace_open_and_are_written_alike() {
        const auto labels = load_annotations(kept_.path("labels.json"));
        QVERIFY2(labels.has_value(), labels ? "" : describe(labels.error()).c_str());
        std::size_t intervals = 0;
        for (const AnnotatedSequence& sequence : labels->annotations.sequences)
            intervals += sequence.intervals.size();
        QCOMPARE(labels->annotations.sequences.size(), std::size_t(4));
        QCOMPARE(intervals, std::size_t(8));
        QCOMPARE(annotations_to_json(labels->annotations, labels->origin),
                 *read_text_file(kept_.path("labels.json")));
        const Path file = kept_.path("demo.kinelens");
        const auto workspace = read_workspace(file);
        QVERIFY2(workspace.has_value(), workspace ? "" : describe(workspace.error()).c_str());
        QCOMPARE(workspace->datasets, std::vector<std::string>{kept_.path("dataset.h5").string()});
        QCOMPARE(workspace_to_json(*workspace, file.parent_path()), *read_text_file(file));
    }

    void an_ablation_is_listed_with_its_cells() {
        const RunHistory history = history_of(kept_.path("ablate"));
        QCOMPARE(history.overview().finished->outcome, Outcome::completed);
        for (const auto& entry : std::filesystem::directory_iterator(kept_.path("ablate/results"))) {
            const auto results = read_results(entry.path());
            QVERIFY2(results.has_value(), results ? "" : describe(results.error()).c_str());
            QCOMPARE(figures_of(*results).top1, 0.5);
        }
        const auto table = read_text_file(kept_.path("ablate/table.json"));
        QCOMPARE(summary_of(kept_.path("ablate")) + "\n", *table);
    }

private:
    const testing::KeptFiles kept_{"0.1"};
};

KINELENS_TEST(KeptFilesTest, nothing);

} // namespace kept_files_test
#include "kept_files_test.moc"
