#include "core/embedding/affinities.h"
#include "tests/core/embedding/embedding_reference.h"
#include "tests/support/test_program.h"

#include <numeric>

namespace affinities_test {

using namespace kinelens;
using namespace kinelens;

class AffinitiesTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};

private Q_SLOTS:
    void every_row_has_the_perplexity() {
        CounterRandom random(3);
        for (const double scale : {1e-3, 1.0, 1e4}) {
            std::vector<float> squared;
            for (int i = 0; i < 90; ++i)
                squared.push_back(static_cast<float>(scale * (5 + random.uniform())));
            std::vector<float> p(90);
            perplexity_row(squared.data(), 90, 30, p.data());
            double entropy = 0, sum = 0;
            for (const float value : p) {
                sum += double(value);
                entropy -= value > 0 ? double(value) * std::log2(double(value)) : 0;
            }
            QVERIFY(std::abs(sum - 1) < 1e-5);
            QVERIFY2(std::abs(std::exp2(entropy) - 30) < 0.01, std::to_string(std::exp2(entropy)).c_str());
        }
    }

    void equal_distances_share_equally() {
        const std::vector<float> squared(60, 4.0F);
        std::vector<float> p(60);
        perplexity_row(squared.data(), 60, 20, p.data());
        for (const float value : p) QVERIFY(std::abs(double(value) - 1.0 / 60) < 1e-6);
    }

    void symmetric_and_together_one() {
        const auto p = test::affinities(test::clustered(300, 8, 5, 2), 8, 15, team_);
        QCOMPARE(p.points(), std::int64_t(300));
        double sum = 0;
        for (std::size_t i = 0; i < 300; ++i)
            for (auto e = static_cast<std::size_t>(p.starts[i]);
                 e < static_cast<std::size_t>(p.starts[i + 1]); ++e) {
                sum += double(p.values[e]);
                const auto j = static_cast<std::size_t>(p.columns[e]);
                QVERIFY(j != i);
                const auto begin = p.columns.begin() + p.starts[j], end = p.columns.begin() + p.starts[j + 1];
                const auto there = std::lower_bound(begin, end, static_cast<std::int32_t>(i));
                QVERIFY(there != end && *there == static_cast<std::int32_t>(i));
                const float mirrored = p.values[static_cast<std::size_t>(there - p.columns.begin())];
                QVERIFY(std::abs(mirrored - p.values[e]) <= 1e-6F * p.values[e]);
            }
        QVERIFY(std::abs(sum - 1) < 1e-5);
    }

    void threads_change_nothing() {
        const auto values = test::clustered(700, 8, 5, 2);
        ThreadTeam one(1), three(3);
        const auto a = test::affinities(values, 8, 15, one), b = test::affinities(values, 8, 15, three);
        QVERIFY(a.starts == b.starts && a.columns == b.columns && a.values == b.values);
    }
};

KINELENS_TEST(AffinitiesTest, nothing);

} // namespace affinities_test
#include "affinities_test.moc"
