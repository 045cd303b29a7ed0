// What is written for other programs comes back equal through the readers of those formats.
#include "core/dataset/dataset_reader.h"
#include "core/dataset/dataset_writer.h"
#include "core/export/bone_turns.h"
#include "core/export/export_job.h"
#include "core/import/import_job.h"
#include "core/import/tables/recipe_proposal.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

namespace export_data_test {

using namespace kinelens;

namespace {

// A body that turns its joints while its bones keep their lengths: each joint hangs from its parent on a
// bone that swings.
Motion walking(const SkeletonLayout& layout, int bodies, int frames, const std::vector<int>& order) {
    Motion motion(frames, bodies, layout.joint_count());
    for (std::int64_t frame = 0; frame < frames; ++frame)
        for (int body = 0; body < bodies; ++body) {
            motion.set_tracked(frame, body, true);
            for (const int joint : order) {
                const int parent = layout.parents[std::size_t(joint)];
                float* at = motion.joint(frame, body, joint);
                const double t = 0.1 * double(frame) + joint + 0.5 * body;
                if (parent < 0) {
                    at[0] = float(body + 0.2 * std::sin(t));
                    at[1] = 1.0f;
                    at[2] = float(2 + 0.1 * std::cos(t));
                    continue;
                }
                const float* from = motion.joint(frame, body, parent);
                const double tilt = 0.6 * std::sin(t), turn = 0.4 * std::cos(1.3 * t) + joint;
                const bool below =
                    joint <= 1 || (joint >= 12 && joint <= 19); // the spine and the legs hang down
                const double way[] = {std::sin(tilt) * std::cos(turn), (below ? -1 : 1) * std::cos(tilt),
                                      std::sin(tilt) * std::sin(turn)};
                for (int axis = 0; axis < 3; ++axis) at[axis] = float(from[axis] + 0.2 * way[axis]);
            }
        }
    return motion;
}

std::string plain(std::string name) {
    std::ranges::replace(name, ' ', '_');
    return name;
}

} // namespace

class ExportDataTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        layout_ = *built_in_layout("ntu25");
    }
    void cameBack_data();
    void cameBack();
    void csvComesBack();
    void turnsOfBones();
    void gapsOfBvhAreFilled();
    void picturesAreNotBodies();
    void skeletonsAreOfNtu();
    void nothingIsOverwritten();
    void nothingStaysOfAFailure();
    void whatIsLostIsTold();
    void protocolsMakeSides();

private:
    Path file(const std::string& name) const {
        return folder_->filePath(QString::fromStdString(name)).toStdString();
    }
    Result<ExportReport> write(DataFormat format, const Path& output,
                               const std::string& protocol = {}) const {
        ExportDataOptions options;
        options.format = format;
        options.protocol = protocol;
        return run_data_export(file("d.h5"), output, options, {}, {});
    }
    Result<ImportReport> import(const Path& path, const std::string& recipe = {}) const {
        ImportOptions options;
        options.recipe = recipe;
        std::filesystem::remove(file("e.h5"));
        return run_import({path.string()}, file("e.h5"), options, [](const Event&) {}, {});
    }
    void make(int bodies, bool gaps, int sequences = 2, const std::string& up = "y") {
        DatasetInfo info;
        info.layout = layout_;
        info.bodies = bodies;
        info.up = up;
        info.frame_rate = 30;
        std::vector<int> order{layout_.root()};
        while (order.size() < layout_.joint_names.size())
            for (int joint = 0; joint < layout_.joint_count(); ++joint)
                if (std::ranges::find(order, joint) == order.end() &&
                    std::ranges::find(order, layout_.parents[std::size_t(joint)]) != order.end())
                    order.push_back(joint);
        auto writer = DatasetWriter::create(file("d.h5"), info);
        QVERIFY(writer.has_value());
        motions_.clear();
        for (int i = 0; i < sequences; ++i) {
            Motion motion = walking(layout_, bodies, 30 + i, order);
            if (gaps) {
                motion.set_missing(3, 0, 5);
                motion.set_missing(4, 0, 5);
                motion.set_missing(0, 0, 23);
            }
            SequenceInfo sequence;
            sequence.name = "S001C001P00" + std::to_string(i + 1) + "R001A00" + std::to_string(i + 1);
            sequence.label = writer->class_index("class " + std::to_string(i));
            QVERIFY(writer->append(sequence, motion).has_value());
            motions_.push_back(std::move(motion));
        }
        QVERIFY(writer->finish().has_value());
    }
    // Largest distance in metres of what e.h5 holds of the first sequence, joints by their names.
    double distance(const Motion& expected, const std::string& sequence, bool compare_gaps) const {
        const auto reader = DatasetReader::open(file("e.h5"));
        if (!reader) return 1e9;
        std::size_t at = 0;
        for (std::size_t i = 0; i < reader->sequences().size(); ++i)
            if (reader->sequences()[i].name == sequence) at = i;
        const auto motion = reader->read(at);
        std::map<std::string, int> places;
        for (int joint = 0; joint < reader->info().joints(); ++joint)
            places[plain(reader->info().layout.joint_names[std::size_t(joint)])] = joint;
        if (motion->frames != expected.frames) return 1e6;
        double largest = 0;
        for (std::int64_t frame = 0; frame < expected.frames; ++frame)
            for (int body = 0; body < std::min(expected.bodies, motion->bodies); ++body)
                for (int joint = 0; joint < expected.joints; ++joint) {
                    const auto place = places.find(plain(layout_.joint_names[std::size_t(joint)]));
                    const int there = place != places.end() ? place->second : joint;
                    const bool measured = expected.is_measured(frame, body, joint);
                    if (compare_gaps && motion->is_measured(frame, body, there) != measured) return 1e3;
                    if (!measured) continue;
                    for (int axis = 0; axis < 3; ++axis)
                        largest =
                            std::max(largest, std::abs(double(motion->joint(frame, body, there)[axis]) -
                                                       double(expected.joint(frame, body, joint)[axis])));
                }
        return largest;
    }
    std::unique_ptr<QTemporaryDir> folder_;
    SkeletonLayout layout_;
    std::vector<Motion> motions_;
};

void ExportDataTest::cameBack_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("bodies");
    QTest::addColumn<bool>("gaps");
    QTest::addColumn<double>("tolerance"); // metres
    QTest::newRow("bvh") << "bvh"
                         << "out" << 1 << false << 0.001;
    QTest::newRow("trc") << "trc"
                         << "out" << 1 << true << 1e-6;
    QTest::newRow("c3d") << "c3d"
                         << "out" << 1 << true << 1e-6;
    QTest::newRow("skeleton") << "skeleton"
                              << "out" << 2 << true << 0.0;
    QTest::newRow("npz") << "npz"
                         << "out.npz" << 1 << true << 0.0;
    QTest::newRow("npz of two") << "npz"
                                << "out.npz" << 2 << true << 0.0;
}

void ExportDataTest::cameBack() {
    QFETCH(QString, format);
    QFETCH(QString, file);
    QFETCH(int, bodies);
    QFETCH(bool, gaps);
    QFETCH(double, tolerance);
    make(bodies, gaps);
    const Path output = this->file(file.toStdString());
    const auto report = write(*value_named<DataFormat>(format.toStdString()), output);
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QCOMPARE(report->sequences, std::int64_t(2));
    for (const std::string& written : report->files) QVERIFY(std::filesystem::exists(written));
    const auto back = import(output);
    QVERIFY2(back.has_value(), back ? "" : describe(back.error()).c_str());
    QVERIFY2(back->rejected.empty(), back->rejected.empty() ? "" : describe(back->rejected.front()).c_str());
    QCOMPARE(back->sequences, std::int64_t(2));
    for (int i = 0; i < 2; ++i) {
        const double off =
            distance(motions_[std::size_t(i)],
                     "S001C001P00" + std::to_string(i + 1) + "R001A00" + std::to_string(i + 1), gaps);
        QVERIFY2(off <= tolerance, QByteArray::number(off));
    }
}

void ExportDataTest::csvComesBack() {
    make(2, true);
    const auto report = write(DataFormat::csv, file("out.csv"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const std::string text = *read_text_file(file("out.csv"));
    QVERIFY(text.starts_with("sequence,frame,time,body,base_of_spine_x,base_of_spine_y,base_of_spine_z,"));
    const auto proposal = propose_recipe(file("out.csv"));
    QVERIFY2(proposal.has_value(), proposal ? "" : describe(proposal.error()).c_str());
    QCOMPARE(proposal->layout, std::string("ntu25"));
    std::ofstream(file("r.json")) << proposal->recipe;
    const auto back = import(file("out.csv"), file("r.json").string());
    QVERIFY2(back.has_value(), back ? "" : describe(back.error()).c_str());
    QVERIFY(back->rejected.empty());
    QCOMPARE(distance(motions_[0], "S001C001P001R001A001", true), 0.0);
    QCOMPARE(distance(motions_[1], "S001C001P002R001A002", true), 0.0);
}

void ExportDataTest::turnsOfBones() {
    for (const double x : {-60.0, 0.0, 35.0})
        for (const double y : {-170.0, 10.0, 120.0}) {
            const Rotation turn = Rotation::about(2, 33) * Rotation::about(0, x) * Rotation::about(1, y);
            const Vector3 angles = angles_zxy(turn);
            QVERIFY(std::abs(angles[0] - 33) < 1e-9 && std::abs(angles[1] - x) < 1e-9 &&
                    std::abs(angles[2] - y) < 1e-9);
        }
    const Rotation straight = Rotation::about(2, 40) * Rotation::about(0, 90) * Rotation::about(1, 30);
    const Vector3 angles = angles_zxy(straight); // one of many ways to say it
    const Rotation again =
        Rotation::about(2, angles[0]) * Rotation::about(0, angles[1]) * Rotation::about(1, angles[2]);
    for (std::size_t i = 0; i < 9; ++i) QVERIFY(std::abs(again.values[i] - straight.values[i]) < 1e-6);
}

void ExportDataTest::gapsOfBvhAreFilled() {
    make(1, true);
    const auto report = write(DataFormat::bvh, file("out"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QVERIFY(std::ranges::any_of(report->warnings, [](const Error& one) {
        return one.detail.find("6 joint positions that nobody measured are filled in") != std::string::npos;
    }));
    QVERIFY(import(file("out")).has_value());
}

void ExportDataTest::picturesAreNotBodies() {
    DatasetInfo info;
    info.layout = anonymous_layout(3);
    info.dimensions = 2;
    info.unit = "pixel";
    info.up = "-y";
    info.image_size = {640, 480};
    auto writer = DatasetWriter::create(file("d.h5"), info);
    Motion motion(2, 1, 3);
    motion.dimensions = 2;
    for (std::int64_t frame = 0; frame < 2; ++frame) {
        motion.set_tracked(frame, 0, true);
        for (int joint = 0; joint < 3; ++joint) motion.joint(frame, 0, joint)[0] = float(10 * joint + 1);
    }
    QVERIFY(writer->append({.name = "a"}, motion).has_value());
    QVERIFY(writer->finish().has_value());
    for (const DataFormat format : {DataFormat::bvh, DataFormat::trc, DataFormat::c3d, DataFormat::ctrgcn}) {
        const auto report = write(format, file("out"));
        QVERIFY(!report && report.error().code == ErrorCode::invalid_argument);
    }
    for (const DataFormat format : {DataFormat::csv, DataFormat::npz, DataFormat::pyskl})
        QVERIFY(write(format, file("out." + name_of(format))).has_value());
    QVERIFY(read_text_file(file("out.csv"))
                ->starts_with("sequence,frame,time,body,joint_1_x,joint_1_y,joint_2_x"));
}

void ExportDataTest::skeletonsAreOfNtu() {
    QVERIFY(testing::write_small_dataset(file("d.h5"), 2).has_value());
    const auto report = write(DataFormat::skeleton, file("out"));
    QVERIFY(!report);
    QVERIFY2(report.error().detail.find("25 joints of ntu25") != std::string::npos,
             report.error().detail.c_str());
    QVERIFY(!std::filesystem::exists(file("out")));
}

void ExportDataTest::nothingIsOverwritten() {
    QVERIFY(testing::write_small_dataset(file("d.h5"), 2).has_value());
    std::ofstream(file("out.csv")) << "mine";
    const auto report = write(DataFormat::csv, file("out.csv"));
    QVERIFY(!report && report.error().code == ErrorCode::already_exists);
    QCOMPARE(*read_text_file(file("out.csv")), std::string("mine"));
}

void ExportDataTest::nothingStaysOfAFailure() {
    QVERIFY(testing::write_small_dataset(file("d.h5"), 3).has_value());
    std::filesystem::create_directory(file("out"));
    std::ofstream(file("out/sequence1.trc")) << "mine";
    const auto report = write(DataFormat::trc, file("out"));
    QVERIFY(!report && report.error().code == ErrorCode::already_exists);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(file("out")),
                           std::filesystem::directory_iterator()),
             std::ptrdiff_t(1));
    QVERIFY(!write(DataFormat::csv, file("nowhere/out.csv")));
    QVERIFY(!write(DataFormat::bvh, file("one.bvh"))); // a file's name for three recordings
    QVERIFY(!std::filesystem::exists(file("one.bvh")));
}

void ExportDataTest::whatIsLostIsTold() {
    make(1, false);
    const auto report = write(DataFormat::trc, file("out"));
    QVERIFY(report.has_value());
    QVERIFY(std::ranges::any_of(report->warnings, [](const Error& one) {
        return one.detail.find("TRC holds no classes: those of 2 sequences") != std::string::npos;
    }));
    const auto told = write(DataFormat::skeleton, file("ntu")); // whose names say the class
    QVERIFY(told.has_value() && told->warnings.empty());
}

void ExportDataTest::protocolsMakeSides() {
    QVERIFY(testing::write_small_dataset(file("d.h5"), 4).has_value());
    QVERIFY(write(DataFormat::ctrgcn, file("c.npz"), "subjects:0").has_value());
    const auto wrong = write(DataFormat::ctrgcn, file("w.npz"), "nonsense");
    QVERIFY(!wrong && wrong.error().code == ErrorCode::invalid_argument);
    QVERIFY(!std::filesystem::exists(file("w.npz")) && !std::filesystem::exists(file(".w.npz.part")));
}

KINELENS_TEST(ExportDataTest, nothing);

} // namespace export_data_test
#include "export_data_test.moc"
