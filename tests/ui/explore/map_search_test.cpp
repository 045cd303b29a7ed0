// Words that find points, and what is said of a map.
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/explore/map_legend_model.h"
#include "ui/explore/map_search.h"
#include "ui/explore/map_words.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace map_search_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// "recording0" … "recording5", each twice where `dense`; two groups.
ShownEmbeddingPtr map(bool dense = false, int sequences = 6) {
    Embedding embedding;
    for (int i = 0; i < sequences; ++i)
        for (int frame = 0; frame < (dense ? 2 : 1); ++frame) {
            embedding.names.push_back("recording" + std::to_string(i));
            embedding.coordinates.insert(embedding.coordinates.end(), {float(i), float(frame)});
            if (dense) embedding.frames.push_back(frame);
        }
    if (dense) embedding.clip_frames = 2;
    return makeShownEmbedding("m.h5", std::move(embedding));
}

MapColours halves(const ShownEmbedding& shown) {
    MapColours colours;
    colours.colouring.groups = {viz::numbered_group("Wave", 0), viz::numbered_group("Bow", 1)};
    for (std::size_t i = 0; i < shown.points.size(); ++i)
        colours.colouring.group.push_back(2 * i < shown.points.size() ? 0 : 1);
    colours.counts = {static_cast<int>(shown.points.size()) / 2, static_cast<int>(shown.points.size()) / 2};
    return colours;
}

} // namespace

class MapSearchTest : public QObject {
    Q_OBJECT
private slots:
    void everyWordMustFit() {
        MapLegendModel legend;
        MapSearch search(legend);
        auto* words = search.findChild<QLineEdit*>();
        const ShownEmbeddingPtr shown = map();
        legend.setColours(halves(*shown));
        search.setMap(shown);
        words->setText("REC 4");
        QCOMPARE(search.found(), std::vector<int>{4});
        words->setText("bow"); // the group that a point is coloured as
        QCOMPARE(search.found(), (std::vector<int>{3, 4, 5}));
        words->setText("bow 3");
        QCOMPARE(search.foundNames(), QStringList{"recording3"});
        words->setText("wave 3");
        QVERIFY(search.found().empty());
        words->setText("  ");
        QVERIFY(search.found().empty());
    }

    void enterTakesWhatIsFound() {
        MapLegendModel legend;
        MapSearch search(legend);
        const ShownEmbeddingPtr shown = map(true);
        legend.setColours(halves(*shown));
        search.setMap(shown);
        auto* words = search.findChild<QLineEdit*>();
        QSignalSpy chosen(&search, &MapSearch::chosen);
        words->setText("nobody");
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(chosen.count(), 0);
        words->setText("recording2");
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(search.found().size(), std::size_t(2));          // two frames
        QCOMPARE(search.foundNames(), QStringList{"recording2"}); // of one sequence
    }

    void anotherMapIsSearchedAtOnce() {
        MapLegendModel legend;
        MapSearch search(legend);
        const ShownEmbeddingPtr large = map(), small = map(false, 2);
        legend.setColours(halves(*large));
        search.setMap(large);
        search.findChild<QLineEdit*>()->setText("recording");
        QCOMPARE(search.found().size(), std::size_t(6));
        legend.setColours(halves(*small));
        search.setMap(small);
        QCOMPARE(search.found().size(), std::size_t(2));
        search.setMap(nullptr);
        QVERIFY(search.found().empty());
        QVERIFY(!search.findChild<QLineEdit*>()->isEnabled());
    }

    void aMapIsCounted() {
        SequenceTableModel model;
        const MapKnowledge known{&model, nullptr};
        const ShownEmbeddingPtr shown = map();
        QVERIFY(mapCountsText(*shown, known, {}).contains("no dataset is open"));
        model.setDataset(testing::open_dataset({.sequences = 4}));
        QString words = mapCountsText(*shown, known, {.dataset = true, .hidden = 2});
        QVERIFY2(words.startsWith("6 sequences") && words.contains("2 are not in the open dataset") &&
                     words.contains("2 hidden by the legend") && !words.contains("selected"),
                 qPrintable(words));
        model.setDataset(testing::open_dataset({.sequences = 9}));
        words = mapCountsText(*shown, known, {.dataset = true, .selected = 3, .selectedAbsent = 1});
        QVERIFY2(words.contains("3 selected") && words.contains("1 of them is not on this map") &&
                     words.contains("3 sequences of the open dataset are not on the map"),
                 qPrintable(words));
        QVERIFY(mapCountsText(*map(true), known, {.dataset = true}).startsWith("12 frames of 6 sequences"));
    }

    void aPointSaysItsClassAndItsGroupOnce() {
        const ShownEmbeddingPtr shown = map();
        const OpenDatasetPtr dataset = testing::open_dataset({.sequences = 4});
        viz::PointColouring colours = halves(*shown).colouring;
        QCOMPARE(pointFacts(*shown, 1, dataset, colours), QString("class 1 · Wave"));
        QCOMPARE(pointFacts(*shown, 5, dataset, colours), QString("not in the open dataset · Bow"));
        QCOMPARE(pointFacts(*shown, 5, nullptr, colours), QString("not in the open dataset · Bow"));
        colours.groups[0].name = "class 1";
        QCOMPARE(pointFacts(*shown, 1, dataset, colours), QString("class 1"));
    }
};

KINELENS_TEST(MapSearchTest, widgets);

} // namespace map_search_test
#include "map_search_test.moc"
