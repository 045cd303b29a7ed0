#include "ui/jobs/run_facts.h"

#include "ui/messages/error_sentences.h"
#include "ui/messages/run_words.h"

#include <QCoreApplication>
#include <cmath>

namespace kinelens::ui {
namespace {

struct RunFactWords {
    Q_DECLARE_TR_FUNCTIONS(RunFacts)
};

} // namespace

QString runProgress(const RunOverview& overview) {
    if (overview.started.epochs > 0)
        return RunFactWords::tr("epoch %1 of %2")
            .arg(std::round(overview.epoch * 10) / 10)
            .arg(overview.started.epochs);
    const auto share = overview.share_done();
    return share ? QStringLiteral("%1 %").arg(qRound(*share * 100)) : QString();
}

QString runReason(const RunEntry& run) {
    if (run.fault) return errorSentence(*run.fault);
    if (run.state == RunState::lost) return lostRunText(run.experiment.verb, run.overview.checkpoints);
    if (run.state == RunState::failed && !run.overview.finished)
        return run.lastWords.isEmpty() ? RunFactWords::tr("The job never began, and said nothing.")
                                       : RunFactWords::tr("The job never began: %1").arg(run.lastWords);
    const auto& finished = run.overview.finished;
    return finished && finished->error ? errorSentence(*finished->error) : QString();
}

} // namespace kinelens::ui
