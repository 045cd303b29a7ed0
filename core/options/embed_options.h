// Options of `embed`: maps of features in two dimensions.
#pragma once

#include "core/foundation/named_values.h"
#include "core/foundation/result.h"
#include "core/neighbours/neighbour_choices.h"
#include "core/options/option_fields.h"

#include <cstdint>
#include <string>

namespace kinelens {

enum class MapMethod { tsne, pca };
constexpr auto named_values(MapMethod) {
    using enum MapMethod;
    return std::array{Named{tsne, "tsne"}, Named{pca, "pca"}};
}

// Which of an encoder's features.
enum class FeatureDomain {
    instance,   // temporal and spatial together
    temporal,   // its first half
    spatial,    // its second half
    projection, // after the projector
    frames      // one row a frame, of dense features
};
constexpr auto named_values(FeatureDomain) {
    using enum FeatureDomain;
    return std::array{Named{instance, "instance"}, Named{temporal, "temporal"}, Named{spatial, "spatial"},
                      Named{projection, "projection"}, Named{frames, "frames"}};
}

// map: where an earlier map has the points; resume: an interrupted one goes on.
enum class MapStart { pca, random, map, resume };
constexpr auto named_values(MapStart) {
    using enum MapStart;
    return std::array{Named{pca, "pca"}, Named{random, "random"}, Named{map, "map"}, Named{resume, "resume"}};
}

enum class RepulsionMethod { automatic, exact, barnes_hut, fft };
constexpr auto named_values(RepulsionMethod) {
    using enum RepulsionMethod;
    return std::array{Named{automatic, "auto"}, Named{exact, "exact"}, Named{barnes_hut, "barnes-hut"},
                      Named{fft, "fft"}};
}

// all: neighbourhood preservation and trustworthiness, which compares all pairs.
enum class TrustFigures { automatic, all, preservation, none };
constexpr auto named_values(TrustFigures) {
    using enum TrustFigures;
    return std::array{Named{automatic, "auto"}, Named{all, "all"}, Named{preservation, "preservation"},
                      Named{none, "none"}};
}

struct EmbedOptions {
    MapMethod method = MapMethod::tsne;
    FeatureDomain domain = FeatureDomain::instance;
    std::string array; // of another program's file; empty: the one that fits
    Distance distance = Distance::euclidean;
    double perplexity = 30;
    int iterations = 1000;
    double learning_rate = 0; // η; 0: points / early_exaggeration, at least 200
    double early_exaggeration = 12;
    int exaggeration_iterations = 250;
    double early_momentum = 0.5;
    double momentum = 0.8;
    MapStart start = MapStart::pca;
    std::string start_from; // embedding file of start = map and resume
    NeighbourSearch neighbours = NeighbourSearch::automatic;
    RepulsionMethod repulsion = RepulsionMethod::automatic;
    double theta = 0.5;
    TrustFigures trust = TrustFigures::automatic;
    int trust_neighbours = 10; // k
    int snapshot_every = 25;
    std::int64_t seed = 0;
    std::string device = "auto";
    int threads = 0;
};

template <>
const OptionFields<EmbedOptions>& option_fields<EmbedOptions>();

// η of that many points: N / early_exaggeration as Belkina et al. 2019 found, with which early clusters form
// in time, but at least 200, since maps of few points would hardly move. It is scikit-learn 1.2's 'auto'
// (there N / 48, at least 50, of the whole gradient instead of a quarter) and was openTSNE's before 1.0.
double learning_rate_of(const EmbedOptions& options, std::int64_t points);

// Rules that one field alone cannot check. Error: invalid_argument or argument_missing, subject = key.
Result<void> validate(const EmbedOptions& options);

// What a number of points does not allow: t-SNE looks at 3·perplexity neighbours of each. Error:
// invalid_argument, subject = key.
Result<void> check_points(const EmbedOptions& options, std::int64_t points);

} // namespace kinelens
