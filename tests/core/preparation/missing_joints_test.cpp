#include "core/preparation/augmentation.h"
#include "core/preparation/missing_joints.h"
#include "core/preparation/normalisation.h"
#include "tests/support/test_program.h"

namespace missing_joints_test {

using namespace kinelens;

namespace {

// Hip (root), spine, head; joint j stands at (j + frame, 2, 3).
Motion walking(std::int64_t frames, int bodies = 1) {
    Motion motion(frames, bodies, 3);
    for (std::int64_t frame = 0; frame < frames; ++frame)
        for (int body = 0; body < bodies; ++body) {
            motion.set_tracked(frame, body, true);
            for (int joint = 0; joint < 3; ++joint) {
                float* at = motion.joint(frame, body, joint);
                at[0] = static_cast<float>(1 + joint + frame);
                at[1] = 2;
                at[2] = 3;
            }
        }
    return motion;
}

SkeletonLayout chain() {
    SkeletonLayout layout = anonymous_layout(3);
    layout.parents = {-1, 0, 1};
    return layout;
}

} // namespace

class MissingJointsTest : public QObject {
    Q_OBJECT
private slots:
    void wholeMotionsStay();
    void gapsAreBridgedInTime();
    void endsAreExtended();
    void aJointThatIsNeverSeenFollowsItsNeighbour();
    void lostBodiesStayLost();
    void noClipHoldsAGapAtTheOrigin();
    void picturesAreScaledByTheirHeight();
    void planarViewsStayInThePlane();
};

void MissingJointsTest::wholeMotionsStay() {
    const Motion motion = walking(5);
    QVERIFY(!has_missing_joints(motion));
    QCOMPARE(fill_missing_joints(motion, chain()).positions, motion.positions);
}

void MissingJointsTest::gapsAreBridgedInTime() {
    const Motion whole = walking(6);
    Motion motion = whole;
    for (const std::int64_t frame : {2, 3, 4}) motion.set_missing(frame, 0, 1);
    QVERIFY(has_missing_joints(motion));
    QCOMPARE(fill_missing_joints(motion, chain()).positions, whole.positions); // it moves on a straight line
}

void MissingJointsTest::endsAreExtended() {
    Motion motion = walking(5);
    motion.set_missing(0, 0, 2);
    motion.set_missing(4, 0, 2);
    const Motion filled = fill_missing_joints(motion, chain());
    QCOMPARE(filled.joint(0, 0, 2)[0], 4.0f); // as in frame 1
    QCOMPARE(filled.joint(4, 0, 2)[0], 6.0f); // as in frame 3
}

void MissingJointsTest::aJointThatIsNeverSeenFollowsItsNeighbour() {
    Motion motion = walking(4);
    for (std::int64_t frame = 0; frame < 4; ++frame) {
        motion.set_missing(frame, 0, 1);
        motion.set_missing(frame, 0, 2);
    }
    const Motion filled = fill_missing_joints(motion, chain());
    for (std::int64_t frame = 0; frame < 4; ++frame)
        for (int joint = 0; joint < 3; ++joint)
            QCOMPARE(filled.joint(frame, 0, joint)[0], static_cast<float>(1 + frame));
}

void MissingJointsTest::lostBodiesStayLost() {
    Motion motion = walking(5, 2);
    motion.set_missing(1, 0, 1);
    motion.set_tracked(3, 1, false);
    std::fill_n(motion.joint(3, 1, 0), 9, 0.0f);
    const Motion filled = fill_missing_joints(motion, chain());
    QCOMPARE(filled.joint(3, 1, 1)[1], 0.0f);
    QCOMPARE(filled.joint(1, 0, 1)[1], 2.0f);
}

void MissingJointsTest::noClipHoldsAGapAtTheOrigin() {
    Motion motion = walking(8);
    motion.set_missing(3, 0, 0); // the joint that all is centred on
    motion.set_missing(5, 0, 2);
    SkeletonLayout layout = chain();
    layout.centre_joint = 0;
    const Clip clip = normalise(motion, layout, normalisation_options(Normalisation::released, 1));
    for (std::int64_t frame = 0; frame < 8; ++frame)
        for (int joint = 1; joint < 3; ++joint)
            QVERIFY(clip.joint(frame, 0, joint)[0] >= 1 && clip.joint(frame, 0, joint)[0] <= 2);
}

void MissingJointsTest::picturesAreScaledByTheirHeight() {
    Motion motion = walking(1);
    motion.dimensions = 2;
    motion.image_size = {640, 480};
    motion.joint(0, 0, 0)[0] = 640;
    motion.joint(0, 0, 0)[1] = 0; // the top
    const Motion scaled = in_picture_units(motion);
    QCOMPARE(scaled.joint(0, 0, 0)[0], 640.0f / 480.0f);
    QCOMPARE(scaled.joint(0, 0, 0)[1], 1.0f);
}

void MissingJointsTest::planarViewsStayInThePlane() {
    Motion motion = walking(70);
    motion.dimensions = 2;
    motion.image_size = {640, 480};
    for (std::size_t i = 2; i < motion.positions.size(); i += 3) motion.positions[i] = 0;
    const Clip clip = normalise(motion, chain(), normalisation_options(Normalisation::released, 1));
    QVERIFY(clip.planar);
    const ViewOptions options;
    std::vector<float> view(static_cast<std::size_t>(options.frames) * clip.row_size());
    for (std::uint64_t key = 0; key < 20; ++key) {
        make_view(clip, options, draw_view(CounterRandom(key), options, clip.frames, clip.joints),
                  view.data());
        for (std::size_t i = 2; i < view.size(); i += 3) QCOMPARE(view[i], 0.0f);
    }
}

KINELENS_TEST(MissingJointsTest, nothing);

} // namespace missing_joints_test
#include "missing_joints_test.moc"
