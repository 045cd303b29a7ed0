// Every action of the table as an exact figure: the body holds together and obeys the floor.
#include "core/synthesis/scene.h"
#include "tests/support/test_program.h"

#include <set>

namespace actions_test {

using namespace kinelens;
using namespace kinelens::synthesis;

namespace {

constexpr int parents[figure_joint_count] = {1,  20, 20, 2, 20, 4,  5,  6,  20, 8, 9,  10, 0,
                                             12, 13, 14, 0, 16, 17, 18, -1, 22, 7, 24, 11};

Scene scene_of(const Action& action, std::int64_t seed = 1, int subject = 3) {
    SynthesisOptions options;
    options.seed = seed;
    SequencePlan plan;
    plan.label = 0;
    plan.subject = subject;
    plan.performance = "S001P003R001A001" + std::string(action.name);
    return make_scene(options, {&action}, plan);
}

// Small and tall, left- and right-handed, slow and quick.
std::vector<Scene> scenes_of(const Action& action) {
    std::vector<Scene> scenes;
    for (int subject = 1; subject <= 12; ++subject) scenes.push_back(scene_of(action, subject, subject));
    return scenes;
}

double bone(const Figure& figure, int v) {
    const auto joint = static_cast<std::size_t>(v);
    return length(figure[joint] - figure[static_cast<std::size_t>(parents[v])]);
}

double nearest(const Scene& scene, int body_a, int joint_a, int body_b, int joint_b) {
    double least = 1e9;
    for (int frame = 0; frame < scene.frames; ++frame)
        least = std::min(least, length(scene.figure(frame, body_a)[static_cast<std::size_t>(joint_a)] -
                                       scene.figure(frame, body_b)[static_cast<std::size_t>(joint_b)]));
    return least;
}

const Action& named(std::string_view name) {
    for (const Action& action : all_actions())
        if (action.name == name) return action;
    qFatal("no such action");
}

} // namespace

class ActionsTest : public QObject {
    Q_OBJECT
private:
    static void everyAction() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(all_actions().size()); ++i)
            QTest::newRow(std::string(all_actions()[static_cast<std::size_t>(i)].name).c_str()) << i;
    }
    static const Action& current() {
        QFETCH(int, index);
        return all_actions()[static_cast<std::size_t>(index)];
    }

private slots:
    void boneLengthsAreConstant_data() { everyAction(); }
    void boneLengthsAreConstant() {
        for (const Scene& scene : scenes_of(current())) {
            for (int body = 0; body < scene.bodies; ++body)
                for (int v = 0; v < figure_joint_count; ++v) {
                    if (parents[v] < 0) continue;
                    const double expected = bone(scene.figure(0, body), v);
                    QVERIFY(expected > 0.02);
                    for (int frame = 1; frame < scene.frames; ++frame)
                        QVERIFY2(std::abs(bone(scene.figure(frame, body), v) - expected) < 1e-4,
                                 qPrintable(QString("bone %1 frame %2").arg(v).arg(frame)));
                }
        }
    }

    void feetStayOnOrAboveTheFloor_data() { everyAction(); }
    void feetStayOnOrAboveTheFloor() {
        for (const Scene& scene : scenes_of(current())) {
            for (int body = 0; body < scene.bodies; ++body) {
                double lowest = 1e9;
                for (int frame = 0; frame < scene.frames; ++frame)
                    for (std::size_t joint : {14u, 15u, 18u, 19u}) {
                        const double height = scene.figure(frame, body)[joint].y;
                        lowest = std::min(lowest, height);
                        QVERIFY2(height >= 0, qPrintable(QString::number(height)));
                    }
                QVERIFY(lowest < 0.05); // and does not float
            }
        }
    }

    // 12 m/s is a fast punch; a change of 20 cm from one frame to the next would be seen as a jerk.
    void movesContinuously_data() { everyAction(); }
    void movesContinuously() {
        for (const Scene& scene : scenes_of(current())) {
            double fastest = 0, jerk = 0;
            for (int body = 0; body < scene.bodies; ++body)
                for (int frame = 2; frame < scene.frames; ++frame)
                    for (std::size_t v = 0; v < figure_joint_count; ++v) {
                        const Vec3 now = scene.figure(frame, body)[v] - scene.figure(frame - 1, body)[v];
                        const Vec3 before =
                            scene.figure(frame - 1, body)[v] - scene.figure(frame - 2, body)[v];
                        QVERIFY(std::isfinite(now.x) && std::isfinite(now.y) && std::isfinite(now.z));
                        fastest = std::max(fastest, length(now) * frame_rate);
                        jerk = std::max(jerk, length(now - before));
                    }
            QVERIFY2(fastest < 12, qPrintable(QString("%1 m/s").arg(fastest)));
            QVERIFY2(jerk < 0.20, qPrintable(QString("%1 m a frame").arg(jerk)));
            QVERIFY2(fastest > 0.4, qPrintable(QString("%1 m/s").arg(fastest))); // something happens
        }
    }

    // A foot that carries the body (lower than anything a step lifts) does not glide over the floor.
    void plantedFeetDoNotSlide_data() { everyAction(); }
    void plantedFeetDoNotSlide() {
        for (const Scene& scene : scenes_of(current())) {
            for (int body = 0; body < scene.bodies; ++body)
                for (std::size_t ankle : {14u, 18u}) {
                    double resting = 1e9, worst = 0;
                    for (int frame = 0; frame < scene.frames; ++frame)
                        resting = std::min(resting, scene.figure(frame, body)[ankle].y);
                    for (int frame = 1; frame < scene.frames; ++frame) {
                        const Vec3 a = scene.figure(frame - 1, body)[ankle],
                                   b = scene.figure(frame, body)[ankle];
                        if (std::max(a.y, b.y) > resting + 0.004) continue;
                        worst = std::max(worst, std::hypot(b.x - a.x, b.z - a.z));
                    }
                    QVERIFY2(worst < 0.02, qPrintable(QString("%1 m a frame").arg(worst)));
                }
        }
    }

    void kneesBendForwards_data() { everyAction(); }
    void kneesBendForwards() {
        for (const Scene& scene : scenes_of(current())) {
            for (int body = 0; body < scene.bodies; ++body)
                for (int frame = 0; frame < scene.frames; ++frame) {
                    const Figure& f = scene.figure(frame, body);
                    const Vec3 forward = unit(cross(f[12] - f[16], {0, 1, 0}));
                    for (std::size_t hip : {12u, 16u}) {
                        const Vec3 middle = 0.5 * (f[hip] + f[hip + 2]);
                        QVERIFY2(dot(f[hip + 1] - middle, forward) > -0.02,
                                 qPrintable(QString("frame %1").arg(frame)));
                    }
                }
        }
    }

    void contactsTouch() {
        QVERIFY(nearest(scene_of(named("clap")), 0, 7, 0, 11) < 0.10);
        const auto mouth = [](const char* name) {
            const Scene scene = scene_of(named(name));
            return std::min(nearest(scene, 0, 7, 0, 3), nearest(scene, 0, 11, 0, 3));
        };
        QVERIFY2(mouth("drink") < 0.16, qPrintable(QString::number(mouth("drink"))));
        QVERIFY2(mouth("phone call") < 0.18, qPrintable(QString::number(mouth("phone call"))));
        QVERIFY(nearest(scene_of(named("handshake")), 0, 11, 1, 11) < 0.12);
        const Scene five = scene_of(named("high five"));
        const double palms = std::min(nearest(five, 0, 11, 1, 11), nearest(five, 0, 7, 1, 7));
        QVERIFY2(palms < 0.14, qPrintable(QString::number(palms)));
        const Scene push = scene_of(named("push"));
        QVERIFY(std::min(nearest(push, 0, 7, 1, 20), nearest(push, 0, 11, 1, 20)) < 0.30);
        QVERIFY(nearest(scene_of(named("hug")), 0, 20, 1, 20) < 0.40);
    }

    void seatedThighsAreHorizontal() {
        const Scene scene = scene_of(named("sit down"));
        const Figure& end = scene.figure(scene.frames - 1, 0);
        for (std::size_t hip : {12u, 16u}) {
            const Vec3 thigh = end[hip + 1] - end[hip];
            QVERIFY(std::abs(thigh.y) < 0.3 * length(thigh));
        }
    }

    void actorsDiffer() {
        const double a = bone(scene_of(named("bow"), 1, 1).figure(0, 0), 13);
        const double b = bone(scene_of(named("bow"), 1, 2).figure(0, 0), 13);
        QVERIFY(std::abs(a - b) > 1e-3);
    }

    void enoughActionsWithDifferentNames() {
        std::set<std::string_view> names;
        for (const Action& action : all_actions()) names.insert(action.name);
        QCOMPARE(names.size(), all_actions().size());
        QVERIFY(names.size() >= 20);
    }
};

KINELENS_TEST(ActionsTest, nothing);

} // namespace actions_test
#include "actions_test.moc"
