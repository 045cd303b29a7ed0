// A recipe that was proposed reads the table that it was proposed for.
#include "core/dataset/dataset_reader.h"
#include "core/import/import_job.h"
#include "core/import/recipe.h"
#include "core/import/tables/column_names.h"
#include "core/import/tables/layout_fit.h"
#include "core/import/tables/recipe_proposal.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace recipe_proposal_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";

const std::vector<std::string> names{"head",      "neck",       "left hip",   "right hip",
                                     "left knee", "right knee", "left ankle", "right ankle"};
// Of a person who stands, in metres, y upwards.
constexpr double places[][3]{{0, 1.7, 0.1},    {0, 1.5, 0},      {0.1, 0.9, 0},  {-0.1, 0.9, 0},
                             {0.1, 0.5, 0.05}, {-0.1, 0.5, 0.1}, {0.1, 0.08, 0}, {-0.1, 0.08, 0}};

double coordinate(int frame, std::size_t joint, int axis) {
    return places[joint][axis] + (axis == 0 ? 0.01 * frame : 0);
}

struct Table {
    const char* separator = ",";
    bool decimal_commas = false;
    std::string head{};                           // before the rows
    std::function<std::string(int)> front = {};   // cells before the joints
    std::function<std::string(int)> behind = {};  // after them
    double unit = 1;                              // metres
    std::function<std::string(double)> part = {}; // beside x, y, z
    int frames = 12;
};

std::string number(double value, bool comma) {
    std::string text = QByteArray::number(value, 'f', 5).toStdString();
    if (comma) std::ranges::replace(text, '.', ',');
    return text;
}

std::string text_of(const Table& table, const std::function<std::array<double, 3>(int, std::size_t)>& place) {
    std::string text = table.head;
    for (int frame = 0; frame < table.frames; ++frame) {
        std::string row = table.front ? table.front(frame) + table.separator : "";
        for (std::size_t joint = 0; joint < names.size(); ++joint) {
            for (const double value : place(frame, joint))
                row += (row.empty() || row.ends_with(table.separator) ? "" : table.separator) +
                       number(value / table.unit, table.decimal_commas);
            if (table.part) row += table.separator + table.part(0.5);
        }
        if (table.behind) row += table.separator + table.behind(frame);
        text += row + "\n";
    }
    return text;
}

std::array<double, 3> standing(int frame, std::size_t joint) {
    return {coordinate(frame, joint, 0), coordinate(frame, joint, 1), coordinate(frame, joint, 2)};
}

// "head_x,head_y,…" of a way to write them.
std::string heading(const std::string& first,
                    const std::function<std::string(const std::string&, char)>& name,
                    const std::string& separator = ",", const std::string& last = {}, bool score = false) {
    std::string text = first;
    for (const std::string& joint : names) {
        for (const char axis : {'x', 'y', 'z'}) text += (text.empty() ? "" : separator) + name(joint, axis);
        if (score) text += separator + name(joint, 'c');
    }
    return text + (last.empty() ? "" : separator + last) + "\n";
}

std::string snake(const std::string& joint, char axis) {
    std::string name = joint;
    std::ranges::replace(name, ' ', '_');
    return name + "_" + (axis == 'c' ? std::string("confidence") : std::string(1, axis));
}

// "LeftKneeX"
std::string camel(const std::string& joint, char axis) {
    std::string name;
    bool large = true;
    for (const char letter : joint + " " + axis) {
        if (letter != ' ') name += large ? static_cast<char>(std::toupper(letter)) : letter;
        large = letter == ' ';
    }
    return name;
}

} // namespace

class RecipeProposalTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void tables_data();
    void tables();
    void upsideDown();
    void sidesInAnyOrder();
    void severalPeople();
    void spreadsheets();
    void mediapipe();
    void sensorNames();
    void namesOfColumns();
    void whatIsNoTable();
    void unknownKeysAreErrors();
    void columnsThatAreNotThere();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    Result<RecipeProposal> propose(const Path& table) const {
        auto proposal = propose_recipe(table);
        if (proposal) std::ofstream(file("r.json")) << proposal->recipe;
        return proposal;
    }
    // Proposes a recipe for the table and reads it with that.
    Result<Motion> read(const Path& table) const {
        KINELENS_TRY(proposal, propose(table));
        (void)proposal;
        std::filesystem::remove(file("d.h5"));
        ImportOptions options;
        options.recipe = file("r.json").string();
        KINELENS_TRY(report, run_import({table.string()}, file("d.h5"), options, [](const Event&) {}, {}));
        (void)report;
        KINELENS_TRY(reader, DatasetReader::open(file("d.h5")));
        joints_ = reader.info().layout.joint_names;
        up_ = reader.info().up;
        rate_ = reader.info().frame_rate;
        intervals_ = reader.intervals();
        return reader.read(0);
    }
    std::unique_ptr<QTemporaryDir> folder_;
    mutable std::vector<std::string> joints_;
    mutable std::string up_;
    mutable double rate_ = 0;
    mutable std::vector<Interval> intervals_;
};

namespace {

// Columns beside the positions, and heads of several lines.
template <class Add>
void addFurther(const Add& add) {
    add("confidence",
        {.head = heading("", snake, ",", "", true), .part = [](double c) { return number(c, false); }}, 30);
    add("quotes",
        {.head = heading("", [](const std::string& j, char a) { return "\"" + snake(j, a) + "\""; })}, 30);
    add("a class behind",
        {.head = heading("", snake, ",", "label"),
         .behind = [](int f) { return std::string(f < 5 ? "0" : "1"); }},
        30);
    add("two lines of names",
        {.head =
             [] {
                 std::string above, below;
                 for (const std::string& joint : names) {
                     above += (above.empty() ? "" : ",") + joint + ",,";
                     below += std::string(below.empty() ? "" : ",") + "x,y,z";
                 }
                 return "recorded by somebody\n" + above + "\n" + below + "\n";
             }()},
        30);
    add("turns beside positions",
        {.head = heading(
             "", [](const std::string& j, char a) { return a == 'c' ? j + "_rot_w" : snake(j, a); }, ",", "",
             true),
         .part = [](double c) { return number(c, false); }},
        30);
}

} // namespace

void RecipeProposalTest::tables_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("rate");
    const auto add = [](const char* name, const Table& table, double rate) {
        QTest::newRow(name) << QString::fromStdString(text_of(table, standing)) << rate;
    };
    const auto count = [](int frame) { return std::to_string(frame); };
    const auto seconds = [](int frame) { return QByteArray::number(frame / 50.0, 'f', 4).toStdString(); };
    add("names with underscores", {.head = heading("", snake)}, 30);
    add("names in one word", {.head = heading("", camel)}, 30);
    add("frame in front", {.head = heading("Frame", snake), .front = count}, 30);
    add("seconds in front", {.head = heading("time", camel), .front = seconds}, 50);
    add("milliseconds",
        {.head = heading("timestamp_ms", snake), .front = [](int f) { return std::to_string(f * 10); }}, 100);
    add("semicolons and decimal commas",
        {.separator = ";", .decimal_commas = true, .head = heading("", snake, ";")}, 30);
    add("tabs", {.separator = "\t", .head = heading("", snake, "\t")}, 30);
    add("blanks", {.separator = "  ", .head = heading("", snake, " ")}, 30);
    add("millimetres", {.head = heading("", snake), .unit = 0.001}, 30);
    add("centimetres by name",
        {.head =
             heading("", [](const std::string& joint, char axis) { return joint + " " + axis + " (cm)"; }),
         .unit = 0.01},
        30);
    add("joint before side",
        {.head = heading("",
                         [](const std::string& joint, char axis) {
                             const auto cut = joint.find(' ');
                             return (cut == std::string::npos
                                         ? joint
                                         : joint.substr(cut + 1) + " " + joint.substr(0, cut)) +
                                    " " + static_cast<char>(std::toupper(axis));
                         })},
        30);
    add("short names",
        {.head = heading("",
                         [](const std::string& joint, char axis) {
                             const auto cut = joint.find(' ');
                             std::string name = cut == std::string::npos
                                                    ? joint
                                                    : joint.substr(0, 1) + joint.substr(cut + 1);
                             return name + axis;
                         })},
        30);
    addFurther(add);
}

void RecipeProposalTest::tables() {
    QFETCH(QString, text);
    QFETCH(double, rate);
    std::ofstream(file("walk.csv")) << text.toStdString();
    const auto motion = read(file("walk.csv"));
    QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
    QCOMPARE(motion->frames, std::int64_t(12));
    QCOMPARE(motion->joints, int(names.size()));
    QCOMPARE(rate_, rate);
    QCOMPARE(up_, std::string("y"));
    for (std::size_t joint = 0; joint < names.size(); ++joint) {
        const auto at = std::ranges::find(joints_, joint_key(names[joint]),
                                          [](const std::string& name) { return joint_key(name); });
        QVERIFY2(at != joints_.end(), names[joint].c_str());
        const float* position = motion->joint(7, 0, int(at - joints_.begin()));
        for (int axis = 0; axis < 3; ++axis)
            QVERIFY(std::abs(position[axis] - coordinate(7, joint, axis)) < 1e-4);
    }
}

// Cameras and world coordinates of other makes.
void RecipeProposalTest::upsideDown() {
    struct Way {
        std::array<double, 3> (*place)(int, std::size_t);
        const char* up;
        int axis; // of the dataset that points up
    };
    const Way ways[] = {{[](int f, std::size_t j) {
                             const auto p = standing(f, j);
                             return std::array{p[0], -p[1], -p[2]};
                         },
                         "y", 1},
                        {[](int f, std::size_t j) {
                             const auto p = standing(f, j);
                             return std::array{p[0], -p[2], p[1]};
                         },
                         "z", 2},
                        {[](int f, std::size_t j) {
                             const auto p = standing(f, j);
                             return std::array{p[1], -p[0], p[2]};
                         },
                         "y", 1}};
    for (const Way& way : ways) {
        std::ofstream(file("walk.csv")) << text_of({.head = heading("", snake)}, way.place);
        const auto motion = read(file("walk.csv"));
        QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
        QCOMPARE(up_, std::string(way.up));
        QVERIFY(std::abs(motion->joint(0, 0, 0)[way.axis] - 1.7f) < 1e-4f);
        QVERIFY(std::abs(motion->joint(7, 0, 0)[0] - coordinate(7, 0, 0)) < 1e-4);
    }
}

// All x first, then all y: columns are found by their names.
void RecipeProposalTest::sidesInAnyOrder() {
    std::string text;
    for (const char axis : {'z', 'y', 'x'})
        for (const std::string& joint : names) text += (text.empty() ? "" : ",") + snake(joint, axis);
    text += "\n";
    for (int frame = 0; frame < 5; ++frame) {
        std::string row;
        for (const int axis : {2, 1, 0})
            for (std::size_t joint = 0; joint < names.size(); ++joint)
                row += (row.empty() ? "" : ",") + number(coordinate(frame, joint, axis), false);
        text += row + "\n";
    }
    std::ofstream(file("walk.csv")) << text;
    const auto motion = read(file("walk.csv"));
    QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
    QVERIFY(read_text_file(file("r.json"))->find("\"left_knee_x\"") != std::string::npos);
    const auto knee = std::ranges::find(joints_, "left knee") - joints_.begin();
    for (int axis = 0; axis < 3; ++axis)
        QVERIFY(std::abs(motion->joint(3, 0, int(knee))[axis] - coordinate(3, 4, axis)) < 1e-4);
}

void RecipeProposalTest::severalPeople() {
    std::string text = heading("frame,person_id", snake);
    for (int frame = 0; frame < 8; ++frame)
        for (int person = 0; person < 2; ++person) {
            if (person == 1 && frame == 3) continue; // not seen
            text += std::to_string(frame + 100) + "," + std::to_string(person + 4);
            for (std::size_t joint = 0; joint < names.size(); ++joint)
                for (int axis = 0; axis < 3; ++axis)
                    text += "," + number(coordinate(frame, joint, axis) + (axis == 2 ? person : 0), false);
            text += "\n";
        }
    std::ofstream(file("walk.csv")) << text;
    const auto motion = read(file("walk.csv"));
    QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
    QCOMPARE(motion->frames, std::int64_t(8));
    QCOMPARE(motion->bodies, 2);
    QVERIFY(motion->is_tracked(3, 0) && !motion->is_tracked(3, 1) && motion->is_tracked(4, 1));
    QVERIFY(std::abs(motion->joint(4, 1, 0)[2] - 1.1f) < 1e-4f);
}

void RecipeProposalTest::spreadsheets() {
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    for (const auto& entry : std::filesystem::directory_iterator(cases / "22-csv-excel-german")) {
        if (entry.path().extension() != ".csv") continue;
        const auto motion = read(entry.path());
        QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
        QCOMPARE(motion->frames, std::int64_t(18));
        QCOMPARE(joints_, built_in_layout("kinect20")->joint_names);
        const float* wrist = motion->joint(9, 0, 10);
        QVERIFY(std::abs(wrist[0] - 0.24f) < 1e-6f && std::abs(wrist[1] - 0.418988f) < 1e-6f &&
                std::abs(wrist[2] - 2.5f) < 1e-6f);
        QCOMPARE(intervals_.size(), std::size_t(1));
        QVERIFY(intervals_[0].start == 5 && intervals_[0].end == 12);
    }
}

void RecipeProposalTest::mediapipe() {
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    for (const char* name : {"walk_take1.csv", "walk_take2.csv"}) {
        const auto motion = read(cases / "14-mediapipe-csv" / name);
        QVERIFY2(motion.has_value(), motion ? "" : describe(motion.error()).c_str());
        QCOMPARE(motion->frames, std::int64_t(20));
        QCOMPARE(joints_, built_in_layout("mediapipe33")->joint_names);
        QCOMPARE(rate_, 25.0);
        const float* nose = motion->joint(0, 0, 0);
        QVERIFY(std::abs(nose[1] - 0.62f) < 1e-5f && std::abs(nose[2] - 0.1f) < 1e-5f);
        QVERIFY(std::abs(motion->joint(0, 0, 15)[0] - 0.24f) < 1e-5f);
        QVERIFY(std::abs(motion->joint(0, 0, 27)[1] + 0.82f) < 1e-5f);
    }
}

// As the Kinect's own program writes them.
void RecipeProposalTest::sensorNames() {
    std::vector<std::string> keys;
    for (const char* name : {"SpineBase",     "SpineMid",    "Neck",      "Head",          "ShoulderLeft",
                             "ElbowLeft",     "WristLeft",   "HandLeft",  "ShoulderRight", "ElbowRight",
                             "WristRight",    "HandRight",   "HipLeft",   "KneeLeft",      "AnkleLeft",
                             "FootLeft",      "HipRight",    "KneeRight", "AnkleRight",    "FootRight",
                             "SpineShoulder", "HandTipLeft", "ThumbLeft", "HandTipRight",  "ThumbRight"})
        keys.push_back(joint_key(name));
    const auto fit = fitting_layout(keys);
    QVERIFY(fit && fit->by_names);
    QCOMPARE(fit->layout.name, std::string("ntu25"));
    keys.clear();
    for (int i = 17; i-- > 0;) keys.push_back(joint_key("joint_" + std::to_string(i)));
    const auto numbered = fitting_layout(keys);
    QVERIFY(numbered && !numbered->by_names && numbered->joints.front() == 16 && !numbered->others.empty());
}

void RecipeProposalTest::namesOfColumns() {
    for (const char* name :
         {"left knee", "knee_left", "LeftKnee", "LKnee", "lknee", "Left-Knee", "knee left", "L_KNEE"})
        QCOMPARE(joint_key(name), joint_key("left knee"));
    QVERIFY(joint_key("left ear") != joint_key("right ear") && joint_key("REar") == joint_key("right ear"));
    const auto columns = column_meanings({"joint1_posx", "joint1_posy", "joint1_posz", "t", "knee_rot_x",
                                          "x2", "y2", "z2", "score2", "toe_x", "toe_y"});
    QCOMPARE(columns[0].role, ColumnRole::x);
    QCOMPARE(columns[2].joint, columns[0].joint);
    QCOMPARE(columns[3].role, ColumnRole::time);
    QCOMPARE(columns[4].role, ColumnRole::other);
    QCOMPARE(columns[8].role, ColumnRole::confidence);
    QCOMPARE(columns[9].role, ColumnRole::other); // no z
}

void RecipeProposalTest::whatIsNoTable() {
    std::ofstream(file("a.txt")) << "Dear reader,\nthis is a letter, not a table.\n";
    std::ofstream(file("b.csv")) << "time,price\n1,2\n2,3\n3,4\n";
    std::ofstream(file("c.csv"))
        << "frame,joint,x,y,z\n0,head,1,2,3\n0,neck,1,2,3\n1,head,1,2,3\n1,neck,1,2,3\n";
    std::ofstream(file("d.csv")) << "";
    for (const char* name : {"a.txt", "b.csv", "c.csv", "d.csv"}) {
        const auto proposal = propose(file(name));
        QVERIFY2(!proposal && proposal.error().code == ErrorCode::format_unknown, name);
    }
    QVERIFY(propose(file("c.csv")).error().detail.find("a row for each joint") != std::string::npos);
    QCOMPARE(propose(file("nowhere.csv")).error().code, ErrorCode::file_not_found);
}

void RecipeProposalTest::unknownKeysAreErrors() {
    const auto recipe = recipe_from_json(R"({"layout": "kinect20", "colums": {}})", "r.json");
    QVERIFY(!recipe);
    QCOMPARE(recipe.error().detail, std::string("'colums' is no part of a recipe"));
    QVERIFY(!recipe_from_json(R"({"layout": "kinect20", "columns": {"tail": [1, 2, 3]}})", "r.json"));
    QVERIFY(!recipe_from_json(R"({"layout": "kinect20", "columns": {"head": [1, 2]}})", "r.json"));
    QVERIFY(!recipe_from_json(R"({"layout": "kinect20", "columns": {"head": [1, 2, -3]}})", "r.json"));
    QVERIFY(recipe_from_json(R"({"layout": "kinect20", "columns": {"head": [1, "b", 3]}})", "r.json")
                .has_value());
}

void RecipeProposalTest::columnsThatAreNotThere() {
    std::ofstream(file("r.json"))
        << R"({"layout": {"joints": ["a", "b"], "parents": [null, 0]}, "header_lines": 1,
                                         "columns": {"b": ["bz", "by", 1]}})";
    std::ofstream(file("a.csv")) << "frame,bx,bz,by,other\n0,1,3,2,9\n1,1.5,3,2,9\n";
    ImportOptions options;
    options.recipe = file("r.json").string();
    const auto report = run_import({file("a.csv").string()}, file("d.h5"), options, [](const Event&) {}, {});
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto motion = DatasetReader::open(file("d.h5"))->read(0);
    QVERIFY(!motion->is_measured(0, 0, 0) && motion->is_measured(0, 0, 1));
    QVERIFY(motion->joint(1, 0, 1)[0] == 3 && motion->joint(1, 0, 1)[1] == 2 &&
            motion->joint(1, 0, 1)[2] == 1.5f);
    std::ofstream(file("b.csv")) << "frame,bx,by\n0,1,3\n";
    const auto wrong = run_import({file("b.csv").string()}, file("e.h5"), options, [](const Event&) {}, {});
    QVERIFY(!wrong);
    QVERIFY2(wrong.error().detail.find("no column 'bz'") != std::string::npos, wrong.error().detail.c_str());
}

KINELENS_TEST(RecipeProposalTest, nothing);

} // namespace recipe_proposal_test
#include "recipe_proposal_test.moc"
