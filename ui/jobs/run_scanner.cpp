#include "ui/jobs/run_scanner.h"

#include "ui/jobs/run_scanner_worker.h"

#include <algorithm>

namespace kinelens::ui {

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

} // namespace kinelens::ui
