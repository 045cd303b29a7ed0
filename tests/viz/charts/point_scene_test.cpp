#include "tests/support/test_program.h"
#include "viz/charts/point_scene.h"

namespace point_scene_test {

using namespace kinelens::viz;

namespace {

// A row of five points, one unit apart, of two groups.
PointScene row() {
    PointScene scene;
    std::vector<MapPoint> points;
    for (int i = 0; i < 5; ++i) points.push_back({static_cast<float>(i), 0});
    scene.begin(points);
    scene.colouring = {{numbered_group("a", 0), numbered_group("b", 1)}, {0, 0, 1, 1, 1}, false};
    return scene;
}

} // namespace

class PointSceneTest : public QObject {
    Q_OBJECT
private slots:
    void anotherMapForgetsWhatWasSaidOfTheOne() {
        PointScene scene = row();
        scene.hidden = {true, false};
        scene.strength = {1, 1, 0, 0, 0};
        scene.selected = {true, false, false, false, false};
        scene.links = {1};
        scene.path = {0, 1};
        scene.current = scene.hovered = 3;
        scene.labelled = false;
        scene.begin({{5, 5}, {7, 9}});
        QVERIFY(scene.hidden.empty() && scene.strength.empty() && scene.selected.empty());
        QVERIFY(scene.links.empty() && scene.path.empty());
        QCOMPARE(scene.current, -1);
        QCOMPARE(scene.hovered, -1);
        QVERIFY(!scene.labelled);                               // how a person wants maps
        QCOMPARE(scene.colouring.group.size(), std::size_t(2)); // every point has a group
        QCOMPARE(scene.bounds, QRectF(5, 5, 2, 4));
    }

    void theSamePointsElsewhereKeepIt() {
        PointScene scene = row();
        scene.current = 2;
        std::vector<MapPoint> moved = scene.points;
        for (MapPoint& point : moved) point.y = 3;
        scene.place(moved);
        QCOMPARE(scene.current, 2);
        QCOMPARE(scene.bounds, QRectF(0, 3, 4, 0));
    }

    void groupsAreHidden() {
        PointScene scene = row();
        QVERIFY(scene.is_shown(0) && scene.is_shown(4));
        scene.hidden = {true};
        QVERIFY(!scene.is_shown(1));
        QVERIFY(scene.is_shown(2)); // nothing was said of its group
    }

    void onlyBesideASelectionPointsFade() {
        PointScene scene = row();
        QVERIFY(!scene.is_beside_selection(0));
        scene.selected = {true, false, false, false, false};
        QVERIFY(!scene.is_beside_selection(0));
        QVERIFY(scene.is_beside_selection(1));
    }

    void theWholeMapHasAMargin() {
        const PointScene scene = row();
        const MapView view = scene.whole({400, 300});
        for (int i = 0; i < 5; ++i) {
            const double x = view.to_screen(scene.at(i)).x();
            QVERIFY2(x >= 20 && x <= 380, qPrintable(QString::number(x)));
        }
        QVERIFY(view.to_screen(scene.at(0)).x() < 40); // and no more of it than that
    }

    void hiddenPointsAreWalkedPast() {
        PointScene scene = row();
        const MapView view = scene.whole({400, 300});
        scene.current = 1;
        QCOMPARE(scene.next_towards({1, 0}, view), 2);
        scene.colouring.group = {0, 0, 1, 0, 0};
        scene.hidden = {false, true};
        QCOMPARE(scene.next_towards({1, 0}, view), 3);
        QCOMPARE(scene.next_towards({0, 1}, view), -1); // nothing lies below
        scene.current = -1;
        QCOMPARE(scene.next_towards({1, 0}, view), 1); // nearest to the middle of those shown
    }
};

KINELENS_TEST(PointSceneTest, nothing);

} // namespace point_scene_test
#include "point_scene_test.moc"
