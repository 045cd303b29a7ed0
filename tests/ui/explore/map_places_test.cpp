// The controls of the map keep their places, whatever is shown, runs or is said.
#include "core/experiment/run_folder.h"
#include "core/experiment/run_state.h"
#include "tests/support/test_program.h"
#include "tests/ui/explore/embedding_bench.h"
#include "ui/explore/map_run_strip.h"
#include "ui/explore/map_series_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/steady_label.h"
#include "viz/charts/point_map.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolBar>

namespace map_places_test {

using namespace kinelens;
using namespace kinelens::ui;

class MapPlacesTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    struct Places {
        QRect bar, search, stage, colourBy;
        bool operator==(const Places&) const = default;
    };

    static QRect placeOf(const QWidget* part, const QWidget& in) {
        return {part->mapTo(&in, QPoint()), part->size()};
    }
    static Places placesIn(EmbeddingBench& bench) {
        QCoreApplication::processEvents();
        const EmbeddingPanel& panel = bench.panel;
        const QWidget* stage = bench.map().parentWidget();
        QWidget *search = nullptr, *by = nullptr;
        for (QLineEdit* edit : panel.findChildren<QLineEdit*>())
            if (edit->accessibleName() == "Search on the map") search = edit;
        for (QComboBox* box : panel.findChildren<QComboBox*>())
            if (box->accessibleName() == "Colour by") by = box;
        return {placeOf(panel.findChild<QToolBar*>(), panel), placeOf(search, panel), placeOf(stage, panel),
                placeOf(by, panel)};
    }

private slots:
    void nothingMovesThem() {
        EmbeddingBench bench(folder_.path());
        bench.panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bench.panel));
        const Places empty = placesIn(bench);
        QVERIFY(empty.bar.isValid() && empty.stage.height() > 100);
        const auto same = [&](const char* when) {
            const Places now = placesIn(bench);
            if (!(now == empty))
                qInfo() << when << now.bar << empty.bar << now.search << empty.search << now.stage
                        << empty.stage << now.colourBy << empty.colourBy;
            return now == empty;
        };
        bench.shownMap.set(makeShownEmbedding("m.h5", example()));
        QVERIFY(same("shown"));
        bench.panel.view()->move(mapPoints(example().coordinates),
                                 QString("a fact that is long enough for several lines ").repeated(20),
                                 false);
        QVERIFY(same("facts"));
        emit bench.map().pointHovered(3, {});
        QVERIFY(same("hovered"));
        bench.panel.view()->message().show(MessageBar::Kind::warning, QString("words ").repeated(100));
        QVERIFY(same("message"));
        bench.panel.view()->message().dismiss();
        bench.panel.legend()->setColourBy(MapMeasure::preservation);
        QVERIFY(same("ramp"));
        bench.openDataset(dataset());
        QVERIFY(same("dataset"));
        QLineEdit* search = nullptr;
        for (QLineEdit* edit : bench.panel.view()->findChildren<QLineEdit*>()) search = edit;
        search->setText("wave");
        QVERIFY(same("search"));
        QString first = writeMap(folder_, "one.h5", example()),
                second = writeMap(folder_, "two.h5", example());
        bench.panel.openMaps({first, second});
        QTRY_VERIFY_WITH_TIMEOUT(bench.panel.series()->series(), 5000);
        QVERIFY(same("comparing"));
        bench.panel.series()->setSideBySide(true);
        QVERIFY(same("side by side"));
    }

    // A run goes on while maps are compared: each of the two has its room.
    void theFootHoldsBoth() {
        EmbeddingBench bench(folder_.path());
        bench.panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bench.panel));
        QWidget* strip = bench.panel.findChild<MapRunStrip*>();
        QWidget* series = bench.panel.series();
        strip->show();
        series->show();
        QTest::qWait(20);
        for (const QWidget* part : {strip, series})
            QVERIFY2(part->height() >= part->minimumSizeHint().height(),
                     qPrintable(QString::number(part->height())));
    }

    void aRunMovesNothing() {
        const QString folder = folder_.filePath("runs/embed-0001");
        Experiment experiment;
        experiment.verb = "embed";
        auto run = RunFolder::create(folder.toStdString(), experiment);
        QVERIFY(run && run->append(RunStarted{}));
        EmbeddingBench bench(folder_.path());
        bench.panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bench.panel));
        bench.shownMap.set(makeShownEmbedding("m.h5", example()));
        const Places before = placesIn(bench);
        QTRY_VERIFY_WITH_TIMEOUT(bench.scanner.find(folder), 5000);
        bench.chosen.choose({folder});
        const auto* strip = bench.panel.findChild<MapRunStrip*>();
        const auto buttonAt = [&](const char* text) {
            for (const QPushButton* button : strip->findChildren<QPushButton*>())
                if (button->text() == text) return placeOf(button, bench.panel);
            return QRect();
        };
        QVERIFY(run->append(MetricsLogged{50, 0, 1, {{"kl", 1.25}}}));
        QTRY_VERIFY_WITH_TIMEOUT(strip->curve()->isVisible(), 5000);
        QVERIFY(placesIn(bench) == before);
        QVERIFY(bench.map().rect().contains(strip->curve()->geometry())); // it lies over the map
        const QRect pause = buttonAt("Pause"), stop = buttonAt("Stop");
        QVERIFY(run->append(RunPaused{50}));
        QTRY_VERIFY_WITH_TIMEOUT(bench.panel.live()->feed()->state() == RunState::paused, 5000);
        QVERIFY(placesIn(bench) == before);
        QCOMPARE(buttonAt("Stop"), stop);
        QVERIFY(run->append(RunFinished{}));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.panel.live()->going(), 5000);
        QVERIFY(placesIn(bench) == before);
        QCOMPARE(buttonAt("Pause"), pause);
        QTRY_VERIFY_WITH_TIMEOUT(!strip->curve()->isVisible(), 5000);
    }

    void factsKeepTheirRoom() {
        SteadyLabel label(2);
        const QSize room = label.sizeHint();
        label.resize(200, room.height());
        label.setText(
            "a short line\nand a second one that is far too long for the room that there is for it");
        QCOMPARE(label.sizeHint().height(), room.height());
        QCOMPARE(label.shownLines().size(), 2);
        QCOMPARE(label.shownLines()[0], "a short line");
        QVERIFY(label.shownLines()[1].contains(QChar(0x2026)));
        QVERIFY(label.shownLines()[1].endsWith("for it"));
        label.clear();
        QCOMPARE(label.minimumSizeHint().height(), room.height());
    }

private:
    QString dataset() {
        const QString file = folder_.filePath("wave.h5");
        if (!QFile::exists(file)) writeExampleDataset(file);
        return file;
    }
};

KINELENS_TEST(MapPlacesTest, widgets);

} // namespace map_places_test
#include "map_places_test.moc"
