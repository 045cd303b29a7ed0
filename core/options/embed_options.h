// Options of `embed`: maps of features in two dimensions.
#pragma once

#include "core/options/option_table.h"

#include <cstdint>
#include <string>

namespace kinelens {

struct EmbedOptions {
    std::string method = "tsne";
    std::string domain = "instance";
    std::string array; // of another program's file; empty: the one that fits
    std::string distance = "euclidean";
    double perplexity = 30;
    int iterations = 1000;
    double learning_rate = 0; // η; 0: points / early_exaggeration, at least 200
    double early_exaggeration = 12;
    int exaggeration_iterations = 250;
    double early_momentum = 0.5;
    double momentum = 0.8;
    std::string start = "pca";
    std::string start_from; // embedding file of start = map and resume
    std::string neighbours = "auto";
    std::string repulsion = "auto";
    double theta = 0.5;
    std::string trust = "auto";
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
