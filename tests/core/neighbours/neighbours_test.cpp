#include "core/neighbours/neighbours.h"

#include "core/foundation/random.h"
#include "tests/support/golden_clips.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>

namespace neighbours_test {

using namespace kinelens;

namespace {

struct Held {
    std::vector<float> values;
    FeatureRows rows;
};

Held golden_rows(const char* name) {
    const auto array = test::read_npy(test::golden(name));
    Held held{{array.values.begin(), array.values.end()}, {}};
    held.rows = {held.values.data(), array.shape[0], array.shape[1]};
    return held;
}

Held random_rows(std::int64_t rows, std::int64_t dimension, std::uint64_t seed) {
    Held held{std::vector<float>(static_cast<std::size_t>(rows * dimension)), {}};
    CounterRandom random(seed);
    for (float& value : held.values) value = static_cast<float>(random.normal());
    held.rows = {held.values.data(), rows, dimension};
    return held;
}

std::vector<std::int32_t> golden_labels(const char* name) {
    const auto array = test::read_npy(test::golden(name));
    return {array.values.begin(), array.values.end()};
}

double distance_between(const float* a, const float* b, std::int64_t dimension) {
    double sum = 0;
    for (std::int64_t d = 0; d < dimension; ++d) sum += (double(a[d]) - b[d]) * (double(a[d]) - b[d]);
    return std::sqrt(sum);
}

} // namespace

class NeighboursTest : public QObject {
    Q_OBJECT
private slots:
    void golden_neighbours_and_votes() {
        if (!test::has_golden()) QSKIP("no golden numbers");
        const auto gallery = golden_rows("knn/train_feat.npy"), queries = golden_rows("knn/test_feat.npy");
        const auto labels = golden_labels("knn/train_label.npy");
        const auto found = exact_neighbours(queries.rows, gallery.rows, 10, Distance::cosine, 2);
        const auto indices = golden_labels("knn/neigh_idx_k5.npy");
        const auto distances = test::read_npy(test::golden("knn/neigh_dist_k5.npy")).values;
        for (std::size_t query = 0; query < 90; ++query)
            for (std::size_t i = 0; i < 5; ++i) {
                QCOMPARE(found.indices[query * 10 + i], indices[query * 5 + i]);
                QVERIFY(std::abs(found.distances[query * 10 + i] - distances[query * 5 + i]) < 1e-6);
            }
        QCOMPARE(voted_labels(found, 1, labels), golden_labels("knn/pred_k1.npy"));
        QCOMPARE(voted_labels(found, 5, labels), golden_labels("knn/pred_k5.npy"));
        QCOMPARE(voted_labels(found, 10, labels), golden_labels("knn/pred_k10.npy"));
    }

    // More rows than one block, compared with the distances one by one.
    void euclidean_is_the_plain_search() {
        const auto gallery = random_rows(2500, 7, 1), queries = random_rows(300, 7, 2);
        const auto found = exact_neighbours(queries.rows, gallery.rows, 3, Distance::euclidean, 2);
        for (std::int64_t q = 0; q < 300; ++q) {
            std::vector<std::pair<double, std::int32_t>> all;
            for (std::int32_t g = 0; g < 2500; ++g)
                all.emplace_back(distance_between(queries.rows.row(q), gallery.rows.row(g), 7), g);
            std::sort(all.begin(), all.end());
            for (std::int64_t i = 0; i < 3; ++i) {
                const auto at = static_cast<std::size_t>(q * 3 + i);
                QCOMPARE(found.indices[at], all[static_cast<std::size_t>(i)].second);
                QCOMPARE(found.distances[at], static_cast<float>(all[static_cast<std::size_t>(i)].first));
            }
        }
    }

    void ranks_count_the_nearer_rows() {
        const auto gallery = random_rows(77, 9, 5), queries = random_rows(20, 9, 6);
        std::vector<std::int32_t> candidates;
        for (std::int32_t i = 0; i < 60; ++i) candidates.push_back(i * 31 % 77);
        const auto ranks = exact_ranks(queries.rows, gallery.rows, candidates, Distance::euclidean, 2);
        for (std::int64_t query = 0; query < 20; ++query)
            for (std::int64_t i = 3 * query; i < 3 * query + 3; ++i) {
                const auto at = static_cast<std::size_t>(i);
                const double bar =
                    distance_between(queries.rows.row(query), gallery.rows.row(candidates[at]), 9);
                std::int64_t nearer = 0;
                for (std::int64_t row = 0; row < 77; ++row)
                    nearer += distance_between(queries.rows.row(query), gallery.rows.row(row), 9) < bar;
                QCOMPARE(ranks[at], nearer);
            }
    }

    void equal_rows_come_in_their_order_and_k_is_bounded() {
        const std::vector<float> same(5 * 4, 1.0F);
        const FeatureRows rows{same.data(), 5, 4};
        const auto found = exact_neighbours({same.data(), 1, 4}, rows, 9, Distance::cosine, 1);
        QCOMPARE(found.k, 5);
        QCOMPARE(found.indices, (std::vector<std::int32_t>{0, 1, 2, 3, 4}));
        const std::vector<std::int32_t> labels{3, 1, 2, 2, 1};
        QCOMPARE(voted_labels(found, 5, labels), std::vector<std::int32_t>{1}); // 1 and 2 have two votes each
        QCOMPARE(voted_labels(found, 1, labels), std::vector<std::int32_t>{3});
    }

    // Zero rows have no direction: cosine takes them to be at distance 1 of everything.
    void a_row_of_zeros_is_far_from_all() {
        const std::vector<float> values{0, 0, 1, 0};
        const auto found =
            exact_neighbours({values.data(), 1, 2}, {values.data(), 2, 2}, 2, Distance::cosine, 1);
        QCOMPARE(found.distances, (std::vector<float>{1, 1}));
    }

    void the_graph_finds_nearly_all() {
        const auto gallery = random_rows(2000, 16, 3), queries = random_rows(100, 16, 4);
        for (const Distance distance : {Distance::cosine, Distance::euclidean}) {
            const auto exact = exact_neighbours(queries.rows, gallery.rows, 5, distance, 2);
            const auto found =
                approximate_neighbours(queries.rows, gallery.rows, 5, distance, GraphOptions{}, 2);
            QVERIFY(found.has_value());
            QVERIFY(found->recall > 0.95);
            QCOMPARE(found->recall_queries, 100);
            std::size_t same = 0;
            for (std::size_t i = 0; i < exact.indices.size(); ++i)
                same += exact.indices[i] == found->found.indices[i] ? 1 : 0;
            QVERIFY(same > exact.indices.size() * 9 / 10);
            const auto again =
                approximate_neighbours(queries.rows, gallery.rows, 5, distance, GraphOptions{}, 1);
            QCOMPARE(again->found.indices, found->found.indices);
        }
    }

    // A graph that hardly looks misses some, and says so.
    void recall_tells_what_was_missed() {
        const auto gallery = random_rows(3000, 64, 5), queries = random_rows(100, 64, 6);
        const auto found = approximate_neighbours(queries.rows, gallery.rows, 5, Distance::euclidean,
                                                  {.links = 2, .build_effort = 4, .search_effort = 5}, 2);
        QVERIFY(found->recall < 0.9);
    }
};

KINELENS_TEST(NeighboursTest, nothing);

} // namespace neighbours_test
#include "neighbours_test.moc"
