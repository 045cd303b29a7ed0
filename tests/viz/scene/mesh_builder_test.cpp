#include "tests/support/test_program.h"
#include "viz/scene/mesh_builder.h"

#include <cmath>
#include <map>

namespace mesh_builder_test {

using namespace kinelens::viz;

namespace {

float distance(Point a, Point b) {
    return length(plus(a, b, -1));
}

// How many triangles each edge belongs to: two on a closed surface.
std::map<std::pair<std::int64_t, std::int64_t>, int> edges(const TriangleMesh& mesh) {
    std::map<std::pair<std::int64_t, std::int64_t>, int> count;
    for (std::size_t i = 0; i < mesh.corners.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const auto a = mesh.corners[i + k], b = mesh.corners[i + (k + 1) % 3];
            ++count[{std::min(a, b), std::max(a, b)}];
        }
    return count;
}

} // namespace

class MeshBuilderTest : public QObject {
    Q_OBJECT
private slots:
    void aBallIsRound() {
        for (const float radius : {0.01f, 0.03f, 0.1f}) {
            TriangleMesh mesh;
            MeshBuilder(mesh).ball({1, 2, 3}, radius, rgb(0x102030));
            QVERIFY(!mesh.corners.empty() && mesh.corners.size() % 3 == 0);
            for (std::size_t i = 0; i < mesh.points.size(); ++i) {
                QVERIFY(std::abs(distance(mesh.points[i], {1, 2, 3}) - radius) < 1e-5f);
                QVERIFY(distance(mesh.points[i], plus({1, 2, 3}, mesh.normals[i], radius)) < 1e-5f);
                QVERIFY((mesh.colours[i] == std::array<std::uint8_t, 3>{0x10, 0x20, 0x30}));
            }
        }
    }

    void largeBallsAreFiner() {
        std::size_t before = 0;
        for (const float radius : {0.01f, 0.03f, 0.1f}) {
            TriangleMesh mesh;
            MeshBuilder(mesh).ball({}, radius, {});
            QVERIFY(mesh.points.size() > before);
            before = mesh.points.size();
        }
    }

    void noEdgeIsOfMoreThanTwoTriangles() {
        TriangleMesh mesh;
        MeshBuilder builder(mesh);
        builder.ball({}, 0.1f, {});
        builder.tube({0, 1, 0}, {0, 2, 0}, 0.1f, 0.05f, {});
        for (const auto& [edge, count] : edges(mesh)) QVERIFY(count <= 2);
    }

    void aTubeTapersFromEndToEnd() {
        TriangleMesh mesh;
        const Point from{0, 1, 0}, to{2, 1, 0};
        MeshBuilder(mesh).tube(from, to, 0.2f, 0.1f, {});
        int at_from = 0, at_to = 0;
        for (std::size_t i = 0; i < mesh.points.size(); ++i) {
            const bool first = mesh.points[i][0] < 1;
            ++(first ? at_from : at_to);
            QVERIFY(std::abs(distance(mesh.points[i], first ? from : to) - (first ? 0.2f : 0.1f)) < 1e-5f);
            QVERIFY(std::abs(mesh.normals[i][0]) < 1e-5f); // across the bone
        }
        QCOMPARE(at_from, at_to);
        QVERIFY(at_from > 0);
    }

    // Also along the axis that the first guess of a side would be parallel to, and without any length.
    void tubesOfEveryDirectionAreWhole() {
        for (const Point& to : {Point{0, 1, 0}, Point{0, -1, 0}, Point{1, 1, 1}, Point{0, 0, 0}}) {
            TriangleMesh mesh;
            MeshBuilder(mesh).tube({}, to, 0.1f, 0.1f, {});
            for (const Point& normal : mesh.normals) QVERIFY(std::abs(length(normal) - 1) < 1e-4f);
        }
    }

    void partsAreAddedAndClearedTogether() {
        TriangleMesh mesh;
        MeshBuilder builder(mesh);
        builder.ball({}, 0.1f, {});
        const auto one = mesh.points.size();
        builder.ball({5, 5, 5}, 0.1f, {});
        QCOMPARE(mesh.points.size(), 2 * one);
        QVERIFY(*std::ranges::max_element(mesh.corners) == static_cast<std::int64_t>(2 * one) - 1);
        mesh.clear();
        QVERIFY(mesh.points.empty() && mesh.normals.empty() && mesh.colours.empty() && mesh.corners.empty());
    }
};

KINELENS_TEST(MeshBuilderTest, nothing);

} // namespace mesh_builder_test
#include "mesh_builder_test.moc"
