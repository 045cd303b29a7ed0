#include "tests/support/test_program.h"
#include "viz/charts/map_figure.h"
#include "viz/charts/point_map.h"
#include "viz/palette/class_colours.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <set>

namespace point_map_test {

using namespace kinelens::viz;

namespace {

std::vector<MapPoint> lattice(int across) {
    std::vector<MapPoint> points;
    for (int y = 0; y < across; ++y)
        for (int x = 0; x < across; ++x) points.push_back({static_cast<float>(x), static_cast<float>(y)});
    return points;
}

// Two groups, left and right half of a lattice of 20 × 20.
void fill(PointMap& map) {
    map.resize(400, 400);
    map.setPoints(lattice(20));
    PointColouring colouring{{numbered_group("left", 0), numbered_group("right", 1)}, {}, false};
    for (int i = 0; i < 400; ++i) colouring.group.push_back(i % 20 < 10 ? 0 : 1);
    map.setColouring(colouring);
}

QPoint pixel(const PointMap& map, int point) {
    return map.view().to_screen(map.points()[static_cast<std::size_t>(point)]).toPoint();
}

const auto any = [](int) { return true; };

} // namespace

class PointMapTest : public QObject {
    Q_OBJECT
private slots:
    void zoomKeepsWhatLiesUnderTheCursor() {
        const MapView view = fitted({0, 0, 10, 20}, {300, 200}, 10);
        const QPointF cursor(40, 170);
        const MapPoint before = view.to_map(cursor), after = view.zoomed(3, cursor).to_map(cursor);
        QVERIFY(std::abs(before.x - after.x) < 1e-4 && std::abs(before.y - after.y) < 1e-4);
        QVERIFY(view.to_screen({0, 20}).y() < view.to_screen({0, 0}).y()); // upwards
        QCOMPARE(view.moved({5, 7}).to_screen({3, 3}), view.to_screen({3, 3}) + QPointF(5, 7));
    }

    void theGridFindsWhatASearchFinds() {
        std::vector<MapPoint> points = lattice(30);
        points.push_back({std::nanf(""), 3});
        points.push_back({12, 12}); // twice at one place: the lower number wins
        const PointGrid grid(points);
        QCOMPARE(grid.nearest(points, {12.2f, 12.1f}, 1, any), 12 * 30 + 12);
        QCOMPARE(grid.nearest(points, {12.2f, 12.1f}, 0.1, any), -1);
        QCOMPARE(grid.nearest(points, {-50, -50}, 3, any), -1);
        QCOMPARE(grid.nearest(points, {0.4f, 0}, 5, [](int i) { return i != 0; }), 1);
        const QPolygonF triangle{{-1, -1}, {5.5, -1}, {-1, 5.5}};
        std::vector<int> wanted;
        for (int i = 0; i < 900; ++i)
            if (points[static_cast<std::size_t>(i)].x + points[static_cast<std::size_t>(i)].y < 4.5f)
                wanted.push_back(i);
        QCOMPARE(grid.inside(points, triangle, any), wanted);
        QVERIFY(PointGrid(std::vector<MapPoint>()).inside({}, triangle, any).empty());
    }

    void everyPointIsDrawnOnceAndNoGroupLast() {
        for (const std::size_t count : {1u, 2u, 10u, 997u, 1000u}) {
            const std::vector<int> order = mixed_order(count);
            QCOMPARE(std::set<int>(order.begin(), order.end()).size(), count);
        }
        QImage image(21, 21, QImage::Format_RGB32);
        image.fill(Qt::white);
        const std::vector<Sprite> sprites{mark_sprite(Mark::square, rgb(0x0000FF), rgb(0xFFFFFF), 4)};
        const std::vector<MapPoint> points{{0, 0}, {1000, 0}, {std::nanf(""), 0}};
        const std::vector<int> order{0, 1, 2};
        const std::vector<std::uint16_t> which{0, 0, 0};
        draw_points(image, {{21, 21}, {0, 0}, 1}, points, order, which, sprites);
        QCOMPARE(image.pixel(10, 10), qRgb(0, 0, 255));
        QCOMPARE(image.pixel(1, 1), qRgb(255, 255, 255));
    }

    void aClickAndALassoChooseOnlyWhatIsShown() {
        PointMap map;
        fill(map);
        QSignalSpy clicked(&map, &PointMap::pointClicked);
        QTest::mouseClick(&map, Qt::LeftButton, {}, pixel(map, 45));
        QCOMPARE(clicked.last().at(0).toInt(), 45);
        map.setHidden({true, false});
        QTest::mouseClick(&map, Qt::LeftButton, {}, pixel(map, 45));
        QCOMPARE(clicked.last().at(0).toInt(), -1);
        map.setTool(MapTool::box);
        QSignalSpy chosen(&map, &PointMap::areaChosen);
        QTest::mousePress(&map, Qt::LeftButton, {}, {1, 1});
        QTest::mouseMove(&map, {390, 390});
        QTest::mouseMove(&map, {399, 399});
        QTest::mouseRelease(&map, Qt::LeftButton, {}, {399, 399});
        QCOMPARE(chosen.count(), 1);
        const auto points = chosen.last().at(0).value<std::vector<int>>();
        QCOMPARE(points.size(), std::size_t(200));
        for (const int point : points) QVERIFY(point % 20 >= 10);
    }

    void itFollowsUntilSomebodyZooms() {
        PointMap map;
        fill(map);
        std::vector<MapPoint> larger = lattice(20);
        for (MapPoint& point : larger) point = {point.x * 10, point.y * 10};
        map.movePoints(larger);
        QVERIFY(map.view().seen().contains(QPointF(190, 190)));
        QTest::qWait(0);
        map.zoom(2);
        const double scale = map.view().scale;
        map.movePoints(lattice(20));
        QCOMPARE(map.view().scale, scale);
        map.fit();
        QVERIFY(map.isFollowing() && map.view().scale > scale);
    }

    void pointsAreWalkedByDirection() {
        PointMap map;
        fill(map);
        map.setCurrent(210);
        QCOMPARE(map.neighbourTowards({1, 0}), 211);
        QCOMPARE(map.neighbourTowards({0, -1}), 230); // up on the screen
        map.setCurrent(219);
        QCOMPARE(map.neighbourTowards({1, 0}), -1);
    }

    void namesStandWhereTheirPointsAre() {
        PointMap map;
        fill(map);
        const MapFigure figure = map.figure();
        QCOMPARE(figure.labels.size(), std::size_t(2));
        for (const MapFigure::Text& label : figure.labels)
            QCOMPARE(label.box.center().x() < 200, label.words == "left");
        map.setHidden({true, false});
        QCOMPARE(map.figure().labels.size(), std::size_t(1));
        QCOMPARE(map.figure().dots.size(), std::size_t(200));
    }

    void noTwoGroupsLookAlike() {
        std::set<std::pair<int, Mark>> looks;
        for (int i = 0; i < 512; ++i) looks.insert({i % class_colour_count, numbered_group("a", i).mark});
        QCOMPARE(looks.size(), std::size_t(512));
        for (const auto& [one, other] : {std::pair{0, 4}, {1, 5}, {1, 6}}) // two blues, two oranges, yellow
            QVERIFY(numbered_group("a", one).mark != numbered_group("b", other).mark);
    }

    void neighbouringGroupsDifferInShape() {
        for (int i = 0; i < 20; ++i) QVERIFY(numbered_group("a", i).mark != numbered_group("b", i + 1).mark);
        for (const Theme theme : {Theme::light, Theme::dark})
            for (int step = 1; step < ramp_steps; ++step)
                QVERIFY(to_oklab(ramp_colour(step / double(ramp_steps - 1), theme)).lightness >
                        to_oklab(ramp_colour((step - 1) / double(ramp_steps - 1), theme)).lightness - 0.02);
    }

    void exportsHoldWhatIsShown() {
        PointMap map;
        fill(map);
        MapFigure figure = map.figure();
        figure.caption = QStringList{"Data <d> & checkpoint c"};
        QTemporaryDir folder;
        for (const char* name : {"m.svg", "m.pdf", "m.png"})
            QVERIFY(write_figure(folder.filePath(name), figure));
        QVERIFY(!write_figure(folder.filePath("no/such/folder.png"), figure));
        QImage picture(folder.filePath("m.png"));
        QCOMPARE(picture.size(), (figure_size(figure) * 2).toSize());
        QFile pdf(folder.filePath("m.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.read(5) == "%PDF-");
        QXmlStreamReader svg(figure_svg(figure));
        int dots = 0;
        QString words;
        while (!svg.atEnd()) {
            svg.readNext();
            if (svg.isStartElement() && svg.name() == QLatin1String("use")) ++dots;
            if (svg.isCharacters()) words += svg.text();
        }
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        QCOMPARE(dots, 400);
        QVERIFY(words.contains("Data <d> & checkpoint c"));
        QVERIFY(words.contains("left"));
    }
};

KINELENS_TEST(PointMapTest, widgets);

} // namespace point_map_test
#include "point_map_test.moc"
