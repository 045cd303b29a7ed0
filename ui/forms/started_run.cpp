#include "ui/forms/started_run.h"

#include "ui/jobs/run_facts.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/messages/run_words.h"
#include "ui/widgets/steady_label.h"

#include <QFileInfo>
#include <QProgressBar>
#include <QVBoxLayout>

namespace kinelens::ui {

StartedRun::StartedRun(QWidget* parent)
    : QWidget(parent)
    , words_(new SteadyLabel(1, this))
    , progress_(new QProgressBar(this)) {
    progress_->setTextVisible(false);
    progress_->setFixedHeight(8);
    progress_->setAccessibleName(tr("Progress of the run"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(words_);
    layout->addWidget(progress_);
    hide();
}

void StartedRun::follow(const QString& folder) {
    folder_ = folder;
    told_.reset();
    setVisible(!folder.isEmpty());
    words_->setText(
        QStringLiteral("%1  ·  %2").arg(QFileInfo(folder).fileName(), runStateText(RunState::starting)));
    progress_->setRange(0, 0);
    progress_->setVisible(true);
}

void StartedRun::look(const RunScanner& scanner) {
    const RunEntry* run = folder_.isEmpty() ? nullptr : scanner.find(folder_);
    if (!run) return;
    QStringList words{QFileInfo(folder_).fileName(), runStateText(run->state, run->pending)};
    if (const QString done = runProgress(run->overview); !done.isEmpty()) words << done;
    const auto left = run->overview.metric("eta_seconds");
    if (left && run->state == RunState::running) words << tr("%1 left").arg(durationText(*left));
    words_->setText(words.join(QStringLiteral("  ·  ")));
    const auto share = run->overview.share_done();
    progress_->setVisible(is_going(run->state) || run->state == RunState::queued);
    progress_->setRange(0, share ? 1000 : 0);
    if (share) progress_->setValue(static_cast<int>(1000 * *share));
    if (told_ == run->state) return;
    told_ = run->state;
    if (run->state != RunState::failed && run->state != RunState::lost) return;
    const auto& finished = run->overview.finished;
    const QString advice = finished && finished->error ? errorAdvice(finished->error->code) : QString();
    emit ended((runReason(*run) + QLatin1Char(' ') + advice).trimmed());
}

} // namespace kinelens::ui
