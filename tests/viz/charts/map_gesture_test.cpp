#include "tests/support/test_program.h"
#include "viz/charts/map_gesture.h"

namespace map_gesture_test {

using namespace kinelens::viz;
using Kind = MapGesture::Kind;

class MapGestureTest : public QObject {
    Q_OBJECT
private slots:
    void aPressWithoutAWayIsAClick() {
        MapGesture gesture;
        QCOMPARE(gesture.release(), Kind::none); // nothing was pressed
        gesture.press({10, 10}, false);
        gesture.go({11, 12}, MapTool::lasso, false); // a hand that trembles
        QCOMPARE(gesture.kind(), Kind::undecided);
        QVERIFY(gesture.area().isEmpty());
        QCOMPARE(gesture.release(), Kind::undecided);
        QCOMPARE(gesture.kind(), Kind::none);
    }

    void theMoveToolMoves() {
        MapGesture gesture;
        gesture.press({10, 10}, false);
        gesture.go({12, 10}, MapTool::move, false);
        QCOMPARE(gesture.go({20, 15}, MapTool::move, false), QPointF(8, 5)); // since the last place
        QCOMPARE(gesture.kind(), Kind::moving);
        QCOMPARE(gesture.go({25, 15}, MapTool::move, false), QPointF(5, 0));
        QCOMPARE(gesture.release(), Kind::moving);
    }

    void theMiddleButtonMovesWhateverTheTool() {
        MapGesture gesture;
        gesture.press({10, 10}, true);
        QCOMPARE(gesture.go({11, 10}, MapTool::lasso, true), QPointF(1, 0));
        QCOMPARE(gesture.release(), Kind::moving);
        QVERIFY(gesture.takeArea().isEmpty());
    }

    void aLassoFollowsThePointer() {
        for (const auto& [tool, shift] : {std::pair{MapTool::lasso, false}, {MapTool::move, true}}) {
            MapGesture gesture;
            gesture.press({0, 0}, false);
            gesture.go({10, 0}, tool, shift);
            gesture.go({10, 10}, tool, shift);
            QCOMPARE(gesture.area(), QPolygonF() << QPointF(0, 0) << QPointF(10, 0) << QPointF(10, 10));
            QCOMPARE(gesture.release(), Kind::area);
            QCOMPARE(gesture.takeArea().size(), 3); // and it is gone
            QVERIFY(gesture.area().isEmpty());
        }
    }

    void aBoxHasTwoCorners() {
        MapGesture gesture;
        gesture.press({20, 30}, false);
        gesture.go({5, 10}, MapTool::box, false);
        gesture.go({10, 20}, MapTool::box, false); // back again
        QCOMPARE(gesture.area().boundingRect(), QRectF(10, 20, 10, 10));
    }

    void aNewPressBeginsAnew() {
        MapGesture gesture;
        gesture.press({0, 0}, false);
        gesture.go({50, 50}, MapTool::lasso, false);
        gesture.press({100, 100}, false);
        QVERIFY(gesture.area().isEmpty());
        QCOMPARE(gesture.kind(), Kind::undecided);
    }
};

KINELENS_TEST(MapGestureTest, nothing);

} // namespace map_gesture_test
#include "map_gesture_test.moc"
