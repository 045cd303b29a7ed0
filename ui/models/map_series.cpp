#include "ui/models/map_series.h"

#include "core/experiment/event_reader.h"
#include "core/experiment/run_history.h"
#include "core/results/map_alignment.h"
#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>

namespace kinelens::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MapSeries)
};

template <class T>
std::vector<T> rows(const std::vector<T>& all, const std::vector<std::int32_t>& wanted, std::size_t width) {
    std::vector<T> kept;
    if (all.empty()) return kept;
    kept.reserve(wanted.size() * width);
    for (const std::int32_t row : wanted) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * width);
        kept.insert(kept.end(), first, first + static_cast<std::ptrdiff_t>(width));
    }
    return kept;
}

// The original neighbours are rows of all points: they do not outlive a choice of some.
Embedding chosenRows(const Embedding& all, const std::vector<std::int32_t>& wanted) {
    Embedding some = all;
    some.names = rows(all.names, wanted, 1);
    some.frames = rows(all.frames, wanted, 1);
    some.coordinates = rows(all.coordinates, wanted, 2);
    some.preservation = rows(all.preservation, wanted, 1);
    some.trustworthiness = rows(all.trustworthiness, wanted, 1);
    some.velocity.clear();
    some.gains.clear();
    if (wanted.size() == all.points()) return some;
    some.k = 0;
    some.neighbours.clear();
    some.distances.clear();
    return some;
}

QString folderOfCheckpoint(const ShownEmbeddingPtr& map) {
    const QString checkpoint = map->stamp("checkpoint");
    return checkpoint.isEmpty() ? QString() : QFileInfo(checkpoint).path();
}

void sortByTraining(std::vector<ShownEmbeddingPtr>& maps) {
    const QString folder = folderOfCheckpoint(maps.front());
    const bool oneRun = !folder.isEmpty() && std::ranges::all_of(maps, [&](const ShownEmbeddingPtr& map) {
        return folderOfCheckpoint(map) == folder;
    });
    if (oneRun)
        std::ranges::stable_sort(maps, {},
                                 [](const ShownEmbeddingPtr& map) { return map->stamp("checkpoint"); });
}

Result<QString> mapFileOf(const QString& place) {
    if (!QFileInfo(place).isDir()) return place;
    RunHistory history;
    EventReader reader(RunPaths{place.toStdString()}.events());
    do {
        KINELENS_TRY(events, reader.read_new());
        for (const TimedEvent& event : events) history.add(event);
    } while (!reader.at_end());
    const ArtifactReady* made = history.artifact(embedding_artifact);
    if (!made) return fail(ErrorCode::not_found, place.toStdString(), "no finished map");
    return QDir(place).filePath(QString::fromStdString(made->file));
}

Result<MapSeriesPtr> readSeries(const QStringList& places) {
    std::vector<ShownEmbeddingPtr> maps;
    for (const QString& place : places) {
        KINELENS_TRY(file, mapFileOf(place));
        KINELENS_TRY(map, readShownEmbedding(file));
        maps.push_back(map);
    }
    return makeMapSeries(std::move(maps));
}

} // namespace

Result<MapSeriesPtr> makeMapSeries(std::vector<ShownEmbeddingPtr> maps) {
    sortByTraining(maps);
    Embedding common = maps.front()->embedding;
    for (std::size_t i = 1; i < maps.size(); ++i)
        common = chosenRows(common, matched_points(common, maps[i]->embedding).first);
    if (common.points() == 0)
        return fail(ErrorCode::not_found, maps.back()->file.toStdString(), "no common point");
    auto series = std::make_shared<MapSeries>();
    std::vector<float> before;
    for (const ShownEmbeddingPtr& map : maps) {
        std::vector<float> here =
            rows(map->embedding.coordinates, matched_points(common, map->embedding).second, 2);
        PlaneSimilarity onto;
        if (!before.empty()) onto = procrustes(here, before);
        for (std::size_t i = 0; i < here.size(); i += 2) {
            const auto place = onto(here[i], here[i + 1]);
            here[i] = place[0];
            here[i + 1] = place[1];
        }
        series->places.push_back(mapPoints(here));
        series->disparity.push_back(onto.disparity);
        series->names << map->madeOf();
        series->files << map->file;
        series->leftOut =
            std::max(series->leftOut, static_cast<qint64>(map->points.size() - common.points()));
        before = std::move(here);
    }
    series->joined = makeShownEmbedding(maps.front()->file, std::move(common));
    return series;
}

QFuture<Result<MapSeriesPtr>> readMapSeriesLater(const QStringList& places) {
    return QtConcurrent::run([places] { return readSeries(places); });
}

std::vector<viz::MapPoint> MapSeries::at(double place) const {
    const double inside = std::clamp(place, 0.0, last());
    const auto from = static_cast<std::size_t>(inside);
    const std::size_t to = std::min(from + 1, places.size() - 1);
    const auto share = static_cast<float>(inside - static_cast<double>(from));
    std::vector<viz::MapPoint> points = places[from];
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].x += share * (places[to][i].x - points[i].x);
        points[i].y += share * (places[to][i].y - points[i].y);
    }
    return points;
}

QString MapSeries::facts(double place) const {
    const auto from = static_cast<qsizetype>(std::clamp(place, 0.0, last()));
    const double share = place - static_cast<double>(from);
    const qsizetype to = std::min(from + 1, names.size() - 1);
    QString text = share < 0.005 || from == to
                       ? names[from]
                       : Words::tr("%1 → %2, %3 %").arg(names[from], names[to]).arg(qRound(100 * share));
    if (from != to)
        text += Words::tr("  ·  %1 % of the spread differs")
                    .arg(100 * disparity[static_cast<std::size_t>(to)], 0, 'f', 0);
    if (leftOut > 0)
        text += Words::tr("  ·  %1 points that one of the maps lacks are left out").arg(countText(leftOut));
    return text;
}

} // namespace kinelens::ui
