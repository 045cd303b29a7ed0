#include "core/foundation/parallel.h"
#include "core/learning/distributed/guard.h"
#include "core/learning/evaluation/evaluation_input.h"
#include "core/learning/evaluation/evaluation_jobs.h"
#include "core/options/option_json.h"

#include <algorithm>
#include <map>

namespace kinelens::learning {
namespace {

constexpr std::int64_t kept_neighbours = 5; // for top-5

std::vector<float> picked(const SampleFeatures& features, const std::vector<std::size_t>& places) {
    std::vector<float> rows;
    rows.reserve(places.size() * static_cast<std::size_t>(features.dimension));
    for (const std::size_t place : places) {
        const float* row = features.values.data() + place * static_cast<std::size_t>(features.dimension);
        rows.insert(rows.end(), row, row + features.dimension);
    }
    return rows;
}

struct Searched {
    Neighbours found;
    std::vector<std::int32_t> predicted;
    double recall = 1;
    std::int64_t recall_queries = 0;
};

Result<Searched> search_fold(const EvaluationPlan& plan, const EvaluationFold& fold,
                             const SampleFeatures& features, std::int64_t k, const RetrieveOptions& options) {
    const auto gallery = picked(features, fold.train), queries = picked(features, fold.test);
    const FeatureRows gallery_rows{gallery.data(), static_cast<std::int64_t>(fold.train.size()),
                                   features.dimension};
    const FeatureRows query_rows{queries.data(), static_cast<std::int64_t>(fold.test.size()),
                                 features.dimension};
    const unsigned threads = thread_count(options.threads);
    Searched searched;
    if (options.search == NeighbourSearch::approximate) {
        const GraphOptions graph{options.links, options.build_effort, options.search_effort};
        KINELENS_TRY(found,
                     approximate_neighbours(query_rows, gallery_rows, k, options.distance, graph, threads));
        searched.found = std::move(found.found);
        searched.recall = found.recall;
        searched.recall_queries = found.recall_queries;
    } else {
        searched.found = exact_neighbours(query_rows, gallery_rows, k, options.distance, threads);
    }
    std::vector<std::int32_t> labels;
    for (const std::size_t place : fold.train) labels.push_back(plan.labels[place]);
    searched.predicted = voted_labels(searched.found, options.neighbours, labels);
    return searched;
}

std::int64_t smallest_gallery(const EvaluationPlan& plan) {
    std::size_t least = plan.folds.front().train.size();
    for (const EvaluationFold& fold : plan.folds) least = std::min(least, fold.train.size());
    return static_cast<std::int64_t>(least);
}

// No more voters than the smallest gallery of all folds has: every fold is voted on alike.
RetrieveOptions within_galleries(RetrieveOptions options, const EvaluationPlan& plan, const EventSink& sink) {
    const std::int64_t least = smallest_gallery(plan);
    if (options.neighbours <= least) return options;
    sink(WarningRaised{{ErrorCode::invalid_argument,
                        "neighbours",
                        "the smallest gallery has " + std::to_string(least) + ", which vote instead of " +
                            std::to_string(options.neighbours),
                        {}}});
    options.neighbours = static_cast<int>(least);
    return options;
}

// The training samples of all folds, and where each stands.
std::map<std::size_t, std::int32_t> gallery_of(const EvaluationPlan& plan, RetrievedNeighbours& retrieved) {
    std::map<std::size_t, std::int32_t> rows;
    for (const EvaluationFold& fold : plan.folds)
        for (const std::size_t place : fold.train) rows.emplace(place, 0);
    std::int32_t next = 0;
    for (auto& [place, row] : rows) {
        row = next++;
        retrieved.gallery_names.push_back(plan.names[place]);
        retrieved.gallery_truth.push_back(plan.labels[place]);
    }
    return rows;
}

EvaluationReport report_of(const std::vector<Searched>& folds, const RetrieveOptions& options, int asked) {
    EvaluationReport report;
    report.neighbours = options.neighbours;
    report.distance = options.distance;
    report.search = options.search;
    if (asked != options.neighbours) report.neighbours_asked = asked;
    if (options.search == NeighbourSearch::approximate) {
        double hits = 0;
        std::int64_t queries = 0;
        for (const Searched& fold : folds) {
            hits += fold.recall * static_cast<double>(fold.recall_queries);
            queries += fold.recall_queries;
        }
        report.recall = queries > 0 ? hits / static_cast<double>(queries) : 1;
        report.recall_queries = queries;
    }
    return report;
}

Result<EvaluationResults> retrieve(const EvaluationRequest& request, const RetrieveOptions& asked,
                                   const EventSink& sink, const std::stop_token& stop) {
    KINELENS_TRY(input, EvaluationInput::open(request, asked, asked.seed, sink));
    const EvaluationPlan& plan = input.plan();
    const RetrieveOptions options = within_galleries(asked, plan, sink);
    // As many in every fold: a matrix has one width.
    const auto k =
        std::min(std::max<std::int64_t>(options.neighbours, kept_neighbours), smallest_gallery(plan));
    std::vector<Searched> folds;
    for (std::size_t fold = 0; fold < plan.folds.size(); ++fold) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled, "retrieval");
        KINELENS_TRY(features, input.features(fold, stop));
        KINELENS_TRY(searched, search_fold(plan, plan.folds[fold], *features, k, options));
        folds.push_back(std::move(searched));
        sink(ProgressMade{static_cast<std::int64_t>(fold) + 1, static_cast<std::int64_t>(plan.folds.size()),
                          "splits"});
    }
    auto [results, rows] =
        input.test_rows("retrieve", options_to_json(option_table<RetrieveOptions>(), option_values(options)));
    RetrievedNeighbours& retrieved = results.retrieved;
    retrieved.k = static_cast<std::size_t>(k);
    const auto gallery = gallery_of(plan, retrieved);
    for (const auto& [fold, place] : rows) {
        const Searched& searched = folds[fold];
        results.predicted.push_back(searched.predicted[place]);
        for (std::size_t i = place * retrieved.k; i < (place + 1) * retrieved.k; ++i) {
            const auto nearest = static_cast<std::size_t>(searched.found.indices[i]);
            retrieved.indices.push_back(gallery.at(plan.folds[fold].train[nearest]));
            retrieved.distances.push_back(searched.found.distances[i]);
        }
    }
    results.report = report_of(folds, options, asked.neighbours);
    return std::move(results);
}

} // namespace

Result<EvaluationResults> run_retrieval(const EvaluationRequest& request, const RetrieveOptions& options,
                                        const EventSink& sink, std::stop_token stop) {
    return guarded("retrieve", [&] { return retrieve(request, options, sink, stop); });
}

} // namespace kinelens::learning
