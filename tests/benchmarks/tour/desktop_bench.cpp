#include "tests/benchmarks/tour/desktop_bench.h"

#include "tests/benchmarks/tour/event_flood.h"
#include "tests/benchmarks/tour/heart_watch.h"
#include "ui/browse/datasets_panel.h"
#include "ui/forms/preset_box.h"
#include "ui/play/player_panel.h"
#include "ui/train/training_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/main_window.h"
#include "viz/charts/line_chart.h"
#include "viz/view/scene_view.h"

#include <QEvent>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPointer>
#include <QSaveFile>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <unistd.h>

namespace kinelens::tour {

using namespace ui;

namespace {

constexpr double playbackSeconds = 6;
constexpr double watchSeconds = 30;
constexpr int floodEvents = 10'000;
constexpr double floodSeconds = 4;

double monotonicSeconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Counts how often a widget is painted.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QObject* parent)
        : QObject(parent) {}
    int paints = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) ++paints;
        return false;
    }
};

// Since this process was started, by the system's own account or the starter's.
double secondsSinceProcessStart() {
    // The starter's word is exact; the system's is in hundredths of a second.
    if (const QByteArray started = qgetenv("KINELENS_STARTED"); !started.isEmpty())
        return monotonicSeconds(CLOCK_MONOTONIC) - started.toDouble();
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QFile::ReadOnly)) return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return monotonicSeconds(CLOCK_BOOTTIME) -
           fields.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
}

} // namespace

DesktopBench::DesktopBench(ui::MainWindow& window, QString file, bool startOnly)
    : window_(window)
    , file_(std::move(file))
    , startOnly_(startOnly) {
    poll_.setInterval(100);
}

DesktopBench::~DesktopBench() = default;

void DesktopBench::start() {
    clock_.start();
    window_.installEventFilter(this);
    connect(&window_.desktop().datasets, &DatasetService::scanned, this,
            [this](int first, const std::vector<SequenceQuality>& qualities) {
                for (std::size_t i = 0; i < qualities.size() && twoBodies_ < 0; ++i)
                    if (qualities[i].bodies >= 2) twoBodies_ = first + static_cast<int>(i);
            });
}

bool DesktopBench::eventFilter(QObject* target, QEvent* event) {
    if (event->type() == QEvent::Paint && !std::exchange(painted_, true))
        QTimer::singleShot(0, this, &DesktopBench::firstPicture); // when all widgets are painted and flushed
    return QObject::eventFilter(target, event);
}

void DesktopBench::firstPicture() {
    QGuiApplication::sync();
    numbers_[QStringLiteral("start_seconds")] = secondsSinceProcessStart();
    if (startOnly_) {
        finish(0);
        return;
    }
    connect(&poll_, &QTimer::timeout, this, &DesktopBench::waitForTwoBodies);
    poll_.start();
}

void DesktopBench::waitForTwoBodies() {
    if (clock_.elapsed() > 60'000) finish(3);
    if (twoBodies_ < 0) return;
    poll_.stop();
    poll_.disconnect(this);
    const OpenDatasetPtr open = window_.desktop().datasets.dataset();
    connect(&window_.desktop().datasets, &DatasetService::motionReady, this, [this](int sequence) {
        if (sequence == twoBodies_ && frameMilliseconds_.empty())
            QTimer::singleShot(500, this, &DesktopBench::beginPlayback);
    });
    window_.desktop().selection.setCurrent(
        QString::fromStdString(open->sequences[static_cast<std::size_t>(twoBodies_)].name));
}

void DesktopBench::beginPlayback() {
    if (frames_) return;
    viz::SceneView& view = window_.player().view();
    view.setFixedSize(900, 700);
    QTimer::singleShot(500, this, [this, &view] {
        numbers_[QStringLiteral("view_width")] = view.width();
        numbers_[QStringLiteral("view_height")] = view.height();
        clock_.start();
        frames_ =
            connect(&view, &viz::SceneView::painted, this, &DesktopBench::nextFrame, Qt::QueuedConnection);
        nextFrame();
    });
}

void DesktopBench::nextFrame() {
    static thread_local QElapsedTimer since;
    if (since.isValid()) frameMilliseconds_.push_back(static_cast<double>(since.nsecsElapsed()) * 1e-6);
    since.start();
    Playhead& playhead = window_.desktop().playhead;
    if (static_cast<double>(clock_.elapsed()) < playbackSeconds * 1000) {
        playhead.setFrame((playhead.frame() + 1) % playhead.frames());
        return;
    }
    disconnect(frames_);
    const double total = std::accumulate(frameMilliseconds_.begin(), frameMilliseconds_.end(), 0.0);
    numbers_[QStringLiteral("playback_frames")] = static_cast<qint64>(frameMilliseconds_.size());
    numbers_[QStringLiteral("playback_frames_per_second")] =
        1000 * static_cast<double>(frameMilliseconds_.size()) / total;
    numbers_[QStringLiteral("playback_median_milliseconds")] = median(frameMilliseconds_);
    viz::SceneView& view = window_.player().view();
    view.setMinimumSize(160, 120);
    view.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    floodWithEvents();
}

void DesktopBench::floodWithEvents() {
    window_.enterMode(QStringLiteral("train"));
    const QString folder = window_.desktop().preferences.runsFolder() + QStringLiteral("/flood");
    flood_ = std::make_unique<EventFlood>(folder, floodEvents, floodSeconds);
    heart_ = std::make_unique<HeartWatch>();
    auto* counter = new PaintCounter(this);
    QTimer::singleShot(100, this, [this, folder, counter] {
        window_.training().showRuns({folder});
        for (auto* chart : window_.training().findChildren<viz::LineChart*>())
            if (chart->isVisible())
                for (QWidget* plot : chart->findChildren<QWidget*>()) plot->installEventFilter(counter);
    });
    connect(&poll_, &QTimer::timeout, this, [this, counter] {
        const RunFeed* feed = window_.training().view()->feed();
        if (!flood_->done() || !feed || feed->history().overview().step < floodEvents) {
            if (flood_->done() && !flood_->good()) finish(3);
            return;
        }
        poll_.disconnect(this);
        numbers_[QStringLiteral("flood_events")] = floodEvents;
        numbers_[QStringLiteral("flood_seconds")] = heart_->seconds();
        numbers_[QStringLiteral("flood_redraws")] = counter->paints;
        numbers_[QStringLiteral("flood_stalls")] = static_cast<qint64>(heart_->stalls().size());
        numbers_[QStringLiteral("flood_longest_milliseconds")] = heart_->longestGap();
        heart_.reset();
        beginTraining();
    });
    poll_.start();
}

void DesktopBench::beginTraining() {
    window_.training().form()->preset().choose(QStringLiteral("compact"));
    const auto run = window_.training().form()->startRun();
    if (!run) {
        finish(3);
        return;
    }
    clock_.start();
    connect(&poll_, &QTimer::timeout, this, [this] {
        const RunFeed* feed = window_.training().view()->feed();
        const bool runs =
            feed && feed->folder() != window_.desktop().preferences.runsFolder() + QStringLiteral("/flood") &&
            feed->history().overview().step > 0;
        if (!runs && clock_.elapsed() > 180'000) finish(3);
        if (!runs) return;
        poll_.disconnect(this);
        poll_.stop();
        beginWatching();
    });
}

void DesktopBench::beginWatching() {
    window_.desktop().playhead.play();
    heart_ = std::make_unique<HeartWatch>();
    useTheWindow(0);
}

// What a person does meanwhile: goes through the list, filters, changes modes.
void DesktopBench::useTheWindow(int step) {
    const RunFeed* feed = window_.training().view()->feed();
    if (heart_->seconds() >= watchSeconds) {
        QJsonArray stalls;
        for (const double stall : heart_->stalls()) stalls << stall;
        numbers_[QStringLiteral("watched_seconds")] = heart_->seconds();
        numbers_[QStringLiteral("stalls")] = stalls;
        numbers_[QStringLiteral("longest_milliseconds")] = heart_->longestGap();
        numbers_[QStringLiteral("training_steps")] =
            feed ? static_cast<qint64>(feed->history().overview().step) : 0;
        endTraining();
        return;
    }
    const OpenDatasetPtr open = window_.desktop().datasets.dataset();
    const auto count = open->sequences.size();
    window_.desktop().selection.setCurrent(
        QString::fromStdString(open->sequences[static_cast<std::size_t>(step) % count].name));
    if (step % 8 == 3) window_.enterMode(step % 16 == 3 ? QStringLiteral("browse") : QStringLiteral("train"));
    auto* search = window_.datasets().findChild<QLineEdit*>(QStringLiteral("search"));
    if (search && step % 8 == 5) search->setText(step % 16 == 5 ? QStringLiteral("w") : QString());
    QTimer::singleShot(500, this, [this, step] { useTheWindow(step + 1); });
}

// The folder is thrown away afterwards: the job must have left it.
void DesktopBench::endTraining() {
    const RunFeed* feed = window_.training().view()->feed();
    if (!feed || !request_control(feed->folder().toStdString(), {ControlRequest::stop, 0})) return finish(3);
    clock_.start();
    connect(&poll_, &QTimer::timeout, this, [this, feed = QPointer<const RunFeed>(feed)] {
        const bool ended = !feed || feed->state() == RunState::stopped || feed->state() == RunState::failed;
        if (ended || clock_.elapsed() > 60'000) finish(ended ? 0 : 3);
    });
    poll_.start();
}

void DesktopBench::finish(int exitCode) {
    poll_.stop();
    QSaveFile file(file_);
    const bool written =
        file.open(QFile::WriteOnly) && file.write(QJsonDocument(numbers_).toJson()) > 0 && file.commit();
    emit finished(written ? exitCode : 3);
}

} // namespace kinelens::tour
