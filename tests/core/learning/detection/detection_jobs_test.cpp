#include "core/annotation/json_format.h"
#include "core/foundation/json_text.h"
#include "core/learning/detection/detect_job.h"
#include "core/learning/detection/detect_train_job.h"
#include "core/learning/detection/neighbour_detection.h"
#include "core/preparation/protocol.h"
#include "tests/core/learning/support/small_model.h"
#include "tests/support/test_program.h"
#include "tests/support/untrimmed_dataset.h"

#include <QTemporaryDir>

namespace detection_jobs_test {

using namespace kinelens;
using namespace kinelens::learning;
using namespace kinelens::testing;

namespace {

const EventSink nobody = [](const Event&) {};

DetectTrainOptions quick() {
    DetectTrainOptions options;
    options.preprocess = Normalisation::none;
    options.window_frames = 24; // of 16 outputs
    options.epochs = 60;
    options.batch_size = 8;
    options.learning_rate = 0.02;
    options.threads = 1;
    options.turn = 0;
    options.label_smoothing = 0;
    options.checkpoint_every = 4;
    return options;
}

ScoreMap scores_of(const Path& folder, const std::string& name) {
    const auto shards = ScoreShardReader::open(folder);
    const auto& names = shards->names();
    return *shards->read(
        static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
}

double largest_difference(const ScoreMap& a, const ScoreMap& b) {
    double most = a.values.size() == b.values.size() ? 0 : 1e30;
    for (std::size_t i = 0; most < 1e30 && i < a.values.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(a.values[i]) - static_cast<double>(b.values[i])));
    return most;
}

} // namespace

class DetectionJobsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }
    DetectTrainRequest request(const char* protocol = "folds:subject/2") const {
        return {{path("m.pt").string()}, path("d.h5").string(), protocol};
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(write_untrimmed_dataset(path("d.h5"), 8).has_value());
        QVERIFY(test_support::save_small_model(path("m.pt"), anonymous_layout(6)).has_value());
        const auto made = run_detect_training(request(), quick(), path("run"), nobody, {});
        QVERIFY2(made.has_value(), made ? "" : describe(made.error()).c_str());
        QCOMPARE(made->tested.folds.size(), std::size_t{2});
        QCOMPARE(made->tested.pooled.sequences, 8);
        QVERIFY2(made->tested.pooled.frame_accuracy > 0.85,
                 std::to_string(made->tested.pooled.frame_accuracy).c_str());
        QVERIFY2(made->tested.pooled.figures[1].voc_map_a > 0.8,
                 std::to_string(made->tested.pooled.figures[1].voc_map_a).c_str());
    }

    void the_run_holds_what_was_found() {
        const auto text = read_text_file(path("run") / "results.json");
        QVERIFY(text.has_value());
        const auto json = parse_json_object(*text, "results.json");
        QVERIFY(json.has_value());
        QCOMPARE((*json)["folds"].size(), std::size_t{2});
        QVERIFY(!(*json)["stamp"]["split_hash"].get<std::string>().empty());
        QVERIFY((*json)["mAP_v"]["pku"].contains("0.5"));
        const auto predictions = read_predictions(path("run") / "scores" / "predictions.json");
        QVERIFY(predictions.has_value());
        QCOMPARE(predictions->sequences.size(), std::size_t{8});
        const auto trained = trained_detect_options(path("run") / "checkpoints" / "fold-1.pt");
        QVERIFY(trained.has_value());
        QVERIFY(!trained->class_lengths.empty()); // shares of the medians
    }

    void a_stopped_run_goes_on_as_if_it_had_not() {
        std::stop_source stop;
        int epochs = 0;
        const EventSink stops_in_the_second_fold = [&](const Event& event) {
            if (std::holds_alternative<EpochFinished>(event) && ++epochs == 67) stop.request_stop();
        };
        const auto stopped = run_detect_training(request(), quick(), path("stopped"),
                                                 stops_in_the_second_fold, stop.get_token());
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
        QVERIFY(!std::filesystem::exists(path("stopped") / "results.json"));
        epochs = 0;
        const EventSink counts = [&](const Event& event) {
            epochs += std::holds_alternative<EpochFinished>(event) ? 1 : 0;
        };
        const auto resumed = run_detect_training(request(), quick(), path("stopped"), counts, {});
        QVERIFY2(resumed.has_value(), resumed ? "" : describe(resumed.error()).c_str());
        QCOMPARE(epochs, 56); // from epoch 4 of the second fold
        for (const char* name : {"recording0", "recording1", "recording7"})
            QCOMPARE(scores_of(path("stopped") / "scores", name).values,
                     scores_of(path("run") / "scores", name).values);
    }

    void detect_says_what_the_test_said() {
        const Path detector = path("run") / "checkpoints" / "fold-0.pt";
        auto options = trained_detect_options(detector);
        QVERIFY(options.has_value());
        std::vector<std::string> told;
        const EventSink artifacts = [&](const Event& event) {
            if (const auto* ready = std::get_if<ArtifactReady>(&event)) {
                QVERIFY(std::filesystem::exists(ready->file));
                told.push_back(ready->type);
            }
        };
        options->batch_size = 3;
        const auto made = run_detection(detector, path("d.h5"), path("found"), *options, artifacts, {});
        QVERIFY2(made.has_value(), made ? "" : describe(made.error()).c_str());
        QCOMPARE(made->sequences, 8);
        QCOMPARE(made->frames, 8 * 180 + 28);
        const std::vector<std::string> wanted{"scores", "predictions"};
        QCOMPARE(told, wanted);
        const auto protocol = split_of_fold_0();
        QVERIFY(!protocol.empty());
        for (const std::string& name : protocol)
            QVERIFY(largest_difference(scores_of(path("found"), name),
                                       scores_of(path("run") / "scores", name)) < 1e-5);
        options->batch_size = 5;
        const auto again = run_detection(detector, path("d.h5"), path("found"), *options, nobody, {});
        QVERIFY2(again.has_value(), again ? "" : describe(again.error()).c_str());
        QCOMPARE(again->scored_frames, 0); // all is there
        QCOMPARE(again->intervals, made->intervals);
        options->smoothing += 1;
        const auto others = run_detection(detector, path("d.h5"), path("found"), *options, nobody, {});
        QCOMPARE(others.error().code, ErrorCode::already_exists);
        QVERIFY2(others.error().detail.find("smoothing '3', not '4'") != std::string::npos,
                 others.error().detail.c_str());
        options->smoothing -= 1;
        const auto another = path("run") / "checkpoints" / "fold-1.pt";
        QCOMPARE(run_detection(another, path("d.h5"), path("found"), *options, nobody, {}).error().code,
                 ErrorCode::already_exists);
    }

    // The recordings that were whole are there, announced, and not scored again.
    void a_stopped_detection_goes_on() {
        const Path detector = path("run") / "checkpoints" / "fold-0.pt";
        const auto options = trained_detect_options(detector);
        std::stop_source stop;
        const EventSink stops_in_the_third = [&](const Event& event) {
            const auto* progress = std::get_if<ProgressMade>(&event);
            if (progress && progress->done > 2 * 181) stop.request_stop();
        };
        const auto stopped = run_detection(detector, path("d.h5"), path("parts"), *options,
                                           stops_in_the_third, stop.get_token());
        QVERIFY2(stopped.has_value(), stopped ? "" : describe(stopped.error()).c_str());
        QCOMPARE(stopped->outcome, Outcome::stopped);
        QVERIFY(stopped->sequences >= 2 && stopped->sequences < 8);
        QCOMPARE(stopped->all_sequences, 8);
        const auto there = static_cast<std::size_t>(stopped->sequences);
        QCOMPARE(ScoreShardReader::open(path("parts"))->names().size(), there);
        QCOMPARE(read_predictions(path("parts") / "predictions.json")->sequences.size(), there);
        const auto rest = run_detection(detector, path("d.h5"), path("parts"), *options, nobody, {});
        QVERIFY2(rest.has_value(), rest ? "" : describe(rest.error()).c_str());
        QCOMPARE(rest->sequences, 8);
        QCOMPARE(rest->scored_frames, rest->frames - stopped->frames);
        QVERIFY(run_detection(detector, path("d.h5"), path("at_once"), *options, nobody, {}).has_value());
        for (const char* name : {"recording0", "recording2", "recording7"})
            QCOMPARE(scores_of(path("parts"), name).values, scores_of(path("at_once"), name).values);
        QCOMPARE(read_predictions(path("parts") / "predictions.json")->sequences,
                 read_predictions(path("at_once") / "predictions.json")->sequences);
    }

    // A checkpoint of an older program, whose normalisation goes by another name now.
    void options_of_older_checkpoints_are_named_with_their_file() {
        const Path whole = path("run") / "checkpoints" / "fold-0.pt";
        auto archive = unpack(whole);
        QVERIFY(archive.has_value());
        std::string& text = archive->texts["detection"];
        const std::string known = "\"preprocess\":\"none\"";
        QVERIFY(text.find(known) != std::string::npos);
        text.replace(text.find(known), known.size(), "\"preprocess\":\"facing\"");
        const Path older = path("older.pt");
        QVERIFY(write_file_atomically(older, *pack(*archive)).has_value());
        std::filesystem::copy_file(checkpoint_sidecar(whole), checkpoint_sidecar(older));
        const auto read = trained_detect_options(older);
        QCOMPARE(read.error().subject, older.string() + ", option preprocess");
    }

    // Labels drawn beside a dataset that has none; recordings they do not name are not learned from.
    void labels_of_a_file_are_learned() {
        QVERIFY(write_untrimmed_dataset(path("bare.h5"), 8, false).has_value());
        const auto labelled = DatasetReader::open(path("d.h5"));
        Annotations drawn{labelled->info().class_names, {}};
        for (const Interval& interval : labelled->intervals())
            if (interval.sequence < 7)
                drawn.sequence(labelled->sequences()[static_cast<std::size_t>(interval.sequence)].name)
                    .intervals.push_back(interval);
        QVERIFY(save_annotations(path("labels.json"), {drawn, {}}).has_value());
        DetectTrainRequest asked = request("folds:subject/2");
        asked.data = path("bare.h5").string();
        auto options = quick();
        options.epochs = 2;
        QCOMPARE(check_request(asked, options).error().code, ErrorCode::dataset_empty);
        asked.labels = path("labels.json").string();
        const auto inputs = check_request(asked, options);
        QVERIFY2(inputs.has_value(), inputs ? "" : describe(inputs.error()).c_str());
        QCOMPARE(inputs->at("labels").file, asked.labels);
        const auto made = run_detect_training(asked, options, path("drawn"), nobody, {});
        QVERIFY2(made.has_value(), made ? "" : describe(made.error()).c_str());
        QCOMPARE(made->tested.pooled.sequences, 7);
        QCOMPARE(made->tested.pooled.class_names, drawn.class_names);
        QVERIFY(made->stamp.contains("labels_hash"));
    }

    // Frames without labels, recordings shorter than a window, and joints that go by other names.
    void unlabelled_recordings_are_looked_at() {
        QVERIFY(write_untrimmed_dataset(path("plain.h5"), 2, false, 10).has_value());
        const Path detector = path("run") / "checkpoints" / "fold-0.pt";
        const auto made = run_detection(detector, path("plain.h5"), path("plain"),
                                        *trained_detect_options(detector), nobody, {});
        QVERIFY2(made.has_value(), made ? "" : describe(made.error()).c_str());
        const ScoreMap scores = scores_of(path("plain"), "recording1");
        QCOMPARE(scores.frames, 11);
        QCOMPARE(scores.classes, 3);
        for (std::int64_t frame = 0; frame < scores.frames; ++frame) {
            const float* row = scores.values.data() + frame * 3;
            QVERIFY(std::abs(row[0] + row[1] + row[2] - 1) < 1e-5);
        }
        QVERIFY(write_untrimmed_dataset(path("other.h5"), 1, false, 40, 4).has_value());
        const auto fewer = run_detection(detector, path("other.h5"), path("other"),
                                         *trained_detect_options(detector), nobody, {});
        QVERIFY2(fewer.has_value(), fewer ? "" : describe(fewer.error()).c_str()); // 4 of 6 joints are there
    }

    void frozen_encoders_do_not_move() {
        auto options = quick();
        options.encoder_rate = 0;
        options.epochs = 2;
        QVERIFY(run_detect_training(request("folds:subject/2#0"), options, path("frozen"), nobody, {})
                    .has_value());
        const auto before = load_model(path("m.pt"));
        const auto after = load_model(path("frozen") / "checkpoints" / "detector.pt");
        const auto moved = load_model(path("run") / "checkpoints" / "fold-0.pt");
        const auto weight = [](const Result<SavedModel>& saved) {
            return saved->model->named_parameters()["backbone.ske_emb.t_embedding.0.weight"];
        };
        QVERIFY(torch::equal(weight(before), weight(after)));
        QVERIFY(!torch::equal(weight(before), weight(moved)));
    }

    void nearest_windows_find_the_same() {
        RetrieveOptions nearest;
        nearest.neighbours = 9;
        nearest.distance = Distance::euclidean;
        const auto found = run_neighbour_detection(path("d.h5").string(), "folds:subject/2", quick(), nearest,
                                                   path("nearest"), nobody, {});
        QVERIFY2(found.has_value(), found ? "" : describe(found.error()).c_str());
        QVERIFY2(found->pooled.frame_accuracy > 0.7, std::to_string(found->pooled.frame_accuracy).c_str());
    }

    void wrong_inputs_are_refused() {
        QVERIFY(write_untrimmed_dataset(path("none.h5"), 4, false).has_value());
        auto nothing = request();
        nothing.data = path("none.h5").string();
        QCOMPARE(check_request(nothing, quick()).error().code, ErrorCode::dataset_empty);
        auto three = request();
        three.checkpoints.assign(3, three.checkpoints.front());
        QCOMPARE(check_request(three, quick()).error().subject, std::string("checkpoint"));
        QCOMPARE(trained_detect_options(path("m.pt")).error().code, ErrorCode::checkpoint_mismatch);
        auto unknown = request();
        unknown.checkpoints.clear();
        auto options = quick();
        options.scratch = "enormous";
        QCOMPARE(run_detect_training(unknown, options, path("x"), nobody, {}).error().code,
                 ErrorCode::not_found);
    }

private:
    // The test recordings of the first split.
    std::vector<std::string> split_of_fold_0() const {
        const auto reader = DatasetReader::open(path("d.h5"));
        const auto split = split_sequences(reader->sequences(), "folds:subject/2#0", 0);
        std::vector<std::string> names;
        for (const std::size_t place : split->test) names.push_back(reader->sequences()[place].name);
        return names;
    }
};

KINELENS_TEST(DetectionJobsTest, event_loop);

} // namespace detection_jobs_test
#include "detection_jobs_test.moc"
