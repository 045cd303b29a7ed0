// What of a map goes into files: coordinates with all that is known of their sequences.
#pragma once

#include "ui/explore/map_colouring.h"

namespace kinelens::ui {

// One line a point: name (and frame of a dense map), x, y, class, subject, camera, setup, repetition, trust,
// and whether it is selected. `points`: where they are shown.
QString mapCsv(const ShownEmbedding& map, const std::vector<viz::MapPoint>& points, const MapKnowledge& known,
               const QStringList& selected);

// UTF-8; the file appears whole or not at all.
bool saveText(const QString& file, const QString& text);

} // namespace kinelens::ui
