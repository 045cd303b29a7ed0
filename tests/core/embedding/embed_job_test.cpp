// Maps from files to files: what is written, what is announced, how a job stops and goes on.
#include "core/embedding/embed_job.h"

#include "core/dataset/dataset_writer.h"
#include "core/results/features_writer.h"
#include "tests/core/embedding/embedding_reference.h"
#include "tests/support/test_program.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>
#include <thread>

namespace embed_job_test {

using namespace kinelens;
using namespace kinelens;

namespace {

constexpr std::int64_t points = 120, dimension = 8, frames = 5;

EmbedOptions quick() {
    EmbedOptions options;
    options.perplexity = 10;
    options.iterations = 120;
    options.exaggeration_iterations = 40;
    options.repulsion = RepulsionMethod::fft;
    options.snapshot_every = 20;
    options.threads = 2;
    options.device = "cpu";
    return options;
}

std::string name_of(std::int64_t i) {
    return "clip" + std::to_string(i);
}

void write_features(const Path& file, std::int64_t rows, std::uint64_t seed = 1) {
    const auto values = test::clustered(rows, dimension, 4, seed);
    const auto temporal = test::clustered(rows * frames, dimension / 2, 4, 2);
    const auto spatial = test::clustered(rows * 6, dimension / 2, 4, 3);
    auto writer = *FeaturesWriter::create(file, {dimension, true, frames, 6},
                                          {{"data_hash", "h"}, {"checkpoint", "c.pt"}});
    std::vector<std::string> names;
    for (std::int64_t i = 0; i < rows; ++i) names.push_back(name_of(i));
    if (!writer.append(names, {values.data(), temporal.data(), spatial.data()}) || !writer.finish())
        throw std::runtime_error("features");
}

void write_npy(const Path& file, const std::vector<float>& values, std::int64_t columns) {
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                         std::to_string(static_cast<std::int64_t>(values.size()) / columns) + ", " +
                         std::to_string(columns) + "), }";
    header.resize(117, ' ');
    header += '\n';
    std::string bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(header.size());
    bytes += '\0';
    bytes += header;
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    if (!write_file_atomically(file, bytes)) throw std::runtime_error("npy");
}

} // namespace

class EmbedJobTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }
    std::vector<Event> events_;

    Result<EmbedSummary> run(const EmbedRequest& request, const EmbedOptions& options,
                             RunRequests requests = {}, const std::stop_token& stop = {}) {
        events_.clear();
        RunContext context(telling([this](const Event& event) { events_.push_back(event); }),
                           std::move(requests), stop);
        return run_embed(request, options, context);
    }
    // How many iterations the map had when it was stopped after so many more.
    std::int64_t stopped_after(int iterations, const EmbedOptions& options, const char* output) {
        std::stop_source stop;
        const auto asked = [&]() -> std::vector<ControlCommand> {
            if (iterations-- == 0) stop.request_stop();
            return {};
        };
        const auto stopped = run({path("f.h5"), {}, path(output), {}}, options, asked, stop.get_token());
        return stopped && stopped->outcome == Outcome::stopped ? stopped->iterations : -1;
    }
    ErrorCode error_of(const EmbedRequest& request, const EmbedOptions& options) {
        const auto result = run(request, options);
        return result ? ErrorCode::internal : result.error().code;
    }

private Q_SLOTS:
    void initTestCase() { write_features(path("f.h5"), points); }

    void a_map_holds_every_point_and_what_made_it() {
        const auto summary = run({path("f.h5"), {}, path("e.h5"), {}}, quick());
        QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
        const auto map = read_embedding(path("e.h5"));
        QVERIFY(map.has_value());
        QCOMPARE(map->points(), std::size_t(points));
        QCOMPARE(map->names[7], std::string("clip7"));
        QCOMPARE(map->divergence.size(), std::size_t(120));
        QVERIFY(map->divergence.back().value < map->divergence.front().value);
        QCOMPARE(map->iteration, std::int64_t(120));
        QCOMPARE(map->k, std::size_t(10));
        QCOMPARE(map->preservation.size(), std::size_t(points));
        QCOMPARE(map->trustworthiness.size(), std::size_t(points));
        QCOMPARE(map->stamp.text("checkpoint"), std::string("c.pt"));
        QCOMPARE(map->stamp.text("domain"), std::string("instance"));
        const auto report = nlohmann::json::parse(map->report);
        QVERIFY(std::abs(report["kl"].get<double>() - summary->kl) < 1e-9);
        QCOMPARE(report["neighbours"].get<std::string>(), std::string("exact"));
        QVERIFY(summary->trustworthiness.value() > 0.8);
        QCOMPARE(nlohmann::json::parse(map->options)["perplexity"].get<double>(), 10.0);
    }

    void the_same_seed_gives_the_same_map() {
        auto options = quick();
        options.start = MapStart::random;
        const auto map_of = [&](const char* file) {
            [&] { QVERIFY(run({path("f.h5"), {}, path(file), {}}, options).has_value()); }();
            return read_embedding(path(file))->coordinates;
        };
        const auto first = map_of("s1.h5");
        options.threads = 3;
        QVERIFY(map_of("s2.h5") == first);
        options.seed = 1;
        QVERIFY(map_of("s3.h5") != first);
    }

    void stopped_maps_go_on_as_if_they_had_not_been_data() {
        QTest::addColumn<QString>("start");
        for (const char* start : {"pca", "random", "map"}) QTest::newRow(start) << start;
    }

    // Stopped twice while exaggerated, where the start decides what goes on.
    void stopped_maps_go_on_as_if_they_had_not_been() {
        QFETCH(QString, start);
        auto options = quick();
        QVERIFY(run({path("f.h5"), {}, path("first.h5"), {}}, options).has_value());
        options.start = *value_named<MapStart>(start.toStdString());
        if (start == "map") options.start_from = path("first.h5");
        QVERIFY(run({path("f.h5"), {}, path("whole.h5"), {}}, options).has_value());
        QCOMPARE(stopped_after(19, options, "third.h5"), std::int64_t(19));
        auto rest = options;
        rest.start = MapStart::resume;
        rest.start_from = path("third.h5");
        QCOMPARE(stopped_after(9, rest, "quarter.h5"), std::int64_t(28));
        rest.start_from = path("quarter.h5");
        QVERIFY(run({path("f.h5"), {}, path("rest.h5"), {}}, rest).has_value());
        const auto whole = read_embedding(path("whole.h5")), resumed = read_embedding(path("rest.h5"));
        QVERIFY(whole->coordinates == resumed->coordinates);
        QVERIFY(whole->divergence == resumed->divergence);
        QCOMPARE(resumed->options, whole->options);
    }

    void only_the_same_map_goes_on() {
        QCOMPARE(stopped_after(50, quick(), "half.h5"), std::int64_t(50));
        auto rest = quick();
        rest.start = MapStart::resume;
        rest.start_from = path("half.h5");
        rest.perplexity = 12;
        QCOMPARE(error_of({path("f.h5"), {}, path("x.h5"), {}}, rest), ErrorCode::checkpoint_mismatch);
        write_features(path("g.h5"), points, 9);
        rest.perplexity = 10;
        QCOMPARE(error_of({path("g.h5"), {}, path("x.h5"), {}}, rest), ErrorCode::checkpoint_mismatch);
        QVERIFY(!std::filesystem::exists(path("x.h5")));
    }

    void what_the_trust_figures_look_at_changes_no_map() {
        for (const auto neighbours : {NeighbourSearch::exact, NeighbourSearch::approximate}) {
            auto options = quick();
            options.neighbours = neighbours;
            const auto map_of = [&](int trusted) {
                options.trust_neighbours = trusted;
                [&] { QVERIFY(run({path("f.h5"), {}, path("t.h5"), {}}, options).has_value()); }();
                return *read_embedding(path("t.h5"));
            };
            const auto few = map_of(5), many = map_of(100);
            QVERIFY(few.coordinates == many.coordinates);
            QCOMPARE(few.k, std::size_t(5));
            QCOMPARE(many.k, std::size_t(100));
        }
    }

    void neighbours_by_a_graph_come_with_their_recall() {
        auto options = quick();
        options.neighbours = NeighbourSearch::approximate;
        options.trust = TrustFigures::all;
        const auto summary = run({path("f.h5"), {}, path("a.h5"), {}}, options);
        QVERIFY(summary.has_value());
        QVERIFY(summary->neighbours == NeighbourSearch::approximate);
        QCOMPARE(summary->recall_points, points);
        QVERIFY2(summary->recall > 0.95, std::to_string(summary->recall).c_str());
        const auto report = nlohmann::json::parse(read_embedding(path("a.h5"))->report);
        QCOMPARE(report["recall"].get<double>(), summary->recall);
        QVERIFY(summary->trustworthiness.value() > 0.8);
        options.trust = TrustFigures::automatic; // which leaves out what would compare all pairs
        const auto quicker = run({path("f.h5"), {}, path("a.h5"), {}}, options);
        QVERIFY(quicker->preservation.has_value() && !quicker->trustworthiness.has_value());
    }

    void divergences_are_those_before_each_iteration() {
        auto options = quick();
        QVERIFY(run({path("f.h5"), {}, path("longer.h5"), {}}, options).has_value());
        options.iterations = 119;
        const auto shorter = run({path("f.h5"), {}, path("shorter.h5"), {}}, options);
        QCOMPARE(read_embedding(path("longer.h5"))->divergence.back(), (DivergencePoint{120, shorter->kl}));
    }

    void points_on_one_spot_have_no_figures_of_trust() {
        write_npy(path("same.npy"), std::vector<float>(150, 2), 3);
        const auto summary = run({path("same.npy"), {}, path("same.h5"), {}}, quick());
        QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
        QVERIFY(!summary->trustworthiness.has_value() && !summary->preservation.has_value());
        QVERIFY(read_embedding(path("same.h5"))->preservation.empty());
        QVERIFY(!nlohmann::json::parse(read_embedding(path("same.h5"))->report)
                     .contains("neighbourhood_preservation"));
    }

    void a_stop_within_the_search_for_neighbours_is_quick() {
        write_npy(path("many.npy"), test::clustered(20'000, 64, 10, 1), 64);
        for (const auto neighbours : {NeighbourSearch::exact, NeighbourSearch::approximate}) {
            auto options = quick();
            options.neighbours = neighbours;
            options.threads = 1;
            std::stop_source stop;
            std::jthread later([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                stop.request_stop();
            });
            QElapsedTimer clock;
            clock.start();
            const auto result = run({path("many.npy"), {}, path("x.h5"), {}}, options, {}, stop.get_token());
            QVERIFY(!result.has_value());
            QCOMPARE(result.error().code, ErrorCode::cancelled);
            QVERIFY2(clock.elapsed() < 3000, std::to_string(clock.elapsed()).c_str());
            QVERIFY(!std::filesystem::exists(path("x.h5")));
        }
    }

    // The last iteration is done when the stop comes: the figures alone are missing.
    void a_stop_after_the_last_iteration_keeps_the_map() {
        auto options = quick();
        std::stop_source stop;
        events_.clear();
        const EventSink sink = [&](const Event& event) {
            const auto* progress = std::get_if<ProgressMade>(&event);
            if (progress && progress->done == options.iterations) stop.request_stop();
        };
        RunContext context(telling(sink), {}, stop.get_token());
        const auto summary = run_embed({path("f.h5"), {}, path("late.h5"), {}}, options, context);
        QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
        QCOMPARE(summary->outcome, Outcome::stopped);
        QVERIFY(!summary->trustworthiness.has_value());
        const auto map = read_embedding(path("late.h5"));
        QVERIFY2(map.has_value(), map ? "" : describe(map.error()).c_str());
        QCOMPARE(map->iteration, std::int64_t(120));
        QCOMPARE(map->k, std::size_t(0));
    }

    void maps_start_where_an_earlier_one_has_the_points() {
        QVERIFY(run({path("f.h5"), {}, path("e.h5"), {}}, quick()).has_value());
        write_features(path("more.h5"), points + 10);
        auto options = quick();
        options.start = MapStart::map;
        options.start_from = path("e.h5");
        options.iterations = 0;
        QVERIFY(run({path("more.h5"), {}, path("moved.h5"), {}}, options).has_value());
        const auto earlier = read_embedding(path("e.h5")), moved = read_embedding(path("moved.h5"));
        QVERIFY(
            std::equal(earlier->coordinates.begin(), earlier->coordinates.end(), moved->coordinates.begin()));
        float low = 1e9F, high = -1e9F;
        for (const float value : earlier->coordinates)
            low = std::min(low, value), high = std::max(high, value);
        for (std::size_t i = 2 * points; i < moved->coordinates.size(); ++i)
            QVERIFY(moved->coordinates[i] >= low && moved->coordinates[i] <= high);
    }

    void who_watches_hears_of_closed_files() {
        std::filesystem::create_directory(path("run"));
        auto options = quick();
        int asked = 0;
        const RunRequests control = [&]() -> std::vector<ControlCommand> {
            ++asked;
            if (asked == 30) return {{ControlRequest::pause, 0}, {ControlRequest::extend, 7}};
            if (asked == 32) return {{ControlRequest::checkpoint_now, 0}, {ControlRequest::resume, 0}};
            return {};
        };
        const auto summary = run({path("f.h5"), {}, path("e.h5"), path("run")}, options, control);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->iterations, std::int64_t(127));
        std::vector<std::string> types;
        int paused = 0, resumed = 0;
        double kl = 0;
        std::int64_t total = 0;
        for (const Event& event : events_) {
            if (const auto* ready = std::get_if<ArtifactReady>(&event)) {
                types.push_back(ready->type);
                if (ready->type != embedding_snapshot_artifact) continue;
                const auto shot = read_embedding_snapshot(path("run") / ready->file);
                QVERIFY(shot.has_value());
                QCOMPARE(shot->coordinates.size(), std::size_t(2 * points));
                total = shot->total_iterations;
            }
            paused += std::holds_alternative<RunPaused>(event);
            resumed += std::holds_alternative<RunResumed>(event);
            if (const auto* metrics = std::get_if<MetricsLogged>(&event)) kl = metrics->metrics.front().value;
        }
        QCOMPARE(types.front(), std::string(embedding_points_artifact));
        QCOMPARE(types.back(), std::string(embedding_artifact));
        QVERIFY(std::ranges::count(types, embedding_snapshot_artifact) >= 1);
        QCOMPARE(total, std::int64_t(127));
        QCOMPARE(paused, 1);
        QCOMPARE(resumed, 1);
        QVERIFY(std::abs(kl - summary->kl) < 0.1);
        QCOMPARE(read_embedding(path("run") / "maps" / "points.h5")->names.size(), std::size_t(points));
    }

    void every_domain_has_its_rows() {
        auto options = quick();
        options.iterations = 5;
        for (const auto& [domain, wide] :
             {std::pair{FeatureDomain::temporal, dimension / 2}, {FeatureDomain::spatial, dimension / 2}}) {
            options.domain = domain;
            const auto summary = run({path("f.h5"), {}, path("d.h5"), {}}, options);
            QVERIFY(summary.has_value());
            QCOMPARE(summary->dimension, wide);
        }
        options.domain = FeatureDomain::frames;
        QVERIFY(run({path("f.h5"), {}, path("d.h5"), {}}, options).has_value());
        const auto dense = read_embedding(path("d.h5"));
        QCOMPARE(dense->points(), std::size_t(points * frames));
        QCOMPARE(dense->clip_frames, frames);
        QCOMPARE(dense->names[6], std::string("clip1"));
        QCOMPARE(dense->frames[6], 1);
        options.domain = FeatureDomain::projection;
        QCOMPARE(error_of({path("f.h5"), {}, path("d.h5"), {}}, options), ErrorCode::invalid_argument);
    }

    void principal_axes_and_numpy_arrays() {
        write_npy(path("a.npy"), test::clustered(60, 3, 4, 1), 3);
        auto options = quick();
        options.method = MapMethod::pca;
        const auto summary = run({path("a.npy"), {}, path("p.h5"), {}}, options);
        QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
        QVERIFY(summary->explained[0] > summary->explained[1]);
        QVERIFY(summary->explained[0] + summary->explained[1] < 1);
        QCOMPARE(read_embedding(path("p.h5"))->names[59], std::string("row 59"));
        write_npy(path("nan.npy"), {1, 2, std::numeric_limits<float>::quiet_NaN(), 4}, 2);
        QCOMPARE(error_of({path("nan.npy"), {}, path("x.h5"), {}}, options), ErrorCode::value_not_finite);
    }

    void labels_are_joined_by_name() {
        DatasetInfo info;
        info.name = "labels";
        info.layout = *built_in_layout("ntu25");
        info.class_names = {"a", "b", "c", "d"};
        auto writer = *DatasetWriter::create(path("labels.h5"), info);
        for (std::int64_t i = points - 1; i >= 0; --i) { // in another order than the features
            Motion motion(2, 1, 25);
            motion.positions.assign(motion.positions.size(), 1);
            motion.tracked.assign(motion.tracked.size(), 1);
            SequenceInfo sequence;
            sequence.name = name_of(i);
            sequence.label = static_cast<int>(i % 4);
            QVERIFY(writer.append(sequence, motion).has_value());
        }
        QVERIFY(writer.finish().has_value());
        const auto summary = run({path("f.h5"), path("labels.h5"), path("l.h5"), {}}, quick());
        QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
        QCOMPARE(summary->labelled, points);
        QVERIFY(summary->silhouette.value() > 0.3);
        QVERIFY(summary->one_nearest.value() > 0.9);
        QVERIFY(summary->one_nearest_features.value() > 0.9);
        write_npy(path("a.npy"), test::clustered(60, 3, 4, 1), 3);
        QCOMPARE(error_of({path("a.npy"), path("labels.h5"), path("x.h5"), {}}, quick()),
                 ErrorCode::shape_mismatch);
    }

    // Recordings of 50 frames without a class of their own; four of the five moments of a clip lie in an
    // action each.
    void moments_have_the_classes_of_their_intervals() {
        DatasetInfo info;
        info.name = "untrimmed";
        info.layout = *built_in_layout("ntu25");
        info.class_names = {"a", "b"};
        const auto write = [&](const char* file, bool labelled) {
            auto writer = *DatasetWriter::create(path(file), info);
            for (std::int64_t i = 0; i < points; ++i) {
                Motion motion(50, 1, 25);
                motion.tracked.assign(motion.tracked.size(), 1);
                SequenceInfo sequence;
                sequence.name = name_of(i);
                std::vector<Interval> intervals;
                if (labelled) intervals = {{0, 0, 0, 20, 1, "truth"}, {0, 1, 30, 50, 1, "truth"}};
                QVERIFY(writer.append(sequence, motion, intervals).has_value());
            }
            QVERIFY(writer.finish().has_value());
        };
        write("untrimmed.h5", true);
        auto options = quick();
        options.method = MapMethod::pca;
        options.domain = FeatureDomain::frames;
        const auto summary = run({path("f.h5"), path("untrimmed.h5"), path("m.h5"), {}}, options);
        QVERIFY2(summary.has_value(), summary ? "" : describe(summary.error()).c_str());
        QCOMPARE(summary->points, points * frames);
        QCOMPARE(summary->labelled, points * 4);
        QVERIFY(summary->one_nearest.has_value());
        // Without a class anywhere there is a map all the same, without figures of labels.
        options.domain = FeatureDomain::instance;
        for (const char* file : {"untrimmed.h5", "bare.h5"}) {
            if (std::string(file) == "bare.h5") write(file, false);
            const auto bare = run({path("f.h5"), path(file), path("n.h5"), {}}, options);
            QVERIFY2(bare.has_value(), bare ? "" : describe(bare.error()).c_str());
            QCOMPARE(bare->labelled, 0);
            QVERIFY(!bare->silhouette.has_value());
        }
    }

    void what_cannot_be_is_refused() {
        auto options = quick();
        options.perplexity = 41;
        QCOMPARE(error_of({path("f.h5"), {}, path("x.h5"), {}}, options), ErrorCode::invalid_argument);
        options = quick();
        options.device = "tpu";
        QCOMPARE(error_of({path("f.h5"), {}, path("x.h5"), {}}, options), ErrorCode::invalid_argument);
        options = quick();
        options.learning_rate = 1e60;
        options.repulsion = RepulsionMethod::exact;
        QCOMPARE(error_of({path("f.h5"), {}, path("x.h5"), {}}, options), ErrorCode::training_diverged);
        QCOMPARE(error_of({path("none.h5"), {}, path("x.h5"), {}}, quick()), ErrorCode::file_not_found);
        QVERIFY(write_file_atomically(path("text.h5"), "hello").has_value());
        QCOMPARE(error_of({path("text.h5"), {}, path("x.h5"), {}}, quick()), ErrorCode::format_unknown);
        std::stop_source stop;
        stop.request_stop();
        const auto cancelled = run({path("f.h5"), {}, path("x.h5"), {}}, quick(), {}, stop.get_token());
        QCOMPARE(cancelled.error().code, ErrorCode::cancelled);
        QVERIFY(cancelled.error().detail.ends_with("no file was written"));
        QVERIFY(!std::filesystem::exists(path("x.h5")));
    }
};

KINELENS_TEST(EmbedJobTest, nothing);

} // namespace embed_job_test
#include "embed_job_test.moc"
