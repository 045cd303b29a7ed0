// MapSeries: several maps of the same sequences laid over each other, such as those of one run's checkpoints
// or of two encoders. Points are matched by name (and frame); each map is turned, mirrored and scaled onto
// the one before, so that what moves is what differs.
#pragma once

#include "ui/state/shown_embedding.h"

namespace kinelens::ui {

struct MapSeries {
    std::vector<ShownEmbeddingPtr> maps; // the same points in the same order, each where its own map has them
    std::vector<double> disparity;       // of each map to the one before; the first's is 0
    qint64 leftOut = 0;                  // points that some map lacks

    double last() const { return static_cast<double>(maps.size()) - 1; }
    const ShownEmbeddingPtr& nearest(double place) const;
    // Between two maps the points move straight from one to the other.
    std::vector<viz::MapPoint> at(double place) const;
    bool between(double place) const;  // two maps, rather than at one
    QString facts(double place) const; // "epoch-0050 → epoch-0060, half way; …"
    QString sheetFacts() const;        // of all side by side
};
using MapSeriesPtr = std::shared_ptr<const MapSeries>;

// Checkpoints of one run are put in order of training; others stay as they come. Error: not_found where the
// maps share no point.
Result<MapSeriesPtr> makeMapSeries(std::vector<ShownEmbeddingPtr> maps);

// Embedding files, or folders of runs that made one, on another thread. Errors: also those of
// read_embedding().
QFuture<Result<MapSeriesPtr>> readMapSeriesLater(const QStringList& places);

// The map that a run's folder holds. Error: not_found while it has none that is finished.
QFuture<Result<ShownEmbeddingPtr>> readFinishedMapLater(const QString& folder);

} // namespace kinelens::ui
