#include "core/preparation/raw_features.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <numbers>

namespace raw_features_test {

using namespace kinelens;

namespace {

SkeletonLayout layout() {
    SkeletonLayout made = anonymous_layout(4);
    made.left_shoulder = 1;
    made.right_shoulder = 2;
    return made;
}

// A body that walks; shoulders beside the root, a head above it. Turned by `angle` about the vertical.
Motion walker(double angle, double away, const std::string& up) {
    Motion motion(10, 1, 4);
    for (std::int64_t frame = 0; frame < 10; ++frame) {
        motion.set_tracked(frame, 0, true);
        const double points[4][3] = {
            {0, 1, 0}, {-0.2, 1.5, 0.1}, {0.2, 1.5, 0.1}, {0.1 * double(frame), 1.8, 0.3}};
        for (int joint = 0; joint < 4; ++joint) {
            const double x = points[joint][0], height = points[joint][1], z = points[joint][2];
            const double across = std::cos(angle) * x + std::sin(angle) * z + away;
            const double deep = std::cos(angle) * z - std::sin(angle) * x + 3 * away;
            float* at = motion.joint(frame, 0, joint);
            at[0] = static_cast<float>(across);
            at[up == "z" ? 2 : 1] = static_cast<float>(height);
            at[up == "z" ? 1 : 2] = static_cast<float>(up == "z" ? -deep : deep);
        }
    }
    return motion;
}

} // namespace

class RawFeaturesTest : public QObject {
    Q_OBJECT
private slots:
    // Where somebody stands and which way they face changes nothing; how they move does.
    void place_and_direction_do_not_matter() {
        for (const char* up : {"y", "z"}) {
            const auto one = raw_features(walker(0, 1.03, up), layout(), up);
            QCOMPARE(one.size(), std::size_t(32 * 4 * 3));
            for (const double angle : {0.7, 2.0, -2.9, std::numbers::pi}) {
                const auto two = raw_features(walker(angle, 2.07, up), layout(), up);
                for (std::size_t i = 0; i < one.size(); ++i) QVERIFY(std::abs(one[i] - two[i]) < 1e-5F);
            }
        }
    }

    // One frame in which the shoulders swing does not turn the whole recording.
    void a_single_frame_hardly_counts() {
        Motion motion = walker(0, 1, "y");
        std::swap_ranges(motion.joint(0, 0, 1), motion.joint(0, 0, 2), motion.joint(0, 0, 2));
        const auto values = raw_features(motion, layout(), "y");
        QVERIFY(std::abs(values[(16 * 4 + 2) * 3] - 0.2F) < 1e-6F);
    }

    void heights_stay() {
        const auto values = raw_features(walker(1.1, 1, "y"), layout(), "y");
        QVERIFY(std::abs(values[1 * 3 + 1] - 0.5F) < 1e-6F); // the shoulder, above the root
        QVERIFY(std::abs(values[2 * 3 + 0] - 0.2F) < 1e-6F); // and to its right
    }
};

KINELENS_TEST(RawFeaturesTest, nothing);

} // namespace raw_features_test
#include "raw_features_test.moc"
