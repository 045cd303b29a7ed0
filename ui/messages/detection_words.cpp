#include "ui/messages/detection_words.h"

#include "ui/messages/figures.h"
#include "ui/messages/value_words.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct DetectionWords {
    Q_DECLARE_TR_FUNCTIONS(DetectionWords)
};

// The test of a detector that was trained: it speaks of what its protocol holds out.
bool testedOnly(const Predictions& predictions) {
    return predictions.stamp.text("verb") == "detect-train" && predictions.stamp.contains("protocol");
}

// All others were trained on, unless a list or other labels left some of them out.
bool learnedFromTheRest(const Predictions& predictions) {
    return !predictions.stamp.contains("labels") && !predictions.stamp.text("protocol").starts_with("file:");
}

} // namespace

QString verdictText(DetectionVerdict verdict) {
    switch (verdict) {
    case DetectionVerdict::correct:
        return DetectionWords::tr("Correct");
    case DetectionVerdict::wrong_class:
        return DetectionWords::tr("Wrong class");
    case DetectionVerdict::early:
        return DetectionWords::tr("Too early");
    case DetectionVerdict::late:
        return DetectionWords::tr("Too late");
    case DetectionVerdict::split:
        return DetectionWords::tr("Split");
    case DetectionVerdict::merged:
        return DetectionWords::tr("Merged");
    case DetectionVerdict::doubled:
        return DetectionWords::tr("Double");
    case DetectionVerdict::background:
        return DetectionWords::tr("Background");
    case DetectionVerdict::missed:
        return DetectionWords::tr("Missed");
    }
    return {};
}

QString verdictMeaning(DetectionVerdict verdict) {
    switch (verdict) {
    case DetectionVerdict::correct:
        return DetectionWords::tr("The class is right and the overlap suffices.");
    case DetectionVerdict::wrong_class:
        return DetectionWords::tr("It lies on a labelled action of another class.");
    case DetectionVerdict::early:
        return DetectionWords::tr("The class is right, but it overlaps too little: an edge comes too soon.");
    case DetectionVerdict::late:
        return DetectionWords::tr("The class is right, but it overlaps too little: an edge comes too late.");
    case DetectionVerdict::split:
        return DetectionWords::tr("One of several parts of a single labelled action.");
    case DetectionVerdict::merged:
        return DetectionWords::tr("It covers several labelled actions of its class.");
    case DetectionVerdict::doubled:
        return DetectionWords::tr("A surer prediction has this labelled action already.");
    case DetectionVerdict::background:
        return DetectionWords::tr("Nothing is labelled there.");
    case DetectionVerdict::missed:
        return DetectionWords::tr("No prediction lies on this labelled action.");
    }
    return {};
}

QString notPredictedNote(const Predictions& predictions) {
    if (!testedOnly(predictions)) return DetectionWords::tr("not predicted");
    return learnedFromTheRest(predictions) ? DetectionWords::tr("trained on, not predicted")
                                           : DetectionWords::tr("not held out, not predicted");
}

QString notPredictedReason(const Predictions& predictions, const QString& name) {
    const auto count = std::ssize(predictions.sequences);
    if (!testedOnly(predictions))
        return DetectionWords::tr("%1 says nothing of this recording; it speaks of %2 others.")
            .arg(name, countText(count));
    const QString protocol = protocolTitle(QString::fromStdString(predictions.stamp.text("protocol")));
    return learnedFromTheRest(predictions)
               ? DetectionWords::tr(
                     "%1 was trained on this recording and tested only on those that %2 holds out (%3).")
                     .arg(name, protocol, countText(count))
               : DetectionWords::tr("%1 was tested only on the recordings that %2 holds out (%3).")
                     .arg(name, protocol, countText(count));
}

QString framesText(std::int64_t start, std::int64_t end, double frameRate) {
    return DetectionWords::tr("%1 to %2 (%3)")
        .arg(clockText(static_cast<double>(start) / frameRate),
             clockText(static_cast<double>(end) / frameRate),
             countedText(end - start, DetectionWords::tr("1 frame"), DetectionWords::tr("%1 frames")));
}

} // namespace kinelens::ui
