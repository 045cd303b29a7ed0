// What no person looks like is told, with what would mend it.
#include "core/import/doubts/implausible.h"
#include "tests/support/test_program.h"

#include <functional>
#include <map>

namespace implausible_test {

using namespace kinelens;

namespace {

// A kinect20 figure of 1.7 m that faces +z; y points up. Its left is at +x.
Motion standing(std::int64_t frames = 10) {
    const std::map<std::string, std::array<float, 3>> places{{"head", {0, 1.6f, 0}},
                                                             {"shoulder centre", {0, 1.4f, 0}},
                                                             {"left shoulder", {0.2f, 1.4f, 0}},
                                                             {"right shoulder", {-0.2f, 1.4f, 0}},
                                                             {"left hip", {0.1f, 0.9f, 0}},
                                                             {"right hip", {-0.1f, 0.9f, 0}},
                                                             {"left ankle", {0.1f, 0.1f, 0}},
                                                             {"right ankle", {-0.1f, 0.1f, 0}},
                                                             {"left foot", {0.1f, 0, 0.15f}},
                                                             {"right foot", {-0.1f, 0, 0.15f}}};
    const auto layout = *built_in_layout("kinect20");
    Motion motion(frames, 1, 20);
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        motion.set_tracked(frame, 0, true);
        for (int joint = 0; joint < 20; ++joint) {
            const auto found = places.find(layout.joint_names[static_cast<std::size_t>(joint)]);
            const std::array<float, 3> at =
                found == places.end() ? std::array{0.0f, 1.0f, 0.0f} : found->second;
            std::copy(at.begin(), at.end(), motion.joint(frame, 0, joint));
        }
    }
    return motion;
}

void change(Motion& motion, const std::function<void(float*)>& how) {
    for (std::size_t i = 0; i < motion.positions.size(); i += 3) how(motion.positions.data() + i);
}

std::vector<Error> doubts_of(const std::vector<Motion>& motions, const std::string& up = "y") {
    DatasetInfo info;
    info.layout = *built_in_layout("kinect20");
    info.up = up;
    PlausibilityCheck check(info);
    for (std::size_t i = 0; i < motions.size(); ++i) check.look_at(motions[i], "r" + std::to_string(i));
    return check.doubts();
}

} // namespace

class ImplausibleTest : public QObject {
    Q_OBJECT
private slots:
    void aPersonIsNotDoubted();
    void otherUnits_data();
    void otherUnits();
    void bodiesOnTheirSide();
    void upsideDown();
    void oneOfManyMayLieDown();
    void sidesExchanged();
    void picturesAreNotLookedAt();
};

void ImplausibleTest::aPersonIsNotDoubted() {
    const auto doubts = doubts_of({standing(), standing()});
    QVERIFY2(doubts.empty(), doubts.empty() ? "" : describe(doubts[0]).c_str());
    Motion away = standing(); // faces -z: x and z turned about y
    change(away, [](float* at) { at[0] = -at[0], at[2] = -at[2]; });
    QVERIFY(doubts_of({away}).empty());
    Motion z_up = standing();
    change(z_up, [](float* at) { std::swap(at[1], at[2]), at[1] = -at[1]; });
    QVERIFY(doubts_of({z_up}, "z").empty());
}

void ImplausibleTest::otherUnits_data() {
    QTest::addColumn<double>("metre");
    QTest::addColumn<QString>("cure");
    QTest::newRow("mm") << 1000.0 << "millimetres";
    QTest::newRow("cm") << 100.0 << "centimetres";
    QTest::newRow("inches") << 39.37 << "inches";
    QTest::newRow("tiny") << 0.001 << "no usual unit";
}

void ImplausibleTest::otherUnits() {
    QFETCH(double, metre);
    QFETCH(QString, cure);
    Motion motion = standing();
    change(motion, [&](float* at) {
        for (int axis = 0; axis < 3; ++axis) at[axis] *= static_cast<float>(metre);
    });
    const auto doubts = doubts_of({standing(), motion});
    QCOMPARE(doubts.size(), std::size_t(1));
    QCOMPARE(doubts[0].code, ErrorCode::data_doubted);
    QCOMPARE(doubts[0].subject, std::string("r1"));
    QVERIFY2(QString::fromStdString(doubts[0].detail).contains(cure), doubts[0].detail.c_str());
    QVERIFY2(QString::fromStdString(doubts[0].detail).contains("1 of 2 recordings"),
             doubts[0].detail.c_str());
}

void ImplausibleTest::bodiesOnTheirSide() {
    Motion z_up = standing();
    change(z_up, [](float* at) { std::swap(at[1], at[2]), at[1] = -at[1]; });
    const auto doubts = doubts_of({z_up, z_up});
    QVERIFY(!doubts.empty());
    QVERIFY2(doubts[0].detail.find("along z") != std::string::npos, doubts[0].detail.c_str());
}

void ImplausibleTest::upsideDown() {
    Motion down = standing();
    change(down, [](float* at) { at[1] = -at[1], at[2] = -at[2]; });
    const auto doubts = doubts_of({down});
    QCOMPARE(doubts.size(), std::size_t(1));
    QVERIFY2(doubts[0].detail.find("along -y") != std::string::npos, doubts[0].detail.c_str());
    QVERIFY(doubts_of({down}, "-y").empty());
}

void ImplausibleTest::oneOfManyMayLieDown() {
    Motion lying = standing();
    change(lying, [](float* at) { std::swap(at[0], at[1]), at[0] = -at[0]; });
    QVERIFY(doubts_of({standing(), standing(), lying}).empty());
}

void ImplausibleTest::sidesExchanged() {
    Motion mirrored = standing();
    change(mirrored, [](float* at) { at[0] = -at[0]; });
    const auto doubts = doubts_of({mirrored, mirrored, standing()});
    QCOMPARE(doubts.size(), std::size_t(1));
    QVERIFY2(doubts[0].detail.find("exchanged") != std::string::npos, doubts[0].detail.c_str());
}

void ImplausibleTest::picturesAreNotLookedAt() {
    Motion picture = standing();
    picture.dimensions = 2;
    change(picture, [](float* at) { at[0] *= 300, at[1] *= -300, at[2] = 0; });
    QVERIFY(doubts_of({picture}).empty());
}

KINELENS_TEST(ImplausibleTest, nothing);

} // namespace implausible_test
#include "implausible_test.moc"
