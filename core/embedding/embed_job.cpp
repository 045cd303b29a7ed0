#include "core/embedding/embed_job.h"

#include "core/dataset/dataset_reader.h"
#include "core/dataset/moments.h"
#include "core/embedding/map_descent.h"
#include "core/embedding/map_start.h"
#include "core/embedding/principal_axes.h"
#include "core/embedding/repulsion_choice.h"
#include "core/embedding/trust.h"
#include "core/experiment/experiment.h"
#include "core/foundation/parallel.h"
#include "core/options/option_json.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <span>
#include <unordered_map>

namespace kinelens {
namespace {

constexpr std::int64_t exact_neighbours_up_to = 150'000;
constexpr double accuracy_of_pca = 1e-9; // of the variances

// Those of one sequence; intervals are in the order of their sequences.
std::span<const Interval> intervals_of(const std::vector<Interval>& all, int sequence) {
    const auto first = std::ranges::lower_bound(all, sequence, {}, &Interval::sequence);
    const auto last = std::ranges::upper_bound(all, sequence, {}, &Interval::sequence);
    return {first, last};
}

// Seconds since the last call.
class Lap {
public:
    double take() {
        const auto now = std::chrono::steady_clock::now();
        return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

class EmbedRun {
public:
    EmbedRun(const EmbedRequest& request, const EmbedOptions& options, RunContext& run)
        : request_(request)
        , options_(options)
        , run_(run)
        , distance_(options.distance)
        , team_(thread_count(options.threads)) {}

    Result<EmbedSummary> run() {
        KINELENS_CHECK(read());
        lap_.take();
        if (options_.method == MapMethod::pca)
            KINELENS_CHECK(project());
        else
            KINELENS_CHECK(descend());
        KINELENS_CHECK(judge());
        summary_.seconds = summary_.neighbour_seconds + summary_.descent_seconds + summary_.trust_seconds;
        map_.report = summary_json(summary_);
        KINELENS_CHECK(write_embedding(request_.output, map_));
        KINELENS_CHECK(run_.tell(
            ArtifactReady{embedding_artifact, std::filesystem::absolute(request_.output).string(), ""}));
        return summary_;
    }

private:
    FeatureRows rows() const { return {features_.values.data(), features_.rows(), features_.dimension}; }

    Result<void> stopped_already() const {
        if (!run_.stopping()) return {};
        return fail(ErrorCode::cancelled, "embed", "there was no map yet, so no file was written");
    }

    Result<void> read() {
        KINELENS_TRY(features, read_feature_matrix(request_.features, options_.domain, options_.array));
        features_ = std::move(features);
        summary_.points = features_.rows();
        summary_.dimension = features_.dimension;
        map_.names = features_.names;
        map_.frames = features_.frames;
        map_.clip_frames = features_.clip_frames;
        map_.stamp = features_.stamp;
        map_.stamp["code_version"] = code_version();
        map_.stamp["seed"] = std::to_string(options_.seed);
        note_options();
        return read_labels();
    }

    void note_options() {
        map_.options = options_to_json(option_table<EmbedOptions>(), option_values(options_));
    }

    // By name; a point that the dataset does not have stays without a label, and without any there are no
    // figures of labels.
    Result<void> read_labels() {
        if (request_.data.empty()) return {};
        KINELENS_TRY(reader, DatasetReader::open(request_.data));
        std::unordered_map<std::string, int> known;
        for (const SequenceInfo& sequence : reader.sequences())
            known.emplace(sequence.name, static_cast<int>(known.size()));
        bool strangers = true;
        for (std::int64_t row = 0; row < features_.rows(); ++row) {
            const auto found = known.find(features_.names[static_cast<std::size_t>(row)]);
            labels_.push_back(found == known.end() ? -1 : label_of(reader, found->second, row));
            summary_.labelled += labels_.back() >= 0;
            strangers = strangers && found == known.end();
        }
        if (strangers)
            return fail(ErrorCode::shape_mismatch, request_.data.string(),
                        "it holds none of the sequences of " + request_.features.string());
        if (summary_.labelled == 0) labels_.clear();
        return {};
    }

    // A moment of an untrimmed recording has the class of the interval that it lies in.
    std::int32_t label_of(const DatasetReader& reader, int index, std::int64_t row) const {
        const SequenceInfo& sequence = reader.sequences()[static_cast<std::size_t>(index)];
        const auto intervals = intervals_of(reader.intervals(), index);
        if (features_.frames.empty() || intervals.empty() || sequence.length == 0) return sequence.label;
        return label_at(intervals, frame_of_moment(features_.frames[static_cast<std::size_t>(row)],
                                                   features_.clip_frames, sequence.length));
    }

    Result<void> find_neighbours(std::int64_t k) {
        const bool exact =
            options_.neighbours == NeighbourSearch::exact ||
            (options_.neighbours == NeighbourSearch::automatic && features_.rows() <= exact_neighbours_up_to);
        auto graph = neighbour_graph(rows(), std::min(k, features_.rows() - 1), distance_, exact,
                                     team_.size(), run_.stop());
        KINELENS_CHECK(stopped_already());
        if (!graph) return fail(std::move(graph.error()));
        graph_ = std::move(*graph);
        summary_.neighbours = exact ? NeighbourSearch::exact : NeighbourSearch::approximate;
        summary_.recall = std::min(summary_.recall, graph_.recall);
        summary_.recall_points = graph_.recall_queries;
        summary_.neighbour_seconds += lap_.take();
        return {};
    }

    Result<void> project() {
        KINELENS_CHECK(stopped_already());
        const auto axes =
            principal_axes(rows(), 2, accuracy_of_pca, static_cast<std::uint64_t>(options_.seed), team_);
        map_.coordinates.assign(axes.coordinates.begin(), axes.coordinates.end());
        for (const double variance : axes.variances)
            summary_.explained.push_back(axes.total_variance > 0 ? variance / axes.total_variance : 0);
        summary_.descent_seconds = lap_.take();
        return {};
    }

    Affinities affinities() {
        std::vector<float> squared(graph_.distances);
        // Of unit vectors, 1 − cos is half the squared distance already.
        if (distance_ == Distance::euclidean)
            for (float& value : squared) value *= value;
        return affinities_of(graph_.indices, squared, graph_.k, options_.perplexity, team_);
    }

    Result<void> descend() {
        KINELENS_CHECK(check_points(options_, features_.rows()));
        KINELENS_TRY(chosen, choose_repulsion(options_, features_.rows(), team_));
        summary_.repulsion = chosen.method;
        summary_.device = chosen.device;
        for (const Error& warning : chosen.warnings) KINELENS_CHECK(run_.tell(WarningRaised{warning}));
        KINELENS_CHECK(find_neighbours(static_cast<std::int64_t>(3 * options_.perplexity)));
        KINELENS_TRY(begun, start_of_map(features_, graph_, options_, team_));
        MapState& state = begun.state;
        // A resumed map is the one that began so, and its file says so again.
        options_.start = begun.start;
        options_.start_from = begun.start_from;
        note_options();
        KINELENS_CHECK(announce(state));
        map_.divergence = std::move(begun.divergence);
        const Affinities wanted = affinities();
        Descent descent(wanted, *chosen.repulsion, chosen.accuracy, team_);
        MapDescent loop(request_.folder, options_, run_);
        KINELENS_TRY(outcome, loop.run(descent, state));
        summary_.outcome = outcome;
        summary_.iterations = state.iteration;
        summary_.kl = descent.look(state.coordinates, 1);
        keep(state, loop.divergence());
        summary_.descent_seconds = lap_.take();
        return {};
    }

    // Who watches learns the names once; snapshots hold coordinates alone.
    Result<void> announce(const MapState& state) {
        if (request_.folder.empty()) return {};
        std::error_code failed;
        std::filesystem::create_directories(request_.folder / "maps", failed);
        Embedding start = map_;
        start.coordinates = state.coordinates;
        start.iteration = state.iteration;
        KINELENS_CHECK(write_embedding(request_.folder / "maps" / "points.h5", start));
        return run_.tell(ArtifactReady{embedding_points_artifact, "maps/points.h5", ""});
    }

    void keep(MapState& state, const std::vector<DivergencePoint>& divergence) {
        map_.divergence.insert(map_.divergence.end(), divergence.begin(), divergence.end());
        map_.iteration = state.iteration;
        map_.coordinates = std::move(state.coordinates);
        map_.velocity = std::move(state.velocity);
        map_.gains = std::move(state.gains);
    }

    // A job that is stopped leaves the figures out and keeps the map.
    Result<void> judge() {
        if (summary_.outcome == Outcome::stopped || features_.rows() < 3) return {};
        if (const auto measured = measure(); measured || !run_.stopping()) return measured;
        map_.k = 0;
        for (auto* figures : {&map_.distances, &map_.preservation, &map_.trustworthiness}) figures->clear();
        map_.neighbours.clear();
        summary_.preservation = summary_.trustworthiness = std::nullopt;
        summary_.outcome = Outcome::stopped;
        return {};
    }

    // Figures of trust and of labels.
    Result<void> measure() {
        if (options_.trust == TrustFigures::none && labels_.empty()) return {};
        if (graph_.k < std::min<std::int64_t>(options_.trust_neighbours, features_.rows() - 1))
            KINELENS_CHECK(find_neighbours(options_.trust_neighbours));
        const auto near = nearest_only(graph_, options_.trust_neighbours);
        map_.k = static_cast<std::size_t>(near.k);
        map_.neighbours = near.indices;
        map_.distances = near.distances;
        const FeatureRows places{map_.coordinates.data(), features_.rows(), 2};
        KINELENS_TRY(there,
                     neighbour_graph(places, near.k, Distance::euclidean, true, team_.size(), run_.stop()));
        judge_trust(near, there);
        KINELENS_CHECK(stopped_already());
        judge_labels(near, there);
        summary_.trust_seconds = lap_.take();
        return {};
    }

    void judge_trust(const NeighbourGraph& near, const NeighbourGraph& there) {
        if (options_.trust == TrustFigures::none || all_on_one_spot(near)) return;
        map_.preservation = preservation_of(near, there);
        summary_.preservation = mean_of(map_.preservation);
        if (options_.trust == TrustFigures::preservation ||
            (options_.trust == TrustFigures::automatic && !near.exact))
            return;
        map_.trustworthiness = trustworthiness_of(rows(), distance_, near, there, team_.size(), run_.stop());
        if (!map_.trustworthiness.empty()) summary_.trustworthiness = mean_of(map_.trustworthiness);
    }

    void judge_labels(const NeighbourGraph& near, const NeighbourGraph& there) {
        if (labels_.empty()) return;
        summary_.silhouette = silhouette_of(map_.coordinates, labels_, team_);
        summary_.one_nearest = one_nearest_accuracy(there, labels_);
        summary_.one_nearest_features = one_nearest_accuracy(near, labels_);
    }

    const EmbedRequest& request_;
    EmbedOptions options_;
    RunContext& run_;
    Distance distance_;
    ThreadTeam team_;
    Lap lap_;
    FeatureMatrix features_;
    std::vector<std::int32_t> labels_; // of each point, −1 unknown; empty without a dataset
    NeighbourGraph graph_;
    Embedding map_;
    EmbedSummary summary_;
};

} // namespace

Result<EmbedSummary> run_embed(const EmbedRequest& request, const EmbedOptions& options, RunContext& run) {
    KINELENS_CHECK(validate(options));
    try {
        return EmbedRun(request, options, run).run();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::out_of_memory, "embed", "take fewer points, or of one domain");
    } catch (const std::exception& exception) {
        return fail(ErrorCode::internal, "embed", exception.what());
    }
}

} // namespace kinelens
