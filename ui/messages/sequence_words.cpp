#include "ui/messages/sequence_words.h"

#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QStringList>

namespace kinelens::ui {
namespace {

struct SequenceWords {
    Q_DECLARE_TR_FUNCTIONS(Sequence)
};

QString lengthText(int bin) {
    const int low = lengthBins[static_cast<std::size_t>(bin)];
    if (bin + 1 == static_cast<int>(lengthBins.size()))
        return SequenceWords::tr("%1 or more").arg(countText(low));
    return SequenceWords::tr("%1 – %2").arg(countText(low),
                                            countText(lengthBins[static_cast<std::size_t>(bin) + 1] - 1));
}

QString problemText(int problem) {
    switch (problem) {
    case noProblem:
        return SequenceWords::tr("none found");
    case emptyFrames:
        return SequenceWords::tr("frames without a body");
    case dropOuts:
        return SequenceWords::tr("drop-outs");
    case jointGaps:
        return SequenceWords::tr("frames with missing joints");
    case oddBodies:
        return SequenceWords::tr("bodies that look wrong");
    case jumps:
        return SequenceWords::tr("jumps");
    default:
        return SequenceWords::tr("not looked at yet");
    }
}

} // namespace

QString facetTitle(Facet facet) {
    switch (facet) {
    case Facet::sequenceClass:
        return SequenceWords::tr("Class");
    case Facet::subject:
        return SequenceWords::tr("Subject");
    case Facet::camera:
        return SequenceWords::tr("Camera");
    case Facet::setup:
        return SequenceWords::tr("Setup");
    case Facet::repetition:
        return SequenceWords::tr("Repetition");
    case Facet::length:
        return SequenceWords::tr("Frames");
    case Facet::bodies:
        return SequenceWords::tr("Bodies");
    case Facet::problems:
        return SequenceWords::tr("Problems");
    }
    return {};
}

QString facetValueText(Facet facet, int value, const OpenDataset& dataset) {
    switch (facet) {
    case Facet::sequenceClass:
        return value < 0 ? SequenceWords::tr("no class") : dataset.className(value);
    case Facet::length:
        return lengthText(value);
    case Facet::problems:
        return problemText(value);
    case Facet::bodies:
        return value < 0 ? SequenceWords::tr("not looked at yet") : QString::number(value);
    default:
        return value < 0 ? SequenceWords::tr("unknown") : QString::number(value);
    }
}

QString problemsText(const SequenceQuality& quality) {
    QStringList parts;
    if (quality.empty_frames > 0)
        parts << (quality.empty_frames == 1
                      ? SequenceWords::tr("1 empty frame")
                      : SequenceWords::tr("%1 empty frames").arg(countText(quality.empty_frames)));
    if (quality.drop_outs > 0)
        parts << (quality.drop_outs == 1 ? SequenceWords::tr("1 drop-out")
                                         : SequenceWords::tr("%1 drop-outs").arg(quality.drop_outs));
    if (quality.frames_with_gaps > 0)
        parts << (quality.frames_with_gaps == 1 ? SequenceWords::tr("1 frame with missing joints")
                                                : SequenceWords::tr("%1 frames with missing joints")
                                                      .arg(countText(quality.frames_with_gaps)));
    if (quality.jumps > 0)
        parts << (quality.jumps == 1 ? SequenceWords::tr("1 jump")
                                     : SequenceWords::tr("%1 jumps").arg(quality.jumps));
    if (const QString doubts = doubtsText(quality.doubts); !doubts.isEmpty()) parts << doubts;
    return parts.join(QStringLiteral(", "));
}

QString doubtsText(const BodyDoubts& doubts) {
    QStringList parts;
    if (doubts.odd_size) parts << SequenceWords::tr("a body of %1 m").arg(*doubts.odd_size, 0, 'g', 3);
    if (!doubts.head_axis.empty())
        parts << SequenceWords::tr("the head is along %1").arg(QString::fromStdString(doubts.head_axis));
    if (doubts.sides_exchanged) parts << SequenceWords::tr("left and right seem exchanged");
    return parts.join(QStringLiteral(", "));
}

} // namespace kinelens::ui
