// RunScanner: the runs below a folder, looked through on a worker thread about once a second. Each run's
// events are read once; later looks read only what was added.
#pragma once

#include "core/experiment/run_history.h"

#include <QObject>
#include <QString>
#include <QThread>

namespace kinelens::ui {

struct RunEntry {
    QString folder;
    Experiment experiment;
    RunOverview overview;
    RunState state = RunState::queued;
    std::optional<ControlRequest> pending{}; // what it was asked for and has not done yet
    bool begun = true;   // false: its process was launched and has not written down what was asked of it
    QString lastWords{}; // of a process that ended before the run began
    std::optional<Error> fault{}; // why what was asked of it cannot be read; it has not begun then
};

class RunScannerWorker;

class RunScanner : public QObject {
    Q_OBJECT
public:
    explicit RunScanner(QString runs_folder, QObject* parent = nullptr);
    ~RunScanner() override;

    const QString& runsFolder() const { return runs_folder_; }
    const std::vector<RunEntry>& runs() const { return runs_; } // newest first
    const RunEntry* find(const QString& folder) const;
    void lookNow();

signals:
    void changed();
    void lookRequested();

private:
    QString runs_folder_;
    std::vector<RunEntry> runs_;
    QThread thread_;
    RunScannerWorker* worker_;
};

// Moves a run's folder to the trash; where it lies there. Error: locked while its process lives, not_found,
// file_unwritable (there is no trash for it).
Result<QString> moveRunToTrash(const RunEntry& run);

} // namespace kinelens::ui
