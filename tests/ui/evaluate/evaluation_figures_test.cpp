#include "core/experiment/run_folder.h"
#include "tests/support/test_program.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/evaluate/figures_tree.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/evaluate/results_export.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/empty_page.h"
#include "viz/charts/class_bars.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/weight_triangle.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace evaluation_figures_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// Ten sequences of two classes in two folds, the first `wrong` of them taken for the other class.
EvaluationResults results(int wrong, const char* verb = "probe") {
    EvaluationResults made;
    made.class_names = {"wave", "bow"};
    made.fold_names = {"folds:subject/2#0", "folds:subject/2#1"};
    for (int i = 0; i < 10; ++i) {
        made.names.push_back("S00" + std::to_string(i));
        made.truth.push_back(i % 2);
        made.predicted.push_back(i < wrong ? 1 - i % 2 : i % 2);
        made.fold.push_back(i < 5 ? 0 : 1);
    }
    made.stamp = {{"verb", verb},
                  {"protocol", "folds:subject/2"},
                  {"seed", "0"},
                  {"data_hash", "d1"},
                  {"split_hash", "s1"},
                  {"options", R"({"selection": "test", "epochs": 80, "label_fraction": 0.1, "threads": 3})"}};
    return made;
}

// Three repetitions with one, two and three wrong.
EvaluationResults repeated() {
    EvaluationResults made = results(1, "finetune");
    for (int i = 0; i < 10; ++i)
        for (int repeat = 0; repeat < 3; ++repeat) made.repeats.push_back(i <= repeat ? 1 - i % 2 : i % 2);
    made.subset = {{"S100", "S101", "S100", "S102", "S103"}, {0, 0, 0, 0, 1}, {0, 0, 1, 1, 0}};
    made.report = report_from_json(
        R"({"selection": "test", "last_epoch": {"top1": 0.7}, "best_test_epoch": {"top1": 0.8},
                      "fits": [{"selection": "test"}, {"selection": "test"}]})");
    return made;
}

QTreeWidgetItem* groupOf(const FiguresTree& tree, const QString& title) {
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        if (tree.topLevelItem(i)->text(0) == title) return tree.topLevelItem(i);
    return nullptr;
}

} // namespace

class EvaluationFiguresTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    DatasetService service_;
    Selection selection_;
    Playhead playhead_;

    QString write(const char* name, const EvaluationResults& made) {
        const QString place = folder_.filePath(name);
        QDir().mkpath(place);
        const QString file = place + "/results.h5";
        return write_results(file.toStdString(), made) ? file : QString();
    }

    void show(ShownEvaluation& evaluation, const EvaluationResults& made) {
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("run", made)});
        QTRY_COMPARE(loaded.count(), 1);
    }

private slots:
    // Not the first repetition's accuracy, and not without how its epoch was chosen.
    void repetitionsAreShownTogether() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        show(evaluation, repeated());
        for (const char* words :
             {"Top-1 80.0 % ± 10.0 % over 3 repetitions (best epoch on the test side; 95 %:",
              "Epoch chosen by: test", "last epoch 70.0 %", "best test epoch 80.0 %",
              "of the first repetition: 90.0 %"})
            QVERIFY2(view.factsText().contains(words), qPrintable(view.factsText()));
        const auto& tree = *view.findChild<FiguresTree*>();
        const auto* repeats = groupOf(tree, "By repetition");
        QVERIFY(repeats && repeats->childCount() == 3);
        QCOMPARE(repeats->text(2), QString("80.0 % ± 10.0 %"));
        QCOMPARE(repeats->child(2)->text(2), QString("70.0 %"));
        const auto* folds = groupOf(tree, "By fold"); // 60 ± 20 and 100 ± 0
        QVERIFY(folds && folds->childCount() == 2);
        QCOMPARE(folds->text(2), QString("80.0 % ± 28.3 %"));
        QCOMPARE(folds->child(0)->text(2), QString("60.0 % ± 20.0 %"));
    }

    void foldsHaveASpread() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        show(evaluation, results(2));
        QVERIFY2(view.factsText().contains("80.0 % ± 28.3 % over 2 folds"), qPrintable(view.factsText()));
        QVERIFY(!view.factsText().contains("repetition"));
        QVERIFY(!view.factsText().contains("test side"));
    }

    void theLabelledAreListed() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        show(evaluation, repeated());
        const auto* group = groupOf(*view.findChild<FiguresTree*>(), "Labelled sequences it learned from");
        QVERIFY(group && group->childCount() == 3);
        auto* second = group->child(1);
        QCOMPARE(second->text(0), QString("folds:subject/2#0, repetition 2"));
        QCOMPARE(second->text(1), QString("2"));
        second->setExpanded(true);
        QCOMPARE(second->childCount(), 2);
        QCOMPARE(second->child(1)->text(0), QString("S102"));
        QSignalSpy done(&view.exporter(), &ResultsExport::done);
        view.exporter().exportTable(EvaluationTable::subset, TableFormat::csv,
                                    folder_.filePath("subset.csv"));
        QTRY_COMPARE(done.count(), 1);
        QFile table(folder_.filePath("subset.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().contains("S102"));
    }

    void theRecallOfAnApproximateSearchIsSaid() {
        EvaluationResults made = results(2, "retrieve");
        made.report =
            report_from_json(R"({"search": "approximate", "recall": 0.987, "recall_queries": 500})");
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        show(evaluation, made);
        QVERIFY2(view.factsText().contains("98.7 % of the exact neighbours of 500 queries"),
                 qPrintable(view.factsText()));
    }

    void weightsOfAnEnsembleAreDrawn() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        show(evaluation, results(2));
        QVERIFY(!view.weightsShown());
        EvaluationResults made = results(1, "ensemble");
        made.map = {
            3, {1, 0, 0, 0, 1, 0, 0, 0, 1, 0.4F, 0.3F, 0.3F, 0.5F, 0.5F, 0}, {0.5F, 0.6F, 0.7F, 0.8F, 0.9F}};
        made.report = report_from_json(
            R"({"members": [{"file": "/runs/joint/results.h5"}, {"file": "/runs/motion/results.h5"},
                                      {"file": "/r/bone.h5"}], "differing": ["seed"]})");
        show(evaluation, made);
        QVERIFY(view.weightsShown());
        QVERIFY2(view.factsText().contains("not made alike: they differ in: Seed"),
                 qPrintable(view.factsText()));
        viz::WeightTriangle& map = view.weights();
        map.resize(400, 360);
        QCOMPARE(map.best(), 4);
        QCOMPARE(map.equal(), 3);
        QCOMPARE(map.text(4), QString("joint 0.5 · motion 0.5 · bone 0: 90.0 %, the best mix"));
        QVERIFY(map.text(3).endsWith("80.0 %, nearest to equal weights"));
        QVERIFY(map.placeOf(0).x() < map.placeOf(1).x() && map.placeOf(2).y() < map.placeOf(0).y());
        for (int mix = 0; mix < 5; ++mix) QCOMPARE(map.mixAt(map.placeOf(mix)), mix);
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.current(), 3);
        QVERIFY(!map.grab().isNull());
    }

    // The stamp with the options that tell is on everything that is a number, and below pictures.
    void theStampIsEverywhere() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        show(evaluation, repeated());
        const auto* tree = view.findChild<FiguresTree*>();
        for (const QString& tip :
             {view.matrix().toolTip(), view.findChild<viz::ClassBars*>()->toolTip(),
              tree->topLevelItem(0)->toolTip(2), groupOf(*tree, "By repetition")->toolTip(2)})
            for (const char* line :
                 {"Content of the dataset: d1", "Split: s1", "Chosen by: test", "Label fraction: 0.1"})
                QVERIFY2(tip.contains(line) && !tip.contains("Threads"), qPrintable(tip));
        QVERIFY2(view.exporter().caption().contains("data hash: d1") &&
                     view.exporter().caption().contains("split hash: s1") &&
                     view.exporter().caption().contains("over 3 repetitions"),
                 qPrintable(view.exporter().caption()));
    }

    // How far a run is, in what it counts.
    void aRunTellsItsProgressInItsUnit() {
        const QString folder = folder_.filePath("runs/retrieve-0001");
        Experiment experiment;
        experiment.verb = "retrieve";
        auto run = RunFolder::create(folder.toStdString(), experiment);
        QVERIFY(run);
        RunStarted started;
        started.verb = "retrieve";
        QVERIFY(run->append(started));
        QVERIFY(run->append(ProgressMade{1, 4, "splits"}));
        JobRunner runner(folder_.filePath("nothing"));
        RunScanner scanner(folder_.filePath("runs"));
        ShownEvaluation evaluation;
        ChosenRuns chosen;
        auto* view = new EvaluationView({service_, selection_, playhead_, evaluation});
        EvaluationPanel panel({{runner, scanner, service_.current()}, chosen, evaluation}, view,
                              new PaperBoardPanel(runner, scanner, service_));
        QTRY_VERIFY_WITH_TIMEOUT(scanner.find(folder), 5000);
        chosen.choose({folder});
        const auto says = [&] {
            for (const QLabel* label : view->findChild<EmptyPage*>()->findChildren<QLabel*>())
                if (label->text() == "1 of 4 splits are done.") return true;
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(), 5000);
    }
};

KINELENS_TEST(EvaluationFiguresTest, widgets);

} // namespace evaluation_figures_test
#include "evaluation_figures_test.moc"
