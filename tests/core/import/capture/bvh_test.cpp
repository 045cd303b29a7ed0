// BVH: joints stand where the programs that wrote the files put them.
#include "core/dataset/dataset_reader.h"
#include "core/import/capture/body_unit.h"
#include "core/import/capture/bvh_file.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

#include <fstream>
#include <map>

namespace bvh_test {

using namespace kinelens;

namespace {

const Path shared = KINELENS_SHARED_FOLDER;

const std::string hierarchy =
    "HIERARCHY\nROOT Hips\n{\n OFFSET 0 0 0\n CHANNELS 6 Xposition Yposition Zposition "
    "Zrotation Xrotation Yrotation\n JOINT Left Knee\n {\n  OFFSET 0 -50 0\n  CHANNELS 3 "
    "Zrotation Xrotation Yrotation\n  End Site\n  {\n   OFFSET 0 -50 0\n  }\n }\n}\n";

std::string with_frames(const std::string& announced, const std::string& frames) {
    return hierarchy + "MOTION\nFrames: " + announced + "\nFrame Time: 0.02\n" + frames;
}
const std::string row = "0 100 0 0 0 0 0 0 0\n";

} // namespace

class BvhTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void turnsAndPlaces();
    void ordersOfChannels();
    void positionsInJoints_data();
    void positionsInJoints();
    void recordingsOfCmu();
    void windowsAndExponents();
    void malformed_data();
    void malformed();
    void surplusIsTold();
    void damagedNeverCrashes();
    void unitsByTheBody();
    void otherJointsAreRejected();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void BvhTest::turnsAndPlaces() {
    const auto bvh = parse_bvh(with_frames("2", row + "1 2 3 90 0 0 0 0 0\n"), "a.bvh");
    QVERIFY2(bvh.has_value(), bvh ? "" : describe(bvh.error()).c_str());
    const SkeletonLayout layout = bvh_layout(*bvh);
    QCOMPARE(layout.joint_names, (std::vector<std::string>{"Hips", "Left Knee", "Left Knee_end"}));
    QCOMPARE(layout.parents, (std::vector<int>{-1, 0, 1}));
    const Motion motion = bvh_motion(*bvh, 1);
    QCOMPARE(motion.joint(0, 0, 2)[1], 0.0f);
    QCOMPARE(motion.joint(1, 0, 2)[0], 101.0f); // down turned by 90 degrees about z points along x
    QVERIFY(std::abs(motion.joint(1, 0, 2)[1] - 2.0f) < 1e-4f);
}

void BvhTest::ordersOfChannels() {
    const auto places = [](const std::string& order) {
        std::string text = with_frames("1", "0 0 0 30 40 50 10 20 30\n");
        for (std::size_t at = 0; (at = text.find("Zrotation Xrotation Yrotation", at)) != std::string::npos;)
            text.replace(at++, 29, order);
        const Motion motion = bvh_motion(*parse_bvh(text, "a.bvh"), 1);
        return std::vector<float>(motion.positions.end() - 3, motion.positions.end());
    };
    QVERIFY(places("Zrotation Xrotation Yrotation") != places("Xrotation Yrotation Zrotation"));
}

void BvhTest::positionsInJoints_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("rotations in the arm") << "zxy_all.bvh";
    QTest::newRow("positions too") << "six_channels_in_the_arm.bvh";
}

// frame 5 of cases/17-bvh/expected.json
void BvhTest::positionsInJoints() {
    QFETCH(QString, name);
    const Path path = shared / "cases/17-bvh" / name.toStdString();
    if (!std::filesystem::exists(path)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto bvh = parse_bvh(*read_text_file(path), path.string());
    QVERIFY2(bvh.has_value(), bvh ? "" : describe(bvh.error()).c_str());
    QCOMPARE(bvh->frames, std::int64_t(8));
    QCOMPARE(bvh->joints.size(), std::size_t(9));
    const Motion motion = bvh_motion(*bvh, 1);
    const std::map<std::string, Vector3> wanted{{"Hips", {15, 95, -15}},
                                                {"Head_end", {21.649, 143.765, 27.317}},
                                                {"LeftHand", {57.316, 152.063, -12.208}},
                                                {"LeftLeg_end", {13.48, 25.994, -58.591}}};
    for (std::size_t joint = 0; joint < 9; ++joint)
        if (const auto found = wanted.find(bvh->joints[joint].name); found != wanted.end())
            for (std::size_t axis = 0; axis < 3; ++axis)
                QVERIFY(std::abs(motion.joint(5, 0, static_cast<int>(joint))[axis] - found->second[axis]) <
                        1e-3);
    const auto report = run_import({path.string()}, file("d.h5"), {}, [](const Event&) {}, {});
    QVERIFY(report.has_value());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().frame_rate, 120.0);
    QVERIFY(std::abs(reader->read(0)->joint(5, 0, 0)[1] - 0.95f) < 1e-5f);
    QCOMPARE(report->warnings[0].code, ErrorCode::unit_assumed);
    QVERIFY(report->warnings[0].detail.find("centimetres") != std::string::npos);
}

// Positions that two other programs agree on, in the files' unit.
void BvhTest::recordingsOfCmu() {
    const Path folder = shared / "data/cmu_mocap/originals";
    if (!std::filesystem::exists(folder)) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    std::ifstream table(folder / "expected.tsv");
    std::string name, point, line;
    std::getline(table, line);
    std::map<std::string, Motion> motions;
    std::map<std::string, BvhFile> files;
    int compared = 0;
    while (std::getline(table, line)) {
        std::istringstream fields(line);
        std::int64_t frame = 0;
        Vector3 wanted{};
        if (!(fields >> name >> frame >> point >> wanted[0] >> wanted[1] >> wanted[2])) continue;
        if (!name.ends_with(".bvh")) continue;
        if (!files.contains(name)) {
            const auto bvh = parse_bvh(*read_text_file(folder / name), name);
            QVERIFY2(bvh.has_value(), bvh ? "" : describe(bvh.error()).c_str());
            files.emplace(name, *bvh);
            motions.emplace(name, bvh_motion(*bvh, 1));
        }
        const auto& joints = files.at(name).joints;
        const auto joint = std::ranges::find_if(joints, [&](const BvhJoint& one) {
            return QString::fromStdString(one.name).compare(QString::fromStdString(point),
                                                            Qt::CaseInsensitive) == 0;
        });
        QVERIFY2(joint != joints.end(), point.c_str());
        const float* found = motions.at(name).joint(frame, 0, static_cast<int>(joint - joints.begin()));
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY2(std::abs(found[axis] - wanted[axis]) < 2e-3, (name + " " + point).c_str());
        ++compared;
    }
    QVERIFY(compared > 200);
}

void BvhTest::windowsAndExponents() {
    std::string text = with_frames("2", row + "1e1 1.0E+02 -0 0 0 0 +5 0 0\n");
    std::string windows;
    for (const char letter : text)
        windows += letter == '\n' ? std::string(" \r\n\t") : std::string(1, letter);
    const auto bvh = parse_bvh("\xEF\xBB\xBF" + windows, "a.bvh");
    QVERIFY2(bvh.has_value(), bvh ? "" : describe(bvh.error()).c_str());
    QCOMPARE(bvh->values[9], 10.0);
    QCOMPARE(bvh->values[15], 5.0);
}

void BvhTest::malformed_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto text = [](const std::string& one) { return QString::fromStdString(one); };
    QTest::newRow("empty") << ""
                           << "file_truncated" << -1;
    QTest::newRow("no hierarchy") << "MOTION\n"
                                  << "format_invalid" << 1;
    QTest::newRow("cut in the hierarchy") << text(hierarchy.substr(0, 36)) << "file_truncated" << -1;
    QTest::newRow("fewer frames") << text(with_frames("3", row + row)) << "file_truncated" << 21;
    QTest::newRow("fewer values") << text(with_frames("2", row + "1 2 3\n")) << "format_invalid" << 20;
    QTest::newRow("letters") << text(with_frames("1", "0 1x 0 0 0 0 0 0 0\n")) << "format_invalid" << 19;
    QTest::newRow("NaN") << text(with_frames("1", "0 nan 0 0 0 0 0 0 0\n")) << "value_not_finite" << 19;
    QTest::newRow("huge count") << text(with_frames("99999999999", row)) << "file_truncated" << 20;
    QTest::newRow("channel") << text(hierarchy).replace("Zposition", "Zscale") << "format_invalid" << 5;
    QTest::newRow("channels announced")
        << text(hierarchy).replace("CHANNELS 6", "CHANNELS 5") << "format_invalid" << 5;
    QTest::newRow("two roots") << text(hierarchy).replace("JOINT Left Knee", "ROOT b") << "format_invalid"
                               << 6;
}

void BvhTest::malformed() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto bvh = parse_bvh(text.toStdString(), "a.bvh");
    QVERIFY(!bvh);
    QCOMPARE(QString::fromStdString(std::string(error_code_name(bvh.error().code))), code);
    QCOMPARE(static_cast<int>(bvh.error().place.line.value_or(-1)), line);
}

void BvhTest::surplusIsTold() {
    const auto bvh = parse_bvh(with_frames("1", row + row), "a.bvh");
    QVERIFY(bvh.has_value());
    QCOMPARE(bvh->frames, std::int64_t(1));
    QCOMPARE(bvh->warnings.size(), std::size_t(1));
    QCOMPARE(bvh->warnings[0].place.line.value_or(0), 20LL);
}

void BvhTest::damagedNeverCrashes() {
    const std::string whole = with_frames("3", row + row + row);
    for (unsigned turn = 0; turn < 3000; ++turn) {
        std::string damaged = whole;
        damaged[(turn * 7919u) % damaged.size()] = static_cast<char>((turn * 104729u) >> 3);
        if (const auto bvh = parse_bvh(damaged, "a.bvh")) {
            const Motion motion = bvh_motion(*bvh, 1);
            QCOMPARE(motion.positions.size(),
                     static_cast<std::size_t>(motion.frames) * bvh->joints.size() * 3);
        }
    }
}

void BvhTest::unitsByTheBody() {
    const auto unit = [](double size) { // hips, head, knee, toes, hand
        return unit_of_body(
            {{0, 0, 0}, {0, 0.8 * size, 0}, {0, -0.5 * size, 0}, {0, -0.5 * size, 0}, {0.7 * size, 0, 0}},
            {-1, 0, 0, 2, 1});
    };
    QCOMPARE(unit(1).name, std::string("metres"));
    QCOMPARE(unit(100).name, std::string("centimetres"));
    QCOMPARE(unit(1000).name, std::string("millimetres"));
    QCOMPARE(unit(1 / 0.0254).name, std::string("inches"));
    QVERIFY(unit(1 / 0.0564).name.starts_with("units of the CMU database"));
    QVERIFY(unit(60).plausible); // a child of a metre
    QVERIFY(!unit(0.1).plausible);
    QVERIFY(!unit_of_body({{0, 0, 0}}, {-1}).plausible);
}

void BvhTest::otherJointsAreRejected() {
    std::filesystem::create_directory(file("s"));
    std::ofstream(file("s") / "a.bvh") << with_frames("2", row + row);
    std::string other = with_frames("2", row + row);
    other.replace(other.find("Left Knee"), 9, "Right Hip");
    std::ofstream(file("s") / "b.bvh") << other;
    std::string slow = with_frames("2", row + row);
    slow.replace(slow.find("0.02"), 4, "0.04");
    std::ofstream(file("s") / "c.bvh") << slow;
    const auto report = run_import({file("s").string()}, file("d.h5"), {}, [](const Event&) {}, {});
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].detail, std::string("joint 2 is 'Right Hip', not 'Left Knee'"));
    QCOMPARE(report->warnings.back().code, ErrorCode::rate_differs);
    QCOMPARE(report->warnings.back().detail, std::string("25 frames a second, not 50"));
}

KINELENS_TEST(BvhTest, nothing);

} // namespace bvh_test
#include "bvh_test.moc"
