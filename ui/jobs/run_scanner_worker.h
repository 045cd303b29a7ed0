// The looking half of RunScanner, on its own thread.
#pragma once

#include "core/experiment/run_watch.h"
#include "ui/jobs/run_entry.h"

#include <QObject>
#include <map>

namespace kinelens::ui {

class RunScannerWorker : public QObject {
    Q_OBJECT
public:
    explicit RunScannerWorker(QString runs_folder)
        : runs_folder_(std::move(runs_folder)) {}
    void begin();
    void look();

signals:
    void looked(const std::vector<kinelens::ui::RunEntry>& runs);

private:
    struct Known {
        RunEntry entry;
        RunWatch watch;
        bool listed = false; // it is known what was asked for
    };
    bool read(Known& known); // true: something changed

    QString runs_folder_;
    std::map<QString, Known> known_;
    bool announced_ = false;
};

} // namespace kinelens::ui
