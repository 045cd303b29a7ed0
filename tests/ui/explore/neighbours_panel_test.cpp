// Nearest features: of the map's own domain and array, of any file that a map can be made of, and in a dense
// map of the frame where the clock stands.
#include "core/results/features_writer.h"
#include "tests/support/test_program.h"
#include "ui/explore/neighbours_panel.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace neighbours_panel_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

constexpr int sequences = 24, frames = 5;

std::string nameOf(int i) {
    return "S" + std::to_string(i);
}

// A map without neighbours of its own, one point a sequence or a frame.
Embedding mapOf(const QString& features, const std::string& options, bool dense) {
    Embedding made;
    for (int i = 0; i < sequences; ++i)
        for (int frame = 0; frame < (dense ? frames : 1); ++frame) {
            made.names.push_back(nameOf(i));
            if (dense) made.frames.push_back(frame);
            made.coordinates.push_back(static_cast<float>(i));
            made.coordinates.push_back(static_cast<float>(frame));
        }
    made.clip_frames = dense ? frames : 0;
    made.options = options;
    made.stamp["features"] = features.toStdString();
    return made;
}

// (rows, 1) of float32, version 1.
void writeNpy(const QString& file, const std::vector<float>& values) {
    std::string header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + std::to_string(values.size()) + ", 1), }";
    header.resize(117, ' ');
    header += '\n';
    std::string bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(header.size());
    bytes += '\0';
    bytes += header;
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    QVERIFY(write_file_atomically(file.toStdString(), bytes));
}

} // namespace

class NeighboursPanelTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    DatasetService service_;
    Selection selection_;
    Playhead playhead_;
    ShownMap map_;
    QString features_;

    void show(NeighboursPanel& panel, const Embedding& map, const QString& name) {
        map_.set(makeShownEmbedding("m.h5", map));
        selection_.setCurrent(name);
        QTRY_VERIFY_WITH_TIMEOUT(panel.model().rowCount() > 0, 5000);
    }
    static QString first(const NeighboursPanel& panel) {
        return const_cast<NeighboursPanel&>(panel).model().index(0, NeighboursModel::Name).data().toString();
    }

private slots:
    // Temporal features count the sequences, spatial ones shuffle them, and a frame adds its place to both.
    void initTestCase() {
        features_ = folder_.filePath("features.h5");
        auto writer = FeaturesWriter::create(features_.toStdString(), {2, true, frames, 1}, {});
        QVERIFY(writer);
        for (int i = 0; i < sequences; ++i) {
            const auto shuffled = static_cast<float>(7 * i % sequences);
            const std::vector<float> instance{static_cast<float>(i), 10 * shuffled};
            std::vector<float> temporal;
            for (int frame = 0; frame < frames; ++frame)
                temporal.push_back(static_cast<float>(100 * frame) + shuffled);
            const std::vector<float> spatial{shuffled};
            QVERIFY(writer->append({nameOf(i)}, {instance.data(), temporal.data(), spatial.data()}));
        }
        QVERIFY(writer->finish());
    }
    void init() {
        map_.set(nullptr);
        selection_.setCurrent({});
        playhead_.setSequence(0, 30);
    }

    void theMapsOwnDomainIsAsked() {
        NeighboursPanel panel({service_, selection_, playhead_, map_});
        show(panel, mapOf(features_, R"({"domain": "temporal"})", false), "S4");
        QVERIFY2(first(panel) == "S3" || first(panel) == "S5", qPrintable(first(panel)));
        selection_.setCurrent({});
        show(panel, mapOf(features_, R"({"domain": "spatial"})", false), "S4"); // 4; 3 and 5 are of 21 and 11
        QTRY_VERIFY_WITH_TIMEOUT(first(panel) == "S21" || first(panel) == "S11", 5000);
    }

    void framesHaveTheNeighboursOfTheCurrentOne() {
        NeighboursPanel panel({service_, selection_, playhead_, map_});
        playhead_.setSequence(9, 30);
        show(panel, mapOf(features_, R"({"domain": "frames"})", true), "S0");
        QCOMPARE(first(panel), "S7, clip frame 0"); // 49 % 24 = 1
        playhead_.setFrame(6);
        QTRY_COMPARE_WITH_TIMEOUT(first(panel), "S7, clip frame 3", 5000);
        QCOMPARE(map_.nearest().front(), 7 * frames + 3);
        QVERIFY2(panel.factsText().contains("S0, clip frame 3"), qPrintable(panel.factsText()));
    }

    void soDoThoseOfAMapThatKnowsThem() {
        NeighboursPanel panel({service_, selection_, playhead_, map_});
        Embedding map = mapOf({}, "{}", true);
        map.k = 1;
        for (int i = 0; i < sequences * frames; ++i) { // the same frame of the next sequence
            map.neighbours.push_back((i + frames) % (sequences * frames));
            map.distances.push_back(1);
        }
        playhead_.setSequence(9, 30);
        show(panel, map, "S1");
        QCOMPARE(first(panel), "S2, clip frame 0");
        playhead_.setFrame(8);
        QCOMPARE(first(panel), "S2, clip frame 4");
        playhead_.setFrame(0);
        playhead_.play();
        playhead_.setFrame(4);
        QCOMPARE(first(panel), "S2, clip frame 0");
        playhead_.pause();
        QCOMPARE(first(panel), "S2, clip frame 2");
    }

    void arraysOfNumpyAreRead() {
        const QString file = folder_.filePath("rows.npy");
        std::vector<float> values;
        for (int i = 0; i < sequences; ++i) values.push_back(static_cast<float>(7 * i % sequences));
        writeNpy(file, values);
        Embedding map = mapOf(file, "{}", false);
        for (int i = 0; i < sequences; ++i)
            map.names[static_cast<std::size_t>(i)] = "row " + std::to_string(i);
        NeighboursPanel panel({service_, selection_, playhead_, map_});
        show(panel, map, "row 4");
        QVERIFY2(first(panel) == "row 21" || first(panel) == "row 11", qPrintable(first(panel)));
    }

    void otherFeaturesThanTheMapsAreNotAsked() {
        Embedding map = mapOf(features_, "{}", false);
        map.stamp["features_hash"] = "of others";
        NeighboursPanel panel({service_, selection_, playhead_, map_});
        map_.set(makeShownEmbedding("m.h5", map));
        selection_.setCurrent("S4");
        QTRY_VERIFY_WITH_TIMEOUT(panel.factsText().contains("other features"), 5000);
        QCOMPARE(panel.model().rowCount(), 0);
    }
};

KINELENS_TEST(NeighboursPanelTest, widgets);

} // namespace neighbours_panel_test
#include "neighbours_panel_test.moc"
