// What surrounds a map: the preview beside a point, the search, a lasso drawn by hand, colours by columns,
// and the strip of the run that makes it.
#include "core/experiment/run_folder.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"
#include "tests/ui/explore/embedding_bench.h"
#include "ui/explore/map_preview.h"
#include "ui/explore/map_run_strip.h"
#include "viz/charts/point_map.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace map_parts_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

constexpr int points = 16;

// A lattice of 4 × 4.
Embedding lattice() {
    Embedding made;
    for (int i = 0; i < points; ++i) {
        made.names.push_back("sequence" + std::to_string(i));
        made.coordinates.push_back(static_cast<float>(i % 4));
        made.coordinates.push_back(static_cast<float>(i / 4));
    }
    made.velocity = made.gains = made.coordinates;
    return made;
}

QPushButton* button(const QWidget& widget, const QString& text) {
    for (QPushButton* one : widget.findChildren<QPushButton*>())
        if (one->text() == text) return one;
    return nullptr;
}

} // namespace

class MapPartsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    DatasetService service_;

    // The panel on the open dataset, to be seen.
    struct Bench : EmbeddingBench {
        explicit Bench(const QTemporaryDir& folder)
            : EmbeddingBench(folder.path()) {
            openDataset(folder.filePath("d.h5"));
            panel.show();
        }
    };

private slots:
    void initTestCase() {
        const QString file = folder_.filePath("d.h5");
        QVERIFY(kinelens::testing::write_small_dataset(file.toStdString(), points).has_value());
        QSignalSpy opened(&service_, &DatasetService::opened);
        service_.open(file);
        QTRY_COMPARE(opened.count(), 1);
    }

    void thePreviewPlaysWhatIsPointedAt() {
        QWidget map;
        map.resize(400, 400);
        map.show();
        MapPreview preview(service_, &map);
        QSignalSpy peeked(&service_, &DatasetService::motionPeeked);
        const auto picture = [&] { return preview.grab().toImage(); };
        preview.show("sequence1", "odd", {390, 390}, -1);
        QVERIFY(preview.isVisible() && map.rect().contains(preview.geometry()));
        const QImage empty = picture();
        QTRY_COMPARE(peeked.count(), 1);
        const QImage first = picture();
        QVERIFY(first != empty);
        QTRY_VERIFY(picture() != first);
        preview.show({}, {}, {}, -1);
        QVERIFY(!preview.isVisible());
    }

    void whatThePlayerHasPlaysAtOnce() {
        QSignalSpy ready(&service_, &DatasetService::motionReady);
        service_.requestMotion(3);
        QTRY_COMPARE(ready.count(), 1);
        QWidget map;
        map.resize(400, 400);
        map.show();
        MapPreview preview(service_, &map);
        QSignalSpy peeked(&service_, &DatasetService::motionPeeked);
        preview.show("sequence3", "odd", {10, 10}, -1);
        QCOMPARE(peeked.count(), 1);
        const QImage first = preview.grab().toImage();
        QTRY_VERIFY(preview.grab().toImage() != first);
    }

    void aFramesPreviewStandsStill() {
        QWidget map;
        map.resize(400, 400);
        map.show();
        MapPreview preview(service_, &map);
        QSignalSpy peeked(&service_, &DatasetService::motionPeeked);
        preview.show("sequence2", "even", {10, 10}, 0);
        QTRY_COMPARE(peeked.count(), 1);
        const QImage first = preview.grab().toImage();
        QTest::qWait(120);
        QCOMPARE(preview.grab().toImage(), first);
        preview.show("sequence2", "even", {10, 10}, 0.5);
        QVERIFY(preview.grab().toImage() != first);
        const int whole = preview.height();
        preview.show("nobody", "not in the open dataset", {10, 10}, -1);
        QVERIFY(preview.isVisible() && preview.height() < whole);
    }

    void wordsFindNamesAndClasses() {
        Bench bench(folder_);
        bench.shownMap.set(makeShownEmbedding("m.h5", lattice()));
        QLineEdit* search = nullptr;
        for (QLineEdit* one : bench.panel.view()->findChildren<QLineEdit*>())
            if (one->accessibleName() == "Search on the map") search = one;
        QVERIFY(search);
        QTest::keyClicks(search, "odd sequence1");
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.selection.selected(),
                 (QStringList{"sequence1", "sequence11", "sequence13", "sequence15"}));
        QCOMPARE(bench.selection.current(), "sequence1");
        search->clear();
        QTest::keyClicks(search, "nobody");
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.selection.selected().size(), 4);
    }

    // A triangle about the corner of the lattice: six points.
    void aLassoDrawnByHandSelects() {
        Bench bench(folder_);
        QVERIFY(QTest::qWaitForWindowExposed(&bench.panel));
        bench.shownMap.set(makeShownEmbedding("m.h5", lattice()));
        viz::PointMap& map = bench.panel.view()->map();
        QTRY_VERIFY(map.isVisible());
        map.fit();
        map.setTool(viz::MapTool::lasso);
        const auto at = [&](float x, float y) { return map.view().to_screen({x, y}).toPoint(); };
        QTest::mousePress(&map, Qt::LeftButton, {}, at(-0.1F, -0.1F));
        for (const float share : {0.1F, 0.5F, 1.F}) QTest::mouseMove(&map, at(-0.1F + 2.6F * share, -0.1F));
        for (const float share : {0.5F, 1.F})
            QTest::mouseMove(&map, at(2.5F - 2.6F * share, -0.1F + 2.6F * share));
        QTest::mouseRelease(&map, Qt::LeftButton, {}, at(-0.1F, 2.5F));
        QCOMPARE(bench.selection.selected(),
                 (QStringList{"sequence0", "sequence1", "sequence2", "sequence4", "sequence5", "sequence8"}));
    }

    void pointsAreColouredByCameraAndSetup() {
        std::vector<SequenceInfo> infos(points);
        for (int i = 0; i < points; ++i) {
            SequenceInfo& info = infos[static_cast<std::size_t>(i)];
            info.name = "sequence" + std::to_string(i);
            info.length = 30;
            info.camera = 1 + i % 2;
            info.setup = 1 + i % 4;
        }
        SequenceTableModel model;
        model.setDataset(makeOpenDataset("d.h5", {}, infos, {}, true));
        const auto map = makeShownEmbedding("m.h5", lattice());
        for (const auto& [facet, groups] : {std::pair{Facet::camera, 2}, {Facet::setup, 4}}) {
            const MapColours colours = coloursOf(*map, {&model, nullptr}, facet);
            const auto& group = colours.colouring.group;
            QCOMPARE(colours.counts, std::vector<int>(static_cast<std::size_t>(groups), points / groups));
            for (std::size_t i = 0; i < points; ++i)
                QVERIFY((group[i] == group[0]) == (i % static_cast<std::size_t>(groups) == 0));
        }
    }

    void theStripAsksItsRun() {
        const std::string folder = folder_.filePath("runs/embed-0001").toStdString();
        Experiment experiment;
        experiment.verb = "embed";
        auto run = RunFolder::create(folder, experiment);
        QVERIFY(run && run->append(RunStarted{}));
        LiveMap live;
        MapRunStrip strip(live);
        QSignalSpy wanted(&strip, &MapRunStrip::continueWanted);
        QPushButton *pause = button(strip, "Pause"), *resume = button(strip, "Continue"),
                    *stop = button(strip, "Stop");
        QVERIFY(pause && resume && stop && strip.isHidden());
        live.follow(QString::fromStdString(folder));
        QTRY_VERIFY_WITH_TIMEOUT(!strip.isHidden() && !pause->isHidden() && resume->isHidden(), 5000);
        const auto asked = [&] {
            const auto commands = run->take_requests();
            return commands.size() == 1 ? std::optional(commands.front().request) : std::nullopt;
        };
        pause->click();
        QCOMPARE(asked(), std::optional(ControlRequest::pause));
        QVERIFY(run->append(RunPaused{10}));
        QTRY_VERIFY_WITH_TIMEOUT(pause->isHidden() && !resume->isHidden(), 5000);
        resume->click();
        QCOMPARE(asked(), std::optional(ControlRequest::resume));
        QVERIFY(run->append(RunResumed{10}));
        QTRY_VERIFY_WITH_TIMEOUT(!pause->isHidden() && resume->isHidden(), 5000);
        stop->click();
        QCOMPARE(asked(), std::optional(ControlRequest::stop));
        QVERIFY(write_embedding(folder + "/embedding.h5", lattice()));
        QVERIFY(run->append(ArtifactReady{embedding_artifact, "embedding.h5", ""}));
        RunFinished finished;
        finished.outcome = Outcome::stopped;
        QVERIFY(run->append(finished));
        QTRY_VERIFY_WITH_TIMEOUT(stop->isHidden() && !resume->isHidden(), 5000);
        QCOMPARE(wanted.count(), 0);
        resume->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toString(), QString::fromStdString(folder + "/embedding.h5"));
    }
};

KINELENS_TEST(MapPartsTest, widgets);

} // namespace map_parts_test
#include "map_parts_test.moc"
