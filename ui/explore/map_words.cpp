#include "ui/explore/map_words.h"

#include "ui/messages/figures.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(MapWords)
};

} // namespace

QString mapCountsText(const ShownEmbedding& map, const MapKnowledge& known, const MapCounts& counts) {
    const auto points = static_cast<qint64>(map.points.size());
    QStringList parts{
        map.dense()
            ? MapWords::tr("%1 frames of %2 sequences, each resampled to %3 frames")
                  .arg(countText(points), countText(map.names.size()), countText(map.embedding.clip_frames))
            : countedText(points, MapWords::tr("1 sequence"), MapWords::tr("%1 sequences"))};
    const MapCoverage coverage = coverageOf(map, known);
    if (!counts.dataset)
        parts << MapWords::tr("no dataset is open: colours and figures need the one the map was made of");
    else if (coverage.strangers > 0)
        parts << countedText(coverage.strangers, MapWords::tr("1 is not in the open dataset"),
                             MapWords::tr("%1 are not in the open dataset"));
    if (counts.hidden > 0) parts << MapWords::tr("%1 hidden by the legend").arg(countText(counts.hidden));
    if (counts.selected > 1) parts << MapWords::tr("%1 selected").arg(countText(counts.selected));
    if (counts.selected > 1 && counts.selectedAbsent > 0)
        parts << countedText(counts.selectedAbsent, MapWords::tr("1 of them is not on this map"),
                             MapWords::tr("%1 of them are not on this map"));
    if (coverage.absent > 0)
        parts << countedText(
            coverage.absent,
            MapWords::tr("1 sequence of the open dataset is not on the map: it was made without it"),
            MapWords::tr("%1 sequences of the open dataset are not on the map: it was made without them"));
    return parts.join(QStringLiteral("  ·  "));
}

QString pointFacts(const ShownEmbedding& map, int point, const OpenDatasetPtr& dataset,
                   const viz::PointColouring& colours) {
    const int row = dataset ? dataset->rowOf.value(map.nameAt(point), -1) : -1;
    QString facts =
        row < 0 ? MapWords::tr("not in the open dataset") : dataset->className(classAt(map, *dataset, point));
    const auto group = static_cast<std::size_t>(colours.group[static_cast<std::size_t>(point)]);
    const QString name = QString::fromStdString(colours.groups[group].name);
    if (!name.isEmpty() && name != facts) facts += QStringLiteral(" · ") + name;
    return facts;
}

} // namespace kinelens::ui
