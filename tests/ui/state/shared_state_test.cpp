// What panels share without knowing one another: the open dataset, the chosen runs, the shown evaluation and
// the shown map.
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/current_dataset.h"
#include "ui/state/shown_evaluation.h"
#include "ui/state/shown_map.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace shared_state_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// Ten sequences of two classes; of the first class `wrong` were said to be of the other.
EvaluationResults results(int wrong) {
    EvaluationResults made;
    made.class_names = {"wave", "bow"};
    made.fold_names = {"xsub"};
    for (int i = 0; i < 10; ++i) {
        const std::int32_t truth = i % 2;
        made.names.push_back("S" + std::to_string(i));
        made.truth.push_back(truth);
        made.predicted.push_back(truth == 0 && i / 2 < wrong ? 1 : truth);
        made.fold.push_back(0);
    }
    return made;
}

ShownEmbeddingPtr map(const char* name) {
    Embedding embedding;
    embedding.names = {"a", "b"};
    embedding.coordinates = {0, 0, 1, 1};
    return makeShownEmbedding(name, std::move(embedding));
}

} // namespace

class SharedStateTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString write(const char* name, int wrong) {
        const QString file = folder_.filePath(name);
        return write_results(file.toStdString(), results(wrong)) ? file : QString();
    }

private slots:
    void anotherDatasetIsToldOnce() {
        CurrentDataset current;
        QSignalSpy changed(&current, &CurrentDataset::changed);
        const OpenDatasetPtr dataset = testing::open_dataset();
        current.set(dataset);
        current.set(dataset);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(current.dataset(), dataset);
        current.set(nullptr);
        QCOMPARE(changed.count(), 2);
        QVERIFY(!current.dataset());
    }

    // Whoever chooses the same runs again means them: a panel may show others meanwhile.
    void theSameRunsMayBeChosenAgain() {
        ChosenRuns runs;
        QSignalSpy chosen(&runs, &ChosenRuns::chosen), wanted(&runs, &ChosenRuns::wanted);
        runs.choose({"/r/a", "/r/b"});
        runs.choose({"/r/a", "/r/b"});
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(runs.folders(), (QStringList{"/r/a", "/r/b"}));
        runs.want("/r/c"); // not chosen before the list has it
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(chosen.count(), 2);
    }

    void anEvaluationIsReadAndCompared() {
        ShownEvaluation evaluation;
        QSignalSpy compared(&evaluation, &ShownEvaluation::compared);
        evaluation.show({write("a.h5", 1), write("b.h5", 3), write("c.h5", 0), write("d.h5", 0)});
        QVERIFY(!evaluation.results()); // they are read elsewhere
        QTRY_COMPARE(compared.count(), 1);
        QVERIFY(evaluation.results()->file.endsWith("a.h5"));
        QVERIFY(compared[0][0].value<ShownComparison>().other->file.endsWith("b.h5"));
        QCOMPARE(evaluation.leftOut(), 2);
    }

    void theLatestWishWins() {
        ShownEvaluation evaluation;
        QSignalSpy changed(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("a.h5", 1)});
        evaluation.show({write("b.h5", 3)});
        QTRY_COMPARE(changed.count(), 1);
        QTest::qWait(50);
        QCOMPARE(changed.count(), 1);
        QVERIFY(evaluation.results()->file.endsWith("b.h5"));
        evaluation.show({write("a.h5", 1)});
        evaluation.clear(); // nobody waits for it any more
        QTest::qWait(50);
        QVERIFY(!evaluation.results());
    }

    void whatCannotBeReadChangesNothing() {
        ShownEvaluation evaluation;
        evaluation.show({write("a.h5", 1)});
        QTRY_VERIFY(evaluation.results());
        QSignalSpy failed(&evaluation, &ShownEvaluation::failed);
        evaluation.show({folder_.filePath("none.h5")});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(evaluation.results()->file.endsWith("a.h5"));
    }

    void aMapIsToldWithTheOneBefore() {
        ShownMap shown;
        QSignalSpy changed(&shown, &ShownMap::changed);
        const ShownEmbeddingPtr first = map("a.h5"), second = map("b.h5");
        shown.set(first);
        shown.set(second);
        QCOMPARE(changed.count(), 2);
        QVERIFY(!changed[0][0].value<ShownEmbeddingPtr>());
        QCOMPARE(changed[1][0].value<ShownEmbeddingPtr>(), first);
        QCOMPARE(shown.map(), second);
        QSignalSpy nearest(&shown, &ShownMap::nearestChanged);
        shown.setNearest({1, 0});
        QCOMPARE(nearest.count(), 1);
        QCOMPARE(shown.nearest(), (std::vector<int>{1, 0}));
    }
};

KINELENS_TEST(SharedStateTest, event_loop);

} // namespace shared_state_test
#include "shared_state_test.moc"
