#include "tests/support/test_program.h"
#include "tests/ui/explore/embedding_bench.h"
#include "ui/explore/map_series_bar.h"
#include "ui/explore/map_sheet.h"
#include "ui/windows/figure_export.h"
#include "viz/charts/map_figure.h"
#include "viz/charts/point_map.h"

#include <QTemporaryDir>

namespace map_series_test {

using namespace kinelens;
using namespace kinelens::ui;

class MapSeriesTest : public QObject {
    Q_OBJECT

    using Bench = EmbeddingBench;
    QTemporaryDir folder_;
    QString dataset_;

    QStringList writeThree() {
        Embedding map = example();
        map.stamp.erase("checkpoint");
        QStringList files;
        for (const char* name : {"random.h5", "contrastive.h5", "decorrelated.h5"}) {
            map.report = R"({"silhouette": 0.)" + std::to_string(files.size() + 2) + "5}";
            map.coordinates[0] += 1;
            files << writeMap(folder_, name, map);
        }
        return files;
    }
    static QString text(const QString& file) {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
    }

private slots:
    void initTestCase() {
        dataset_ = folder_.filePath("wave.h5");
        writeExampleDataset(dataset_);
    }

    // The second map is the first turned by a quarter, one point astray; a third sequence each is the other's
    // lack.
    void severalMapsAreLaidOverEachOther() {
        Embedding first = example(12), second;
        for (int i = 1; i < 13; ++i) {
            const std::size_t at = 2 * std::size_t(i % 12);
            second.names.push_back(nameOf(i));
            second.coordinates.push_back(-first.coordinates[at + 1] + (i == 5 ? 1.F : 0.F));
            second.coordinates.push_back(first.coordinates[at]);
        }
        first.stamp["checkpoint"] = "/r/a/checkpoints/epoch-0010.pt";
        second.stamp["checkpoint"] = "/r/a/checkpoints/epoch-0002.pt";
        const QString late = writeMap(folder_, "late.h5", first),
                      early = writeMap(folder_, "early.h5", second);
        Bench bench(folder_.path());
        bench.panel.list()->addFile(early);
        bench.panel.list()->addFile(late);
        emit bench.panel.list()->mapsChosen({late, early});
        QTRY_VERIFY_WITH_TIMEOUT(bench.panel.series()->series(), 5000);
        const MapSeries& series = *bench.panel.series()->series();
        QCOMPARE(series.maps[0]->file, early); // by training
        QCOMPARE(series.maps[0]->points.size(), std::size_t(11));
        QCOMPARE(series.leftOut, 2);
        QVERIFY(series.disparity[1] < 0.01);
        for (std::size_t i = 0; i < 11; ++i)
            QVERIFY(std::abs(series.maps[1]->points[i].x - series.maps[0]->points[i].x) <
                    (i == 4 ? 1.5 : 0.3));
        bench.panel.series()->setPlace(0.5);
        const viz::MapPoint half = bench.map().points()[3];
        QVERIFY(std::abs(half.x - (series.maps[0]->points[3].x + series.maps[1]->points[3].x) / 2) < 1e-4);
        QVERIFY(bench.panel.view()->caption().join(' ').contains("2 points that one of the maps lacks"));
        bench.panel.series()->setPlace(1);
        QVERIFY(
            bench.panel.view()->caption().join(' ').contains("silhouette 0.50")); // at rest: the map's own
        bench.panel.series()->setPlace(0.5);
        QVERIFY(bench.panel.view()->caption().first().contains("epoch 10")); // the nearer one's
        bench.panel.series()->setPlace(0.4);
        QVERIFY(bench.panel.view()->caption().first().contains("epoch 2"));
        emit bench.panel.list()->mapsChosen({late});
        QTRY_COMPARE_WITH_TIMEOUT(bench.map().points().size(), std::size_t(12), 5000);
        QVERIFY(!bench.panel.series()->series());
    }

    void sideBySideAllAreOneMap() {
        Bench bench(folder_.path());
        bench.openDataset(dataset_);
        bench.panel.openMaps(writeThree());
        QTRY_VERIFY_WITH_TIMEOUT(bench.panel.series()->series(), 5000);
        bench.panel.series()->setSideBySide(true);
        const auto maps = bench.panel.view()->sheet().maps();
        QCOMPARE(maps.size(), std::size_t(3));
        QCOMPARE(maps[2]->points().size(), std::size_t(sequences));
        emit maps[1]->areaChosen({0, 3, 6}, Qt::NoModifier);
        QCOMPARE(bench.selection.selected(), (QStringList{"S00000", "S00003", "S00006"}));
        MapLegendModel& legend = bench.panel.legend()->model();
        QVERIFY(legend.setData(legend.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
        for (const viz::PointMap* map : maps) QVERIFY(!map->isShown(0) && map->isShown(1));
        bench.panel.legend()->setColourBy(Facet::subject);
        for (const viz::PointMap* map : maps) QCOMPARE(map->colouring().groups.size(), std::size_t(5));
        bench.panel.series()->setSideBySide(false);
        QVERIFY(bench.panel.view()->sheet().maps().empty());
        QVERIFY(bench.panel.view()->caption().first().contains("perplexity 12"));
    }

    void aFigureNeedsNoWindow() {
        const QString svg = folder_.filePath("figure.svg");
        const QStringList maps = writeThree();
        QVERIFY(exportMaps(svg, maps + QStringList{dataset_}));
        const QString drawn = text(svg);
        for (const char* word : {"random", "contrastive", "decorrelated", "silhouette 0.25",
                                 "silhouette 0.45", "3 maps of the same points"})
            QVERIFY2(drawn.contains(word), word);
        QCOMPARE(drawn.count(">wave</text>"), 4); // three clusters' names, one legend
        QCOMPARE(drawn.count("<use "), 3 * sequences);
        QCOMPARE(exportMaps(svg, {"elsewhere.h5"}).error().code, ErrorCode::file_not_found);
        const auto none = exportMaps(svg, {dataset_});
        QCOMPARE(none.error().code, ErrorCode::argument_missing);
        QCOMPARE(exportMaps(folder_.filePath("no/folder.png"), maps).error().code,
                 ErrorCode::file_unwritable);
    }
};

KINELENS_TEST(MapSeriesTest, widgets);

} // namespace map_series_test
#include "map_series_test.moc"
