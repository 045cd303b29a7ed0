#include "ui/explore/map_series.h"

#include "core/experiment/event_reader.h"
#include "core/experiment/run_history.h"
#include "core/results/map_alignment.h"
#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>

namespace kinelens::ui {
namespace {

struct MapSeriesWords {
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

bool inOrder(const std::vector<std::int32_t>& rows, std::size_t all) {
    if (rows.size() != all) return false;
    for (std::size_t i = 0; i < all; ++i)
        if (rows[i] != static_cast<std::int32_t>(i)) return false;
    return true;
}

// The original neighbours are rows of all points: they do not outlive a choice or another order.
Embedding chosenRows(const Embedding& all, const std::vector<std::int32_t>& wanted) {
    Embedding some = all;
    some.velocity.clear();
    some.gains.clear();
    if (inOrder(wanted, all.points())) return some;
    some.names = rows(all.names, wanted, 1);
    some.frames = rows(all.frames, wanted, 1);
    some.coordinates = rows(all.coordinates, wanted, 2);
    some.preservation = rows(all.preservation, wanted, 1);
    some.trustworthiness = rows(all.trustworthiness, wanted, 1);
    some.k = 0;
    some.neighbours.clear();
    some.distances.clear();
    return some;
}

// Turns, mirrors and scales the map onto the one before it. Returns what then still differs.
double layOnto(std::vector<float>& here, const std::vector<float>& before) {
    const PlaneSimilarity onto = procrustes(here, before);
    for (std::size_t i = 0; i < here.size(); i += 2) {
        const auto place = onto(here[i], here[i + 1]);
        here[i] = place[0];
        here[i + 1] = place[1];
    }
    return onto.disparity;
}

qint64 differentPoints(const std::vector<ShownEmbeddingPtr>& maps) {
    QSet<std::pair<QString, std::int32_t>> points;
    for (const ShownEmbeddingPtr& map : maps)
        for (std::size_t i = 0; i < map->points.size(); ++i)
            points.insert({map->nameAt(static_cast<int>(i)), map->dense() ? map->embedding.frames[i] : 0});
    return points.size();
}

// Empty for a checkpoint that is none of a training's, such as a copy under another name.
QString folderOfCheckpoint(const ShownEmbeddingPtr& map) {
    const QFileInfo checkpoint(map->stamp("checkpoint"));
    const QString name = checkpoint.fileName();
    const bool trained =
        name.startsWith(QStringLiteral("epoch-")) || name.startsWith(QStringLiteral("step-"));
    return trained ? checkpoint.path() : QString();
}

QString leftOutText(qint64 points) {
    if (points == 0) return {};
    return countedText(points, MapSeriesWords::tr("  ·  1 point that one of the maps lacks is left out"),
                       MapSeriesWords::tr("  ·  %1 points that one of the maps lacks are left out"));
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
    for (const ShownEmbeddingPtr& map : maps) {
        Embedding here = chosenRows(map->embedding, matched_points(common, map->embedding).second);
        series->disparity.push_back(
            series->maps.empty() ? 0 : layOnto(here.coordinates, series->maps.back()->embedding.coordinates));
        series->maps.push_back(makeShownEmbedding(map->file, std::move(here)));
    }
    const auto kept = static_cast<qint64>(common.points());
    const bool whole = std::ranges::all_of(
        maps, [&](const ShownEmbeddingPtr& map) { return static_cast<qint64>(map->points.size()) == kept; });
    series->leftOut = whole ? 0 : differentPoints(maps) - kept;
    return series;
}

QFuture<Result<MapSeriesPtr>> readMapSeriesLater(const QStringList& places) {
    return QtConcurrent::run([places] { return readSeries(places); });
}

QFuture<Result<ShownEmbeddingPtr>> readFinishedMapLater(const QString& folder) {
    return QtConcurrent::run([folder]() -> Result<ShownEmbeddingPtr> {
        KINELENS_TRY(file, mapFileOf(folder));
        return readShownEmbedding(file);
    });
}

std::vector<viz::MapPoint> MapSeries::at(double place) const {
    const double inside = std::clamp(place, 0.0, last());
    const auto from = static_cast<std::size_t>(inside);
    const std::size_t to = std::min(from + 1, maps.size() - 1);
    const auto share = static_cast<float>(inside - static_cast<double>(from));
    std::vector<viz::MapPoint> points = maps[from]->points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i].x += share * (maps[to]->points[i].x - points[i].x);
        points[i].y += share * (maps[to]->points[i].y - points[i].y);
    }
    return points;
}

const ShownEmbeddingPtr& MapSeries::nearest(double place) const {
    return maps[static_cast<std::size_t>(std::lround(std::clamp(place, 0.0, last())))];
}

bool MapSeries::between(double place) const {
    return std::abs(place - std::round(place)) >= 0.005;
}

QString MapSeries::facts(double place) const {
    const auto from = static_cast<std::size_t>(std::clamp(place, 0.0, last()));
    const std::size_t to = std::min(from + 1, maps.size() - 1);
    const QString here = maps[from]->madeOf(), next = maps[to]->madeOf();
    QString text = here;
    if (between(place))
        text = MapSeriesWords::tr("%1 → %2, %3 %").arg(here, next).arg(qRound(100 * (place - double(from))));
    if (from != to)
        text += MapSeriesWords::tr("  ·  %1 % of the spread differs from %2 to %3")
                    .arg(100 * disparity[to], 0, 'f', 0)
                    .arg(here, next);
    return text + leftOutText(leftOut);
}

QString MapSeries::sheetFacts() const {
    return MapSeriesWords::tr("%1 maps of the same points, each turned and scaled onto the one before")
               .arg(maps.size()) +
           leftOutText(leftOut);
}

} // namespace kinelens::ui
