// Pose estimators and body trackers: Azure Kinect, MediaPipe, OpenPose, AlphaPose, MMPose, COCO, DeepLabCut,
// SLEAP.
#include "core/dataset/dataset_reader.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <filesystem>
#include <fstream>

namespace estimators_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";

std::string text_of(const std::vector<Error>& errors) {
    std::string text;
    for (const Error& error : errors) text += describe(error) + "\n";
    return text;
}

bool is_at(const Motion& motion, std::int64_t frame, int body, int joint, std::array<double, 3> place) {
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (std::abs(double(motion.joint(frame, body, joint)[axis]) - place[axis]) > 1e-4) return false;
    return motion.is_measured(frame, body, joint);
}

std::string repeated(const std::string& text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += (i ? "," : "") + text;
    return all;
}

} // namespace

class EstimatorsTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        std::filesystem::create_directories(file("out"));
    }
    void azureCaseOfTheField();
    void azureListOfFramesWithNames();
    void azureFileThatIsCut();
    void mediapipeCaseOfTheField();
    void mediapipeNumberedColumnsOfAPicture();
    void mediapipeJson();
    void deeplabcutCaseOfTheField();
    void deeplabcutIndividuals();
    void sleapWithoutTracks();
    void sleapFramesWithoutRows();
    void openposeFolder();
    void alphaposeList();
    void mmposeInstances();
    void cocoPictures();
    void othersStillNeedARecipe();
    void hostileFrameNumbers();

private:
    Path file(const std::string& name) const {
        return folder_->filePath(QString::fromStdString(name)).toStdString();
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories(file(name).parent_path());
        std::ofstream(file(name), std::ios::binary) << bytes;
    }
    // The dataset that comes of it; nothing, and the error in `told_`, where none does.
    std::optional<DatasetReader> import(const Path& path) {
        told_.clear();
        const auto report = run_import({path.string()}, file("out/d.h5"), {}, [](const Event&) {}, {});
        if (!report) {
            told_ = describe(report.error());
            return std::nullopt;
        }
        told_ = text_of(report->warnings) + text_of(report->rejected);
        auto reader = DatasetReader::open(file("out/d.h5"));
        if (!reader) return std::nullopt;
        return std::move(*reader);
    }
    std::string told_;
    std::unique_ptr<QTemporaryDir> folder_;
};

#define IMPORTED(name, path)                                                                                 \
    const auto name = import(path);                                                                          \
    QVERIFY2(name.has_value(), told_.c_str())

#define TOLD(words) QVERIFY2(told_.find(words) != std::string::npos, told_.c_str())

void EstimatorsTest::azureCaseOfTheField() {
    IMPORTED(reader, cases / "15-azure-kinect-json");
    QCOMPARE(reader->info().frame_rate, 30.0);
    QCOMPARE(reader->info().layout.name, std::string("azure32"));
    QCOMPARE(reader->info().up, std::string("y"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(17));
    const int first = motion->body_ids[4 * static_cast<std::size_t>(motion->bodies)] == 1 ? 0 : 1;
    QVERIFY(is_at(*motion, 4, first, 14, {-0.06, 0.450649, 2.0}));
    for (std::int64_t frame = 0; frame < 17; ++frame) {
        const bool lost = frame == 6 || frame == 7;
        QCOMPARE(motion->is_tracked(frame, first), !lost && frame != 11 && frame != 12 && frame != 14);
        QCOMPARE(motion->is_tracked(frame, 1 - first), !lost && frame != 14);
    }
    TOLD("2 frames were lost");
}

void EstimatorsTest::azureListOfFramesWithNames() {
    std::string frames;
    for (int i = 0; i < 5; ++i)
        frames += (i ? "," : "") + std::string("{\"timestamp\":") + std::to_string(100000 + i * 66667) +
                  R"(,"bodies":[{"id":7,"joints":[
            {"name":"PELVIS","position":{"x":100,"y":-200,"z":1500},"confidence_level":2},
            {"name":"SPINE_NAVEL","position":{"x":NaN,"y":0,"z":1},"confidence_level":2},
            {"name":"WRIST_RIGHT","position":{"x":50,"y":-100,"z":1400},"confidence_level":1},
            {"name":"HEAD","position":{"x":50,"y":-100,"z":1400},"confidence_level":0}]}]})";
    write("a/take.json", "[" + frames + "]");
    IMPORTED(reader, file("a"));
    QCOMPARE(reader->info().frame_rate, 15.0);
    const auto motion = reader->read(0);
    QVERIFY(is_at(*motion, 2, 0, 0, {-0.1, 0.2, 1.5}));
    QVERIFY(!motion->is_measured(2, 0, 1) && !motion->is_measured(2, 0, 26));
    QCOMPARE(motion->confidence[static_cast<std::size_t>(2 * motion->bodies) * 32 + 14], 0.5f);
}

void EstimatorsTest::azureFileThatIsCut() {
    std::ifstream source(cases / "15-azure-kinect-json/take_01.json", std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(source)), {});
    write("a/take.json", text.substr(0, text.size() / 2));
    IMPORTED(reader, file("a"));
    QVERIFY(reader->read(0)->frames > 3 && reader->read(0)->frames < 15);
    TOLD("ends too early");
}

void EstimatorsTest::mediapipeCaseOfTheField() {
    IMPORTED(reader, cases / "14-mediapipe-csv");
    QCOMPARE(reader->info().frame_rate, 25.0);
    QCOMPARE(reader->info().up, std::string("y"));
    QCOMPARE(reader->sequences().size(), std::size_t(2));
    for (std::size_t take = 0; take < 2; ++take) {
        const auto motion = reader->read(take);
        QCOMPARE(motion->frames, std::int64_t(20));
        QVERIFY(is_at(*motion, 0, 0, 0, {0, 0.62, 0.1}));
        QVERIFY(is_at(*motion, 0, 0, 15, {0.24, -0.02, 0}));
        QVERIFY(is_at(*motion, 0, 0, 16, {-0.24, 0.18, 0}));
        QVERIFY(is_at(*motion, 0, 0, 27, {0.11, -0.82, 0}));
        QVERIFY(!motion->confidence.empty());
    }
    const auto gaps = reader->read(0);
    for (std::int64_t frame = 0; frame < 20; ++frame)
        QCOMPARE(gaps->is_tracked(frame, 0), frame != 5 && frame != 6);
}

void EstimatorsTest::mediapipeNumberedColumnsOfAPicture() {
    std::string text = "frame";
    for (int i = 0; i < 33; ++i)
        for (const char* measure : {"x", "y", "z", "v"})
            text += std::string(",") + measure + std::to_string(i);
    for (const int frame : {0, 1, 3})
        text += "\n" + std::to_string(frame) + "," + repeated("0.25,0.5,-0.1,0.8", 33);
    write("a/walk.csv", text + "\n");
    IMPORTED(reader, file("a"));
    QCOMPARE(reader->info().dimensions, 2);
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(4));
    QVERIFY(!motion->is_tracked(2, 0));
    QVERIFY(is_at(*motion, 3, 0, 32, {0.25, 0.5, 0}));
    TOLD("shares of a picture");
}

void EstimatorsTest::mediapipeJson() {
    std::string points;
    for (int i = 0; i < 33; ++i)
        points += (i ? "," : "") + std::string(R"({"x":)") + (i == 23 ? "-0.1" : "0.1") +
                  R"(,"y":0.0,"z":0.3,"visibility":0.9})";
    const auto frame = [&](int time, const std::string& list) {
        return "{\"timestamp_ms\":" + std::to_string(time) + ",\"world_landmarks\":[" + list + "]}";
    };
    write("a/walk.json", "{\"frames\":[" + frame(0, points) + "," + frame(40, "") + "," + frame(120, points) +
                             "," + frame(160, points) + "]}");
    IMPORTED(reader, file("a"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(5));
    QCOMPARE(reader->info().dimensions, 3);
    QVERIFY(is_at(*motion, 3, 0, 0, {0.1, 0, -0.3}));
    QVERIFY(!motion->is_tracked(1, 0) && !motion->is_tracked(2, 0));
}

void EstimatorsTest::deeplabcutCaseOfTheField() {
    IMPORTED(reader, cases / "20-dlc-sleap-csv/mouse1DLC_resnet50_testMay1shuffle1_1000.csv");
    QCOMPARE(reader->info().layout.joint_names, (std::vector<std::string>{"nose", "neck", "tailbase"}));
    QCOMPARE(reader->info().dimensions, 2);
    QCOMPARE(reader->info().bodies, 1);
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(15));
    for (std::int64_t frame = 0; frame < 15; ++frame)
        QCOMPARE(motion->is_tracked(frame, 0), frame != 0 && frame != 6);
    QVERIFY(is_at(*motion, 3, 0, 0, {109, 86, 0}) && is_at(*motion, 3, 0, 2, {133, 96, 0}));
    QCOMPARE(motion->confidence[9], 0.84f);
}

void EstimatorsTest::deeplabcutIndividuals() {
    write("a/two.csv", "scorer,s,s,s,s,s,s,s,s,s\n"
                       "individuals,mouse,mouse,mouse,mouse,mouse,mouse,single,single,single\n"
                       "bodyparts,nose,nose,nose,tail,tail,tail,cricket,cricket,cricket\n"
                       "coords,x,y,likelihood,x,y,likelihood,x,y,likelihood\n"
                       "0,1,2,0.9,3,4,0.8,5,6,0.7\n1,1,2,0.9,oops,4,0.8,,,\n4,1,2,0.9,3,4,0.8,5,6,0.7\n");
    IMPORTED(reader, file("a"));
    QCOMPARE(reader->info().bodies, 2);
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(5));
    QVERIFY(is_at(*motion, 0, 0, 1, {3, 4, 0}) && is_at(*motion, 4, 1, 2, {5, 6, 0}));
    QVERIFY(!motion->is_measured(0, 1, 0) && !motion->is_measured(1, 0, 1) && !motion->is_tracked(1, 1));
    QVERIFY(!motion->is_tracked(2, 0) && !motion->is_tracked(3, 0));
    TOLD("two.csv:6");
}

void EstimatorsTest::sleapWithoutTracks() {
    IMPORTED(reader, cases / "20-dlc-sleap-csv/no_tracks.analysis.csv");
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(5));
    QCOMPARE(motion->bodies, 2);
    for (std::int64_t frame = 0; frame < 5; ++frame) {
        QVERIFY(is_at(*motion, frame, 0, 0, {100.0 + 3.0 * double(frame), 80.0 + 2.0 * double(frame), 0}));
        QVERIFY(is_at(*motion, frame, 1, 0, {300.0 + 3.0 * double(frame), 80.0 + 2.0 * double(frame), 0}));
    }
}

void EstimatorsTest::sleapFramesWithoutRows() {
    std::string text = "track,frame_idx,instance.score,nose.x,nose.y,nose.score,tail.x,tail.y,tail.score\n";
    for (const int frame : {2, 3, 7, 8}) {
        text +=
            "track_1," + std::to_string(frame) + ",0.9," + std::to_string(300 + frame) + ",80,0.9,310,85,\n";
        if (frame < 8) text += "track_0," + std::to_string(frame) + ",0.9,100,80,0.9,110,85,0.9\n";
    }
    write("a/two.analysis.csv", text);
    IMPORTED(reader, file("a"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(9));
    QVERIFY(is_at(*motion, 8, 0, 0, {308, 80, 0}) && is_at(*motion, 7, 1, 0, {100, 80, 0}));
    for (const std::int64_t frame : {0, 1, 4, 5, 6}) QVERIFY(!motion->is_tracked(frame, 0));
    QVERIFY(!motion->is_tracked(8, 1));
}

void EstimatorsTest::openposeFolder() {
    const auto person = [](int x) {
        return R"({"person_id":[-1],"pose_keypoints_2d":[0,0,0,)" +
               repeated(std::to_string(x) + ".5,200,0.75", 24) + "]}";
    };
    for (const int frame : {0, 1, 2, 4, 5, 6}) {
        const std::string both = frame % 2 ? person(100 + frame) + "," + person(600 + frame)
                                           : person(600 + frame) + "," + person(100 + frame);
        write("a/walk_00000000000" + std::to_string(frame) + "_keypoints.json",
              R"({"version":1.3,"people":[)" + (frame == 5 ? "" : both) + "]}");
    }
    write("a/walk_000000000007_keypoints.json", "{\"version\":1.3,\"people\":[{\"pers");
    write("a/walk_000000000008_keypoints.json", R"({"version":1.3,"people":[]})");
    IMPORTED(reader, file("a"));
    QCOMPARE(reader->sequences().size(), std::size_t(1));
    QCOMPARE(reader->sequences()[0].name, std::string("walk"));
    QCOMPARE(reader->info().layout.name, std::string("openpose25"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(9));
    for (const std::int64_t frame : {1, 2, 4, 6}) {
        QVERIFY(std::abs(motion->joint(frame, 0, 1)[0] - motion->joint(0, 0, 1)[0]) < 10);
        QVERIFY(motion->is_tracked(frame, 1) && !motion->is_measured(frame, 0, 0));
    }
    for (const std::int64_t frame : {3, 5, 7, 8}) QVERIFY(!motion->is_tracked(frame, 0));
    TOLD("1 file of 8 could not be read");
}

void EstimatorsTest::alphaposeList() {
    std::string list;
    for (const int frame : {0, 1, 2, 4, 5})
        list += std::string(list.empty() ? "" : ",") + R"({"image_id":")" + std::to_string(frame) +
                R"(.jpg","category_id":1,"score":2.5,"idx":3,"keypoints":[)" + repeated("50,60,0.5", 17) +
                "]}";
    write("a/alphapose-results.json", "[" + list + "]");
    IMPORTED(reader, file("a"));
    QCOMPARE(reader->info().layout.name, std::string("coco17"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(6));
    QVERIFY(is_at(*motion, 5, 0, 16, {50, 60, 0}) && !motion->is_tracked(3, 0));
    QCOMPARE(motion->body_ids[0], std::int64_t(3));
}

void EstimatorsTest::mmposeInstances() {
    std::string frames;
    for (int frame = 1; frame <= 4; ++frame)
        frames += (frame > 1 ? "," : "") + std::string("{\"frame_id\":") + std::to_string(frame) +
                  ",\"instances\":[" +
                  (frame == 2 ? ""
                              : R"({"keypoints":[)" + repeated("[10.5,20]", 17) + R"(],"keypoint_scores":[)" +
                                    repeated("0.5", 17) + "]}") +
                  "]}";
    write("a/results.json", R"({"meta_info":{"dataset_name":"coco"},"instance_info":[)" + frames + "]}");
    IMPORTED(reader, file("a"));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(4));
    QVERIFY(is_at(*motion, 0, 0, 0, {10.5, 20, 0}) && !motion->is_tracked(1, 0));
    QCOMPARE(motion->confidence[0], 0.5f);
}

void EstimatorsTest::cocoPictures() {
    std::string images;
    std::string annotations;
    for (int i = 0; i < 4; ++i) {
        images += (i ? "," : "") + std::string(R"({"id":)") + std::to_string(i + 10) +
                  R"(,"file_name":"f_000)" + std::to_string(i) + R"(.png","width":640,"height":480})";
        if (i == 1) continue;
        annotations += (i ? "," : "") + std::string(R"({"id":)") + std::to_string(i) + R"(,"image_id":)" +
                       std::to_string(i + 10) + R"(,"keypoints":[0,0,0,)" + repeated("5,6,2", 15) +
                       ",7,8,1]}";
    }
    write("a/person_keypoints.json", R"({"images":[)" + images + R"(],"annotations":[)" + annotations + "]}");
    IMPORTED(reader, file("a"));
    QCOMPARE(reader->info().image_size, (std::array<int, 2>{640, 480}));
    const auto motion = reader->read(0);
    QCOMPARE(motion->frames, std::int64_t(4));
    QVERIFY(!motion->is_tracked(1, 0) && !motion->is_measured(0, 0, 0));
    QVERIFY(is_at(*motion, 3, 0, 16, {7, 8, 0}));
    QCOMPARE(motion->confidence[16], 0.5f);
}

void EstimatorsTest::othersStillNeedARecipe() {
    write("a/table.csv", "a,b,c\n1,2,3\n");
    write("a/other.json", R"({"name":"x","values":[1,2,3]})");
    QVERIFY(!import(file("a")));
    TOLD("need a recipe");
}

void EstimatorsTest::hostileFrameNumbers() {
    write("a/two.csv", "track,frame_idx,instance.score,nose.x,nose.y,nose.score\n"
                       ",0,1,1,2,1\n,99999999999,1,1,2,1\n");
    QVERIFY(!import(file("a/two.csv")));
    TOLD("frame numbers go from");
    write("b/take.json", R"({"joint_positions":1,"frames":)" + std::string(5000, '['));
    QVERIFY(!import(file("b")));
}

KINELENS_TEST(EstimatorsTest, event_loop);

} // namespace estimators_test
#include "estimators_test.moc"
