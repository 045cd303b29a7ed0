#include "ui/messages/run_words.h"

#include "core/options/verb_descriptions.h"
#include "ui/messages/error_sentences.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct RunStateWords {
    Q_DECLARE_TR_FUNCTIONS(RunState)
};

bool writesCheckpoints(std::string_view verb) {
    return verb == "pretrain" || verb == "detect-train";
}

} // namespace

QString runStateText(RunState state, std::optional<ControlRequest> pending) {
    if (pending == ControlRequest::stop) return RunStateWords::tr("Stopping…");
    if (pending == ControlRequest::pause) return RunStateWords::tr("Pausing…");
    if (pending == ControlRequest::resume) return RunStateWords::tr("Going on…");
    switch (state) {
    case RunState::queued:
        return RunStateWords::tr("Queued");
    case RunState::starting:
        return RunStateWords::tr("Starting…");
    case RunState::running:
        return RunStateWords::tr("Running");
    case RunState::paused:
        return RunStateWords::tr("Paused");
    case RunState::completed:
        return RunStateWords::tr("Completed");
    case RunState::stopped:
        return RunStateWords::tr("Stopped");
    case RunState::failed:
        return RunStateWords::tr("Failed");
    case RunState::lost:
        return RunStateWords::tr("Lost");
    }
    return {};
}

QString notAskedText(const Error& error) {
    return RunStateWords::tr("The run goes on as before, for it could not be told. %1").arg(errorText(error));
}

QString resultPlaceText(const std::string& verb) {
    if (verb == "probe")
        return RunStateWords::tr("A linear probe. Its figures are in Evaluate, under Results.");
    if (verb == "retrieve")
        return RunStateWords::tr("A retrieval. Its figures are in Evaluate, under Results.");
    if (verb == "finetune")
        return RunStateWords::tr("A fine-tuning. Its figures are in Evaluate, under Results.");
    if (verb == "ensemble")
        return RunStateWords::tr(
            "Several evaluations taken together. Its figures are in Evaluate, under Results.");
    if (verb == "embed") return RunStateWords::tr("A map of features. It is in Explore, under Maps.");
    if (verb == "features")
        return RunStateWords::tr(
            "Features of a checkpoint. A map of them is made in Explore, under New map.");
    if (verb == "detect")
        return RunStateWords::tr("A detection. What was found is in Detect, on the timeline.");
    if (verb == "detect-train")
        return RunStateWords::tr(
            "A detector's training. What it found in the recordings is in Detect, on the timeline.");
    if (verb == "ablate") return RunStateWords::tr("An ablation. Its table is in the run's folder.");
    if (verb.empty() || verb == "pretrain") return {};
    return RunStateWords::tr("A job of “%1”. What it made is in the run's folder.")
        .arg(QString::fromStdString(verb));
}

QString resumeTip(std::string_view verb) {
    return resumption_of_verb(verb) == Resumption::anew
               ? RunStateWords::tr("Do the run's work again from its beginning, in the same folder")
               : RunStateWords::tr("Go on exactly where the run stopped");
}

QString stopTip(std::string_view verb) {
    if (writesCheckpoints(verb))
        return RunStateWords::tr("Finish the step, write a checkpoint and end; the run can be resumed");
    if (resumption_of_verb(verb) == Resumption::onwards)
        return RunStateWords::tr("Finish the step, keep what is done and end; the run can be resumed");
    return RunStateWords::tr("Stop as soon as what is under way is finished");
}

QString lostRunText(std::string_view verb, std::int64_t checkpoints) {
    if (!can_resume(verb, RunState::lost))
        return RunStateWords::tr("The run was cut off before it was finished. Start it again.");
    if (checkpoints > 0 && writesCheckpoints(verb))
        return RunStateWords::tr("The run was cut off before it was finished. Resume goes on from its last "
                                 "checkpoint.");
    if (writesCheckpoints(verb))
        return RunStateWords::tr("The run was cut off before its first checkpoint. Resume begins it again.");
    return verb == "detect" || verb == "ablate"
               ? RunStateWords::tr("The run was cut off before it was finished. Resume does what is missing.")
               : RunStateWords::tr("The run was cut off before it was finished. Resume begins it again.");
}

} // namespace kinelens::ui
