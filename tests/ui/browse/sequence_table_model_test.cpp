#include "tests/support/test_program.h"
#include "ui/browse/sequence_table_model.h"

#include <QAbstractItemModelTester>
#include <QTest>
#include <ctime>
#include <limits>

namespace sequence_table_model_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

OpenDatasetPtr dataset(int count) {
    DatasetInfo info;
    info.name = "test";
    info.layout = anonymous_layout(5);
    info.class_names = {"wave", "Walk", "bow"};
    std::vector<SequenceInfo> sequences;
    std::vector<Interval> intervals;
    for (int i = 0; i < count; ++i) {
        SequenceInfo sequence;
        sequence.name = "S" + std::to_string(i / 100) + "P" + std::to_string(i);
        sequence.label = i % 4 - 1; // -1, 0, 1, 2
        sequence.subject = i % 7;
        sequence.camera = i % 3 + 1;
        sequence.length = 30 + (i * 37) % 300;
        if (i % 20 == 10) intervals.push_back({i, 0, 3, 9, 1, "truth"}); // they have a class of their own
        sequences.push_back(sequence);
    }
    return makeOpenDataset("test.h5", info, sequences, intervals, true);
}

int countOf(const SequenceTableModel& model, Facet facet, int value) {
    for (const FacetValue& entry : model.facet(facet))
        if (entry.value == value) return entry.count;
    return -1;
}

QString cell(const SequenceTableModel& model, int row, SequenceColumn column) {
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class SequenceTableModelTest : public QObject {
    Q_OBJECT
private slots:
    void isAProperModel() {
        SequenceTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDataset(dataset(50));
        model.sort(static_cast<int>(SequenceColumn::frames), Qt::DescendingOrder);
        SequenceFilter filter;
        filter.setChosen(Facet::camera, {2});
        model.setFilter(filter);
        model.addQualities(0, std::vector<SequenceQuality>(50));
        model.setDataset(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    void numbersSortAsNumbers() {
        SequenceTableModel model;
        model.setDataset(dataset(40));
        model.sort(static_cast<int>(SequenceColumn::frames), Qt::AscendingOrder);
        qint64 last = -1;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto frames =
                model.dataset()->sequences[static_cast<std::size_t>(model.sequenceAt(row))].length;
            QVERIFY(frames >= last);
            last = frames;
        }
    }
    void persistentIndexesFollowTheirSequence() {
        SequenceTableModel model;
        model.setDataset(dataset(40));
        const QPersistentModelIndex index = model.index(5, 0);
        const QString name = index.data().toString();
        model.sort(static_cast<int>(SequenceColumn::frames), Qt::DescendingOrder);
        QCOMPARE(index.data().toString(), name);
    }
    void searchFindsEveryWordInNameOrClass() {
        SequenceTableModel model;
        model.setDataset(dataset(200));
        SequenceFilter filter;
        filter.setSearch("  s1p  WALK ");
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 25); // every fourth of S1P100 … S1P199
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(cell(model, row, SequenceColumn::sequenceClass), QString("Walk"));
        filter.setSearch("nobody");
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 0);
    }
    void countsFollowTheOtherFilters() {
        SequenceTableModel model;
        const OpenDatasetPtr open = dataset(84); // a multiple of 3, 4 and 7
        model.setDataset(open);
        QCOMPARE(countOf(model, Facet::sequenceClass, 0), 21);
        QCOMPARE(countOf(model, Facet::camera, 1), 28);
        SequenceFilter filter;
        filter.setChosen(Facet::sequenceClass, {0, 1});
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 42);
        QCOMPARE(countOf(model, Facet::sequenceClass, 2), 21); // own choice does not hide what else there is
        QCOMPARE(countOf(model, Facet::camera, 1), 14);
        filter.setChosen(Facet::camera, {1});
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 14);
        QCOMPARE(countOf(model, Facet::sequenceClass, 2), 7);
        QCOMPARE(countOf(model, Facet::camera, 2), 14);
        filter.setSearch("no such name");
        model.setFilter(filter);
        QCOMPARE(countOf(model, Facet::camera, 2), 0); // still listed, with nothing behind it
    }
    void problemsComeInBatches() {
        SequenceTableModel model;
        model.setDataset(dataset(10));
        QCOMPARE(cell(model, 0, SequenceColumn::problems), QString("…"));
        QCOMPARE(countOf(model, Facet::problems, notScanned), 10);
        std::vector<SequenceQuality> batch(4);
        batch[1] = {1, 3, 1, 0};
        model.addQualities(0, batch);
        model.addQualities(7, batch); // out of order: ignored
        QCOMPARE(model.scanned(), 4);
        QCOMPARE(cell(model, 0, SequenceColumn::problems), QString());
        QCOMPARE(cell(model, 1, SequenceColumn::problems), QString("3 empty frames, 1 drop-out"));
        QCOMPARE(countOf(model, Facet::problems, noProblem), 3);
        QCOMPARE(countOf(model, Facet::problems, emptyFrames), 1);
        QCOMPARE(countOf(model, Facet::problems, dropOuts), 1);
        SequenceFilter filter;
        filter.setChosen(Facet::problems, {dropOuts});
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 1);
    }
    void intervalsAreCounted() {
        SequenceTableModel model;
        model.setDataset(dataset(20));
        QCOMPARE(cell(model, 10, SequenceColumn::intervals), QString("1"));
        QCOMPARE(cell(model, 11, SequenceColumn::intervals), QString("0"));
        QCOMPARE(model.rowOf(10), 10);
    }
    // Ten times the rows may take ten times the work, not a hundred. The processor's time is counted, so that
    // a busy machine does not matter.
    void workGrowsWithTheRows() {
        const std::clock_t few = filterAndSort(6000), many = filterAndSort(60000);
        QVERIFY2(many < 40 * std::max<std::clock_t>(few, CLOCKS_PER_SEC / 5000),
                 qPrintable(QString("6,000: %1, 60,000: %2").arg(few).arg(many)));
    }

private:
    static std::clock_t filterAndSort(int sequences) {
        SequenceTableModel model;
        model.setDataset(dataset(sequences));
        SequenceFilter filter;
        filter.setSearch("p59");
        filter.setChosen(Facet::subject, {1, 2, 3});
        std::clock_t least = std::numeric_limits<std::clock_t>::max();
        for (int run = 0; run < 5; ++run) {
            const std::clock_t begin = std::clock();
            model.setFilter(filter);
            model.setFilter({});
            model.sort(static_cast<int>(SequenceColumn::name),
                       run % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
            least = std::min(least, std::clock() - begin);
        }
        return least;
    }
};

KINELENS_TEST(SequenceTableModelTest, widgets);

} // namespace sequence_table_model_test
#include "sequence_table_model_test.moc"
