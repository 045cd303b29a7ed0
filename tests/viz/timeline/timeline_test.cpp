// The pieces under the timeline: what is in view, how intervals are laid out, ticks, scores of pixel columns,
// and what the mouse does in the lanes.
#include "tests/support/test_program.h"
#include "viz/palette/qt_theme.h"
#include "viz/timeline/lane_strip.h"
#include "viz/timeline/overview_strip.h"
#include "viz/timeline/ruler_strip.h"
#include "viz/timeline/score_curve_strip.h"
#include "viz/timeline/time_ticks.h"

#include <QSignalSpy>
#include <random>

namespace timeline_test {

using namespace kinelens;
using namespace kinelens::viz;

namespace {

Interval interval(int label, std::int64_t start, std::int64_t end) {
    return {0, label, start, end, 1, "truth"};
}

ScoreMap random_scores(std::int64_t frames, int classes) {
    ScoreMap map{frames, classes, {}};
    std::mt19937 random(7);
    std::uniform_real_distribution<float> share(0, 1);
    for (std::int64_t i = 0; i < frames * classes; ++i) map.values.push_back(share(random));
    return map;
}

void turn(QWidget& widget, QPointF at, int by, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, by}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&widget, &event);
}

void drag(QWidget& widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= 4; ++i) {
        const QPoint at = from + (to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
}

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private slots:
    void rangeKeepsWhatItIsAbout() {
        TimeRange range;
        range.setRecording(1000, 30);
        QCOMPARE(range.span(), 1000.0);
        range.zoom(4, 600);
        QCOMPARE(range.span(), 250.0);
        QCOMPARE((600 - range.first()) / range.span(), 0.6);
        range.pan(-1e6);
        QCOMPARE(range.first(), 0.0);
        range.pan(1e6);
        QCOMPARE(range.last(), 1000.0);
        range.zoom(1e9, 500);
        QCOMPARE(range.span(), 8.0);
        range.zoom(1e-9, 500);
        QCOMPARE(range.span(), 1000.0);
    }

    void cursorTakesTheViewAlongOnlyFromInside() {
        TimeRange range;
        range.setRecording(1000, 30);
        range.show(100, 100);
        range.setCursor(150);
        QCOMPARE(range.first(), 0.0 + 100); // it came from outside: somebody looks elsewhere
        range.setCursor(205);
        QCOMPARE(range.first(), 195.0);
        range.reveal(800, 820);
        QVERIFY(range.first() <= 800 && range.last() >= 820);
        range.reveal(0, 500);
        QVERIFY(range.first() <= 0 && range.last() >= 500);
    }

    void ticksStandApartAndOnWholeSteps() {
        for (const double span : {10.0, 100.0, 3000.0, 100'000.0, 10'000'000.0}) {
            const double apart = span / 12;
            double last = -1e18;
            int words = 0;
            for (const TimeTick& tick : time_ticks(5, 5 + span, 30, apart)) {
                if (tick.text.isEmpty()) continue;
                QVERIFY(tick.frame - last >= apart * 0.999);
                last = tick.frame;
                ++words;
            }
            QVERIFY2(words >= 1, qPrintable(QString::number(span)));
        }
        QCOMPARE(clock_text(3723.4, 1), QString("1:02:03.4"));
        QCOMPARE(clock_text(59.999, 2), QString("1:00.00"));
        QCOMPARE(clock_text(7, 0), QString("0:07"));
    }

    void overlappingIntervalsTakeRows() {
        const TimelineLane lane =
            make_lane({interval(0, 50, 90), interval(1, 0, 60), interval(2, 60, 70), interval(3, 95, 99)});
        QCOMPARE(lane.rows, 2);
        QCOMPARE(lane.find(1)->row, 0);
        QCOMPARE(lane.find(0)->row, 1);
        QCOMPARE(lane.find(2)->row, 0);
        QCOMPARE(lane.find(3)->start, 95);
        QVERIFY(!lane.find(4));
        QCOMPARE(lane.between(91, 95).size(), 0U);
        QCOMPARE(lane.between(65, 96).size(), 3U);
        QCOMPARE(lane.between(-5, 1000).size(), 4U);
    }

    void columnsShowTheHighest() {
        const ScoreMap map = random_scores(5000, 4);
        const ScoreTrack track(map);
        QCOMPARE(track.classes(), 3);
        std::mt19937 random(3);
        for (int i = 0; i < 500; ++i) {
            const auto from = static_cast<std::int64_t>(random() % 5200) - 100;
            const auto to = from + static_cast<std::int64_t>(random() % 1200);
            const int row = static_cast<int>(random() % 3);
            float highest = 0;
            for (auto frame = std::max<std::int64_t>(0, from); frame < std::min<std::int64_t>(to, 5000);
                 ++frame)
                highest = std::max(highest, map.values[static_cast<std::size_t>(frame * 4 + row + 1)]);
            QCOMPARE(track.highest(row, from, to), highest);
        }
        for (const double span : {90.0, 900.0, 4500.0}) { // below 32 frames a column it is exact
            std::vector<float> columns(150);
            track.columns(1, 100, span, columns);
            for (std::size_t x = 0; x < columns.size(); ++x) {
                const double each = span / 150;
                const auto from = static_cast<std::int64_t>(100 + static_cast<double>(x) * each);
                const auto to = static_cast<std::int64_t>(100 + static_cast<double>(x + 1) * each);
                QCOMPARE(columns[x], track.highest(1, from, std::max(to, from + 1)));
            }
        }
        std::vector<float> wide(10);
        track.columns(1, 0, 5000, wide); // 500 frames a column, in blocks of 16
        for (std::size_t x = 0; x < wide.size(); ++x)
            QVERIFY(wide[x] >= track.highest(1, static_cast<std::int64_t>(500 * x) + 16,
                                             static_cast<std::int64_t>(500 * (x + 1)) - 16));
        const auto order = track.order_at(17);
        QVERIFY(track.at(order[0], 17) >= track.at(order[1], 17));
        QVERIFY(track.at(order[1], 17) >= track.at(order[2], 17));
    }

    void wheelZoomsAndPans() {
        TimeRange range;
        LaneStrip strip(range);
        strip.resize(900, 100);
        range.setRecording(9000, 30);
        const QPointF at(strip.stage().center());
        const double frame = strip.frameAt(at.x());
        turn(strip, at, 120);
        QVERIFY(range.span() < 9000);
        QVERIFY(std::abs(strip.frameAt(at.x()) - frame) < 1e-6);
        const double first = range.first();
        turn(strip, at, -120, Qt::ShiftModifier);
        QVERIFY(range.first() > first);
    }

    void clickSetsTheClockAndDraggingPans() {
        TimeRange range;
        LaneStrip strip(range);
        strip.resize(900, 100);
        range.setRecording(9000, 30);
        range.show(1000, 900);
        QSignalSpy wanted(&range, &TimeRange::cursorWanted);
        const QPoint at = strip.stage().center().toPoint();
        const auto frame = static_cast<qint64>(strip.frameAt(at.x()));
        QTest::mouseClick(&strip, Qt::LeftButton, {}, at);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toLongLong(), frame);
        drag(strip, at, at + QPoint(100, 0));
        QCOMPARE(wanted.count(), 1);
        QVERIFY(range.first() < 1000);
        RulerStrip ruler(range);
        ruler.resize(900, 24);
        drag(ruler, at, at + QPoint(50, 0));
        QCOMPARE(wanted.count(), 6); // the press and four moves
    }

    void theRulerHoldsTheClockAndDrawsTheLoop() {
        TimeRange range;
        RulerStrip ruler(range);
        ruler.resize(900, 24);
        range.setRecording(9000, 30);
        QSignalSpy wanted(&range, &TimeRange::cursorWanted), loop(&range, &TimeRange::loopWanted);
        QSignalSpy grabbed(&range, &TimeRange::cursorGrabbed), letGo(&range, &TimeRange::cursorLetGo);
        const QPoint at = ruler.stage().center().toPoint();
        const auto frame = [&ruler](QPoint place) { return static_cast<qint64>(ruler.frameAt(place.x())); };
        QTest::mousePress(&ruler, Qt::LeftButton, {}, at);
        QCOMPARE(grabbed.count(), 1);
        QCOMPARE(letGo.count(), 0);
        QTest::mouseRelease(&ruler, Qt::LeftButton, {}, at);
        QCOMPARE(letGo.count(), 1);
        wanted.clear();
        drag(ruler, at + QPoint(80, 0), at, Qt::ShiftModifier); // backwards is as good
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(letGo.count(), 2);
        QCOMPARE(loop.last().first().toLongLong(), frame(at));
        QCOMPARE(loop.last().last().toLongLong(), frame(at + QPoint(80, 0)) + 1);
        loop.clear();
        QTest::mouseClick(&ruler, Qt::LeftButton, Qt::ShiftModifier, at);
        QCOMPARE(loop.count(), 0);      // one frame is no loop
        drag(ruler, QPoint(4, 10), at); // from the gutter
        QCOMPARE(wanted.count(), 0);
    }

    void edgesAreDraggedOnlyWhereTheyMayBe() {
        TimeRange range;
        LaneStrip strip(range);
        strip.resize(900, 120);
        range.setRecording(1000, 30);
        TimelineLane lane = make_lane({interval(0, 200, 400)});
        lane.truth = true;
        strip.setLanes({lane}, {"wave"}, {});
        QSignalSpy moved(&strip, &LaneStrip::edgeMoved);
        QSignalSpy locked(&strip, &LaneStrip::lockedDragged);
        QSignalSpy drawn(&strip, &LaneStrip::drawn);
        const auto point = [&strip](double frame) {
            return QPointF(strip.xOf(frame), strip.itemBox(0, 0).center().y()).toPoint();
        };
        drag(strip, point(400), point(500));
        QCOMPARE(moved.count(), 0);
        QCOMPARE(locked.count(), 1);
        range.fit(); // what was dragged moved the view
        lane.editable = true;
        strip.setLanes({lane}, {"wave"}, {});
        drag(strip, point(400), point(500));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(2).toBool(), true);
        QVERIFY(std::abs(moved.first().at(3).toLongLong() - 500) <= 2);
        drag(strip, point(600), point(700));
        QCOMPARE(drawn.count(), 1);
        QVERIFY(std::abs(drawn.first().at(1).toLongLong() - 600) <= 2);
        QVERIFY(std::abs(drawn.first().at(2).toLongLong() - 700) <= 2);
    }

    // Colour tells the overlap, dashes what is too little.
    void linksTellTheOverlap() {
        TimeRange range;
        LaneStrip strip(range);
        range.setRecording(1000, 30);
        const auto lane = make_lane({interval(0, 200, 400), interval(0, 600, 800)});
        strip.setLanes({lane, lane}, {"wave"}, {{0, 0, 0.95, false}, {1, 1, 0.15, true}});
        strip.resize(900, strip.sizeHint().height());
        const QImage picture = strip.grab().toImage();
        const Palette palette = palette_for(theme_of(strip.palette()));
        const auto apart = [](QColor a, QColor b) {
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                   std::abs(a.blue() - b.blue());
        };
        // Rows between the lanes in which the link's column has this colour rather than the ground's.
        const auto rows = [&](int id, double overlap) {
            const QColor wanted = to_qcolor(overlap_colour(overlap, palette));
            const QColor ground = to_qcolor(palette.base);
            const int x = static_cast<int>(strip.itemBox(0, id).center().x());
            int found = 0;
            for (int y = static_cast<int>(strip.itemBox(0, id).bottom()) + 4;
                 y < static_cast<int>(strip.itemBox(1, id).top()) - 3; ++y)
                for (const int beside : {-1, 0, 1}) {
                    const QColor there = picture.pixelColor(x + beside, y);
                    if (apart(there, wanted) * 2 > apart(there, ground)) continue;
                    ++found;
                    break;
                }
            return found;
        };
        const int solid = rows(0, 0.95);
        const int dashed = rows(1, 0.15);
        QVERIFY2(solid > 6, qPrintable(QString::number(solid)));
        QVERIFY2(dashed > 0 && dashed < solid, qPrintable(QString::number(dashed)));
        QVERIFY(apart(to_qcolor(overlap_colour(0.95, palette)), to_qcolor(overlap_colour(0.15, palette))) >
                90);
    }

    void draggingInTheWholeMovesWhatIsShown() {
        TimeRange range;
        OverviewStrip overview(range);
        overview.resize(900, overview.sizeHint().height());
        range.setRecording(9000, 30);
        range.show(0, 900);
        QSignalSpy wanted(&range, &TimeRange::cursorWanted);
        const auto point = [&overview](double share) {
            return QPointF(overview.stage().left() + share * overview.stage().width(), 10).toPoint();
        };
        drag(overview, point(0.25), point(0.75));
        QCOMPARE(range.span(), 900.0);
        QVERIFY(std::abs(range.first() + 450 - 6750) < 20);
        drag(overview, point(0.75), point(0));
        QCOMPARE(range.first(), 0.0);
        QCOMPARE(wanted.count(), 0); // the clock stays
    }

    void stripsDraw() {
        TimeRange range;
        const ScoreMap map = random_scores(2000, 30);
        ShownScores shown{std::make_shared<ScoreTrack>(map), {}, {}};
        for (int i = 0; i < 29; ++i) {
            shown.labels.push_back(i);
            shown.names.push_back("class " + std::to_string(i));
        }
        ScoreMapStrip scores(range);
        ScoreCurveStrip curves(range);
        LaneStrip lanes(range);
        OverviewStrip overview(range);
        range.setRecording(2000, 30);
        scores.setScores(shown);
        curves.setScores(shown);
        lanes.setLanes({make_lane({interval(0, 100, 400), interval(1, 300, 900)}, {true, false})},
                       {"wave", "bow"}, {});
        overview.setLanes(lanes.lanes());
        for (QWidget* strip : std::initializer_list<QWidget*>{&scores, &curves, &lanes, &overview}) {
            strip->resize(700, strip->sizeHint().height() > 20 ? strip->sizeHint().height() : 60);
            const QImage picture = strip->grab().toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x) colours.insert(picture.pixel(x, y));
            QVERIFY2(colours.size() > 8, qPrintable(strip->accessibleName()));
        }
        QCOMPARE(scores.order(), shown.track->order_at(0));
        range.setCursor(500);
        QTRY_COMPARE(scores.order(), shown.track->order_at(500));
    }

    // Detections may be read sooner than a long recording.
    void theWholeIsDrawnAnewWhenItsLengthIsKnown() {
        TimeRange range;
        OverviewStrip overview(range);
        overview.resize(700, overview.sizeHint().height());
        overview.show();
        QVERIFY(QTest::qWaitForWindowExposed(&overview));
        overview.setLanes({make_lane({interval(0, 0, 50)}, {})});
        overview.grab();
        range.setRecording(100, 30);
        const QImage early = overview.grab().toImage();
        OverviewStrip fresh(range);
        fresh.resize(overview.size());
        fresh.show();
        fresh.setLanes({make_lane({interval(0, 0, 50)}, {})});
        QCOMPARE(early, fresh.grab().toImage());
        QVERIFY(early.pixel(300, 6) != early.pixel(650, 6));
    }
};

KINELENS_TEST(TimelineTest, widgets);

} // namespace timeline_test
#include "timeline_test.moc"
