#include "core/skeleton/joint_map.h"
#include "tests/support/test_program.h"

namespace joint_map_test {

using namespace kinelens;

namespace {

int named(const SkeletonLayout& layout, const char* name) {
    const auto& names = layout.joint_names;
    return static_cast<int>(std::find(names.begin(), names.end(), name) - names.begin());
}

} // namespace

class JointMapTest : public QObject {
    Q_OBJECT
private slots:
    void sameLayoutIsTheIdentity();
    void kinectStandsForNtu();
    void wholeBodiesFitDepthCameras();
    void unknownNamesOfEqualNumberAreTakenInOrder();
    void strangersAreRefused();
};

void JointMapTest::sameLayoutIsTheIdentity() {
    const auto ntu = built_in_layout("ntu25");
    const auto map = joint_map(*ntu, *ntu);
    QVERIFY(map.has_value());
    QVERIFY(is_identity(*map, 25));
    QVERIFY(!is_identity(*map, 24));
}

void JointMapTest::kinectStandsForNtu() {
    const auto ntu = built_in_layout("ntu25");
    const auto kinect = built_in_layout("kinect20");
    const auto map = joint_map(*kinect, *ntu);
    QVERIFY(map.has_value());
    const auto stands_for = [&](const char* wanted, const char* given) {
        QCOMPARE((*map)[static_cast<std::size_t>(named(*ntu, wanted))], named(*kinect, given));
    };
    stands_for("left elbow", "left elbow");
    stands_for("base of spine", "hip centre");
    stands_for("middle of spine", "spine");
    stands_for("spine at shoulders", "shoulder centre");
    stands_for("neck", "shoulder centre"); // the next towards the root
    stands_for("right thumb", "right hand");
}

void JointMapTest::wholeBodiesFitDepthCameras() {
    for (const std::string& given : built_in_layout_names())
        for (const std::string& wanted : {std::string("ntu25"), std::string("kinect20"), given}) {
            const auto from = built_in_layout(given);
            const auto map = joint_map(*from, *built_in_layout(wanted));
            QVERIFY2(map.has_value(), (given + " for " + wanted).c_str());
            for (const int joint : *map) QVERIFY(joint >= 0 && joint < from->joint_count());
        }
}

void JointMapTest::unknownNamesOfEqualNumberAreTakenInOrder() {
    SkeletonLayout other = *built_in_layout("kinect20");
    for (std::string& name : other.joint_names) name = "point " + name;
    const auto map = joint_map(other, *built_in_layout("kinect20"));
    QVERIFY(map.has_value());
    QVERIFY(is_identity(*map, 20));
}

void JointMapTest::strangersAreRefused() {
    const auto map = joint_map(anonymous_layout(7), *built_in_layout("ntu25"));
    QVERIFY(!map.has_value());
    QCOMPARE(map.error().code, ErrorCode::joint_count_wrong);
}

KINELENS_TEST(JointMapTest, nothing);

} // namespace joint_map_test
#include "joint_map_test.moc"
