// StatusStrip: device, the running job with progress and Stop, how much is selected, issues.
#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace kinelens::ui {

struct Desktop;
struct RunEntry;

class StatusStrip : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusStrip(Desktop& desktop, QWidget* parent = nullptr);

signals:
    void runWanted(const QString& folder); // the job's name was clicked
    void issuesWanted();

private:
    void showJob();
    void showIssues();
    const RunEntry* runningJob(int& others) const;
    void stopJob();

    Desktop& desktop_;
    QLabel* device_;
    QLabel* selected_;
    QToolButton* job_;
    QProgressBar* progress_;
    QToolButton* stop_;
    QToolButton* issues_;
    QString folder_; // of the job shown
};

} // namespace kinelens::ui
