#include "core/skeleton/skeleton_layout.h"
#include "tests/support/test_program.h"

namespace skeleton_layout_test {

using namespace kinelens;

class SkeletonLayoutTest : public QObject {
    Q_OBJECT
private slots:
    void builtInLayoutsAreSound();
    void ntuBonesAreThePublishedPairs();
    void jsonRoundTrip();
    void brokenLayoutsAreRefused_data();
    void brokenLayoutsAreRefused();
};

void SkeletonLayoutTest::builtInLayoutsAreSound() {
    const auto names = built_in_layout_names();
    QCOMPARE(names, (std::vector<std::string>{"azure32", "cmu31", "coco17", "h36m17", "halpe26", "kinect15",
                                              "kinect20", "mediapipe33", "ntu25", "openpose18", "openpose25",
                                              "smpl22", "smpl24", "uiprmd22"}));
    for (const std::string& name : names) {
        const auto layout = built_in_layout(name);
        QVERIFY2(layout.has_value(), name.c_str());
        QCOMPARE(layout->name, name);
        QVERIFY2(name.ends_with(std::to_string(layout->joint_count())), name.c_str());
        QCOMPARE(layout->side(layout->left_shoulder), BodySide::left);
        QCOMPARE(layout->side(layout->right_shoulder), BodySide::right);
        QCOMPARE(layout->side(layout->root()), BodySide::middle);
    }
    QVERIFY(!built_in_layout("ntu26"));
}

// The 25 (child, parent) pairs of the NTU skeleton, counted from 1; joint 21 is its own parent there.
void SkeletonLayoutTest::ntuBonesAreThePublishedPairs() {
    const std::vector<int> parents{2,  21, 21, 3, 21, 5,  6,  7,  21, 9, 10, 11, 1,
                                   13, 14, 15, 1, 17, 18, 19, 21, 23, 8, 25, 12};
    const auto layout = built_in_layout("ntu25");
    for (std::size_t joint = 0; joint < parents.size(); ++joint)
        QCOMPARE(layout->parents[joint], joint == 20 ? -1 : parents[joint] - 1);
}

void SkeletonLayoutTest::jsonRoundTrip() {
    for (const std::string& name : built_in_layout_names()) {
        const auto layout = built_in_layout(name);
        const auto back = layout_from_json(layout_to_json(*layout), "memory");
        QVERIFY(back && *back == *layout);
    }
}

void SkeletonLayoutTest::brokenLayoutsAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::newRow("no joints") << R"({"joints": [], "parents": []})";
    QTest::newRow("too few parents") << R"({"joints": ["a", "b"], "parents": [-1]})";
    QTest::newRow("cycle") << R"({"joints": ["a", "b", "c"], "parents": [-1, 2, 1]})";
    QTest::newRow("two roots") << R"({"joints": ["a", "b"], "parents": [-1, -1]})";
    QTest::newRow("parent out of range") << R"({"joints": ["a", "b"], "parents": [-1, 2]})";
    QTest::newRow("unknown name") << R"({"joints": ["a", "b"], "parents": [-1, "z"]})";
    QTest::newRow("centre out of range") << R"({"joints": ["a"], "parents": [-1], "centre_joint": 1})";
    QTest::newRow("not JSON") << "joints";
}

void SkeletonLayoutTest::brokenLayoutsAreRefused() {
    QFETCH(QString, json);
    const auto layout = layout_from_json(json.toStdString(), "memory");
    QVERIFY(!layout);
    QCOMPARE(layout.error().code, ErrorCode::format_invalid);
}

KINELENS_TEST(SkeletonLayoutTest, nothing);

} // namespace skeleton_layout_test
#include "skeleton_layout_test.moc"
