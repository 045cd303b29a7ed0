#include "core/preparation/normalisation.h"
#include "tests/support/golden_clips.h"
#include "tests/support/test_program.h"

namespace normalisation_test {

using namespace kinelens;
using namespace kinelens::test;

// Against the published preparation: five recordings with two bodies, gaps and empty heads and tails.
class NormalisationTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void publishedAlignment();
    void spineAlignment();
    void gapsAndCentring();
    void rotationMatrices();
    void bodiesByEnergy();
    void bodiesThatAreMissingAreZeros();
    void layoutWithoutShouldersIsOnlyCentred();

private:
    double compare(const char* expected, const NormalisationOptions& options) const;
    SkeletonLayout layout_ = *built_in_layout("ntu25");
};

void NormalisationTest::initTestCase() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
}

double NormalisationTest::compare(const char* expected, const NormalisationOptions& options) const {
    const NpyArray padded = read_npy(golden("preproc/padded.npy"));
    const NpyArray wanted = read_npy(golden(std::string("preproc/") + expected));
    double largest = 0;
    for (std::int64_t n = 0; n < 5; ++n) {
        const Clip clip = normalise(to_motion(to_clip(padded, n)), layout_, options);
        largest = std::max(largest, largest_difference(clip.data, to_clip(wanted, n).data));
    }
    return largest;
}

void NormalisationTest::publishedAlignment() {
    QVERIFY(compare("prenorm_umurl.npy", {}) < 1e-6);
}

void NormalisationTest::spineAlignment() {
    NormalisationOptions options;
    options.alignment = Alignment::spine_and_shoulders;
    QVERIFY(compare("prenorm_scdnet.npy", options) < 1e-6);
}

void NormalisationTest::gapsAndCentring() {
    NormalisationOptions options;
    options.alignment = Alignment::none;
    QVERIFY(compare("prenorm_stage_centred.npy", options) < 1e-6);
}

void NormalisationTest::rotationMatrices() {
    const NpyArray centred = read_npy(golden("preproc/prenorm_stage_centred.npy"));
    const NpyArray wanted = read_npy(golden("preproc/prenorm_rotation.npy"));
    for (std::int64_t n = 0; n < 5; ++n) {
        const Clip clip = to_clip(centred, n);
        std::array<double, 3> shoulders{};
        for (std::size_t axis = 0; axis < 3; ++axis)
            shoulders[axis] = double(clip.joint(0, 0, 8)[axis]) - double(clip.joint(0, 0, 4)[axis]);
        const Matrix3 matrix = rotation_between(shoulders, {1, 0, 0});
        for (std::size_t i = 0; i < 9; ++i)
            QVERIFY(std::abs(matrix[i] - wanted.values[static_cast<std::size_t>(n) * 9 + i]) < 1e-7);
    }
}

// The golden bodies are ordered already: reversing them first must not matter.
void NormalisationTest::bodiesByEnergy() {
    for (int n = 0; n < 5; ++n) {
        const Clip ordered = to_clip(read_npy(golden("preproc/read_xyz_" + std::to_string(n) + ".npy")));
        Motion reversed(ordered.frames, 2, 25);
        for (std::int64_t frame = 0; frame < ordered.frames; ++frame)
            for (int body = 0; body < 2; ++body)
                std::copy_n(ordered.joint(frame, body, 0), 75, reversed.joint(frame, 1 - body, 0));
        QCOMPARE(select_bodies(reversed, 2).data, ordered.data);
    }
}

void NormalisationTest::bodiesThatAreMissingAreZeros() {
    Motion motion(4, 1, 25);
    std::fill(motion.positions.begin(), motion.positions.end(), 1.0f);
    const Clip clip = select_bodies(motion, 2);
    QCOMPARE(clip.bodies, 2);
    QCOMPARE(clip.joint(3, 0, 7)[0], 1.0f);
    QCOMPARE(clip.joint(3, 1, 7)[0], 0.0f);
}

void NormalisationTest::layoutWithoutShouldersIsOnlyCentred() {
    Motion motion(2, 1, 3);
    for (std::size_t i = 0; i < motion.positions.size(); ++i) motion.positions[i] = float(i + 1);
    const Clip clip = normalise(motion, anonymous_layout(3), {});
    QCOMPARE(clip.joint(1, 0, 0)[2], 0.0f);
    QCOMPARE(clip.joint(1, 0, 2)[1], 6.0f);
}

KINELENS_TEST(NormalisationTest, nothing);

} // namespace normalisation_test
#include "normalisation_test.moc"
