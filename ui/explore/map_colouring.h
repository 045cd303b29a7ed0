// What the points of a map are coloured by: a column of the dataset, what an evaluation said of them, how far
// the map can be trusted there, or the time within the sequence.
#pragma once

#include "ui/browse/sequence_table_model.h"
#include "ui/state/shown_embedding.h"
#include "ui/state/shown_results.h"
#include "viz/charts/point_marks.h"

#include <functional>
#include <variant>

namespace kinelens::ui {

enum class MapMeasure { correctness, said, preservation, trustworthiness, time, duration };
using ColourBy = std::variant<Facet, MapMeasure>;

struct MapColours {
    viz::PointColouring colouring;
    std::vector<int> counts;  // points of each group
    double low = 0, high = 1; // of a ramp
    bool shares = false;      // the ramp's ends are shares
};

// What is known beside the map itself; null where it is not.
struct MapKnowledge {
    const SequenceTableModel* sequences = nullptr;
    ShownResultsPtr results;
};

QString colourTitle(const ColourBy& by);
std::vector<ColourBy> colourChoices(const ShownEmbedding& map, const MapKnowledge& known);
MapColours coloursOf(const ShownEmbedding& map, const MapKnowledge& known, const ColourBy& by);

// The class of a point: of its sequence, or in an untrimmed recording of the interval that its moment lies
// in; -1: none.
int classAt(const ShownEmbedding& map, const OpenDataset& dataset, int point);

// What a map and the open dataset do not share.
struct MapCoverage {
    qint64 strangers = 0; // points without a sequence in the dataset
    qint64 absent = 0;    // sequences of the dataset that are not on the map; 0 where the two share none
};
MapCoverage coverageOf(const ShownEmbedding& map, const MapKnowledge& known);

} // namespace kinelens::ui
