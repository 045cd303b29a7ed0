#include "ui/models/sequence_words.h"

#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QStringList>

namespace kinelens::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sequence)
};

QString lengthText(int bin) {
    const int low = lengthBins[static_cast<std::size_t>(bin)];
    if (bin + 1 == static_cast<int>(lengthBins.size())) return Words::tr("%1 or more").arg(countText(low));
    return Words::tr("%1 – %2").arg(countText(low),
                                    countText(lengthBins[static_cast<std::size_t>(bin) + 1] - 1));
}

QString problemText(int problem) {
    switch (problem) {
    case noProblem:
        return Words::tr("none found");
    case emptyFrames:
        return Words::tr("frames without a body");
    case dropOuts:
        return Words::tr("drop-outs");
    case jumps:
        return Words::tr("jumps");
    default:
        return Words::tr("not looked at yet");
    }
}

} // namespace

QString facetTitle(Facet facet) {
    switch (facet) {
    case Facet::sequenceClass:
        return Words::tr("Class");
    case Facet::subject:
        return Words::tr("Subject");
    case Facet::camera:
        return Words::tr("Camera");
    case Facet::setup:
        return Words::tr("Setup");
    case Facet::repetition:
        return Words::tr("Repetition");
    case Facet::length:
        return Words::tr("Frames");
    case Facet::bodies:
        return Words::tr("Bodies");
    case Facet::problems:
        return Words::tr("Problems");
    }
    return {};
}

QString facetValueText(Facet facet, int value, const OpenDataset& dataset) {
    switch (facet) {
    case Facet::sequenceClass:
        return value < 0 ? Words::tr("no class") : dataset.className(value);
    case Facet::length:
        return lengthText(value);
    case Facet::problems:
        return problemText(value);
    case Facet::bodies:
        return value < 0 ? Words::tr("not looked at yet") : QString::number(value);
    default:
        return value < 0 ? Words::tr("unknown") : QString::number(value);
    }
}

QString problemsText(const SequenceQuality& quality) {
    QStringList parts;
    if (quality.empty_frames > 0)
        parts << (quality.empty_frames == 1
                      ? Words::tr("1 empty frame")
                      : Words::tr("%1 empty frames").arg(countText(quality.empty_frames)));
    if (quality.drop_outs > 0)
        parts << (quality.drop_outs == 1 ? Words::tr("1 drop-out")
                                         : Words::tr("%1 drop-outs").arg(quality.drop_outs));
    if (quality.jumps > 0)
        parts << (quality.jumps == 1 ? Words::tr("1 jump") : Words::tr("%1 jumps").arg(quality.jumps));
    return parts.join(QStringLiteral(", "));
}

} // namespace kinelens::ui
