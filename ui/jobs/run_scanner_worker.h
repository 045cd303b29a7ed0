// The looking half of RunScanner, on its own thread.
#pragma once

#include "core/experiment/event_reader.h"
#include "ui/jobs/run_scanner.h"

#include <QTimer>
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
        EventReader reader;
    };
    bool read(Known& known);
    bool add(const QString& folder);
    bool addLaunched(const QString& folder);
    bool addUnreadable(const QString& folder, const Error& fault);

    QString runs_folder_;
    std::map<QString, Known> known_;
    bool announced_ = false;
};

} // namespace kinelens::ui
