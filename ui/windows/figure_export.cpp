#include "ui/windows/figure_export.h"

#include "ui/browse/sequence_table_model.h"
#include "ui/explore/embedding_view.h"
#include "ui/explore/map_export.h"
#include "ui/explore/map_legend.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/windows/opened_paths.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <optional>

namespace kinelens::ui {
namespace {

constexpr int cellWidth = 420, cellHeight = 470, mostColumns = 4;

Result<OpenDatasetPtr> openNow(DatasetService& service, const QString& file) {
    std::optional<Result<OpenDatasetPtr>> answer;
    QEventLoop loop;
    QObject::connect(&service, &DatasetService::opened, &loop, [&](const OpenDatasetPtr& open) {
        answer.emplace(open);
        loop.quit();
    });
    QObject::connect(&service, &DatasetService::openFailed, &loop, [&](const QString&, const Error& error) {
        answer.emplace(fail(error));
        loop.quit();
    });
    service.open(file);
    if (!answer) loop.exec();
    return *answer;
}

QSize roomFor(std::size_t maps) {
    const int count = static_cast<int>(maps);
    const int columns = std::min(count, mostColumns);
    return {columns * cellWidth, (count + columns - 1) / columns * cellHeight};
}

} // namespace

Result<void> exportMaps(const QString& figure, const QStringList& paths) {
    for (const QString& path : paths)
        if (!QFileInfo::exists(path)) return fail(ErrorCode::file_not_found, path.toStdString());
    const OpenedPaths sorted = sortPaths(paths);
    const QStringList maps = sorted.maps + sorted.runs;
    if (maps.isEmpty()) return fail(ErrorCode::argument_missing, "embedding files", "the maps of the figure");
    KINELENS_TRY(series, readMapSeriesLater(maps).result());
    DatasetService service;
    Selection selection;
    Playhead playhead;
    SequenceTableModel table;
    if (!sorted.datasets.isEmpty()) {
        KINELENS_TRY(open, openNow(service, sorted.datasets.first()));
        table.setDataset(open);
    }
    MapLegend legend;
    ShownMap shown;
    EmbeddingView view({service, selection, playhead, legend, shown});
    view.setKnowledge({&table, nullptr});
    shown.set(series->maps.front());
    view.showSheet(series);
    view.setAttribute(Qt::WA_DontShowOnScreen);
    view.resize(roomFor(series->maps.size()));
    view.setVisible(true);
    QCoreApplication::processEvents(); // every map learns its size
    if (!exportPicture(view, figure)) return fail(ErrorCode::file_unwritable, figure.toStdString(), "");
    return {};
}

} // namespace kinelens::ui
