// What is said of a map and of a point on it, in words for people.
#pragma once

#include "ui/explore/map_colouring.h"

namespace kinelens::ui {

// What is hidden and selected while a map is shown.
struct MapCounts {
    bool dataset = false;      // one is open
    qint64 hidden = 0;         // points, by the legend
    qint64 selected = 0;       // sequences
    qint64 selectedAbsent = 0; // of those: not on the map
};

// "353 points · 12 are not in the open dataset"
QString mapCountsText(const ShownEmbedding& map, const MapKnowledge& known, const MapCounts& counts);

// The class of a point's sequence, and the group that it is coloured as. `dataset`: null where none is open.
QString pointFacts(const ShownEmbedding& map, int point, const OpenDatasetPtr& dataset,
                   const viz::PointColouring& colours);

} // namespace kinelens::ui
