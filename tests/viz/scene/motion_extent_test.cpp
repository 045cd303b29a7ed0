// Where a recording takes place: what the camera must hold.
#include "tests/support/test_program.h"
#include "viz/scene/motion_extent.h"

#include <cmath>

namespace motion_extent_test {

using namespace kinelens;
using namespace kinelens::viz;

namespace {

// A body of 25 joints on a line from the floor to 1.8 m, at x, z.
void stand(Motion& motion, std::int64_t frame, float x, float z) {
    motion.set_tracked(frame, 0, true);
    for (int joint = 0; joint < motion.joints; ++joint) {
        float* at = motion.joint(frame, 0, joint);
        at[0] = x;
        at[1] = 1.8f * static_cast<float>(joint) / static_cast<float>(motion.joints - 1);
        at[2] = z;
    }
}

Motion walk(std::int64_t frames) { // from x = 1 to x = 3
    Motion motion(frames, 1, 25);
    for (std::int64_t frame = 0; frame < frames; ++frame)
        stand(motion, frame, 1 + 2 * static_cast<float>(frame) / static_cast<float>(frames - 1), 4);
    return motion;
}

bool near(float a, float b, float by = 0.05f) {
    return std::abs(a - b) < by;
}

} // namespace

class MotionExtentTest : public QObject {
    Q_OBJECT
    const SkeletonLayout layout_ = *built_in_layout("ntu25");

private slots:
    void theBallHoldsTheWholeWay() {
        const Motion motion = walk(100);
        const MotionExtent extent = motion_extent(motion, layout_, "y");
        QVERIFY(near(extent.centre[0], 2) && near(extent.centre[1], 0.9f) && near(extent.centre[2], 4));
        for (std::int64_t frame = 0; frame < 100; ++frame)
            for (int joint = 0; joint < 25; ++joint)
                QVERIFY(length(plus(to_scene(motion.joint(frame, 0, joint), "y"), extent.centre, -1)) <=
                        extent.radius);
        QVERIFY(near(extent.floor, 0)); // below the feet
        QVERIFY(extent.floor < 0);
    }

    // One frame in which the sensor lost its mind does not push the camera away.
    void trackingErrorsDoNotCount() {
        Motion motion = walk(400);
        const MotionExtent before = motion_extent(motion, layout_, "y");
        motion.joint(200, 0, 3)[0] = 900;
        motion.joint(200, 0, 4)[1] = -500;
        const MotionExtent after = motion_extent(motion, layout_, "y");
        QVERIFY(near(after.radius, before.radius, 0.2f));
        QVERIFY(near(after.floor, before.floor, 0.2f));
    }

    void unseenJointsDoNotCount() {
        Motion motion = walk(100);
        for (std::int64_t frame = 0; frame < 100; frame += 2) motion.set_tracked(frame, 0, false);
        for (std::int64_t frame = 1; frame < 100; frame += 2)
            std::fill_n(motion.joint(frame, 0, 7), 3, 0.0f); // at the very origin: not seen
        const MotionExtent extent = motion_extent(motion, layout_, "y");
        QVERIFY(near(extent.centre[2], 4)); // not drawn towards the origin
    }

    void withoutAnybodyThereIsAPlaceAllTheSame() {
        const MotionExtent extent = motion_extent(Motion(10, 2, 25), layout_, "y");
        QCOMPARE(extent.radius, MotionExtent{}.radius);
        QVERIFY(extent.centre == MotionExtent{}.centre);
        QVERIFY(motion_extent(Motion(), layout_, "y").facing == (Point{0, 0, 1}));
    }

    // Whoever has the left shoulder at +x looks along +z, and the other way round.
    void peopleLookAcrossTheirShoulders() {
        Motion motion = walk(10);
        for (const auto& [left, towards] : {std::pair{0.2f, 1.0f}, {-0.2f, -1.0f}}) {
            for (std::int64_t frame = 0; frame < 10; ++frame) {
                const float x = motion.joint(frame, 0, 0)[0];
                motion.joint(frame, 0, layout_.left_shoulder)[0] = x + left;
                motion.joint(frame, 0, layout_.right_shoulder)[0] = x - left;
                const float level = motion.joint(frame, 0, layout_.left_shoulder)[1];
                motion.joint(frame, 0, layout_.right_shoulder)[1] = level;
            }
            const Point facing = motion_extent(motion, layout_, "y").facing;
            QVERIFY2(near(facing[2], towards) && near(facing[0], 0),
                     qPrintable(QString("%1 %2").arg(facing[0]).arg(facing[2])));
        }
    }

    void upIsUpInEveryRecording() {
        Motion motion(50, 1, 25);
        for (std::int64_t frame = 0; frame < 50; ++frame) {
            stand(motion, frame, 1, 4);
            for (int joint = 0; joint < 25; ++joint) { // z upwards
                float* at = motion.joint(frame, 0, joint);
                std::swap(at[1], at[2]);
            }
        }
        const MotionExtent extent = motion_extent(motion, layout_, "z");
        QVERIFY(near(extent.centre[1], 0.9f) && near(extent.centre[2], -4) && near(extent.floor, 0));
    }
};

KINELENS_TEST(MotionExtentTest, nothing);

} // namespace motion_extent_test
#include "motion_extent_test.moc"
