#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/explore/map_colouring.h"

namespace map_colouring_test {

using namespace kinelens;
using namespace kinelens::ui;

class MapColouringTest : public QObject {
    Q_OBJECT
private slots:
    // Recordings of 100 frames with actions in frames 0–9 and 20–29, as clips of ten.
    void momentsHaveTheClassesOfTheirIntervals() {
        SequenceTableModel model;
        model.setDataset(kinelens::testing::open_dataset({.sequences = 2, .classes = 0, .intervals = 2}));
        Embedding made;
        made.clip_frames = 10;
        for (const char* name : {"recording0", "recording1", "elsewhere"})
            for (int frame = 0; frame < 10; ++frame) {
                made.names.push_back(name);
                made.frames.push_back(frame);
                made.coordinates.insert(made.coordinates.end(), {0, float(frame)});
            }
        const auto map = makeShownEmbedding("m.h5", made);
        QCOMPARE(classAt(*map, *model.dataset(), 0), 0);
        QCOMPARE(classAt(*map, *model.dataset(), 1), -1);
        QCOMPARE(classAt(*map, *model.dataset(), 12), 1);
        const MapColours colours = coloursOf(*map, {&model, nullptr}, Facet::sequenceClass);
        QStringList names;
        for (const viz::PointGroup& group : colours.colouring.groups)
            names << QString::fromStdString(group.name);
        QCOMPARE(names, (QStringList{"not in the dataset", "no action", "class 0", "class 1"}));
        QCOMPARE(colours.counts, (std::vector<int>{10, 16, 2, 2}));
    }
};

KINELENS_TEST(MapColouringTest, widgets);

} // namespace map_colouring_test
#include "map_colouring_test.moc"
