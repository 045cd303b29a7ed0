#include "ui/jobs/run_scanner.h"

#include "ui/jobs/run_scanner_worker.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr int look_ms = 1000;

bool isRun(const QString& folder) {
    const RunPaths paths{folder.toStdString()};
    std::error_code ignored;
    return std::filesystem::exists(paths.experiment(), ignored) ||
           std::filesystem::exists(paths.launch(), ignored) ||
           std::filesystem::exists(paths.launch_words(), ignored);
}

// All that is known of a job whose process has not written down what was asked of it.
Experiment launchedJob(const QString& folder, const std::optional<ProcessRecord>& launch) {
    const QFileInfo words(QString::fromStdString(RunPaths{folder.toStdString()}.launch_words().string()));
    const QDateTime when =
        launch ? QDateTime::fromSecsSinceEpoch(static_cast<qint64>(launch->time)) : words.lastModified();
    Experiment job;
    if (launch) job.verb = launch->verb;
    job.created = when.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toStdString();
    return job;
}

} // namespace

void RunScannerWorker::begin() {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &RunScannerWorker::look);
    timer->start(look_ms);
    look();
}

bool RunScannerWorker::read(Known& known) {
    RunEntry& entry = known.entry;
    bool changed = false;
    do {
        const auto events = known.watch.look();
        if (!events) break;
        for (const TimedEvent& event : *events) entry.overview.add(event);
        changed = changed || !events->empty();
    } while (!known.watch.at_end());
    const auto& experiment = known.watch.experiment();
    if (experiment && !(known.listed && entry.begun)) {
        entry.experiment = *experiment;
        entry.begun = known.listed = changed = true;
    } else if (!experiment && !known.listed) {
        entry.experiment = launchedJob(entry.folder, known.watch.launch());
        entry.begun = false;
        known.listed = changed = true;
    }
    // What cannot be read is listed, so that somebody sees why; the others are none the worse for it.
    changed = changed || entry.fault != known.watch.fault();
    entry.fault = known.watch.fault();
    const RunStanding before{entry.state, entry.pending};
    const RunStanding now = entry.fault ? RunStanding{RunState::failed, {}} : known.watch.standing();
    changed = changed || !(before == now);
    entry.state = now.state;
    entry.pending = now.pending;
    entry.lastWords = QString::fromStdString(known.watch.last_words());
    return changed;
}

void RunScannerWorker::look() {
    bool changed = !announced_;
    const QDir runs_folder(runs_folder_);
    for (const QString& name : runs_folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = runs_folder.filePath(name);
        if (known_.contains(folder) || !isRun(folder)) continue;
        RunEntry entry;
        entry.folder = folder;
        entry.begun = false;
        known_.emplace(folder, Known{std::move(entry), RunWatch(folder.toStdString())});
    }
    for (auto known = known_.begin(); known != known_.end();) {
        if (!isRun(known->first)) {
            known = known_.erase(known);
            changed = true;
            continue;
        }
        changed = read(known->second) || changed;
        ++known;
    }
    if (!changed) return;
    announced_ = true;
    std::vector<RunEntry> runs;
    for (const auto& [path, known] : known_)
        if (known.listed) runs.push_back(known.entry);
    std::stable_sort(runs.begin(), runs.end(), [](const RunEntry& a, const RunEntry& b) {
        return a.experiment.created > b.experiment.created;
    });
    emit looked(runs);
}

RunScanner::RunScanner(QString runs_folder, QObject* parent)
    : QObject(parent)
    , runs_folder_(std::move(runs_folder))
    , worker_(new RunScannerWorker(runs_folder_)) {
    static const int registered = qRegisterMetaType<std::vector<kinelens::ui::RunEntry>>();
    Q_UNUSED(registered);
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::started, worker_, &RunScannerWorker::begin);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(this, &RunScanner::lookRequested, worker_, &RunScannerWorker::look);
    connect(worker_, &RunScannerWorker::looked, this, [this](const std::vector<RunEntry>& runs) {
        runs_ = runs;
        emit changed();
    });
    thread_.start(QThread::LowPriority);
}

RunScanner::~RunScanner() {
    thread_.quit();
    thread_.wait();
}

void RunScanner::lookNow() {
    emit lookRequested();
}

const RunEntry* RunScanner::find(const QString& folder) const {
    const auto found =
        std::find_if(runs_.begin(), runs_.end(), [&](const RunEntry& run) { return run.folder == folder; });
    return found == runs_.end() ? nullptr : &*found;
}

Result<QString> moveRunToTrash(const RunEntry& run) {
    if (is_going(run.state))
        return fail(ErrorCode::locked, run.folder.toStdString(), "the run is still going");
    if (!QFile::exists(run.folder)) return fail(ErrorCode::not_found, run.folder.toStdString());
    // Without a trash Qt 6.4 would move the folder into the program's current one.
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    QString place;
    if (!data.mkpath(QStringLiteral("Trash")) || !QFile::moveToTrash(run.folder, &place))
        return fail(ErrorCode::file_unwritable, run.folder.toStdString());
    return place;
}

} // namespace kinelens::ui
