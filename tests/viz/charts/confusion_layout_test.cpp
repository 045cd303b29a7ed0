#include "tests/support/test_program.h"
#include "viz/charts/confusion_layout.h"

#include <QWidget>

namespace confusion_layout_test {

using namespace kinelens::viz;

namespace {

std::vector<QString> names(int count) {
    std::vector<QString> all;
    for (int i = 0; i < count; ++i) all.push_back(QString("class %1").arg(i));
    return all;
}

} // namespace

class ConfusionLayoutTest : public QObject {
    Q_OBJECT
    QWidget widget_;

private slots:
    void init() { widget_.resize(420, 380); }

    void everyCellIsFoundWhereItLies() {
        ConfusionLayout layout(widget_);
        layout.setNames(names(6));
        layout.fit();
        for (std::size_t row = 0; row < 6; ++row)
            for (std::size_t column = 0; column < 6; ++column) {
                const QRectF box = layout.boxOf(row, column);
                QVERIFY(layout.grid().adjusted(-1, -1, 1, 1).contains(box));
                QVERIFY((layout.spotAt(box.center()) == ConfusionLayout::Spot{row, column}));
            }
        QVERIFY(layout.spotAt({1, 1}) == ConfusionLayout::Spot{});
    }

    void namesAreFoundBesideTheCells() {
        ConfusionLayout layout(widget_);
        layout.setNames(names(6));
        layout.fit();
        QVERIFY(layout.namesFit());
        const QRectF cell = layout.boxOf(3, 0);
        QVERIFY((layout.spotAt({cell.left() - 5, cell.center().y()}) ==
                 ConfusionLayout::Spot{std::size_t(3), {}}));
        const QPointF begin = layout.columnLabel(2);
        QVERIFY((layout.spotAt(begin + QPointF(3, -4)) == ConfusionLayout::Spot{{}, std::size_t(2)}));
    }

    void manyClassesGetTheRoomOfTheNames() {
        ConfusionLayout few(widget_), many(widget_);
        few.setNames(names(6));
        many.setNames(names(100));
        few.fit();
        many.fit();
        QVERIFY(!many.namesFit());
        QCOMPARE(many.labelWidth(), 0);
        QVERIFY(many.grid().width() > few.grid().width());
        QVERIFY(many.boxOf(99, 99).right() <= widget_.width());
    }

    void zoomingKeepsWhatLiesUnderThePlace() {
        ConfusionLayout layout(widget_);
        layout.setNames(names(100));
        layout.fit();
        const QPointF place = layout.boxOf(50, 50).center();
        layout.zoom(3, place);
        QVERIFY((layout.spotAt(place) == ConfusionLayout::Spot{std::size_t(50), std::size_t(50)}));
        const double cell = layout.cell();
        layout.fit();
        QVERIFY(layout.cell() < cell);
    }

    // However far it is dragged: there is always something to see.
    void panningEndsAtTheEdges() {
        ConfusionLayout layout(widget_);
        layout.setNames(names(100));
        layout.fit();
        layout.zoom(4, layout.grid().center());
        layout.pan({1e6, 1e6});
        QCOMPARE(layout.boxOf(0, 0).topLeft(), layout.grid().topLeft());
        layout.pan({-1e6, -1e6});
        QVERIFY(std::abs(layout.boxOf(99, 99).right() - layout.grid().right()) < 1);
    }

    void withoutClassesNothingIsFound() {
        ConfusionLayout layout(widget_);
        layout.fit();
        QVERIFY(layout.spotAt(layout.grid().center()) == ConfusionLayout::Spot{});
    }
};

KINELENS_TEST(ConfusionLayoutTest, widgets);

} // namespace confusion_layout_test
#include "confusion_layout_test.moc"
