// What of a map goes into files: what is shown as a picture, its coordinates with all that is known of their
// sequences, names. False: the file could not be written; it appears whole or not at all.
#pragma once

#include "ui/explore/map_colouring.h"

namespace kinelens::ui {

class EmbeddingView;

// By the file's ending: .png, .svg or .pdf; with legend and caption. Precondition: a map is shown.
bool exportPicture(const EmbeddingView& view, const QString& file);
bool exportCoordinates(const EmbeddingView& view, const QString& file); // mapCsv(), of the one map
bool exportNames(const QStringList& names, const QString& file);        // one a line

// One line a point: name (and frame of a dense map), x, y, class, subject, camera, setup, repetition, trust,
// and whether it is selected. `points`: where they are shown.
QString mapCsv(const ShownEmbedding& map, const std::vector<viz::MapPoint>& points, const MapKnowledge& known,
               const QStringList& selected);

} // namespace kinelens::ui
