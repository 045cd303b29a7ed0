#include "tests/benchmarks/tour/capture_tour.h"

#include "app/desktop/workbench.h"
#include "ui/browse/datasets_panel.h"
#include "ui/play/player_panel.h"
#include "ui/train/training_panel.h"
#include "viz/view/scene_view.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPixmap>
#include <QSaveFile>
#include <QSet>
#include <QTabWidget>
#include <QThread>
#include <cstdio>

namespace kinelens::tour {

using namespace ui;

namespace {

constexpr qint64 patienceMilliseconds = 300'000;
constexpr qint64 stopMilliseconds = 60'000;
constexpr std::size_t lossesWanted = 12;
constexpr std::size_t lossesNeeded = 2; // a busy machine may take its time
constexpr qint64 slowMilliseconds = 90'000;
constexpr int settleMilliseconds = 1200;
constexpr qsizetype fewestColours = 12; // fewer is a blank picture

qsizetype coloursIn(const QImage& image) {
    QSet<QRgb> colours;
    for (int y = 0; y < image.height() && colours.size() < 64; y += 3)
        for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
    return colours.size();
}

QJsonObject runSummary(const RunFeed* feed) {
    if (!feed) return {};
    const auto& series = feed->history().series();
    const auto losses = series.find("loss_total");
    QJsonObject run{{QStringLiteral("folder"), feed->folder()},
                    {QStringLiteral("state"), QString::fromUtf8(run_state_name(feed->state()))},
                    {QStringLiteral("step"), static_cast<qint64>(feed->history().overview().step)}};
    if (losses != series.end() && !losses->second.empty()) {
        run[QStringLiteral("first_loss")] = losses->second.front().value;
        run[QStringLiteral("last_loss")] = losses->second.back().value;
    }
    return run;
}

} // namespace

CaptureTour::CaptureTour(Workbench& workbench, QString folder, Awaited awaited)
    : workbench_(workbench)
    , window_(workbench.window)
    , folder_(std::move(folder))
    , awaited_(awaited) {
    const QStringList modes =
        awaited_ == Awaited::nothing ? QStringList{QString()} : ModeArrangements::modes();
    for (const QString& look : {QStringLiteral("light"), QStringLiteral("dark")})
        for (const QString& mode : modes) stops_.push_back({look, mode});
    poll_.setInterval(200);
    connect(&poll_, &QTimer::timeout, this, &CaptureTour::lookWhetherAlive);
}

void CaptureTour::start() {
    QDir().mkpath(folder_);
    clock_.start();
    poll_.start();
}

bool CaptureTour::opened() const {
    Desktop& desktop = window_.desktop();
    const bool plays = desktop.datasets.dataset() && desktop.playhead.frames() > 0;
    return plays || window_.training().view()->feed() || !desktop.issues.issues().empty();
}

bool CaptureTour::alive() const {
    if (awaited_ == Awaited::nothing) return true;
    if (awaited_ == Awaited::opened) return opened();
    const RunFeed* feed = window_.training().view()->feed();
    if (!feed || window_.desktop().playhead.frames() == 0) return false;
    const auto& series = feed->history().series();
    const auto losses = series.find("loss_total");
    const std::size_t logged = losses == series.end() ? 0 : losses->second.size();
    const bool slow = clock_.elapsed() > slowMilliseconds;
    return logged >= (slow ? lossesNeeded : lossesWanted);
}

void CaptureTour::lookWhetherAlive() {
    if (!alive() && clock_.elapsed() < patienceMilliseconds) return;
    poll_.stop();
    if (!alive())
        faults_ << QStringLiteral("nothing moves: no dataset, no sequence or no loss within %1 s")
                       .arg(patienceMilliseconds / 1000);
    window_.desktop().playhead.play();
    visitNext();
}

void CaptureTour::visitNext() {
    if (stops_.empty()) return awaited_ == Awaited::training ? endTraining() : finish();
    const Stop stop = stops_.front();
    stops_.erase(stops_.begin());
    workbench_.theme.force(stop.theme == QStringLiteral("dark") ? ThemeChoice::dark : ThemeChoice::light);
    if (stop.mode.isEmpty()) {
        window_.showStartPage();
    } else {
        window_.enterMode(stop.mode);
        window_.modes().resetToFactory();
    }
    QTimer::singleShot(settleMilliseconds, this, [this, stop] {
        takePictures(stop);
        visitNext();
    });
}

void CaptureTour::takePictures(const Stop& stop) {
    save(window_, QStringLiteral("%1-%2").arg(stop.mode.isEmpty() ? "start" : stop.mode, stop.theme));
    for (QDockWidget* dock : window_.findChildren<QDockWidget*>()) {
        if (!dock->isVisible()) continue;
        save(*dock->widget(), QStringLiteral("%1-%2-%3").arg(stop.mode, dock->objectName(), stop.theme));
        for (auto* tabs : dock->findChildren<QTabWidget*>())
            if (tabs->isVisible()) takeTabs(*tabs, stop);
    }
    if (stop.mode == QStringLiteral("detect")) takeErrors(stop);
}

// The first errors, from near, while labels may be edited.
void CaptureTour::takeErrors(const Stop& stop) {
    const auto press = [this](const char* id) {
        window_.desktop().actions.action(QLatin1String(id))->trigger();
        QCoreApplication::processEvents();
    };
    for (const char* id : {"player.first", "timeline.nextError", "timeline.nextError", "timeline.zoomChosen",
                           "timeline.zoomOut", "timeline.zoomOut", "timeline.edit"})
        press(id);
    QThread::msleep(settleMilliseconds / 4);
    QCoreApplication::processEvents();
    save(window_, QStringLiteral("detect-error-%1").arg(stop.theme));
    press("timeline.edit");
    press("timeline.fit");
}

// The first tab is in the panel's picture already.
void CaptureTour::takeTabs(QTabWidget& tabs, const Stop& stop) {
    for (int tab = 1; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        const QString title = tabs.tabText(tab).remove(QLatin1Char('&')).simplified().toLower();
        save(tabs,
             QStringLiteral("%1-%2-%3")
                 .arg(stop.mode, QString(title).replace(QLatin1Char(' '), QLatin1Char('-')), stop.theme));
    }
    tabs.setCurrentIndex(0);
}

void CaptureTour::save(QWidget& widget, const QString& name) {
    const QPixmap picture = widget.grab();
    const QString file = QDir(folder_).filePath(name + QStringLiteral(".png"));
    const qsizetype colours = coloursIn(picture.toImage());
    if (!picture.save(file)) faults_ << QStringLiteral("%1 could not be written").arg(file);
    if (colours < fewestColours) faults_ << QStringLiteral("%1 is blank").arg(file);
    pictures_ << QJsonObject{{QStringLiteral("file"), QFileInfo(file).fileName()},
                             {QStringLiteral("width"), picture.width()},
                             {QStringLiteral("height"), picture.height()}};
}

// Nobody is there to watch it any longer, and its summary belongs to the pictures.
void CaptureTour::endTraining() {
    const RunFeed* feed = window_.training().view()->feed();
    if (!feed || !request_control(feed->folder().toStdString(), {ControlRequest::stop, 0})) return finish();
    stopping_.start();
    disconnect(&poll_, &QTimer::timeout, this, nullptr);
    connect(&poll_, &QTimer::timeout, this, [this] {
        const RunFeed* run = window_.training().view()->feed();
        const bool going = run && is_going(run->state());
        if (going && stopping_.elapsed() < stopMilliseconds) return;
        if (going) faults_ << QStringLiteral("the run does not stop");
        poll_.stop();
        finish();
    });
    poll_.start();
}

void CaptureTour::finish() {
    const OpenDatasetPtr open = window_.desktop().datasets.dataset();
    QJsonObject summary{{QStringLiteral("pictures"), pictures_},
                        {QStringLiteral("faults"), QJsonArray::fromStringList(faults_)},
                        {QStringLiteral("dataset"), open ? open->file : QString()},
                        {QStringLiteral("sequences"), open ? static_cast<qint64>(open->sequences.size()) : 0},
                        {QStringLiteral("run"), runSummary(window_.training().view()->feed())},
                        {QStringLiteral("issues"), window_.desktop().issues.text()},
                        {QStringLiteral("seconds"), static_cast<double>(clock_.elapsed()) / 1000}};
    QSaveFile file(QDir(folder_).filePath(QStringLiteral("summary.json")));
    const bool written =
        file.open(QFile::WriteOnly) && file.write(QJsonDocument(summary).toJson()) > 0 && file.commit();
    for (const QString& fault : faults_) std::fprintf(stderr, "kinelens: %s\n", qPrintable(fault));
    emit finished(written && faults_.isEmpty() ? 0 : 3);
}

} // namespace kinelens::tour
