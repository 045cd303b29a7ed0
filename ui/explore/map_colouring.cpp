#include "ui/explore/map_colouring.h"

#include "core/dataset/moments.h"
#include "ui/messages/sequence_words.h"
#include "viz/palette/class_numbers.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

namespace kinelens::ui {
namespace {

struct MapColouringWords {
    Q_DECLARE_TR_FUNCTIONS(MapColouring)
};

const OpenDataset* datasetOf(const MapKnowledge& known) {
    return known.sequences ? known.sequences->dataset().get() : nullptr;
}

// One value for every sequence on the map, given to all its points.
template <class Value, class Of>
std::vector<Value> spread(const ShownEmbedding& map, Of of) {
    std::vector<Value> ofSequence;
    for (const QString& name : map.names) ofSequence.push_back(of(name));
    std::vector<Value> ofPoint;
    ofPoint.reserve(map.sequence.size());
    for (const int place : map.sequence) ofPoint.push_back(ofSequence[static_cast<std::size_t>(place)]);
    return ofPoint;
}

// Groups by rising value; `group` makes one of a value and its place among the values.
MapColours grouped(const std::vector<int>& values,
                   const std::function<viz::PointGroup(int value, int place)>& group) {
    std::map<int, int> places;
    for (const int value : values) places[value] = 0;
    MapColours colours;
    int known = 0;
    for (auto& [value, place] : places) {
        place = static_cast<int>(colours.colouring.groups.size());
        colours.colouring.groups.push_back(group(value, value < 0 ? -1 : known++));
    }
    colours.counts.assign(places.size(), 0);
    colours.colouring.group.reserve(values.size());
    for (const int value : values) {
        const int place = places[value];
        colours.colouring.group.push_back(place);
        ++colours.counts[static_cast<std::size_t>(place)];
    }
    return colours;
}

// NaN is drawn as unknown, after the steps of the ramp.
MapColours ramped(const std::vector<float>& values, bool shares) {
    MapColours colours;
    colours.colouring.ramp = true;
    colours.colouring.groups = viz::ramp_groups();
    colours.shares = shares;
    float low = INFINITY, high = -INFINITY;
    for (const float value : values) {
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low > high) low = high = 0;
    colours.low = low;
    colours.high = high;
    colours.colouring.groups.push_back(
        viz::numbered_group(MapColouringWords::tr("unknown").toStdString(), -1));
    colours.counts.assign(colours.colouring.groups.size(), 0);
    const float width = std::max(high - low, 1e-12F);
    for (const float value : values) {
        const int step =
            std::isfinite(value)
                ? std::min(viz::ramp_steps - 1, static_cast<int>((value - low) / width * viz::ramp_steps))
                : viz::ramp_steps;
        colours.colouring.group.push_back(step);
        ++colours.counts[static_cast<std::size_t>(step)];
    }
    return colours;
}

constexpr int stranger = -2; // the dataset does not have it

QString strangersName() {
    return MapColouringWords::tr("not in the dataset");
}

viz::PointGroup strangers() {
    return {strangersName().toStdString(), -1, viz::Mark::cross};
}

MapColours byFacet(const ShownEmbedding& map, const MapKnowledge& known, Facet facet) {
    const OpenDataset* dataset = datasetOf(known);
    const auto values = spread<int>(map, [&](const QString& name) {
        const int row = dataset ? dataset->rowOf.value(name, -1) : -1;
        return row < 0 ? stranger
                       : facetValue(facet, dataset->sequences[static_cast<std::size_t>(row)],
                                    known.sequences->qualityOf(row));
    });
    return grouped(values, [&](int value, int place) {
        if (value == stranger) return strangers();
        const std::string text = facetValueText(facet, value, *dataset).toStdString();
        return viz::numbered_group(text, facet == Facet::sequenceClass ? viz::class_number(value) : place);
    });
}

// Moments of untrimmed recordings have the classes of the intervals they lie in.
MapColours byClassOfMoments(const ShownEmbedding& map, const OpenDataset& dataset) {
    std::vector<int> values(map.sequence.size());
    for (std::size_t point = 0; point < values.size(); ++point)
        values[point] = dataset.rowOf.contains(map.nameAt(static_cast<int>(point)))
                            ? classAt(map, dataset, static_cast<int>(point))
                            : stranger;
    return grouped(values, [&](int value, int) {
        if (value == stranger) return strangers();
        if (value < 0) return viz::numbered_group(MapColouringWords::tr("no action").toStdString(), -1);
        return viz::numbered_group(dataset.className(value).toStdString(), viz::class_number(value));
    });
}

MapColours byResults(const ShownEmbedding& map, const ShownResults& shown, bool said) {
    QHash<QString, int> sampleOf;
    for (std::size_t i = 0; i < shown.results.names.size(); ++i)
        sampleOf.insert(QString::fromStdString(shown.results.names[i]), static_cast<int>(i));
    const auto values = spread<int>(map, [&](const QString& name) {
        const auto found = sampleOf.constFind(name);
        if (found == sampleOf.cend()) return -1;
        const auto sample = static_cast<std::size_t>(*found);
        return said ? shown.results.predicted[sample] : (shown.right(sample) ? 0 : 1);
    });
    const std::vector<int> numbers = viz::class_numbers(shown.results.class_names);
    return grouped(values, [&](int value, int) {
        if (value < 0) return viz::numbered_group(MapColouringWords::tr("not tested").toStdString(), -1);
        if (said) {
            const auto place = static_cast<std::size_t>(value);
            return viz::numbered_group(shown.className(value).toStdString(),
                                       place < numbers.size() ? numbers[place] : value);
        }
        if (value == 0)
            return viz::PointGroup{MapColouringWords::tr("right").toStdString(), 0, viz::Mark::disc};
        return viz::PointGroup{MapColouringWords::tr("✗ wrong").toStdString(), 5, viz::Mark::cross};
    });
}

MapColours byDuration(const ShownEmbedding& map, const MapKnowledge& known) {
    const OpenDataset* dataset = datasetOf(known);
    return ramped(spread<float>(map,
                                [&](const QString& name) {
                                    const int row = dataset ? dataset->rowOf.value(name, -1) : -1;
                                    if (row < 0) return NAN;
                                    const auto& info = dataset->sequences[static_cast<std::size_t>(row)];
                                    return static_cast<float>(static_cast<double>(info.length) /
                                                              dataset->info.frame_rate);
                                }),
                  false);
}

} // namespace

QString colourTitle(const ColourBy& by) {
    if (const auto* facet = std::get_if<Facet>(&by)) return facetTitle(*facet);
    switch (std::get<MapMeasure>(by)) {
    case MapMeasure::correctness:
        return MapColouringWords::tr("Right or wrong");
    case MapMeasure::said:
        return MapColouringWords::tr("Said by the evaluation");
    case MapMeasure::preservation:
        return MapColouringWords::tr("Trust: neighbours kept");
    case MapMeasure::trustworthiness:
        return MapColouringWords::tr("Trust: neighbours true");
    case MapMeasure::time:
        return MapColouringWords::tr("Time in the sequence");
    case MapMeasure::duration:
        return MapColouringWords::tr("Duration in s");
    }
    return {};
}

std::vector<ColourBy> colourChoices(const ShownEmbedding& map, const MapKnowledge& known) {
    std::vector<ColourBy> choices;
    if (datasetOf(known)) {
        for (const Facet facet : allFacets) choices.emplace_back(facet);
        choices.emplace_back(MapMeasure::duration);
    }
    if (known.results) {
        choices.emplace_back(MapMeasure::correctness);
        choices.emplace_back(MapMeasure::said);
    }
    if (!map.embedding.preservation.empty()) choices.emplace_back(MapMeasure::preservation);
    if (!map.embedding.trustworthiness.empty()) choices.emplace_back(MapMeasure::trustworthiness);
    if (map.dense()) choices.emplace_back(MapMeasure::time);
    return choices;
}

MapColours coloursOf(const ShownEmbedding& map, const MapKnowledge& known, const ColourBy& by) {
    const OpenDataset* dataset = datasetOf(known);
    if (by == ColourBy(Facet::sequenceClass) && map.dense() && dataset && dataset->untrimmed())
        return byClassOfMoments(map, *dataset);
    if (const auto* facet = std::get_if<Facet>(&by)) return byFacet(map, known, *facet);
    switch (std::get<MapMeasure>(by)) {
    case MapMeasure::correctness:
    case MapMeasure::said:
        if (known.results) return byResults(map, *known.results, by == ColourBy(MapMeasure::said));
        break;
    case MapMeasure::preservation:
        if (!map.embedding.preservation.empty()) return ramped(map.embedding.preservation, true);
        break;
    case MapMeasure::trustworthiness:
        if (!map.embedding.trustworthiness.empty()) return ramped(map.embedding.trustworthiness, true);
        break;
    case MapMeasure::time:
        if (map.dense()) return ramped({map.embedding.frames.begin(), map.embedding.frames.end()}, false);
        break;
    case MapMeasure::duration:
        return byDuration(map, known);
    }
    return grouped(std::vector<int>(map.points.size(), -1), [](int, int) {
        return viz::numbered_group(MapColouringWords::tr("unknown").toStdString(), -1);
    });
}

int classAt(const ShownEmbedding& map, const OpenDataset& dataset, int point) {
    const int row = dataset.rowOf.value(map.nameAt(point), -1);
    if (row < 0) return -1;
    const SequenceInfo& sequence = dataset.sequences[static_cast<std::size_t>(row)];
    const auto intervals = dataset.intervalsOf(row);
    if (!map.dense() || intervals.empty() || sequence.length == 0) return sequence.label;
    return label_at(intervals, frame_of_moment(map.embedding.frames[static_cast<std::size_t>(point)],
                                               map.embedding.clip_frames, sequence.length));
}

MapCoverage coverageOf(const ShownEmbedding& map, const MapKnowledge& known) {
    const OpenDataset* dataset = datasetOf(known);
    if (!dataset) return {static_cast<qint64>(map.points.size()), 0};
    qint64 strangers = 0, shared = 0;
    for (qsizetype i = 0; i < map.names.size(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        if (dataset->rowOf.contains(map.names[i]))
            ++shared;
        else
            strangers += map.firstPoint[place + 1] - map.firstPoint[place];
    }
    return {strangers, shared == 0 ? 0 : static_cast<qint64>(dataset->sequences.size()) - shared};
}

} // namespace kinelens::ui
