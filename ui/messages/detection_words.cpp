#include "ui/messages/detection_words.h"

#include "ui/messages/figures.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DetectionWords)
};

} // namespace

QString verdictText(DetectionVerdict verdict) {
    switch (verdict) {
    case DetectionVerdict::correct:
        return Words::tr("Correct");
    case DetectionVerdict::wrong_class:
        return Words::tr("Wrong class");
    case DetectionVerdict::early:
        return Words::tr("Too early");
    case DetectionVerdict::late:
        return Words::tr("Too late");
    case DetectionVerdict::split:
        return Words::tr("Split");
    case DetectionVerdict::merged:
        return Words::tr("Merged");
    case DetectionVerdict::doubled:
        return Words::tr("Double");
    case DetectionVerdict::background:
        return Words::tr("Background");
    case DetectionVerdict::missed:
        return Words::tr("Missed");
    }
    return {};
}

QString verdictMeaning(DetectionVerdict verdict) {
    switch (verdict) {
    case DetectionVerdict::correct:
        return Words::tr("The class is right and the overlap suffices.");
    case DetectionVerdict::wrong_class:
        return Words::tr("It lies on a labelled action of another class.");
    case DetectionVerdict::early:
        return Words::tr("The class is right, but it overlaps too little: an edge comes too soon.");
    case DetectionVerdict::late:
        return Words::tr("The class is right, but it overlaps too little: an edge comes too late.");
    case DetectionVerdict::split:
        return Words::tr("One of several parts of a single labelled action.");
    case DetectionVerdict::merged:
        return Words::tr("It covers several labelled actions of its class.");
    case DetectionVerdict::doubled:
        return Words::tr("A surer prediction has this labelled action already.");
    case DetectionVerdict::background:
        return Words::tr("Nothing is labelled there.");
    case DetectionVerdict::missed:
        return Words::tr("No prediction lies on this labelled action.");
    }
    return {};
}

QString framesText(std::int64_t start, std::int64_t end, double frameRate) {
    return Words::tr("%1 to %2 (%3)")
        .arg(clockText(static_cast<double>(start) / frameRate),
             clockText(static_cast<double>(end) / frameRate),
             countedText(end - start, Words::tr("1 frame"), Words::tr("%1 frames")));
}

} // namespace kinelens::ui
