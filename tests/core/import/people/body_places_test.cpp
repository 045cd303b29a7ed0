// Who is who: a person keeps one place, whatever the sensor's numbers and the order of its list.
#include "core/dataset/dataset_reader.h"
#include "core/import/import_job.h"
#include "core/import/people/body_places.h"
#include "tests/support/test_program.h"

#include <fstream>
#include <set>

namespace body_places_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";
constexpr int joints = 5;

// A person of 1.6 m at (x, z): feet, knees, hip, chest, head, that nods.
void stand(Motion& listed, std::int64_t frame, int place, double x, std::int64_t id = 0, double width = 0.3) {
    listed.set_tracked(frame, place, true);
    for (int joint = 0; joint < joints; ++joint) {
        float* at = listed.joint(frame, place, joint);
        at[0] = static_cast<float>(x + width * (joint % 2 == 0 ? 0.5 : -0.5));
        at[1] = static_cast<float>(0.4 * joint + 0.02 * double(frame % 3));
        at[2] = 3;
    }
    if (id == 0) return;
    listed.body_ids.resize(listed.tracked.size());
    listed.body_ids[static_cast<std::size_t>(frame * listed.bodies + place)] = id;
}

// Where the body in this place stands; -100: nobody is there.
double x_of(const Motion& motion, std::int64_t frame, int place) {
    if (!motion.is_tracked(frame, place)) return -100;
    return (double(motion.joint(frame, place, 0)[0]) + double(motion.joint(frame, place, 1)[0])) / 2;
}

Result<ImportReport> import(const Path& path, const Path& output, ImportOptions options = {}) {
    return run_import({path.string()}, output, options, [](const Event&) {}, {});
}

std::string warnings(const ImportReport& report) {
    std::string text;
    for (const Error& error : report.warnings) text += describe(error) + "\n";
    return text;
}

} // namespace

class BodyPlacesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void swappedListOrder();
    void anotherIdAfterALoss();
    void theSameIdComesBack();
    void withoutIdsByContinuity();
    void anIdGivenTwice();
    void somebodyElseElsewhere();
    void flickersAreTold();
    void ghostsAreTold();
    void nobodyButAGhostStays();
    void sixPeople();
    void fewerPlacesThanPeople();
    void manyShortTracksAreQuick();
    void casesOfTheField();
    void listedPlacesStayAsTheyWere();
    void gapsOfOneJoint();
    void surplusIsTold();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void BodyPlacesTest::swappedListOrder() {
    Motion listed(20, 3, joints);
    for (std::int64_t frame = 0; frame < 20; ++frame) {
        const bool swapped = frame % 4 > 1;
        stand(listed, frame, swapped ? 1 : 0, -0.7, 101);
        stand(listed, frame, swapped ? 0 : 1, 0.8, 102);
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    for (std::int64_t frame = 0; frame < 20; ++frame) {
        QVERIFY(std::abs(x_of(placed.motion, frame, 0) + 0.7) < 1e-6);
        QVERIFY(std::abs(x_of(placed.motion, frame, 1) - 0.8) < 1e-6);
        QCOMPARE(placed.motion.body_ids[static_cast<std::size_t>(frame * 2)], std::int64_t(101));
    }
    QVERIFY(placed.left_out.empty());
}

void BodyPlacesTest::anotherIdAfterALoss() {
    Motion listed(40, 2, joints);
    for (std::int64_t frame = 0; frame < 20; ++frame) stand(listed, frame, 0, -0.7, 101);
    for (std::int64_t frame = 23; frame < 40; ++frame) {
        stand(listed, frame, 0, 0.8, 103);
        stand(listed, frame, 1, -0.6, 102);
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QVERIFY(std::abs(x_of(placed.motion, 0, 0) + 0.7) < 1e-6);
    QVERIFY(std::abs(x_of(placed.motion, 39, 0) + 0.6) < 1e-6);
    QVERIFY(std::abs(x_of(placed.motion, 39, 1) - 0.8) < 1e-6);
    QCOMPARE(x_of(placed.motion, 5, 1), -100.0);
}

void BodyPlacesTest::theSameIdComesBack() {
    Motion listed(60, 2, joints);
    for (std::int64_t frame = 0; frame < 60; ++frame) {
        stand(listed, frame, 0, 0.8, 7);
        if (frame < 10 || frame >= 50) stand(listed, frame, 1, frame < 10 ? -1.5 : 3.5, 8); // walked round
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QVERIFY(std::abs(x_of(placed.motion, 0, 1) + 1.5) < 1e-6);
    QVERIFY(std::abs(x_of(placed.motion, 55, 1) - 3.5) < 1e-6);
}

void BodyPlacesTest::withoutIdsByContinuity() {
    Motion listed(50, 2, joints);
    for (std::int64_t frame = 0; frame < 50; ++frame) { // they walk past each other at a distance
        stand(listed, frame, frame % 2 == 0 ? 0 : 1, -2 + 0.05 * double(frame));
        stand(listed, frame, frame % 2 == 0 ? 1 : 0, 3 - 0.02 * double(frame));
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    for (std::int64_t frame = 0; frame < 50; ++frame)
        QVERIFY(std::abs(x_of(placed.motion, frame, 0) - (-2 + 0.05 * double(frame))) < 1e-5);
}

void BodyPlacesTest::anIdGivenTwice() {
    Motion listed(20, 2, joints);
    for (std::int64_t frame = 0; frame < 20; ++frame) {
        stand(listed, frame, 0, -0.7, 1);
        stand(listed, frame, 1, 0.8, 1);
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    for (std::int64_t frame = 0; frame < 20; ++frame) {
        QVERIFY(std::abs(x_of(placed.motion, frame, 0) + 0.7) < 1e-6);
        QVERIFY(std::abs(x_of(placed.motion, frame, 1) - 0.8) < 1e-6);
    }
}

void BodyPlacesTest::somebodyElseElsewhere() {
    Motion listed(40, 1, joints);
    for (std::int64_t frame = 0; frame < 15; ++frame) stand(listed, frame, 0, -2, 1);
    for (std::int64_t frame = 16; frame < 40; ++frame) stand(listed, frame, 0, 2, 2);
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QCOMPARE(x_of(placed.motion, 30, 0), -100.0);
    QVERIFY(std::abs(x_of(placed.motion, 30, 1) - 2) < 1e-6);
}

void BodyPlacesTest::flickersAreTold() {
    Motion listed(30, 2, joints);
    for (std::int64_t frame = 0; frame < 30; ++frame) stand(listed, frame, 0, 0, 1);
    for (const std::int64_t frame : {12, 13}) stand(listed, frame, 1, 2.5, 2);
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QCOMPARE(placed.left_out.size(), std::size_t(1));
    QVERIFY2(QString::fromStdString(placed.left_out[0]).contains("frames 12-13"), placed.left_out[0].c_str());
    QCOMPARE(x_of(placed.motion, 12, 1), -100.0);
}

void BodyPlacesTest::ghostsAreTold() {
    Motion listed(30, 2, joints);
    for (std::int64_t frame = 0; frame < 30; ++frame) {
        stand(listed, frame, 0, 0, 1);
        stand(listed, frame, 1, 2.5, 2, 1.9); // wider than tall: a sofa
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QCOMPARE(placed.left_out.size(), std::size_t(1));
    QVERIFY(placed.left_out[0].find("ghost") != std::string::npos);
    QCOMPARE(x_of(placed.motion, 3, 1), -100.0);
}

void BodyPlacesTest::nobodyButAGhostStays() {
    Motion listed(30, 1, joints);
    for (std::int64_t frame = 0; frame < 30; ++frame) stand(listed, frame, 0, 0, 1, 1.9); // lies down
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QVERIFY(placed.left_out.empty());
    QVERIFY(placed.motion.is_tracked(29, 0));
}

void BodyPlacesTest::sixPeople() {
    Motion listed(20, 6, joints);
    for (std::int64_t frame = 0; frame < 20; ++frame)
        for (int person = 0; person < 6; ++person)
            stand(listed, frame, (person + static_cast<int>(frame)) % 6, 1.5 * person, 10 + person);
    const PlacedBodies placed = place_bodies(listed, 30, 6);
    std::set<std::int64_t> ids;
    for (int place = 0; place < 6; ++place) {
        for (std::int64_t frame = 1; frame < 20; ++frame)
            QVERIFY(std::abs(x_of(placed.motion, frame, place) - x_of(placed.motion, 0, place)) < 1e-6);
        ids.insert(placed.motion.body_ids[static_cast<std::size_t>(place)]);
    }
    QCOMPARE(ids.size(), std::size_t(6));
}

void BodyPlacesTest::fewerPlacesThanPeople() {
    Motion listed(20, 3, joints);
    for (std::int64_t frame = 0; frame < 20; ++frame) {
        stand(listed, frame, 0, 0, 1); // moves least
        stand(listed, frame, 1, 2 + 0.05 * double(frame), 2);
        stand(listed, frame, 2, 6 - 0.03 * double(frame), 3);
    }
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QCOMPARE(placed.left_out.size(), std::size_t(1));
    QVERIFY2(placed.left_out[0].find("moves less") != std::string::npos, placed.left_out[0].c_str());
    QCOMPARE(placed.motion.body_ids[0], std::int64_t(2));
    QCOMPARE(placed.motion.body_ids[1], std::int64_t(3));
}

void BodyPlacesTest::manyShortTracksAreQuick() {
    Motion listed(30000, 2, joints); // a sensor that gives a new number ten times a second
    for (std::int64_t frame = 0; frame < listed.frames; ++frame) stand(listed, frame, 0, 0, 1 + frame / 3);
    const PlacedBodies placed = place_bodies(listed, 30, 2);
    QVERIFY(placed.left_out.empty());
    for (const std::int64_t frame : {0, 1234, 29999}) QVERIFY(placed.motion.is_tracked(frame, 0));
}

void BodyPlacesTest::casesOfTheField() {
    const auto report = import(cases / "02-ntu-body-id-changes", file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    const auto at = [](const Motion& motion, std::int64_t frame, int place) {
        return motion.joint(frame, place, 0);
    };
    const auto swapped = reader->read(0); // A059
    QCOMPARE(swapped->frames, std::int64_t(30));
    for (std::int64_t frame = 0; frame < 30; ++frame) {
        QCOMPARE(at(*swapped, frame, 0)[0], -0.7f);
        QCOMPARE(at(*swapped, frame, 1)[0], 0.8f);
        QCOMPARE(at(*swapped, frame, 1)[2], 3.1f);
    }
    const auto lost = reader->read(1); // A060
    for (std::int64_t frame = 0; frame < 40; ++frame) {
        if (frame >= 20 && frame <= 22) continue;
        QCOMPARE(at(*lost, frame, 0)[0], -0.7f);
        QCOMPARE(lost->is_tracked(frame, 1), frame >= 23);
        if (frame >= 23) QCOMPARE(at(*lost, frame, 1)[0], 0.8f);
    }
}

void BodyPlacesTest::listedPlacesStayAsTheyWere() {
    ImportOptions options;
    options.body_places = BodyPlaces::listed;
    QVERIFY(import(cases / "02-ntu-body-id-changes", file("d.h5"), options));
    const auto swapped = DatasetReader::open(file("d.h5"))->read(0);
    QVERIFY(std::abs(swapped->joint(14, 0, 0)[0] - swapped->joint(15, 0, 0)[0]) > 1);
}

void BodyPlacesTest::gapsOfOneJoint() {
    std::ifstream source(cases / "02-ntu-body-id-changes" / "S010C003P025R001A059.skeleton");
    std::string text((std::istreambuf_iterator<char>(source)), {});
    for (const auto& [line, word] :
         {std::pair{5, "nan nan nan"}, {6, "-1.#IND -1.#IND 1.#QNAN"}, {7, "NaN 1 2"}}) {
        std::size_t start = 0;
        for (int i = 1; i < line; ++i) start = text.find('\n', start) + 1;
        std::size_t end = start;
        for (int field = 0; field < 3; ++field) end = text.find(' ', end + 1);
        text.replace(start, end - start, word);
    }
    std::ofstream(file("S010C003P025R001A059.skeleton")) << text;
    const auto report = import(file("S010C003P025R001A059.skeleton"), file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QVERIFY2(warnings(*report).find("3 joint positions") != std::string::npos, warnings(*report).c_str());
    const auto motion = DatasetReader::open(file("d.h5"))->read(0);
    for (int joint = 0; joint < 25; ++joint) {
        const bool gap = joint <= 2;
        QCOMPARE(motion->is_measured(0, 0, joint), !gap);
        QVERIFY(motion->is_measured(1, 0, joint));
    }
}

void BodyPlacesTest::surplusIsTold() {
    std::ifstream source(cases / "02-ntu-body-id-changes" / "S010C003P025R001A059.skeleton");
    std::string text((std::istreambuf_iterator<char>(source)), {});
    text.replace(0, text.find_first_of("\r\n"), "20");
    std::ofstream(file("S010C003P025R001A059.skeleton")) << text;
    const auto report = import(file("S010C003P025R001A059.skeleton"), file("d.h5"));
    QVERIFY(report.has_value());
    QVERIFY2(warnings(*report).find("behind the 20 frames") != std::string::npos, warnings(*report).c_str());
}

KINELENS_TEST(BodyPlacesTest, event_loop);

} // namespace body_places_test
#include "body_places_test.moc"
