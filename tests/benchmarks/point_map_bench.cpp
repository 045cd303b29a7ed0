// Times the point map: frames a second while it is moved and zoomed, and milliseconds until a choice of
// points is painted. With --picture it writes the last picture.
//
//     QT_QPA_PLATFORM=offscreen point_map_bench --points 100000 --size 1200x800
#include "core/foundation/random.h"
#include "viz/charts/point_map.h"
#include "viz/palette/apply_theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

using namespace kinelens;
using namespace kinelens::viz;

namespace {

constexpr int classes = 60;

// Clusters as t-SNE makes them: round heaps of one class each, some of them apart.
void fill(PointMap& map, int count) {
    std::vector<MapPoint> points;
    PointColouring colouring;
    for (int i = 0; i < classes; ++i)
        colouring.groups.push_back(numbered_group("class " + std::to_string(i + 1), i));
    CounterRandom random(7);
    for (int i = 0; i < count; ++i) {
        const int group = static_cast<int>(random.below(classes));
        CounterRandom place = CounterRandom(11).fork(static_cast<std::uint64_t>(group) * 2 + random.below(2));
        const double angle = random.uniform(0, 2 * std::numbers::pi), far = 6 * std::sqrt(random.uniform());
        points.push_back({static_cast<float>(place.uniform(-80, 80) + far * std::cos(angle)),
                          static_cast<float>(place.uniform(-80, 80) + far * std::sin(angle))});
        colouring.group.push_back(group);
    }
    map.setPoints(std::move(points));
    map.setColouring(std::move(colouring));
}

void report(const char* what, std::vector<double> values) {
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-12s median %6.2f ms, 90 %% %6.2f ms, %4.0f frames a second\n", what, at(0.5), at(0.9),
                1000 / at(0.5));
}

void drag(QWidget& map, QEvent::Type type, QPointF place, Qt::MouseButtons buttons) {
    QMouseEvent event(type, place, map.mapToGlobal(place), Qt::LeftButton, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&map, &event);
}

double milliseconds(QWidget& map, const std::function<void()>& act) {
    QElapsedTimer clock;
    clock.start();
    act();
    map.repaint();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

} // namespace

int main(int argumentCount, char** argumentWords) {
    QApplication application(argumentCount, argumentWords);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"points", "Points.", "n", "100000"},
                       {"size", "Window size.", "WxH", "1200x800"},
                       {"frames", "Frames to time.", "n", "120"},
                       {"dark", "Dark theme."},
                       {"picture", "PNG to write.", "file"}});
    parser.process(application);
    apply_theme(application, parser.isSet("dark") ? Theme::dark : Theme::light);
    const QStringList size = parser.value("size").split('x');
    PointMap map;
    map.resize(size[0].toInt(), size[1].toInt());
    fill(map, parser.value("points").toInt());
    map.show();
    QCoreApplication::processEvents();

    const int frames = parser.value("frames").toInt();
    std::vector<double> moved, zoomed;
    const QPointF middle(map.width() / 2.0, map.height() / 2.0);
    drag(map, QEvent::MouseButtonPress, middle, Qt::LeftButton);
    for (int i = 1; i <= frames; ++i)
        moved.push_back(milliseconds(map, [&] {
            drag(map, QEvent::MouseMove,
                 middle + QPointF(120 * std::sin(i * 0.1), 90 * std::sin(i * 0.07) + 6), Qt::LeftButton);
        }));
    drag(map, QEvent::MouseButtonRelease, middle, Qt::NoButton);
    for (int i = 0; i < frames; ++i)
        zoomed.push_back(milliseconds(map, [&] { map.zoom(i % 40 < 20 ? 1.06 : 1 / 1.06); }));
    std::vector<int> chosen;
    for (int i = 0; i < 5000; ++i) chosen.push_back(i);
    const double selected = milliseconds(map, [&] { map.setSelected(chosen); });
    std::printf("%s points, %d x %d, scale %.0f\n", qPrintable(parser.value("points")), map.width(),
                map.height(), map.devicePixelRatioF());
    report("moved", moved);
    report("zoomed", zoomed);
    std::printf("%-12s %6.2f ms\n", "5,000 chosen", selected);
    map.setSelected({});
    map.fit();
    if (parser.isSet("picture")) map.grab().save(parser.value("picture"));
    return 0;
}
