#include "ui/jobs/run_scanner.h"

#include "core/experiment/heartbeat.h"
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
constexpr qint64 launch_seconds = 10; // a job needs a moment to write its first file
constexpr double heartbeat_limit_seconds = 15;

RunState stateOf(const RunEntry& entry) {
    const RunState state = entry.overview.state;
    if (state != RunState::running && state != RunState::paused) return state;
    const RunPaths paths{entry.folder.toStdString()};
    return is_alive(paths.heartbeat(), heartbeat_limit_seconds) ? state : RunState::lost;
}

} // namespace

void RunScannerWorker::begin() {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &RunScannerWorker::look);
    timer->start(look_ms);
    look();
}

bool RunScannerWorker::add(const QString& folder) {
    const auto before = known_.find(folder);
    if (before != known_.end() && before->second.entry.begun) return false;
    const RunPaths paths{folder.toStdString()};
    const auto text = read_text_file(paths.experiment());
    if (!text && text.error().code != ErrorCode::file_not_found) return addUnreadable(folder, text.error());
    if (!text) return before == known_.end() && addLaunched(folder);
    const auto experiment = experiment_from_json(*text, paths.experiment().string());
    if (!experiment) return addUnreadable(folder, experiment.error());
    if (before != known_.end()) known_.erase(before);
    known_.emplace(folder, Known{{folder, *experiment, {}, RunState::queued}, EventReader(paths.events())});
    return true;
}

// A job that was launched and left only its last words.
bool RunScannerWorker::addLaunched(const QString& folder) {
    const QFileInfo words(folder + QStringLiteral("/launch.txt"));
    if (!words.exists() || words.lastModified().secsTo(QDateTime::currentDateTime()) < launch_seconds)
        return false;
    RunEntry entry{folder, {}, {}, RunState::failed, false};
    entry.experiment.created =
        words.lastModified().toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toStdString();
    const RunPaths paths{folder.toStdString()};
    known_.emplace(folder, Known{entry, EventReader(paths.events())});
    return true;
}

// It is listed, so that somebody sees why it cannot be looked at; the others are none the worse for it.
bool RunScannerWorker::addUnreadable(const QString& folder, const Error& fault) {
    const auto before = known_.find(folder);
    if (before != known_.end() && before->second.entry.fault == fault) return false;
    const RunPaths paths{folder.toStdString()};
    RunEntry entry{folder, {}, {}, RunState::failed, false, fault};
    known_.insert_or_assign(folder, Known{std::move(entry), EventReader(paths.events())});
    return true;
}

bool RunScannerWorker::read(Known& known) {
    if (!known.entry.begun) return false;

    bool changed = false;
    do {
        const auto events = known.reader.read_new();
        if (!events) break;
        for (const TimedEvent& event : *events) known.entry.overview.add(event);
        changed = changed || !events->empty();
    } while (!known.reader.at_end());
    const RunState state = stateOf(known.entry);
    changed = changed || state != known.entry.state;
    known.entry.state = state;
    return changed;
}

void RunScannerWorker::look() {
    bool changed = !announced_;
    const QDir folder(runs_folder_);
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        changed = add(folder.filePath(name)) || changed;
    for (auto known = known_.begin(); known != known_.end();) {
        const bool there = known->second.entry.begun ? is_run_folder(known->first.toStdString())
                                                     : QFile::exists(known->first);
        if (!there) {
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
    for (const auto& [path, known] : known_) runs.push_back(known.entry);
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
    if (run.state == RunState::running || run.state == RunState::paused)
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
