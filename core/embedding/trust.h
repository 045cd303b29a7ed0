// How far a map can be trusted: whether what is near on it is near in the original space, and what labels
// say.
#pragma once

#include "core/embedding/neighbour_graph.h"
#include "core/embedding/thread_team.h"

#include <span>

namespace kinelens {

// Whether no point has a neighbour on another spot. Which of equally near points are the nearest is a matter
// of their order then, and neither figure below means anything.
bool all_on_one_spot(const NeighbourGraph& original);

// Of each point, the share of its k nearest in the original space that are among its k nearest on the map.
std::vector<float> preservation_of(const NeighbourGraph& original, const NeighbourGraph& map);

// Venna and Kaski 2001, of each point: 1 − 2 Σ (r − k) / (k (2N − 3k − 1)), summed over those of its k
// nearest on the map that are not among its k nearest in the original space, r their rank there; the mean is
// the figure of the whole map. Compares all pairs. Empty where 2N ≤ 3k + 1, or after a stop.
std::vector<float> trustworthiness_of(const FeatureRows& features, Distance distance,
                                      const NeighbourGraph& original, const NeighbourGraph& map,
                                      unsigned threads, const std::stop_token& stop = {});

// Mean over the labelled points of (b − a) / max(a, b): a the mean distance to the others of its class, b the
// least of the mean distances to another class; 0 for a class of one (Rousseeuw 1987). Labels below 0 are
// left out. Coordinates (N, 2).
double silhouette_of(std::span<const float> coordinates, std::span<const std::int32_t> labels,
                     ThreadTeam& team);

// Share of the labelled points whose nearest labelled neighbour in the graph has the same label.
double one_nearest_accuracy(const NeighbourGraph& graph, std::span<const std::int32_t> labels);

double mean_of(std::span<const float> values);

} // namespace kinelens
