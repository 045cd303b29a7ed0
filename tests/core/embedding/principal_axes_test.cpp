#include "core/embedding/principal_axes.h"
#include "core/foundation/random.h"
#include "tests/support/test_program.h"

#include <cmath>

namespace principal_axes_test {

using namespace kinelens;
using namespace kinelens;

class PrincipalAxesTest : public QObject {
    Q_OBJECT
    ThreadTeam team_{2};

private Q_SLOTS:
    void known_axes_are_found() {
        // Deviation 5 along (3, 4, 0)/5, 2 along (−4, 3, 0)/5, 0.1 along z; away from the origin.
        CounterRandom random(1);
        std::vector<float> values;
        double squares[2] = {0, 0}, sums[2] = {0, 0};
        constexpr int rows = 5000;
        for (int i = 0; i < rows; ++i) {
            const double a = 5 * random.normal(), b = 2 * random.normal();
            values.push_back(static_cast<float>(0.6 * a - 0.8 * b + 100));
            values.push_back(static_cast<float>(0.8 * a + 0.6 * b - 50));
            values.push_back(static_cast<float>(0.1 * random.normal()));
            squares[0] += a * a;
            squares[1] += b * b;
            sums[0] += a;
            sums[1] += b;
        }
        const auto axes = principal_axes({values.data(), rows, 3}, 2, 1e-12, 0, team_);
        QVERIFY(std::abs(axes.directions[0] - 0.6) < 0.02 && std::abs(axes.directions[1] - 0.8) < 0.02);
        QVERIFY(std::abs(axes.directions[3] - 0.8) < 0.02); // the greatest component is positive
        for (std::size_t a = 0; a < 2; ++a) {
            const double variance = squares[a] / rows - sums[a] * sums[a] / rows / rows;
            QVERIFY(std::abs(axes.variances[a] / variance - 1) < 5e-3);
            double mean = 0, mine = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                mean += axes.coordinates[2 * i + a] / rows;
                mine += axes.coordinates[2 * i + a] * axes.coordinates[2 * i + a] / rows;
            }
            QVERIFY(std::abs(mean) < 1e-6);
            QVERIFY(std::abs(mine / axes.variances[a] - 1) < 1e-6);
        }
        QVERIFY(axes.variances[0] + axes.variances[1] < axes.total_variance);
        QVERIFY(axes.variances[0] + axes.variances[1] > 0.999 * axes.total_variance);
    }

    void what_has_no_second_axis_is_flat() {
        const std::vector<float> line{0, 1, 2, 3};
        const auto axes = principal_axes({line.data(), 4, 1}, 2, 1e-9, 0, team_);
        QCOMPARE(axes.variances[1], 0.0);
        QVERIFY(std::abs(axes.coordinates[6] - 1.5) < 1e-9);
        const std::vector<float> same(30, 7);
        for (const double value : principal_axes({same.data(), 10, 3}, 2, 1e-9, 0, team_).coordinates)
            QCOMPARE(value, 0.0);
    }

    void threads_change_nothing() {
        CounterRandom random(2);
        std::vector<float> values(3000 * 16);
        for (float& value : values) value = static_cast<float>(random.normal());
        ThreadTeam one(1), three(3);
        QVERIFY(principal_axes({values.data(), 3000, 16}, 2, 1e-3, 0, one).coordinates ==
                principal_axes({values.data(), 3000, 16}, 2, 1e-3, 0, three).coordinates);
    }
};

KINELENS_TEST(PrincipalAxesTest, nothing);

} // namespace principal_axes_test
#include "principal_axes_test.moc"
