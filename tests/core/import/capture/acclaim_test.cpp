// ASF/AMC: joints stand where other programs put them; what the files do not say is told.
#include "core/dataset/dataset_reader.h"
#include "core/import/capture/acclaim_files.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

#include <fstream>
#include <map>
#include <sstream>

namespace acclaim_test {

using namespace kinelens;

namespace {

const Path originals = Path(KINELENS_SHARED_FOLDER) / "data/cmu_mocap/originals";

const std::string skeleton_text = R"(# made by hand
:version 1.10
:units
  mass 1.0
  length 0.45
  angle deg
:root
   order TX TY TZ RX RY RZ
   axis XYZ
   position 0 0 0
   orientation 0 0 0
:bonedata
  begin
     id 1
     name lthigh
     direction 0 -1 0
     length 10
     axis 0 0 0  XYZ
     dof rz
  end
  begin
     id 2
     name lshin
     direction 0 -1 0
     length 8
     axis 0 0 90  XYZ
     dof rx
     limits (-10.0 170.0)
  end
:hierarchy
  begin
    lthigh lshin
    root lthigh
  end
)";

const std::string motion_head = "#!OML\n:FULLY-SPECIFIED\n:DEGREES\n";
std::string frame(int number, const std::string& thigh = "90", const std::string& shin = "0") {
    return std::to_string(number) + "\nroot 1 2 3 0 0 0\nlthigh " + thigh + "\nlshin " + shin + "\n";
}

AcclaimSkeleton made_skeleton() {
    return *parse_asf(skeleton_text, "a.asf");
}

} // namespace

class AcclaimTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void turns();
    void recordingsOfCmu();
    void skeletonByName();
    void malformedSkeletons_data();
    void malformedSkeletons();
    void malformedMotions_data();
    void malformedMotions();
    void framesOutOfOrderAreTold();
    void aSkeletonIsMissing();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void AcclaimTest::turns() {
    const AcclaimSkeleton skeleton = made_skeleton();
    QCOMPARE(acclaim_layout(skeleton).joint_names, (std::vector<std::string>{"root", "lthigh", "lshin"}));
    QCOMPARE(acclaim_layout(skeleton).parents, (std::vector<int>{-1, 0, 1}));
    const auto read = parse_amc(motion_head + frame(1) + frame(2, "0", "90"), "a.amc", skeleton);
    QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
    QCOMPARE(read->motion.frames, std::int64_t(2));
    const double unit = 0.0254 / 0.45;
    const auto near = [&](std::int64_t frame, int joint, Vector3 wanted) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (std::abs(read->motion.joint(frame, 0, joint)[axis] / unit - wanted[axis]) > 1e-4)
                return false;
        return true;
    };
    QVERIFY(near(0, 0, {1, 2, 3}));
    QVERIFY(near(0, 1, {11, 2, 3})); // down, turned by 90 degrees about z: along x
    QVERIFY(near(0, 2, {19, 2, 3})); // goes on straight
    QVERIFY(near(1, 1, {1, -8, 3}));
    QVERIFY(near(1, 2, {1, -16, 3})); // its axis is the bone's own direction there: turning changes nothing
}

void AcclaimTest::recordingsOfCmu() {
    if (!std::filesystem::exists(originals)) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    std::ifstream table(originals / "expected.tsv");
    std::string name, point, line;
    std::map<std::string, AcclaimMotion> motions;
    std::map<std::string, AcclaimSkeleton> skeletons;
    int compared = 0;
    for (std::getline(table, line); std::getline(table, line);) {
        std::istringstream fields(line);
        std::int64_t at = 0;
        Vector3 wanted{};
        if (!(fields >> name >> at >> point >> wanted[0] >> wanted[1] >> wanted[2]) ||
            !name.ends_with(".amc"))
            continue;
        if (!motions.contains(name)) {
            const std::string asf = name.substr(0, 2) + ".asf";
            skeletons[name] = *parse_asf(*read_text_file(originals / asf), asf);
            const auto read = parse_amc(*read_text_file(originals / name), name, skeletons[name]);
            QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
            motions.emplace(name, *read);
        }
        const auto place = skeletons[name].places.find(point);
        QVERIFY2(place != skeletons[name].places.end(), point.c_str());
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double found =
                motions.at(name).motion.joint(at, 0, place->second)[axis] / skeletons[name].metres;
            QVERIFY2(std::abs(found - wanted[axis]) < 2e-3, line.c_str());
        }
        ++compared;
    }
    QVERIFY(compared > 100);
}

void AcclaimTest::skeletonByName() {
    if (!std::filesystem::exists(originals)) QSKIP("recordings are not at hand (KINELENS_SHARED)");
    std::filesystem::create_directory(file("s"));
    for (const char* name : {"02.asf", "02_02.amc", "07.asf", "07_11.amc"})
        std::filesystem::copy_file(originals / name, file("s") / name);
    const auto report = run_import({file("s").string()}, file("d.h5"), {}, [](const Event&) {}, {});
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->passed_over, std::int64_t(0));
    QCOMPARE(report->warnings[0].code, ErrorCode::rate_assumed);
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().frame_rate, 120.0);
    QCOMPARE(reader->info().joints(), 31);
    QVERIFY(reader->info().layout.left_right_pairs.size() > 8);
    const auto motion = reader->read(0); // metres: a person's head is 1.2 to 2 m above the ground
    const auto& names = reader->info().layout.joint_names;
    const auto head = static_cast<int>(std::ranges::find(names, "head") - names.begin());
    QVERIFY(motion->joint(0, 0, head)[1] > 1.2f && motion->joint(0, 0, head)[1] < 2.0f);
}

void AcclaimTest::malformedSkeletons_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("detail");
    QTest::newRow("number") << "length 10"
                            << "length ten"
                            << "a number was expected";
    QTest::newRow("twice") << "name lshin"
                           << "name lthigh"
                           << "a second bone of the name 'lthigh'";
    QTest::newRow("unknown child") << "lthigh lshin"
                                   << "lthigh shin"
                                   << "there is no bone 'shin'";
    QTest::newRow("loose") << "    root lthigh\n"
                           << ""
                           << "bone 'lthigh' hangs on no other (:hierarchy)";
    QTest::newRow("circle") << "root lthigh"
                            << "lshin lthigh"
                            << "bone 'lthigh' hangs on no other (:hierarchy)";
    QTest::newRow("freedom") << "dof rz"
                             << "dof rz l"
                             << "'l' is no degree of freedom that is read";
}

void AcclaimTest::malformedSkeletons() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, detail);
    const QString text = QString::fromStdString(skeleton_text).replace(from, to);
    const auto skeleton = parse_asf(text.toStdString(), "a.asf");
    QVERIFY(!skeleton);
    QCOMPARE(skeleton.error().detail, detail.toStdString());
}

void AcclaimTest::malformedMotions_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    const auto text = [](const std::string& one) { return QString::fromStdString(motion_head + one); };
    QTest::newRow("no frame") << text("") << "file_truncated" << 4;
    QTest::newRow("cut") << text(frame(1) + "2\nroot 1 2 3 0 0 0\nlthigh 0\n") << "file_truncated" << 11;
    QTest::newRow("bone") << text(frame(1) + "2\nrfoot 1\n") << "format_invalid" << 9;
    QTest::newRow("values") << text("1\nroot 1 2 3\n") << "format_invalid" << 5;
    QTest::newRow("NaN") << text(frame(1, "nan")) << "value_not_finite" << 6;
    QTest::newRow("no number") << text("root 1 2 3 0 0 0\n") << "format_invalid" << 4;
}

void AcclaimTest::malformedMotions() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, line);
    const auto read = parse_amc(text.toStdString(), "a.amc", made_skeleton());
    QVERIFY(!read);
    QCOMPARE(QString::fromStdString(std::string(error_code_name(read.error().code))), code);
    QCOMPARE(static_cast<int>(read.error().place.line.value_or(-1)), line);
}

void AcclaimTest::framesOutOfOrderAreTold() {
    const auto read = parse_amc(motion_head + frame(1) + frame(4), "a.amc", made_skeleton());
    QVERIFY(read.has_value());
    QCOMPARE(read->warnings.size(), std::size_t(1));
    QCOMPARE(read->warnings[0].detail, std::string("frame 4 follows frame 1"));
}

void AcclaimTest::aSkeletonIsMissing() {
    std::ofstream(file("07_01.amc")) << motion_head << frame(1);
    const auto report = run_import({file("07_01.amc").string()}, file("d.h5"), {}, [](const Event&) {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::file_not_found);
}

KINELENS_TEST(AcclaimTest, nothing);

} // namespace acclaim_test
#include "acclaim_test.moc"
