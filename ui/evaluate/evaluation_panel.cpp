#include "ui/evaluate/evaluation_panel.h"

#include "ui/evaluate/paper_board_panel.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/figures.h"
#include "ui/messages/progress_words.h"
#include "ui/state/chosen_runs.h"
#include "ui/train/run_list_model.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/current_page.h"

#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>
#include <QTabWidget>
#include <algorithm>

namespace kinelens::ui {
namespace {

bool isEvaluation(const RunEntry& run) {
    const std::string& verb = run.experiment.verb;
    return verb == "probe" || verb == "retrieve" || verb == "finetune" || verb == "ensemble";
}

QString resultsOf(const RunEntry& run) {
    return QDir(run.folder).filePath(QStringLiteral("results.h5"));
}

} // namespace

EvaluationPanel::EvaluationPanel(const Parts& parts, EvaluationView* view, PaperBoardPanel* board,
                                 QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , view_(view)
    , form_(new CheckpointForm({probeKind(), retrievalKind(), finetuningKind()}, tr("Evaluation"), parts.jobs,
                               this))
    , board_(board)
    , pages_(new QTabWidget(this)) {
    pages_->setDocumentMode(true);
    pages_->addTab(view_, tr("Results"));
    pages_->addTab(form_, tr("New evaluation"));
    pages_->addTab(board_, tr("Paper board"));
    followCurrentPage(*pages_->findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly));
    view_->setFiller(tr("New evaluation…"), [this] { pages_->setCurrentWidget(form_); });
    makeRow(this)->addWidget(pages_);
    connect(&parts_.chosen, &ChosenRuns::chosen, this, &EvaluationPanel::showRuns);
    connect(board_, &PaperBoardPanel::runStarted, &parts_.chosen, &ChosenRuns::want);
    connect(board_, &PaperBoardPanel::resultsWanted, this, [this](const QString& file) {
        parts_.evaluation.show({file});
        pages_->setCurrentWidget(view_);
    });
    connect(form_, &CheckpointForm::started, this, [this](const QString& folder) {
        showRuns({folder});
        pages_->setCurrentWidget(view_);
        parts_.chosen.want(folder);
    });
    connect(&parts_.jobs.scanner, &RunScanner::changed, this, &EvaluationPanel::refresh);
    refresh();
}

void EvaluationPanel::showRuns(const QStringList& folders) {
    runs_ = folders;
    refresh();
    const bool any = std::ranges::any_of(folders, [this](const QString& folder) {
        const RunEntry* run = parts_.jobs.scanner.find(folder);
        return run && isEvaluation(*run);
    });
    if (any) pages_->setCurrentWidget(view_);
}

void EvaluationPanel::refresh() {
    QStringList done;
    const RunEntry* first = nullptr;
    for (const QString& folder : runs_) {
        const RunEntry* run = parts_.jobs.scanner.find(folder);
        if (!run || !isEvaluation(*run)) continue;
        if (!first) first = run;
        if (run->state == RunState::completed) done << resultsOf(*run);
    }
    if (!first && parts_.evaluation.results()) return; // another kind of run was chosen: what is shown stays
    const QString state = first ? first->folder + runStateText(first->state, first->pending) : QString();
    const QString now = state + done.join(QLatin1Char('\n')) +
                        (first ? QString::number(first->overview.progress.done) : QString());
    if (now == seen_ && !seen_.isEmpty()) return;
    seen_ = now;
    if (!done.isEmpty() && first->state == RunState::completed) return parts_.evaluation.show(done);
    if (!first)
        return view_->showNothing(
            tr("No evaluation is shown"),
            tr("Choose one among the runs, or start one: a checkpoint, a dataset with classes "
               "and a protocol are all it needs."));
    const QString name = QFileInfo(first->folder).fileName();
    const QString title = tr("%1: %2").arg(name, runStateText(first->state, first->pending));
    if (!is_going(first->state) && first->state != RunState::queued) {
        const QString reason = runReason(*first);
        return view_->showNothing(title,
                                  reason.isEmpty() ? tr("It ended before its figures were known.") : reason);
    }
    const ProgressMade& progress = first->overview.progress;
    view_->showNothing(title, progress.total > 0
                                  ? tr("%1 of %2 %3 are done.")
                                        .arg(countText(progress.done), countText(progress.total),
                                             progressUnitText(progress.unit))
                                  : tr("Its figures appear here when it ends."));
}

} // namespace kinelens::ui
