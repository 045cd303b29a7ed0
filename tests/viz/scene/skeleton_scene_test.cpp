// The scene's camera and what is drawn where, without drawing anything.
#include "tests/support/test_program.h"
#include "viz/scene/skeleton_scene.h"

#include <cmath>

namespace skeleton_scene_test {

using namespace kinelens;
using namespace kinelens::viz;

namespace {

constexpr double aspect = 4.0 / 3;

// One body walks along x, upright; of the second nothing is seen after the first frame.
std::shared_ptr<const Motion> walking(std::int64_t frames) {
    Motion motion(frames, 2, 25);
    for (std::int64_t frame = 0; frame < frames; ++frame)
        for (int body = 0; body < (frame == 0 ? 2 : 1); ++body) {
            motion.set_tracked(frame, body, true);
            for (int joint = 0; joint < 25; ++joint) {
                float* at = motion.joint(frame, body, joint);
                at[0] = 0.1f * static_cast<float>(frame) + static_cast<float>(body);
                at[1] = 0.1f + 0.07f * static_cast<float>(joint);
                at[2] = 3;
            }
        }
    return std::make_shared<const Motion>(std::move(motion));
}

} // namespace

class SkeletonSceneTest : public QObject {
    Q_OBJECT
    const SkeletonLayout layout_ = *built_in_layout("ntu25");

    void fill(SkeletonScene& scene) { scene.set_motion(walking(20), layout_, "y"); }
    static std::pair<double, double> place(const SkeletonScene& scene, int joint) {
        return scene.joint_on_view(0, joint, aspect).value_or(std::pair{-1.0, -1.0});
    }

private slots:
    void theCameraHoldsWhatThereIs() {
        SkeletonScene scene;
        fill(scene);
        for (const Viewpoint from : {Viewpoint::home, Viewpoint::front, Viewpoint::side}) {
            scene.look_from(from);
            for (int joint = 0; joint < 25; ++joint) {
                const auto [x, y] = place(scene, joint);
                QVERIFY2(x > 0 && x < 1 && y > 0 && y < 1, qPrintable(QString("%1 %2").arg(x).arg(y)));
            }
            QVERIFY(place(scene, 24).second < place(scene, 0).second); // the higher is drawn above
        }
    }

    void aJointIsFoundWhereItIsDrawn() {
        SkeletonScene scene;
        fill(scene);
        for (const int joint : {0, 7, 24}) {
            const auto [x, y] = place(scene, joint);
            QCOMPARE(scene.joint_near(x, y, 0.02, aspect),
                     layout_.joint_names[static_cast<std::size_t>(joint)]);
        }
        QVERIFY(scene.joint_near(0.01, 0.01, 0.02, aspect).empty());
    }

    void unseenJointsAreNowhere() {
        SkeletonScene scene;
        QVERIFY(!scene.joint_on_view(0, 0, aspect)); // there is no recording
        fill(scene);
        QVERIFY(scene.joint_on_view(1, 0, aspect));
        scene.set_frame(1);
        QVERIFY(!scene.joint_on_view(1, 0, aspect));
        scene.set_frame(99);
        QVERIFY(!scene.joint_on_view(0, 0, aspect));
    }

    // What draws only when something changed would otherwise draw too often, or not at all.
    void theVersionGrowsWithThePictureAlone() {
        SkeletonScene scene;
        fill(scene);
        auto last = scene.version();
        const auto grown = [&] { return scene.version() > std::exchange(last, scene.version()); };
        scene.set_frame(0);
        scene.set_options({});
        scene.set_palette(palette_for(Theme::light));
        QVERIFY(!grown());
        scene.set_frame(1);
        QVERIFY(grown());
        scene.set_options({.trails = true});
        QVERIFY(grown());
        scene.set_palette(palette_for(Theme::dark));
        QVERIFY(grown());
        scene.orbit(10, 0);
        QVERIFY(grown());
        scene.zoom(1.5);
        QVERIFY(grown());
    }

    void zoomingComesNearerAndEnds() {
        SkeletonScene scene;
        fill(scene);
        scene.look_from(Viewpoint::front);
        const auto height = [&] { return place(scene, 0).second - place(scene, 24).second; };
        const double before = height();
        scene.zoom(2);
        QVERIFY2(height() > 1.8 * before, qPrintable(QString::number(height() / before)));
        for (int i = 0; i < 40; ++i) scene.zoom(0.5);
        QVERIFY(height() > 0 && height() < before); // as far as it gets, and still in front of the camera
    }

    void panningMovesThePicture() {
        SkeletonScene scene;
        fill(scene);
        scene.look_from(Viewpoint::front);
        const auto before = place(scene, 12);
        scene.pan(0.2, 0.1);
        const auto after = place(scene, 12);
        QVERIFY2(std::abs((after.first - before.first) * aspect - 0.2) < 0.03,
                 qPrintable(QString::number(after.first - before.first)));
        QVERIFY(std::abs(before.second - after.second - 0.1) < 0.03);
    }

    void followingKeepsTheBodyInPlace() {
        SkeletonScene scene;
        fill(scene);
        const auto centre = layout_.centre_joint;
        const double before = place(scene, centre).first;
        scene.set_frame(10);
        const double drifted = std::abs(place(scene, centre).first - before);
        scene.set_frame(0);
        scene.set_options({.follow = true});
        scene.set_frame(10);
        QVERIFY(drifted > 0.02);
        QVERIFY(std::abs(place(scene, centre).first - before) < 0.01);
    }

    // A person who has turned the camera keeps it when the next recording comes.
    void anotherRecordingMayKeepTheCamera() {
        SkeletonScene scene;
        fill(scene);
        scene.orbit(40, 0);
        const auto turned = place(scene, 12);
        scene.set_motion(walking(20), layout_, "y", false);
        QCOMPARE(place(scene, 12), turned);
        scene.set_motion(walking(20), layout_, "y", true);
        QVERIFY(place(scene, 12) != turned);
        scene.set_motion(nullptr, layout_, "y");
        QVERIFY(!scene.joint_on_view(0, 0, aspect));
    }
};

KINELENS_TEST(SkeletonSceneTest, nothing);

} // namespace skeleton_scene_test
#include "skeleton_scene_test.moc"
