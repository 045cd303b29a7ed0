// The job of `embed`: a map of features. Free of LibTorch.
#pragma once

#include "core/experiment/run_context.h"
#include "core/options/embed_options.h"
#include "core/results/embedding.h"

#include <optional>

namespace kinelens {

struct EmbedRequest {
    Path features; // of `features`, or HDF5 or .npy of another program
    Path data;     // dataset with labels; empty: no figures about them
    Path output;
    Path folder; // run folder for snapshots; empty: none
};

struct EmbedSummary {
    Outcome outcome = Outcome::completed;
    std::int64_t points = 0, dimension = 0, iterations = 0;
    double kl = 0;      // of tsne
    double seconds = 0; // of all but reading and writing
    double neighbour_seconds = 0, descent_seconds = 0, trust_seconds = 0;
    std::optional<NeighbourSearch> neighbours; // none: nobody looked for any
    RepulsionMethod repulsion = RepulsionMethod::automatic;
    std::string device;
    double recall = 1; // of the neighbours, measured on
    std::int64_t recall_points = 0;
    std::optional<double> trustworthiness, preservation; // none where all neighbours lie on one spot
    std::optional<double> silhouette, one_nearest, one_nearest_features; // with labels
    std::int64_t labelled = 0;
    std::vector<double> explained; // pca: share of the variance along each axis
};
std::string summary_json(const EmbedSummary& summary);

// Every point of the features file is on the map. Errors: those of reading; invalid_argument (perplexity too
// great for so few points); checkpoint_mismatch; device_unavailable; training_diverged; out_of_memory;
// cancelled (stopped before there was a map: no file); those of write_embedding(). Stopped after the map was
// made, it leaves out the figures. Asked for a checkpoint it writes a snapshot of the map.
Result<EmbedSummary> run_embed(const EmbedRequest& request, const EmbedOptions& options, RunContext& run);

} // namespace kinelens
