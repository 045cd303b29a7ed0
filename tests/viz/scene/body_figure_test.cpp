#include "tests/support/test_program.h"
#include "viz/scene/body_figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace body_figure_test {

using namespace kinelens;
using namespace kinelens::viz;

namespace {

// Every joint 20 cm from its parent: those of a side outwards, the others upwards.
Motion standing(const SkeletonLayout& layout) {
    Motion motion(1, 1, layout.joint_count());
    motion.set_tracked(0, 0, true);
    std::vector<bool> placed(static_cast<std::size_t>(layout.joint_count()));
    const auto place = [&](auto&& self, int joint) -> void {
        if (placed[static_cast<std::size_t>(joint)]) return;
        placed[static_cast<std::size_t>(joint)] = true;
        float* at = motion.joint(0, 0, joint);
        const int parent = layout.parents[static_cast<std::size_t>(joint)];
        if (parent < 0) {
            at[0] = 0.1f, at[1] = 1, at[2] = 2;
            return;
        }
        self(self, parent);
        std::copy_n(motion.joint(0, 0, parent), 3, at);
        const BodySide side = layout.side(joint);
        if (side == BodySide::middle) at[1] += 0.2f;
        if (side != BodySide::middle) at[0] += side == BodySide::left ? 0.2f : -0.2f;
    };
    for (int joint = 0; joint < layout.joint_count(); ++joint) place(place, joint);
    return motion;
}

int named(const SkeletonLayout& layout, const std::string& name) {
    const auto found = std::ranges::find(layout.joint_names, name);
    return found == layout.joint_names.end() ? -1 : static_cast<int>(found - layout.joint_names.begin());
}

float distance(Point a, Point b) {
    return length(plus(a, b, -1));
}

float distance_to_bone(Point point, Point from, Point to) {
    const Point bone = plus(to, from, -1), arm = plus(point, from, -1);
    const float whole = bone[0] * bone[0] + bone[1] * bone[1] + bone[2] * bone[2];
    const float along = bone[0] * arm[0] + bone[1] * arm[1] + bone[2] * arm[2];
    return distance(point, plus(from, bone, whole > 0 ? std::clamp(along / whole, 0.0f, 1.0f) : 0));
}

struct Drawn {
    SkeletonLayout layout;
    Motion motion;
    TriangleMesh mesh;

    explicit Drawn(const std::string& name)
        : layout(*built_in_layout(name))
        , motion(standing(layout)) {
        build_figures(motion, 0, layout, "y", palette_for(Theme::light), mesh);
    }
    Point at(int joint) const { return to_scene(motion.joint(0, 0, joint), "y"); }

    float to_nearest_bone(Point point) const {
        float nearest = std::numeric_limits<float>::max();
        for (int joint = 0; joint < layout.joint_count(); ++joint) {
            const int parent = layout.parents[static_cast<std::size_t>(joint)];
            nearest = std::min(nearest, distance_to_bone(point, at(joint), at(parent < 0 ? joint : parent)));
        }
        return nearest;
    }
    std::vector<Point> about_head() const {
        std::vector<Point> points;
        for (const Point& point : mesh.points)
            if (distance(point, at(named(layout, "head"))) < 0.35f) points.push_back(point);
        return points;
    }
};

} // namespace

class BodyFigureTest : public QObject {
    Q_OBJECT
private slots:
    void layouts() {
        QTest::addColumn<QString>("name");
        // With a head of their own: of the others a face is drawn, point by point.
        for (const char* name :
             {"ntu25", "kinect15", "kinect20", "uiprmd22", "smpl22", "smpl24", "h36m17", "cmu31"})
            QTest::newRow(name) << QString::fromStdString(name);
    }
    void nothingStandsOffTheBody_data() { layouts(); }
    void nothingStandsOffTheBody() {
        QFETCH(QString, name);
        const Drawn drawn(name.toStdString());
        QVERIFY(!drawn.mesh.points.empty());
        const Point head = drawn.at(named(drawn.layout, "head"));
        for (const Point& point : drawn.mesh.points)
            QVERIFY2(drawn.to_nearest_bone(point) < (distance(point, head) < 0.3f ? 0.13f : 0.04f),
                     qPrintable(QString("%1 %2 %3").arg(point[0]).arg(point[1]).arg(point[2])));
    }
    // Just below its highest point a head is round and wide, not the end of a thin bone.
    void headsHaveNoSpike_data() { layouts(); }
    void headsHaveNoSpike() {
        QFETCH(QString, name);
        const Drawn drawn(name.toStdString());
        const std::vector<Point> points = drawn.about_head();
        const auto top = std::ranges::max_element(points, {}, [](const Point& point) { return point[1]; });
        float widest = 0;
        for (const Point& point : points)
            if (std::abs(point[1] - ((*top)[1] - 0.04f)) < 0.015f)
                widest = std::max(widest, std::hypot(point[0] - (*top)[0], point[2] - (*top)[2]));
        QVERIFY2(widest > 0.05f, qPrintable(QString::number(widest)));
    }
    // The middle of no edge of the head's ball lies over one and a half millimetres inside.
    void headsAreRound_data() { layouts(); }
    void headsAreRound() {
        QFETCH(QString, name);
        const Drawn drawn(name.toStdString());
        const TriangleMesh& mesh = drawn.mesh;
        const auto on_head = [&](std::int64_t corner) { // no joint's ball reaches as far from the bones
            return drawn.to_nearest_bone(mesh.points[static_cast<std::size_t>(corner)]) > 0.05f;
        };
        int edges = 0;
        for (std::size_t i = 0; i < mesh.corners.size(); i += 3) {
            if (!on_head(mesh.corners[i]) || !on_head(mesh.corners[i + 1])) continue;
            const auto a = static_cast<std::size_t>(mesh.corners[i]),
                       b = static_cast<std::size_t>(mesh.corners[i + 1]);
            // Of a circle through both ends with these normals the chord's middle is this much inside.
            const float sagitta =
                distance(mesh.points[a], mesh.points[b]) * distance(mesh.normals[a], mesh.normals[b]) / 8;
            QVERIFY2(sagitta < 0.0015f, qPrintable(QString::number(sagitta)));
            ++edges;
        }
        QVERIFY(edges > 100);
    }
    void normalsPointOutwards() {
        const Drawn drawn("uiprmd22");
        QCOMPARE(drawn.mesh.normals.size(), drawn.mesh.points.size());
        QCOMPARE(drawn.mesh.colours.size(), drawn.mesh.points.size());
        for (const Point& normal : drawn.mesh.normals) QVERIFY(std::abs(length(normal) - 1) < 1e-4f);
        for (const std::int64_t corner : drawn.mesh.corners)
            QVERIFY(corner >= 0 && corner < static_cast<std::int64_t>(drawn.mesh.points.size()));
    }
    // Where the tip was not seen the head stands about its joint; where the head was not, the tip is a joint.
    void unseenPartsAreLeftOut() {
        Drawn drawn("uiprmd22");
        const int tip = named(drawn.layout, "head tip"), head = named(drawn.layout, "head");
        const auto height = [&] {
            build_figures(drawn.motion, 0, drawn.layout, "y", palette_for(Theme::light), drawn.mesh);
            float top = 0;
            for (const Point& point : drawn.mesh.points) top = std::max(top, point[1]);
            return top;
        };
        const float headY = drawn.at(head)[1], tipY = drawn.at(tip)[1];
        QVERIFY(std::abs(height() - tipY) < 0.03f);
        std::fill_n(drawn.motion.joint(0, 0, head), 3, 0.0f);
        QVERIFY(std::abs(height() - (tipY + 0.018f)) < 0.001f);
        drawn = Drawn("uiprmd22");
        std::fill_n(drawn.motion.joint(0, 0, tip), 3, 0.0f);
        QVERIFY(std::abs(height() - (headY + 0.085f)) < 0.001f);
    }
};

KINELENS_TEST(BodyFigureTest, nothing);

} // namespace body_figure_test
#include "body_figure_test.moc"
