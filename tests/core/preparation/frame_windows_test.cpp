#include "core/preparation/frame_windows.h"
#include "tests/support/test_program.h"

namespace frame_windows_test {

using namespace kinelens;

namespace {

// Joint j of frame f stands at (100 f + j, f, 0).
Motion counted(std::int64_t frames, int joints) {
    Motion motion(frames, 1, joints);
    for (std::int64_t frame = 0; frame < frames; ++frame)
        for (int joint = 0; joint < joints; ++joint) {
            motion.joint(frame, 0, joint)[0] = static_cast<float>(100 * frame + joint);
            motion.joint(frame, 0, joint)[1] = static_cast<float>(frame);
        }
    return motion;
}

WindowShape shape_of(const SkeletonLayout& layout, std::int64_t frames) {
    return {layout, {}, normalisation_options(Normalisation::none, 1), frames, Stream::joint};
}

} // namespace

class FrameWindowsTest : public QObject {
    Q_OBJECT
private slots:
    void framesStayWhereTheyAre();
    void nullFramesStayToo();
    void shortRecordingsAreLengthened();
    void jointsAreExchanged();
    void peopleFaceOneWay_data();
    void peopleFaceOneWay();
    void mirroringTwiceChangesNothing();
    void classesHaveMirrorImages();
    void labelsAreThoseOfTheNearestFrames();
};

void FrameWindowsTest::framesStayWhereTheyAre() {
    const Clip clip = window_clip(counted(8, 3), 8, shape_of(anonymous_layout(3), 8));
    for (std::int64_t frame = 0; frame < 8; ++frame)
        QCOMPARE(clip.joint(frame, 0, 2)[0], static_cast<float>(100 * frame + 2));
    const Clip half = window_clip(counted(8, 3), 8, shape_of(anonymous_layout(3), 4));
    QCOMPARE(half.frames, 4);
    QCOMPARE(half.joint(1, 0, 0)[1], 2.5f);
}

void FrameWindowsTest::nullFramesStayToo() {
    Motion motion = counted(6, 3);
    for (int joint = 0; joint < 3; ++joint) std::fill_n(motion.joint(0, 0, joint), 3, 0.0f);
    WindowShape shape = shape_of(anonymous_layout(3), 6);
    shape.normalisation = normalisation_options(Normalisation::released, 1);
    const Clip clip = window_clip(motion, 6, shape);
    QCOMPARE(clip.joint(0, 0, 2)[0], 0.0f);
    QCOMPARE(clip.joint(1, 0, 2)[0], 2.0f); // less the centre joint
}

void FrameWindowsTest::shortRecordingsAreLengthened() {
    const Clip clip = window_clip(counted(3, 2), 5, shape_of(anonymous_layout(2), 5));
    QCOMPARE(clip.frames, 5);
    QCOMPARE(clip.joint(4, 0, 1)[0], 201.0f);
    const std::vector<std::int64_t> labels{0, 1, 2};
    const std::vector<std::int64_t> wanted{0, 1, 2, no_frame, no_frame};
    QCOMPARE(window_labels(labels, 0, 5, 5), wanted);
}

void FrameWindowsTest::jointsAreExchanged() {
    WindowShape shape = shape_of(anonymous_layout(2), 4);
    shape.joints = {2, 0};
    const Clip clip = window_clip(counted(4, 3), 4, shape);
    QCOMPARE(clip.joints, 2);
    QCOMPARE(clip.joint(1, 0, 0)[0], 102.0f);
    QCOMPARE(clip.joint(1, 0, 1)[0], 100.0f);
}

void FrameWindowsTest::peopleFaceOneWay_data() {
    QTest::addColumn<QString>("up");
    QTest::newRow("y") << "y";
    QTest::newRow("z") << "z";
}

// However far a person is turned, the window is the same.
void FrameWindowsTest::peopleFaceOneWay() {
    QFETCH(QString, up);
    SkeletonLayout layout = anonymous_layout(3);
    layout.left_shoulder = 1;
    layout.right_shoulder = 2;
    WindowShape shape = shape_of(layout, 4);
    shape.normalisation.up = up.toStdString();
    const std::size_t across = up == "z" ? 1 : 2;
    const auto turned = [&](double angle) {
        Motion motion(4, 1, 3);
        for (std::int64_t frame = 0; frame < 4; ++frame)
            for (int joint = 1; joint < 3; ++joint) {
                const double sway =
                    angle + 0.2 * (frame % 2 == 0 ? 1 : -1) + (joint == 1 ? 3.14159265358979 : 0);
                motion.joint(frame, 0, joint)[0] = static_cast<float>(std::cos(sway));
                motion.joint(frame, 0, joint)[across] = static_cast<float>(std::sin(sway));
            }
        return motion;
    };
    shape.normalisation.alignment = Alignment::facing;
    const Clip straight = window_clip(turned(0), 4, shape);
    QVERIFY(std::abs(straight.joint(0, 0, 2)[0] - std::cos(0.2)) < 1e-5);
    const Clip away = window_clip(turned(2.5), 4, shape);
    for (std::size_t i = 0; i < away.data.size(); ++i)
        QVERIFY(std::abs(away.data[i] - straight.data[i]) < 1e-5);
}

void FrameWindowsTest::mirroringTwiceChangesNothing() {
    SkeletonLayout layout = anonymous_layout(3);
    layout.left_right_pairs = {{1, 2}};
    WindowChange change;
    change.mirror = true;
    const WindowShape shape = shape_of(layout, 4);
    const Clip once = window_clip(counted(4, 3), 4, shape, &change);
    QCOMPARE(once.joint(1, 0, 1)[0], -102.0f);
    Motion again = counted(4, 3);
    again.positions = once.data;
    QCOMPARE(window_clip(again, 4, shape, &change).data, counted(4, 3).positions);
}

void FrameWindowsTest::classesHaveMirrorImages() {
    const std::vector<int> wanted{1, 0, 2, -1};
    QCOMPARE(mirrored_classes({"front left kick", "front right kick", "bow", "wave right"}), wanted);
}

void FrameWindowsTest::labelsAreThoseOfTheNearestFrames() {
    const std::vector<std::int64_t> labels{0, 1, 2, 3, 4, 5, 6, 7};
    const std::vector<std::int64_t> wanted{3, 5};
    QCOMPARE(window_labels(labels, 2, 4, 2), wanted);
}

KINELENS_TEST(FrameWindowsTest, nothing);

} // namespace frame_windows_test
#include "frame_windows_test.moc"
