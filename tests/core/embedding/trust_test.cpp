#include "core/embedding/trust.h"
#include "tests/core/embedding/embedding_reference.h"
#include "tests/support/test_program.h"

#include <algorithm>

namespace trust_test {

using namespace kinelens;
using namespace kinelens;

namespace {

constexpr std::int64_t points = 150, k = 7;

double distance(const float* a, const float* b, std::int64_t dimension) {
    double sum = 0;
    for (std::int64_t d = 0; d < dimension; ++d) sum += std::pow(double(a[d]) - double(b[d]), 2);
    return std::sqrt(sum);
}

// All others, nearest first.
std::vector<std::int32_t> others(const FeatureRows& rows, std::int64_t i) {
    std::vector<std::int32_t> order;
    for (std::int32_t j = 0; j < rows.rows; ++j)
        if (j != i) order.push_back(j);
    std::ranges::stable_sort(
        order, {}, [&](std::int32_t j) { return distance(rows.row(i), rows.row(j), rows.dimension); });
    return order;
}

} // namespace

class TrustTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};
    std::vector<float> values_ = test::clustered(points, 6, 4, 1);
    FeatureRows features_{values_.data(), points, 6};
    NeighbourGraph near_ = *neighbour_graph(features_, k, Distance::euclidean, true, 2);

    // The first two features as a map: neither right nor wrong.
    std::vector<float> map_ = [this] {
        std::vector<float> map;
        for (std::int64_t i = 0; i < points; ++i)
            map.insert(map.end(), features_.row(i), features_.row(i) + 2);
        return map;
    }();
    NeighbourGraph there_ = *neighbour_graph({map_.data(), points, 2}, k, Distance::euclidean, true, 2);

private Q_SLOTS:
    void figures_are_those_of_the_definition() {
        const auto preservation = preservation_of(near_, there_);
        const auto trust = trustworthiness_of(features_, Distance::euclidean, near_, there_, 2);
        for (std::int64_t i = 0; i < points; ++i) {
            const auto near = others(features_, i), there = others({map_.data(), points, 2}, i);
            double kept = 0, lost = 0;
            for (std::int64_t n = 0; n < k; ++n) {
                const auto rank =
                    std::ranges::find(near, there[static_cast<std::size_t>(n)]) - near.begin() + 1;
                kept += rank <= k;
                lost += rank > k ? static_cast<double>(rank - k) : 0;
            }
            const auto at = static_cast<std::size_t>(i);
            QVERIFY(std::abs(double(preservation[at]) - kept / k) < 1e-6);
            QVERIFY(std::abs(double(trust[at]) - (1 - 2 * lost / (k * (2 * points - 3 * k - 1)))) < 1e-6);
        }
        const double mean = mean_of(trust);
        QVERIFY(mean > 0.5 && mean < 0.99); // so that the comparison above says something
    }

    void perfect_maps_are_trusted_wholly() {
        QCOMPARE(mean_of(preservation_of(near_, near_)), 1.0);
        QCOMPARE(mean_of(trustworthiness_of(features_, Distance::euclidean, near_, near_, 2)), 1.0);
    }

    void silhouette_is_that_of_the_definition() {
        std::vector<std::int32_t> labels;
        for (std::int32_t i = 0; i < points; ++i) labels.push_back(i % 11 == 0 ? -1 : i % 4);
        labels[1] = 9; // alone in its class
        double sum = 0, count = 0;
        for (std::int64_t i = 0; i < points; ++i) {
            const std::int32_t own = labels[static_cast<std::size_t>(i)];
            if (own < 0) continue;
            std::map<std::int32_t, std::pair<double, double>> classes;
            for (std::int64_t j = 0; j < points; ++j)
                if (j != i && labels[static_cast<std::size_t>(j)] >= 0) {
                    auto& [distances, members] = classes[labels[static_cast<std::size_t>(j)]];
                    distances += distance(map_.data() + 2 * i, map_.data() + 2 * j, 2);
                    members += 1;
                }
            ++count;
            if (!classes.contains(own)) continue;
            const double a = classes[own].first / classes[own].second;
            double b = 1e300;
            for (const auto& [label, entry] : classes)
                if (label != own) b = std::min(b, entry.first / entry.second);
            sum += (b - a) / std::max(a, b);
        }
        QVERIFY(std::abs(silhouette_of(map_, labels, team_) - sum / count) < 1e-6);
    }

    void nearest_labels_vote() {
        std::vector<std::int32_t> labels;
        for (std::int32_t i = 0; i < points; ++i) labels.push_back(i % 4);
        QVERIFY(one_nearest_accuracy(near_, labels) > 0.9);
        for (std::size_t i = 0; i < labels.size(); ++i) labels[i] = static_cast<std::int32_t>(i);
        QCOMPARE(one_nearest_accuracy(near_, labels), 0.0);
    }

    void a_point_is_not_its_own_neighbour() {
        const std::vector<float> same(40, 1); // all on one spot
        const auto graph = *neighbour_graph({same.data(), 20, 2}, 5, Distance::euclidean, true, 2);
        for (std::size_t i = 0; i < 20; ++i)
            for (std::size_t n = 0; n < 5; ++n)
                QVERIFY(graph.indices[i * 5 + n] != static_cast<std::int32_t>(i));
    }
};

KINELENS_TEST(TrustTest, nothing);

} // namespace trust_test
#include "trust_test.moc"
