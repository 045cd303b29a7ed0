// RunView: one run as it goes: state, progress, its buttons and its curves; further runs are laid over it.
#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/jobs/run_colours.h"
#include "ui/jobs/run_feed.h"

#include <QLayout>
#include <QWidget>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace kinelens::ui {

class CurveBoard;
class MessageBar;
class RunComparison;
class RunTrash;

class RunView : public QWidget {
    Q_OBJECT
public:
    explicit RunView(JobRunner& runner, QWidget* parent = nullptr);

    // The first is shown with its controls, the others are compared with it; at most six.
    void showRuns(const QStringList& folders);
    QStringList shownRuns() const;
    const RunFeed* feed() const { return feeds_.empty() ? nullptr : feeds_.front().get(); }

    // Knows which runs lie in the trash; without it a run that is gone is only said to be.
    void setTrash(const RunTrash* trash) { trash_ = trash; }

    // Scrolled only where its charts have not the least room they need, not where they would like more.
    int heightForWidth(int width) const override { return layout()->minimumHeightForWidth(width); }

    static constexpr int most_runs = 6;

signals:
    void updated();
    // The runs that are compared, with the colours of their curves; none while a single one is shown.
    void coloursChanged(const QHash<QString, int>& colours);

private:
    void build();
    QWidget* buildControls();
    QWidget* buildToolbar();
    void refresh();
    void refreshState();
    void refreshGone();            // a run that is no longer there has nothing to show or to be asked
    void announce(RunState state); // what a run came to that nobody wanted
    void announceFailure(const Error& error);
    QString emptyText() const;
    void chooseCurves();
    void refreshCurves();
    void refreshRank();
    void request(ControlRequest request);
    void resumeRun();
    QString factsText() const;
    static QString gpuText(const RunOverview& run, double busy);

    JobRunner& runner_;
    const RunTrash* trash_ = nullptr;
    std::vector<std::unique_ptr<RunFeed>> feeds_;
    QLabel* title_;
    QLabel* facts_;
    QProgressBar* progress_;
    QPushButton* pause_;
    QPushButton* resume_;
    QPushButton* stop_;
    QPushButton* checkpoint_;
    MessageBar* message_;
    QComboBox* set_;
    QComboBox* axis_;
    QCheckBox* logarithmic_;
    QSlider* smoothing_;
    CurveBoard* board_;
    std::optional<RunState> announced_;
    std::optional<QString> unstarted_; // last words of a process that was to go on with the run, or begin it
    MessageBar* rank_;
    QString rankTold_; // which falls: dismissing them is final
    RunColours colours_;
    RunComparison* comparison_;
};

} // namespace kinelens::ui
