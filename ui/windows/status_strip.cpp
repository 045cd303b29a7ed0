#include "ui/windows/status_strip.h"

#include "ui/commands/icons.h"
#include "ui/messages/figures.h"
#include "ui/messages/run_words.h"
#include "ui/windows/desktop.h"

#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QThread>
#include <QToolButton>

namespace kinelens::ui {

StatusStrip::StatusStrip(Desktop& desktop, QWidget* parent)
    : QStatusBar(parent)
    , desktop_(desktop)
    , device_(new QLabel(
          tr("CPU · %1").arg(countedText(QThread::idealThreadCount(), tr("1 thread"), tr("%1 threads"))),
          this))
    , selected_(new QLabel(this))
    , job_(new QToolButton(this))
    , progress_(new QProgressBar(this))
    , stop_(new QToolButton(this))
    , issues_(new QToolButton(this)) {
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    progress_->setFixedWidth(160);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the running job"));
    stop_->setText(tr("Stop"));
    for (QToolButton* button : {job_, stop_, issues_}) button->setAutoRaise(true);
    issues_->setIcon(icon(QStringLiteral("dialog-warning")));
    issues_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    issues_->setToolTip(tr("What went wrong in this session"));
    addWidget(device_);
    addWidget(job_);
    addWidget(progress_);
    addWidget(stop_);
    addPermanentWidget(selected_);
    addPermanentWidget(issues_);
    connect(job_, &QToolButton::clicked, this, [this] { emit runWanted(folder_); });
    connect(stop_, &QToolButton::clicked, this, &StatusStrip::stopJob);
    connect(issues_, &QToolButton::clicked, this, &StatusStrip::issuesWanted);
    connect(&desktop_.scanner, &RunScanner::changed, this, &StatusStrip::showJob);
    connect(&desktop_.issues, &IssueLog::changed, this, &StatusStrip::showIssues);
    connect(&desktop_.selection, &Selection::selectedChanged, this, [this](const QStringList& names) {
        selected_->setText(names.size() > 1 ? tr("%1 selected").arg(countText(names.size())) : QString());
    });
    showJob();
    showIssues();
}

const RunEntry* StatusStrip::runningJob(int& others) const {
    const RunEntry* first = nullptr;
    for (const RunEntry& run : desktop_.scanner.runs()) {
        if (!is_going(run.state)) continue;
        first ? static_cast<void>(++others) : static_cast<void>(first = &run);
    }
    return first;
}

void StatusStrip::showJob() {
    int others = 0;
    const RunEntry* run = runningJob(others);
    for (QWidget* widget : std::initializer_list<QWidget*>{job_, progress_, stop_})
        widget->setVisible(run != nullptr);
    if (!run) return;
    folder_ = run->folder;
    const std::string& name = run->experiment.name; // the verb's, where nobody gave one
    const bool named = !name.empty() && name != run->experiment.verb;
    QString text = named ? QString::fromStdString(name) : QFileInfo(run->folder).fileName();
    const bool runs = run->state == RunState::running && !run->pending;
    if (!runs) text += QStringLiteral(" · ") + runStateText(run->state, run->pending).toLower();
    const auto left = run->overview.metric("eta_seconds");
    if (left && runs) text += tr(" · %1 left").arg(durationText(*left));
    if (others > 0) text += tr(" · %1 more").arg(others);
    job_->setText(text);
    job_->setToolTip(tr("Show this run"));
    stop_->setEnabled(run->pending != ControlRequest::stop);
    stop_->setToolTip(stopTip(run->experiment.verb));
    const auto share = run->overview.share_done();
    progress_->setRange(0, share ? 1000 : 0);
    if (share) progress_->setValue(static_cast<int>(*share * 1000));
}

void StatusStrip::stopJob() {
    const auto asked = desktop_.runner.ask(folder_, ControlRequest::stop);
    if (!asked) desktop_.issues.add(notAskedText(asked.error()));
}

void StatusStrip::showIssues() {
    const auto count = desktop_.issues.issues().size();
    issues_->setVisible(count > 0);
    issues_->setText(countedText(static_cast<qint64>(count), tr("1 issue"), tr("%1 issues")));
}

} // namespace kinelens::ui
