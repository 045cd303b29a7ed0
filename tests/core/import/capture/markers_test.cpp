// Markers: C3D of three kinds of machines, TRC and Motive's CSV.
#include "core/dataset/dataset_reader.h"
#include "core/import/capture/c3d_file.h"
#include "core/import/capture/motive_file.h"
#include "core/import/capture/trc_file.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <fstream>

namespace markers_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";
const Path originals = Path(KINELENS_SHARED_FOLDER) / "data/cmu_mocap/originals";

Result<ImportReport> import(const Path& path, const Path& output) {
    return run_import({path.string()}, output, {}, [](const Event&) {}, {});
}

std::string text_of(const std::vector<Error>& errors) {
    std::string text;
    for (const Error& error : errors) text += describe(error) + "\n";
    return text;
}

// The same numbers as another machine or scale would store them.
struct C3dShape {
    char machine = 84;
    double scale = -1; // above 0: integers
    std::string unit = "mm";
    std::string y_screen = "+Z";
    int frames = 6;
    int announced = 6;
    std::vector<std::string> labels{"LSHO", "RSHO", "LASI"};
};

class C3dWriter {
public:
    explicit C3dWriter(const C3dShape& shape)
        : shape_(shape) {}

    // Marker m of frame f stands at (10 m, 100 f, 1000 + m) units; marker 1 is missing in frame 2.
    std::string bytes() {
        std::string parameters = std::string("\x01\x50\x02", 3) + shape_.machine;
        group(parameters, 1, "POINT");
        value(parameters, 1, "USED", 2, {}, word(static_cast<int>(shape_.labels.size())));
        value(parameters, 1, "SCALE", 4, {}, real(static_cast<float>(shape_.scale)));
        value(parameters, 1, "RATE", 4, {}, real(120));
        value(parameters, 1, "DATA_START", 2, {}, word(4));
        std::string labels;
        for (std::string label : shape_.labels) labels += (label + "        ").substr(0, 8);
        value(parameters, 1, "LABELS", -1, {8, static_cast<int>(shape_.labels.size())}, labels);
        text(parameters, "UNITS", shape_.unit);
        text(parameters, "Y_SCREEN", shape_.y_screen);
        parameters.resize(1024);
        std::string header = std::string("\x02\x50", 2) + word(static_cast<int>(shape_.labels.size())) +
                             word(2) + word(1) + word(shape_.announced) + word(0) +
                             real(static_cast<float>(shape_.scale)) + word(4) + word(1) + real(120);
        header.resize(512);
        std::string data;
        for (int frame = 0; frame < shape_.frames; ++frame) {
            for (int marker = 0; marker < static_cast<int>(shape_.labels.size()); ++marker) {
                const bool missing = marker == 1 && frame == 2;
                for (const int place : {10 * marker, 100 * frame, 1000 + marker})
                    data += number(missing ? 0 : place);
                data += shape_.scale < 0 ? real(missing ? -1 : 0) : word(missing ? -1 : 0);
            }
            for (int i = 0; i < 2; ++i) data += shape_.scale < 0 ? real(7) : word(7); // analogue
        }
        return header + parameters + data;
    }

private:
    std::string word(int value) const {
        const char low = static_cast<char>(value & 255);
        const char high = static_cast<char>((value >> 8) & 255);
        return shape_.machine == 86 ? std::string{high, low} : std::string{low, high};
    }
    std::string real(float value) const {
        if (shape_.machine == 85) value *= 4;
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, 4);
        const auto part = [&](int shift) { return static_cast<char>((bits >> shift) & 255); };
        if (shape_.machine == 86) return {part(24), part(16), part(8), part(0)};
        if (shape_.machine == 85) return {part(16), part(24), part(0), part(8)};
        return {part(0), part(8), part(16), part(24)};
    }
    std::string number(int place) const {
        return shape_.scale < 0 ? real(static_cast<float>(place))
                                : word(static_cast<int>(std::lround(place / shape_.scale)));
    }
    void group(std::string& all, int id, const std::string& name) const {
        all += static_cast<char>(name.size());
        all += static_cast<char>(-id);
        all += name + word(3) + '\0';
    }
    void value(std::string& all, int id, const std::string& name, int type, const std::vector<int>& sizes,
               const std::string& data) const {
        std::string rest;
        rest += static_cast<char>(type);
        rest += static_cast<char>(sizes.size());
        for (const int size : sizes) rest += static_cast<char>(size);
        rest += data;
        rest += '\0';
        all += static_cast<char>(name.size());
        all += static_cast<char>(id);
        all += name + word(static_cast<int>(rest.size()) + 2) + rest;
    }
    void text(std::string& all, const std::string& name, const std::string& words) const {
        if (!words.empty()) value(all, 1, name, -1, {static_cast<int>(words.size())}, words);
    }
    const C3dShape& shape_;
};

} // namespace

class MarkersTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void caseOfTheField();
    void machinesAndScales_data();
    void machinesAndScales();
    void axesThatPointUp_data();
    void axesThatPointUp();
    void filesThatEndEarlyGiveWholeFrames();
    void damagedC3dIsToldNotCrashed();
    void unitsThatAreNotSaid();
    void otherMarkersInOtherFiles();
    void cmuAgainstItsFacts();
    void trcTables();
    void trcFaults_data();
    void trcFaults();
    void motiveTables();

private:
    Path file(const std::string& name) const {
        return folder_->filePath(QString::fromStdString(name)).toStdString();
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void MarkersTest::caseOfTheField() {
    const auto report = import(cases / "18-c3d", file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().layout.joint_names,
             (std::vector<std::string>{"LSHO", "RSHO", "LASI", "RASI", "*7"}));
    QCOMPARE(reader->info().frame_rate, 100.0);
    QCOMPARE(reader->info().up, std::string("z"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(6));
    for (std::int64_t frame = 0; frame < 6; ++frame)
        for (int joint = 0; joint < 4; ++joint)
            QCOMPARE(motion->is_measured(frame, 0, joint), !(joint == 1 && frame == 3));
    const float* at = motion->joint(2, 0, 2);
    QVERIFY(std::abs(at[0] - 0.002f) < 1e-6f && std::abs(at[1] - 0.16f) < 1e-6f &&
            std::abs(at[2] - 1.1f) < 1e-6f);
}

void MarkersTest::machinesAndScales_data() {
    QTest::addColumn<int>("machine");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("unit");
    for (const int machine : {84, 85, 86})
        for (const double scale : {-0.1, 0.5})
            for (const char* unit : {"mm", "cm", "m"})
                QTest::addRow("%d %g %s", machine, scale, unit) << machine << scale << QString(unit);
}

void MarkersTest::machinesAndScales() {
    QFETCH(int, machine);
    QFETCH(double, scale);
    QFETCH(QString, unit);
    C3dShape shape;
    shape.machine = static_cast<char>(machine);
    shape.scale = scale;
    shape.unit = unit.toStdString();
    const auto read = parse_c3d(C3dWriter(shape).bytes(), "a.c3d");
    QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
    QCOMPARE(read->frames(), std::int64_t(6));
    QCOMPARE(read->frame_rate, 120.0);
    QCOMPARE(read->unit, shape.unit);
    for (std::int64_t frame = 0; frame < 6; ++frame)
        for (std::size_t marker = 0; marker < 3; ++marker) {
            const auto at = read->marker(frame, marker);
            if (marker == 1 && frame == 2) {
                QVERIFY(std::isnan(at[0]));
                continue;
            }
            QCOMPARE(at[0], static_cast<float>(10 * marker));
            QCOMPARE(at[1], static_cast<float>(100 * frame));
            QCOMPARE(at[2], static_cast<float>(1000 + marker));
        }
}

void MarkersTest::axesThatPointUp_data() {
    QTest::addColumn<QString>("screen");
    QTest::addColumn<QString>("up");
    QTest::addColumn<int>("height"); // the file's axis that is up
    QTest::newRow("z") << "+Z"
                       << "z" << 2;
    QTest::newRow("y") << "+Y"
                       << "y" << 1;
    QTest::newRow("y downwards") << "-Y"
                                 << "-y" << 1;
    QTest::newRow("x") << "X"
                       << "z" << 0;
}

void MarkersTest::axesThatPointUp() {
    QFETCH(QString, screen);
    QFETCH(QString, up);
    QFETCH(int, height);
    C3dShape shape;
    shape.y_screen = screen.toStdString();
    write("a.c3d", C3dWriter(shape).bytes());
    QVERIFY(import(file("a.c3d"), file("d.h5")));
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().up, up.toStdString());
    const auto motion = reader->read(0);
    const float raw[3] = {0.010f, 0.1f, 1.001f}; // marker 1 in frame 1, metres
    QCOMPARE(motion->joint(1, 0, 1)[up == "z" ? 2 : 1], raw[height]);
}

void MarkersTest::filesThatEndEarlyGiveWholeFrames() {
    C3dShape shape;
    std::string bytes = C3dWriter(shape).bytes();
    bytes.resize(bytes.size() - 100); // within the fifth frame
    write("a.c3d", bytes);
    const auto report = import(file("a.c3d"), file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QVERIFY2(text_of(report->warnings).find("4 of 6 frames are whole") != std::string::npos,
             text_of(report->warnings).c_str());
    QCOMPARE(DatasetReader::open(file("d.h5"))->read(0)->frames, std::int64_t(4));
    write("b.c3d", bytes.substr(0, 1540)); // before the first
    QCOMPARE(import(file("b.c3d"), file("e.h5")).error().code, ErrorCode::file_truncated);
}

void MarkersTest::damagedC3dIsToldNotCrashed() {
    const std::string good = C3dWriter({}).bytes();
    for (std::size_t length = 0; length < good.size(); length += 37)
        parse_c3d(good.substr(0, length), "a.c3d");
    std::uint32_t state = 1;
    for (int round = 0; round < 3000; ++round) {
        std::string bad = good;
        for (int i = 0; i < 3; ++i) {
            state = state * 1664525u + 1013904223u;
            bad[(state >> 8) % 1200] = static_cast<char>(state >> 24);
        }
        const auto read = parse_c3d(bad, "a.c3d");
        QVERIFY(read || !read.error().detail.empty());
    }
}

void MarkersTest::unitsThatAreNotSaid() {
    C3dShape shape;
    shape.unit = "";
    shape.y_screen = "";
    write("a.c3d", C3dWriter(shape).bytes());
    const auto report = import(file("a.c3d"), file("d.h5"));
    QVERIFY(report);
    int assumed = 0;
    for (const Error& error : report->warnings) assumed += error.code == ErrorCode::unit_assumed ? 1 : 0;
    QCOMPARE(assumed, 2); // unit and up
}

void MarkersTest::otherMarkersInOtherFiles() {
    C3dShape other;
    other.labels = {"LASI", "C7", "LSHO"};
    write("a.c3d", C3dWriter({}).bytes());
    write("b.c3d", C3dWriter(other).bytes());
    const auto report = import(folder_->path().toStdString(), file("d.h5"));
    QVERIFY(report);
    QVERIFY2(text_of(report->warnings).find("no marker RSHO") != std::string::npos,
             text_of(report->warnings).c_str());
    QVERIFY2(text_of(report->warnings).find("no marker C7") != std::string::npos,
             text_of(report->warnings).c_str());
    const auto motion = DatasetReader::open(file("d.h5"))->read(1);
    QCOMPARE(motion->joint(1, 0, 0)[0], 0.02f); // LSHO stands third there
    QVERIFY(!motion->is_measured(1, 0, 1));
}

void MarkersTest::cmuAgainstItsFacts() {
    const auto report = import(originals / "02_01.c3d", file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().frame_rate, 120.0);
    QVERIFY(reader->info().joints() >= 41);
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(343)); // as 02_01.amc has
    double highest = 0;
    for (int joint = 0; joint < motion->joints; ++joint)
        highest = std::max(highest, double(motion->joint(100, 0, joint)[reader->info().up == "z" ? 2 : 1]));
    QVERIFY(highest > 1.3 && highest < 2.1); // metres
    for (const Error& error : report->warnings) QVERIFY(error.code != ErrorCode::data_doubted);
}

void MarkersTest::trcTables() {
    write("a.trc", "PathFileType\t4\t(X/Y/Z)\ta.trc\r\n"
                   "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOri"
                   "gNumFrames\r\n"
                   "50.00\t50.00\t4\t2\tmm\t50.00\t1\t4\r\n"
                   "Frame#\tTime\tC7\t\t\tR.Heel\t\t\r\n"
                   "\t\tX1\tY1\tZ1\tX2\tY2\tZ2\r\n"
                   "\r\n"
                   "1\t0.00\t1\t1500\t3\t4\t50\t6\t\r\n"
                   "2\t0.02\t1\t1500\t3\t\t\t\t\r\n"
                   "4\t0.06\t1\t1500\t3\tnan\t50\t6\t\r\n"
                   "5\t0.08\t2\t1500\t3\t4\t50\t6\t\r\n");
    const auto report = import(file("a.trc"), file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().frame_rate, 50.0);
    QCOMPARE(reader->info().up, std::string("y"));
    QCOMPARE(reader->info().layout.joint_names, (std::vector<std::string>{"C7", "R.Heel"}));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(5)); // frame 3 has no row
    QCOMPARE(motion->joint(4, 0, 0)[0], 0.002f);
    QCOMPARE(motion->joint(0, 0, 1)[2], 0.006f);
    QVERIFY(!motion->is_tracked(2, 0));
    for (const std::int64_t frame : {1, 3})
        QVERIFY(motion->is_measured(frame, 0, 0) && !motion->is_measured(frame, 0, 1));
    QVERIFY2(text_of(report->warnings).find("1 frame have no row") != std::string::npos ||
                 text_of(report->warnings).find("1 frame") != std::string::npos,
             text_of(report->warnings).c_str());
}

void MarkersTest::trcFaults_data() {
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("told");
    QTest::newRow("a word") << "1\t0\t1\t2\t3\n2\t0\tone\t2\t3\n"
                            << "'one' is not a number";
    QTest::newRow("frames that go back") << "5\t0\t1\t2\t3\n4\t0\t1\t2\t3\n"
                                         << "frame 4 follows frame 5";
    QTest::newRow("endless frames") << "1\t0\t1\t2\t3\n1e14\t0\t1\t2\t3\n"
                                    << "follows frame 1";
    QTest::newRow("no number") << "a\t0\t1\t2\t3\n"
                               << "no frame number";
}

void MarkersTest::trcFaults() {
    QFETCH(QString, rows);
    QFETCH(QString, told);
    const std::string text =
        "PathFileType\t4\t(X/Y/Z)\ta.trc\nDataRate\tNumFrames\tNumMarkers\tUnits\n50\t2\t1\tm\n"
        "Frame#\tTime\tC7\t\t\n\t\tX1\tY1\tZ1\n" +
        rows.toStdString();
    const auto read = parse_trc(text, "a.trc");
    QVERIFY(!read);
    QVERIFY2(QString::fromStdString(describe(read.error())).contains(told), describe(read.error()).c_str());
    QVERIFY(read.error().place.line.has_value());
}

void MarkersTest::motiveTables() {
    write("take.csv",
          "Format Version,1.23,Take Name,take,Capture Frame Rate,240.000000,Export Frame "
          "Rate,120.000000,Total Exported "
          "Frames,3,Rotation Type,Quaternion,Length Units,Centimeters,Coordinate Space,Global\n"
          "\n"
          ",Type,Bone,Bone,Bone,Bone,Bone,Bone,Bone,Bone,Marker,Marker,Marker\n"
          ",Name,Ann:Hip,Ann:Hip,Ann:Hip,Ann:Hip,Ann:Hip,Ann:Hip,Ann:Hip,Ann:Hip,Ann:M1,Ann:M1,Ann:M1\n"
          ",ID,1,1,1,1,1,1,1,1,2,2,2\n"
          ",,Rotation,Rotation,Rotation,Rotation,Position,Position,Position,Mean Marker "
          "Error,Position,Position,Position\n"
          "Frame,Time (Seconds),X,Y,Z,W,X,Y,Z,,X,Y,Z\n"
          "0,0,0,0,0,1,10,100,30,0.1,1,2,3\n"
          "1,0.008,0,0,0,1,,,,,1,2,3\n"
          "2,0.017,0,0,0,1,12,100,30,0.1,1,2,3\n");
    const auto report = import(file("take.csv"), file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->info().layout.joint_names, (std::vector<std::string>{"Hip"}));
    QCOMPARE(reader->info().frame_rate, 120.0);
    const auto motion = reader->read(0);
    QCOMPARE(motion->joint(2, 0, 0)[0], 0.12f);
    QVERIFY(!motion->is_tracked(1, 0));
}

KINELENS_TEST(MarkersTest, event_loop);

} // namespace markers_test
#include "markers_test.moc"
