// RunScanner: the runs below a folder, looked through on a worker thread about once a second. Each run's
// events are read once; later looks read only what was added.
#pragma once

#include "ui/jobs/run_entry.h"

#include <QObject>
#include <QThread>

namespace kinelens::ui {

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

} // namespace kinelens::ui
