#include "ui/explore/map_export.h"

#include "ui/explore/embedding_view.h"
#include "ui/explore/map_legend.h"
#include "ui/explore/map_sheet.h"
#include "ui/state/selection.h"
#include "viz/charts/figure_sheet.h"
#include "viz/charts/point_map.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QSet>

namespace kinelens::ui {
namespace {

struct MapExportWords {
    Q_DECLARE_TR_FUNCTIONS(MapExport)
};

QString cell(const QString& text) {
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
           QLatin1Char('"');
}

QString orNothing(int value) {
    return value < 0 ? QString() : QString::number(value);
}

QStringList factCells(const OpenDataset* dataset, const QString& name) {
    const int row = dataset ? dataset->rowOf.value(name, -1) : -1;
    if (row < 0) return QStringList(5);
    const SequenceInfo& info = dataset->sequences[static_cast<std::size_t>(row)];
    return {info.label < 0 ? QString() : cell(dataset->className(info.label)), orNothing(info.subject),
            orNothing(info.camera), orNothing(info.setup), orNothing(info.repetition)};
}

bool saveText(const QString& file, const QString& text) {
    QSaveFile out(file);
    const QByteArray bytes = text.toUtf8();
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
}

QString colouredBy(const EmbeddingView& view) {
    return MapExportWords::tr("Coloured by %1. %2.")
        .arg(colourTitle(view.parts().legend.colourBy()), view.countsText());
}

bool exportSheet(const EmbeddingView& view, const QString& file) {
    const MapSeries& series = *view.sheet().series();
    viz::FigureSheet sheet = view.sheet().figure();
    for (const ShownEmbeddingPtr& map : series.maps) sheet.foot.caption << map->caption();
    sheet.foot.caption.removeDuplicates();
    sheet.foot.caption << series.sheetFacts() << colouredBy(view);
    return viz::write_sheet(file, sheet);
}

} // namespace

QString mapCsv(const ShownEmbedding& map, const std::vector<viz::MapPoint>& points, const MapKnowledge& known,
               const QStringList& selected) {
    const OpenDataset* dataset = known.sequences ? known.sequences->dataset().get() : nullptr;
    const Embedding& embedding = map.embedding;
    const QSet<QString> chosen(selected.begin(), selected.end());
    QStringList head{QStringLiteral("name")};
    if (map.dense()) head << QStringLiteral("frame");
    head << QStringLiteral("x,y,class,subject,camera,setup,repetition");
    if (!embedding.preservation.empty()) head << QStringLiteral("preservation");
    if (!embedding.trustworthiness.empty()) head << QStringLiteral("trustworthiness");
    QString text = head.join(QLatin1Char(',')) + QStringLiteral(",selected\n");
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QString name = map.nameAt(static_cast<int>(i));
        QStringList line{cell(name)};
        if (map.dense()) line << QString::number(embedding.frames[i]);
        line << QString::number(points[i].x, 'g', 7) << QString::number(points[i].y, 'g', 7)
             << factCells(dataset, name);
        if (!embedding.preservation.empty()) line << QString::number(embedding.preservation[i]);
        if (!embedding.trustworthiness.empty()) line << QString::number(embedding.trustworthiness[i]);
        line << (chosen.contains(name) ? QStringLiteral("1") : QStringLiteral("0"));
        text += line.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text;
}

bool exportPicture(const EmbeddingView& view, const QString& file) {
    if (view.sideBySide()) return exportSheet(view, file);
    viz::MapFigure figure = view.map().figure();
    figure.caption = QStringList{view.titleText()} + view.caption() + QStringList{colouredBy(view)};
    return viz::write_figure(file, figure);
}

bool exportCoordinates(const EmbeddingView& view, const QString& file) {
    return saveText(file, mapCsv(*view.shown(), view.map().points(), view.knowledge(),
                                 view.parts().selection.selected()));
}

bool exportNames(const QStringList& names, const QString& file) {
    return saveText(file, names.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace kinelens::ui
