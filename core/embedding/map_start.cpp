#include "core/embedding/map_start.h"

#include "core/embedding/principal_axes.h"
#include "core/foundation/random.h"
#include "core/options/option_json.h"

#include <cmath>
#include <set>
#include <unordered_map>

namespace kinelens {
namespace {

constexpr double start_deviation = 1e-4;
constexpr double enough_for_a_start = 1e-3; // of a variance; the descent soon forgets the rest

std::vector<float> pca_start(const FeatureRows& rows, std::uint64_t seed, ThreadTeam& team) {
    const auto axes = principal_axes(rows, 2, enough_for_a_start, seed, team);
    const double deviation = std::sqrt(axes.variances[0]);
    const double scale = deviation > 0 ? start_deviation / deviation : 0;
    std::vector<float> coordinates;
    for (const double value : axes.coordinates) coordinates.push_back(static_cast<float>(value * scale));
    return coordinates;
}

std::vector<float> random_start(std::int64_t points, std::uint64_t seed) {
    CounterRandom random = CounterRandom(seed).fork("map start");
    std::vector<float> coordinates;
    for (std::int64_t i = 0; i < 2 * points; ++i)
        coordinates.push_back(static_cast<float>(start_deviation * random.normal()));
    return coordinates;
}

std::string point_name(const std::vector<std::string>& names, const std::vector<std::int32_t>& frames,
                       std::size_t point) {
    return frames.empty() ? names[point] : names[point] + "\n" + std::to_string(frames[point]);
}

// Where an earlier map has each point of this one, by name; -1 where it has not.
std::vector<std::int64_t> places_in(const Embedding& earlier, const FeatureMatrix& features) {
    std::unordered_map<std::string, std::int64_t> known;
    for (std::size_t i = 0; i < earlier.points(); ++i)
        known.emplace(point_name(earlier.names, earlier.frames, i), static_cast<std::int64_t>(i));
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i < features.names.size(); ++i) {
        const auto found = known.find(point_name(features.names, features.frames, i));
        places.push_back(found == known.end() ? -1 : found->second);
    }
    return places;
}

// A point that the earlier map has not begins amid those of its neighbours that it has, or in the middle.
Result<std::vector<float>> start_from_map(const Embedding& earlier, const FeatureMatrix& features,
                                          const NeighbourGraph& graph, const std::string& file) {
    const auto places = places_in(earlier, features);
    std::vector<float> coordinates(places.size() * 2, 0);
    bool any = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        std::vector<std::int64_t> from;
        if (places[i] >= 0)
            from.push_back(places[i]);
        else
            for (std::int64_t j = 0; j < graph.k; ++j)
                if (const auto near = places[static_cast<std::size_t>(
                        graph.indices[i * static_cast<std::size_t>(graph.k) + static_cast<std::size_t>(j)])];
                    near >= 0)
                    from.push_back(near);
        any = any || places[i] >= 0;
        for (const std::int64_t place : from)
            for (std::size_t d = 0; d < 2; ++d)
                coordinates[2 * i + d] += earlier.coordinates[2 * static_cast<std::size_t>(place) + d] /
                                          static_cast<float>(from.size());
    }
    if (!any) return fail(ErrorCode::checkpoint_mismatch, file, "it has none of these points");
    return coordinates;
}

// What may differ where a map goes on: how long, and how it is computed rather than what. The options that
// the earlier map was made with.
Result<EmbedOptions> same_question(const Embedding& earlier, const EmbedOptions& options,
                                   const std::string& file) {
    static const std::set<std::string> free{"iterations", "start",   "start_from", "snapshot_every",
                                            "device",     "threads", "trust",      "trust_neighbours",
                                            "repulsion"};
    const auto& table = option_table<EmbedOptions>();
    KINELENS_TRY(then, options_over_json(table, option_values(EmbedOptions{}), earlier.options, file));
    for (const std::string& key : differing_options(table, then, option_values(options)))
        if (!free.contains(key))
            return fail(ErrorCode::checkpoint_mismatch, file, "it was made with another " + key);
    return options_from_values<EmbedOptions>(then);
}

Result<MapBeginning> resume(const Embedding& earlier, const FeatureMatrix& features,
                            const EmbedOptions& options) {
    const std::string& file = options.start_from;
    if (earlier.names != features.names || !earlier.stamp.contains("features_hash") ||
        earlier.stamp.text("features_hash") != features.stamp.text("features_hash"))
        return fail(ErrorCode::checkpoint_mismatch, file, "it was made of other features");
    if (earlier.velocity.empty())
        return fail(ErrorCode::checkpoint_mismatch, file, "it does not say how the points were moving");
    KINELENS_TRY(then, same_question(earlier, options, file));
    return MapBeginning{{earlier.coordinates, earlier.velocity, earlier.gains, earlier.iteration},
                        then.start,
                        then.start_from,
                        earlier.divergence};
}

MapBeginning begun(std::vector<float> coordinates, const EmbedOptions& options) {
    return {MapState::at_rest(std::move(coordinates)), options.start, options.start_from, {}};
}

} // namespace

Result<MapBeginning> start_of_map(const FeatureMatrix& features, const NeighbourGraph& graph,
                                  const EmbedOptions& options, ThreadTeam& team) {
    const auto seed = static_cast<std::uint64_t>(options.seed);
    if (options.start == MapStart::random) return begun(random_start(features.rows(), seed), options);
    if (options.start == MapStart::pca)
        return begun(pca_start({features.values.data(), features.rows(), features.dimension}, seed, team),
                     options);
    KINELENS_TRY(earlier, read_embedding(options.start_from));
    if (options.start == MapStart::resume) return resume(earlier, features, options);
    KINELENS_TRY(coordinates, start_from_map(earlier, features, graph, options.start_from));
    return begun(std::move(coordinates), options);
}

} // namespace kinelens
