#include "core/results/map_alignment.h"

#include "core/foundation/random.h"
#include "tests/support/test_program.h"

#include <cmath>

namespace map_alignment_test {

using namespace kinelens;

namespace {

std::vector<float> cloud(int points, std::uint64_t seed) {
    CounterRandom random(seed);
    std::vector<float> coordinates;
    for (int i = 0; i < 2 * points; ++i) coordinates.push_back(static_cast<float>(random.uniform(-5, 5)));
    return coordinates;
}

std::vector<float> moved(const std::vector<float>& points, double angle, double scale, bool mirror) {
    std::vector<float> out;
    for (std::size_t i = 0; i < points.size(); i += 2) {
        const double x = points[i], y = mirror ? -points[i + 1] : points[i + 1];
        out.push_back(static_cast<float>(scale * (std::cos(angle) * x - std::sin(angle) * y) + 7));
        out.push_back(static_cast<float>(scale * (std::sin(angle) * x + std::cos(angle) * y) - 3));
    }
    return out;
}

} // namespace

class MapAlignmentTest : public QObject {
    Q_OBJECT
private slots:
    void turnedMirroredAndScaledMapsFallTogether() {
        const auto points = cloud(40, 1);
        for (const bool mirror : {false, true})
            for (const double angle : {0.0, 1.2, 3.14159, -2.0}) {
                const auto other = moved(points, angle, 2.5, mirror);
                const PlaneSimilarity found = procrustes(other, points);
                QCOMPARE(found.mirrored, mirror);
                QVERIFY(std::abs(found.disparity) < 1e-6);
                for (std::size_t i = 0; i < points.size(); i += 2) {
                    const auto at = found(other[i], other[i + 1]);
                    QVERIFY(std::abs(at[0] - points[i]) < 1e-4 && std::abs(at[1] - points[i + 1]) < 1e-4);
                }
            }
    }

    void noOtherSimilarityIsNearer() {
        const auto from = cloud(30, 2), to = cloud(30, 3);
        const PlaneSimilarity best = procrustes(from, to);
        QVERIFY(best.disparity > 0.5 && best.disparity <= 1);
        const auto error = [&](const PlaneSimilarity& map) {
            double sum = 0;
            for (std::size_t i = 0; i < from.size(); i += 2) {
                const auto at = map(from[i], from[i + 1]);
                sum += std::pow(at[0] - to[i], 2) + std::pow(at[1] - to[i + 1], 2);
            }
            return sum;
        };
        const double least = error(best);
        for (const double turn : {-0.05, 0.05})
            for (const double scale : {0.95, 1.0, 1.05}) {
                PlaneSimilarity other = best;
                const double c = scale * std::cos(turn), s = scale * std::sin(turn);
                other.matrix = {
                    c * best.matrix[0] - s * best.matrix[2], c * best.matrix[1] - s * best.matrix[3],
                    s * best.matrix[0] + c * best.matrix[2], s * best.matrix[1] + c * best.matrix[3]};
                QVERIFY(error(other) > least);
            }
    }

    void pointsInOnePlaceAreOnlyMoved() {
        const std::vector<float> one{2, 3, 2, 3}, to{5, 5, 7, 5};
        const auto at = procrustes(one, to)(2, 3);
        QCOMPARE(at[0], 6.0F);
        QCOMPARE(at[1], 5.0F);
    }

    void pointsAreMatchedByNameAndFrame() {
        Embedding first, second;
        first.names = {"a", "b", "c"};
        second.names = {"c", "x", "a"};
        const MatchedPoints matched = matched_points(first, second);
        QCOMPARE(matched.first, (std::vector<std::int32_t>{0, 2}));
        QCOMPARE(matched.second, (std::vector<std::int32_t>{2, 0}));
        QCOMPARE(matched.only_first, std::int64_t(1));
        QCOMPARE(matched.only_second, std::int64_t(1));
        first.names = second.names = {"a", "a"};
        first.frames = {0, 1};
        second.frames = {1, 2};
        QCOMPARE(matched_points(first, second).second, (std::vector<std::int32_t>{0}));
    }
};

KINELENS_TEST(MapAlignmentTest, nothing);

} // namespace map_alignment_test
#include "map_alignment_test.moc"
