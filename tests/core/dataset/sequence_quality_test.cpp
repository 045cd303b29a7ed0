#include "core/dataset/sequence_quality.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace sequence_quality_test {

using namespace kinelens;

namespace {

// One body of two joints that walks 1 cm a frame.
Motion walking(std::int64_t frames, int bodies = 1) {
    Motion motion(frames, bodies, 2);
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        motion.set_tracked(frame, 0, true);
        for (int joint = 0; joint < 2; ++joint)
            motion.joint(frame, 0, joint)[0] = 1.0f + 0.01f * static_cast<float>(frame);
    }
    return motion;
}

} // namespace

class SequenceQualityTest : public QObject {
    Q_OBJECT
private slots:
    void cleanRecordingIsFine() {
        const SequenceQuality quality = measure_quality(walking(10, 2), 30);
        QVERIFY(quality.fine());
        QCOMPARE(quality.bodies, 1);
    }
    void framesWithoutBodyAndDropOut() {
        Motion motion = walking(10);
        for (const std::int64_t frame : {0, 4, 5, 9}) motion.set_tracked(frame, 0, false);
        const SequenceQuality quality = measure_quality(motion, 30);
        QCOMPARE(quality.empty_frames, 4);
        QCOMPARE(quality.drop_outs, 1); // the beginning and the end are no drop-outs
        QCOMPARE(quality.jumps, 0);     // no step is measured across a gap
    }
    void jumpIsCountedOnceAtTheRightSpeed() {
        Motion motion = walking(10);
        for (std::int64_t frame = 5; frame < 10; ++frame)
            for (int joint = 0; joint < 2; ++joint) motion.joint(frame, 0, joint)[2] = 0.5f;
        QCOMPARE(measure_quality(motion, 30).jumps, 1); // 15 m/s
        QCOMPARE(measure_quality(motion, 10).jumps, 0); // 5 m/s
    }
    void emptyMotion() {
        QCOMPARE(measure_quality(Motion(), 30), SequenceQuality());
        QCOMPARE(measure_quality(Motion(3, 1, 2), 30).empty_frames, 3);
    }
};

KINELENS_TEST(SequenceQualityTest, nothing);

} // namespace sequence_quality_test
#include "sequence_quality_test.moc"
