#include "ui/jobs/run_scanner_worker.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTimer>
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

} // namespace kinelens::ui
