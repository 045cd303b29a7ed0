#include "ui/detect/detection_run.h"

#include "core/results/detection_scoring.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

std::optional<Path> shardsOf(const Path& folder) {
    for (const Path& place : {folder, folder / "scores"})
        if (has_score_shards(place)) return place;
    return std::nullopt;
}

Path predictionsOf(const Path& folder) {
    const Path inner = folder / "scores" / "predictions.json";
    std::error_code ignored;
    return std::filesystem::exists(inner, ignored) ? inner : folder / "predictions.json";
}

template <class Names, class Name>
QHash<QString, int> rowsOf(const Names& names, Name name) {
    QHash<QString, int> rows;
    int row = 0;
    for (const auto& one : names) rows.insert(QString::fromStdString(name(one)), row++);
    return rows;
}

} // namespace

const PredictedSequence* DetectionRun::find(const QString& sequence) const {
    const int row = rowOf.value(sequence, -1);
    return row < 0 ? nullptr : &predictions.sequences[static_cast<std::size_t>(row)];
}

Result<DetectionRunPtr> readDetectionRun(const QString& place) {
    const QFileInfo info(place);
    const bool folder = info.isDir();
    const Path file = folder ? predictionsOf(place.toStdString()) : Path(place.toStdString());
    auto run = std::make_shared<DetectionRun>();
    run->place = place;
    run->name = folder ? info.fileName() : info.completeBaseName();
    if (const auto shards = folder ? shardsOf(place.toStdString()) : std::nullopt) {
        KINELENS_TRY(reader, ScoreShardReader::open(*shards));
        run->scoreRowOf = rowsOf(reader.names(), [](const std::string& name) { return name; });
        run->shards = std::move(reader);
    }
    std::error_code ignored;
    if (run->shards && !std::filesystem::exists(file, ignored)) {
        KINELENS_TRY(segmented, segment_shards(*run->shards, {}, nullptr, {}));
        run->predictions = std::move(segmented);
    } else {
        KINELENS_TRY(predictions, read_predictions(file));
        run->predictions = std::move(predictions);
    }
    run->rowOf =
        rowsOf(run->predictions.sequences, [](const PredictedSequence& sequence) { return sequence.name; });
    return run;
}

QFuture<std::vector<Result<DetectionRunPtr>>> readDetectionRunsLater(const QStringList& places) {
    return QtConcurrent::run([places] {
        return QtConcurrent::blockingMapped<std::vector<Result<DetectionRunPtr>>>(places, readDetectionRun);
    });
}

} // namespace kinelens::ui
