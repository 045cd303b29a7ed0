// Times the timeline: pictures a second while a recording of 100,000 frames with 52 classes and 2,000
// intervals in each of two lanes is panned and zoomed. Draws into memory, as a window without a graphics card
// does.
//
//     QT_QPA_PLATFORM=offscreen timeline_bench --frames 100000 --classes 52 --intervals 2000 --size 1600x460
#include "viz/palette/apply_theme.h"
#include "viz/timeline/lane_strip.h"
#include "viz/timeline/overview_strip.h"
#include "viz/timeline/ruler_strip.h"
#include "viz/timeline/score_curve_strip.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

using namespace kinelens;
using namespace kinelens::viz;

namespace {

std::vector<Interval> random_intervals(int count, std::int64_t frames, int classes, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Interval> intervals;
    for (int i = 0; i < count; ++i) {
        const std::int64_t start = frames * i / count + static_cast<std::int64_t>(random() % 20);
        const std::int64_t length = 15 + static_cast<std::int64_t>(random() % 60);
        intervals.push_back({0, static_cast<int>(random() % static_cast<unsigned>(classes)), start,
                             std::min(start + length, frames), 1, "truth"});
    }
    return intervals;
}

ShownScores random_scores(std::int64_t frames, int classes) {
    ScoreMap map{frames, classes + 1, {}};
    map.values.resize(static_cast<std::size_t>(frames * (classes + 1)));
    for (std::int64_t frame = 0; frame < frames; ++frame)
        for (int c = 0; c <= classes; ++c)
            map.values[static_cast<std::size_t>(frame * (classes + 1) + c)] = static_cast<float>(
                std::pow(0.5 + 0.5 * std::sin(static_cast<double>(frame) * 0.003 * (c + 1) + c), 8));
    ShownScores shown{std::make_shared<ScoreTrack>(map), {}, {}};
    for (int c = 0; c < classes; ++c) {
        shown.labels.push_back(c);
        shown.names.push_back("class " + std::to_string(c + 1));
    }
    return shown;
}

struct Board : QWidget {
    TimeRange range;
    OverviewStrip overview{range, this};
    RulerStrip ruler{range, this};
    LaneStrip lanes{range, this};
    ScoreCurveStrip curves{range, this};
    ScoreMapStrip map{range, this};

    void fill(std::int64_t frames, int classes, int intervals) {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        for (QWidget* strip : std::initializer_list<QWidget*>{&overview, &ruler, &lanes, &curves, &map})
            layout->addWidget(strip);
        range.setRecording(frames, 30);
        const auto truth = random_intervals(intervals, frames, classes, 1);
        std::vector<bool> wrong(truth.size());
        std::vector<LaneLink> links;
        for (int i = 0; i < intervals; ++i) {
            wrong[static_cast<std::size_t>(i)] = i % 5 == 0;
            links.push_back({i, i, 0.01 * (i % 100), i % 5 == 0});
        }
        std::vector<TimelineLane> both{make_lane(truth),
                                       make_lane(random_intervals(intervals, frames, classes, 2), wrong)};
        both.front().truth = true;
        std::vector<std::string> names;
        for (int c = 0; c < classes; ++c) names.push_back("class " + std::to_string(c + 1));
        overview.setLanes(both);
        lanes.setLanes(std::move(both), names, links);
        const ShownScores scores = random_scores(frames, classes);
        curves.setScores(scores);
        map.setScores(scores);
    }
};

void report(const char* what, std::vector<double> values) {
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-24s median %6.2f ms, 90 %% %6.2f ms, longest %6.2f ms, %4.0f pictures a second\n", what,
                at(0.5), at(0.9), at(1), 1000 / at(0.5));
}

std::vector<double> draw(Board& board, int times, const std::function<void(int)>& change) {
    QImage picture(board.size(), QImage::Format_RGB32);
    std::vector<double> milliseconds;
    QElapsedTimer timer;
    for (int i = 0; i < times; ++i) {
        timer.start();
        change(i);
        board.render(&picture);
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    }
    return milliseconds;
}

} // namespace

int main(int count, char** words) {
    QApplication application(count, words);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"frames", "Frames of the recording.", "n", "100000"},
                       {"classes", "Classes.", "n", "52"},
                       {"intervals", "Intervals in each of two lanes.", "n", "2000"},
                       {"size", "Window size.", "WxH", "1600x460"},
                       {"times", "Pictures of each kind.", "n", "200"},
                       {"picture", "PNG to write.", "file"}});
    parser.process(application);
    apply_theme(application, Theme::light);
    const QStringList size = parser.value("size").split(QLatin1Char('x'));
    const int times = parser.value("times").toInt();
    Board board;
    board.resize(size.value(0).toInt(), size.value(1).toInt());
    board.fill(parser.value("frames").toLongLong(), parser.value("classes").toInt(),
               parser.value("intervals").toInt());
    board.show();
    QCoreApplication::processEvents();
    TimeRange& range = board.range;
    const double all = static_cast<double>(range.frames());
    report("zoom, whole to seconds", draw(board, times, [&](int i) {
               if (i == 0) range.fit();
               range.zoom(i % 60 < 30 ? 1.25 : 0.8, all / 3);
           }));
    range.show(0, all / 2);
    report("pan, half in view", draw(board, times, [&](int i) { range.pan(i % 2 == 0 ? 311 : -297); }));
    range.show(0, all / 50);
    report("pan, a minute in view", draw(board, times, [&](int) { range.pan(23); }));
    range.fit();
    report("cursor moves", draw(board, times, [&](int i) { range.setCursor(i * 7); }));
    if (parser.isSet("picture")) board.grab().save(parser.value("picture"));
    return 0;
}
