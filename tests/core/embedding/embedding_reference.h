// t-SNE as its equations stand, in float64 and with two loops, to hold the fast ways against.
#pragma once

#include "core/embedding/affinities.h"
#include "core/embedding/neighbour_graph.h"
#include "core/foundation/random.h"

#include <cmath>
#include <vector>

namespace kinelens::test {

struct Reference {
    std::vector<double> gradient; // (N, 2)
    double divergence = 0;
};

inline Reference reference(const Affinities& p, const std::vector<double>& y, double exaggeration = 1) {
    const auto points = static_cast<std::size_t>(p.points());
    const auto near = [&](std::size_t i, std::size_t j) {
        const double dx = y[2 * i] - y[2 * j], dy = y[2 * i + 1] - y[2 * j + 1];
        return 1 / (1 + dx * dx + dy * dy);
    };
    double z = 0;
    for (std::size_t i = 0; i < points; ++i)
        for (std::size_t j = 0; j < points; ++j) z += i == j ? 0 : near(i, j);
    Reference result{std::vector<double>(2 * points, 0), 0};
    const auto add = [&](std::size_t i, std::size_t j, double weight) {
        for (std::size_t d = 0; d < 2; ++d)
            result.gradient[2 * i + d] += 4 * weight * (y[2 * i + d] - y[2 * j + d]);
    };
    for (std::size_t i = 0; i < points; ++i) {
        for (std::size_t j = 0; j < points; ++j) add(i, j, -near(i, j) * near(i, j) / z);
        for (std::int64_t e = p.starts[i]; e < p.starts[i + 1]; ++e) {
            const auto j = static_cast<std::size_t>(p.columns[static_cast<std::size_t>(e)]);
            const double value = double(p.values[static_cast<std::size_t>(e)]);
            add(i, j, exaggeration * value * near(i, j));
            if (value > 0) result.divergence += value * std::log(value / (near(i, j) / z));
        }
    }
    return result;
}

// Clusters of points: (rows, dimension), the cluster of row i is i % clusters.
inline std::vector<float> clustered(std::int64_t rows, std::int64_t dimension, std::int64_t clusters,
                                    std::uint64_t seed) {
    CounterRandom random(seed);
    std::vector<double> centres;
    for (std::int64_t i = 0; i < clusters * dimension; ++i) centres.push_back(2 * random.normal());
    std::vector<float> values;
    for (std::int64_t i = 0; i < rows; ++i)
        for (std::int64_t d = 0; d < dimension; ++d)
            values.push_back(static_cast<float>(
                centres[static_cast<std::size_t>(i % clusters * dimension + d)] + random.normal()));
    return values;
}

inline Affinities affinities(const std::vector<float>& values, std::int64_t dimension, double perplexity,
                             ThreadTeam& team) {
    const FeatureRows rows{values.data(), static_cast<std::int64_t>(values.size()) / dimension, dimension};
    auto graph =
        *neighbour_graph(rows, static_cast<std::int64_t>(3 * perplexity), Distance::euclidean, true, 2);
    for (float& distance : graph.distances) distance *= distance;
    return affinities_of(graph.indices, graph.distances, graph.k, perplexity, team);
}

} // namespace kinelens::test
