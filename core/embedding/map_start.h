// Where the points of a map lie before the first iteration.
#pragma once

#include "core/embedding/descent.h"
#include "core/embedding/neighbour_graph.h"
#include "core/options/embed_options.h"
#include "core/results/embedding.h"
#include "core/results/feature_matrix.h"

namespace kinelens {

struct MapBeginning {
    MapState state;
    MapStart start = MapStart::pca; // how the map began: of a resumed one, what its file says of itself
    std::string start_from;
    std::vector<DivergencePoint> divergence; // of the iterations that are done already
};

// By options.start: pca and random have a deviation of 1e-4 along the first axis (Belkina et al. 2019). Error
// of map and resume: those of read_embedding(); checkpoint_mismatch (not a point in common; resume: other
// points, features or options, or no state in the file).
Result<MapBeginning> start_of_map(const FeatureMatrix& features, const NeighbourGraph& graph,
                                  const EmbedOptions& options, ThreadTeam& team);

} // namespace kinelens
