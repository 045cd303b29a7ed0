// RunsPanel: every run of the runs folder, to open, compare, resume, stop and throw away.
#pragma once

#include "ui/background/latest.h"
#include "ui/jobs/job_runner.h"
#include "ui/train/run_list_model.h"

#include <QSet>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace kinelens::ui {

class ChosenRuns;
class MessageBar;
class RunTrash;

class RunsPanel : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        JobRunner& runner;
        RunScanner& scanner;
        RunTrash& trash;
        ChosenRuns& chosen;
    };
    explicit RunsPanel(const Parts& parts, QWidget* parent = nullptr);

    QStringList selectedRuns() const;
    void select(const QString& folder);
    const QList<QAction*>& runActions() const { return actions_; }
    QWidget* list() const;

private:
    void build();
    void buildActions();
    QAction* addRunAction(const QString& text, const QString& tip, void (RunsPanel::*act)(const RunEntry&));
    void refreshActions();
    void refreshEmpty();
    void openFamilies();
    QModelIndex find(const QString& folder, const QModelIndex& parent = {}) const;
    const RunEntry* current() const;
    void resumeRun(const RunEntry& run);
    void pauseRun(const RunEntry& run);
    void stopRun(const RunEntry& run);
    void trashRun(const RunEntry& run);
    void openFolder(const RunEntry& run);
    void showLog(const RunEntry& run);
    void ask(const RunEntry& run, ControlRequest request);
    // Goes when that run goes on, ends or is gone.
    void tellOf(const RunEntry& run, const QString& text);
    void dropOldMessage();

    Parts parts_;
    Latest readingLog_{*this};
    RunListModel* model_;
    QSortFilterProxyModel* sorted_;
    QLineEdit* search_;
    QStackedWidget* stack_;
    QTreeView* table_;
    QPlainTextEdit* log_;
    MessageBar* message_;
    RunState toldState_ = RunState::queued; // of the run that the message is about
    QList<QAction*> actions_;
    QAction* resume_ = nullptr;
    QAction* pause_ = nullptr;
    QAction* stop_ = nullptr;
    QAction* trash_ = nullptr;
    QString wanted_; // selected as soon as it is listed
    QSet<QString>
        opened_; // runs below others that were shown once while they went; closing them again is final
};

} // namespace kinelens::ui
