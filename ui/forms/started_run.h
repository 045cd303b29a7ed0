// StartedRun: the run that a form started, beside its button: how far it is, and how it ended.
#pragma once

#include "ui/jobs/run_scanner.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace kinelens::ui {

class StartedRun : public QWidget {
    Q_OBJECT
public:
    explicit StartedRun(QWidget* parent = nullptr);

    void follow(const QString& folder); // empty: none, and nothing is said
    void look(const RunScanner& scanner);

signals:
    void ended(const QString& why); // badly: what is wrong and what to do

private:
    QString folder_;
    std::optional<RunState> told_;
    QLabel* words_;
    QProgressBar* progress_;
};

} // namespace kinelens::ui
