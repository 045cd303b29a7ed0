// An embedding as the window shows it: read on another thread, never changed. A point is a sequence, or in a
// dense map one frame of a sequence; everything is joined by the sequence's name.
#pragma once

#include "core/options/embed_options.h"
#include "core/results/embedding.h"
#include "viz/charts/map_view.h"

#include <QFuture>
#include <QHash>
#include <QString>
#include <memory>
#include <optional>
#include <span>

namespace kinelens::ui {

struct ShownEmbedding {
    QString file;
    Embedding embedding;
    std::optional<EmbedOptions> options; // none of another program's map
    std::vector<viz::MapPoint> points;
    QStringList names;              // of the sequences, each once, in the file's order
    QHash<QString, int> sequenceOf; // name -> place in names
    std::vector<int> sequence;      // (points) place in names
    std::vector<int> firstPoint;    // (names and one more): the points of a sequence, in order of time, are
    std::vector<int> ordered;       // ordered[firstPoint[s]] … ordered[firstPoint[s + 1] − 1]

    bool dense() const { return !embedding.frames.empty(); }
    QString nameAt(int point) const { return names[sequence[static_cast<std::size_t>(point)]]; }
    std::span<const int> pointsOf(const QString& name) const; // none where the name is not on the map
    QString madeOf() const;  // the checkpoint, the features file, or else the title
    QString title() const;   // the run's name, or the file's
    QString heading() const; // the title, and what the map was made of where that says more
    QString caption() const; // data, checkpoint and parameters, for people
    QString figures() const; // how good the map is, as the job measured it; empty where it did not
    QString stamp(const char* key) const;
};
using ShownEmbeddingPtr = std::shared_ptr<const ShownEmbedding>;

ShownEmbeddingPtr makeShownEmbedding(const QString& file, Embedding embedding);

// Errors: those of read_embedding().
Result<ShownEmbeddingPtr> readShownEmbedding(const QString& file);
QFuture<Result<ShownEmbeddingPtr>> readShownEmbeddingLater(const QString& file);

// Pairs of coordinates as points.
std::vector<viz::MapPoint> mapPoints(std::span<const float> coordinates);

} // namespace kinelens::ui
