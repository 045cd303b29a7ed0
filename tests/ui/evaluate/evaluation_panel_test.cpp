#include "core/experiment/run_folder.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"
#include "tests/ui/support/open_dataset.h"
#include "ui/browse/sequence_table.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/commands/action_registry.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/evaluate/results_export.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/current_dataset.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/neighbour_board.h"
#include "viz/charts/confusion_matrix.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <algorithm>

namespace evaluation_panel_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// Three classes; the sequences of class 1 are taken for 2 as often as `wrong` says.
EvaluationResults results(int wrong, const std::string& data = "d1") {
    EvaluationResults made;
    made.class_names = {"wave", "bow", "kick"};
    made.fold_names = {"all"};
    for (int i = 0; i < 30; ++i) {
        char name[8];
        std::snprintf(name, sizeof name, "S%03d", i);
        made.names.emplace_back(name);
        made.truth.push_back(i % 3);
        made.predicted.push_back(i % 3 == 1 && i / 3 < wrong ? 2 : i % 3);
        made.fold.push_back(0);
    }
    made.stamp = {{"verb", "probe"}, {"protocol", "random:0.8"}, {"seed", "0"}, {"data_hash", data}};
    return made;
}

} // namespace

class EvaluationPanelTest : public QObject {
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

private slots:
    void aCellOpensItsSequences() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("a", results(4))});
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(view.sequences().rowCount(), 30);
        emit view.matrix().cellChosen(1, 2);
        QCOMPARE(selection_.selected(), (QStringList{"S001", "S004", "S007", "S010"}));
        QCOMPARE(selection_.current(), QString("S001"));
        QCOMPARE(view.sequences().rowCount(), 4);
    }

    // A cell's sequences are chosen in the browser's table as well, and stay so while one walks through them;
    // a command lists them alone.
    void aCellIsTheProgramsSelection() {
        selection_.clear();
        std::vector<SequenceInfo> infos(30);
        for (std::size_t i = 0; i < 30; ++i) {
            infos[i].name = results(0).names[i];
            infos[i].length = 20;
        }
        SequenceTableModel model;
        model.setDataset(makeOpenDataset("d.h5", {}, infos, {}, true));
        SequenceTable table(model, selection_);
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        ActionRegistry registry;
        view.addCommands(registry);
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("a", results(4))});
        QTRY_COMPARE(loaded.count(), 1);
        emit view.matrix().cellChosen(1, 2);
        const QStringList four{"S001", "S004", "S007", "S010"};
        QCOMPARE(selection_.selected(), four);
        QCOMPARE(table.selectionModel()->selectedRows().size(), 4);
        view.findChild<QTableView*>()->selectRow(2);
        QCOMPARE(selection_.current(), QString("S007"));
        QCOMPARE(table.currentIndex().row(), 7);
        QCOMPARE(selection_.selected(), four);
        QSignalSpy wanted(&view, &EvaluationView::subsetWanted);
        registry.action("evaluation.subset")->trigger();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted[0][0].toStringList(), four);
        selection_.clear();
    }

    // Equal names in another dataset are not these sequences.
    void anotherDatasetIsSaid() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("a", results(4))});
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(view.otherData().isHidden()); // none is open
        const QString data = folder_.filePath("other.h5");
        QVERIFY(kinelens::testing::write_small_dataset(data.toStdString(), 4).has_value());
        service_.open(data);
        QTRY_VERIFY(!view.otherData().isHidden());
        QVERIFY2(view.otherData().text().contains("not made on the open dataset small"),
                 qPrintable(view.otherData().text()));
        evaluation.show({write("b", results(4, service_.dataset()->info.content_hash))});
        QTRY_COMPARE(loaded.count(), 2);
        QVERIFY(view.otherData().isHidden());
        service_.close();
    }

    void theMatrixFollowsTheSelection() {
        selection_.setSelected({});
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("m", results(4))});
        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(view.matrix().selectedAt(1, 2), 0);
        selection_.setSelected({"S001", "S004", "elsewhere"}); // as a lasso on a map does
        QCOMPARE(view.matrix().selectedAt(1, 2), 2);
        selection_.setSelected({});
        QCOMPARE(view.matrix().selectedAt(1, 2), 0);
    }

    // The query and its neighbours play beside each other; the neighbours' classes are held against the
    // query's.
    void neighboursPlayInStep() {
        const QString data = folder_.filePath("d.h5");
        QVERIFY(kinelens::testing::write_small_dataset(data.toStdString(), 4).has_value());
        QSignalSpy opened(&service_, &DatasetService::opened);
        service_.open(data);
        QTRY_COMPARE(opened.count(), 1);
        EvaluationResults made;
        made.class_names = {"even", "odd"};
        made.fold_names = {"all"};
        made.names = {"sequence0"};
        made.truth = made.predicted = made.fold = {0};
        made.retrieved = {
            {"sequence1", "sequence2", "elsewhere"}, {1, 0, 0}, 3, {1, 0, 2}, {0.1F, 0.2F, 0.3F}};
        made.stamp = {{"verb", "retrieve"}, {"seed", "0"}};
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("near", made)});
        QTRY_COMPARE(loaded.count(), 1);
        view.findChild<QTableView*>()->selectRow(0);
        const auto& tiles = view.board().tiles();
        QCOMPARE(tiles.size(), std::size_t(4));
        QCOMPARE(tiles[0].name, QString("sequence0"));
        QCOMPARE(tiles[1].name, QString("sequence2"));
        QVERIFY(tiles[1].mark == BoardTile::Mark::right && tiles[2].mark == BoardTile::Mark::wrong);
        QTRY_VERIFY(view.board().moving(0) && view.board().moving(1) && view.board().moving(2));
        QVERIFY(!view.board().moving(3));
        QTest::keyClick(&view.board(), Qt::Key_Right);
        QTest::keyClick(&view.board(), Qt::Key_Return);
        QCOMPARE(selection_.current(), QString("sequence2"));
    }

    void whatIsShownIsExported() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        QVERIFY(!view.exporter().isEnabled());
        QSignalSpy loaded(&evaluation, &ShownEvaluation::changed);
        evaluation.show({write("x", results(4))});
        QTRY_COMPARE(loaded.count(), 1);
        QSignalSpy done(&view.exporter(), &ResultsExport::done);
        QSignalSpy failed(&view.exporter(), &ResultsExport::failed);
        view.exporter().exportTable(EvaluationTable::confusion, TableFormat::csv,
                                    folder_.filePath("confusion.csv"));
        QTRY_COMPARE(done.count(), 1);
        QFile table(folder_.filePath("confusion.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QVERIFY(table.readAll().contains("bow,0,6,4"));
        view.exporter().exportPicture(folder_.filePath("page.png"));
        view.exporter().exportPicture(folder_.filePath("page.pdf"));
        QTRY_COMPARE(done.count(), 3);
        QVERIFY(QImage(folder_.filePath("page.png")).width() > 100);
        view.exporter().exportPicture(folder_.filePath("nowhere/page.png"));
        QTRY_COMPARE(failed.count(), 1);
    }

    void twoRunsAreCompared() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        evaluation.show({write("b", results(9)), write("c", results(1))});
        QTRY_VERIFY_WITH_TIMEOUT(!view.comparisonText().isEmpty(), 5000);
        QVERIFY2(view.comparisonText().contains("0 right here alone, 8 there alone"),
                 qPrintable(view.comparisonText()));
        QVERIFY2(view.comparisonText().contains("0.0078"), qPrintable(view.comparisonText()));
        QVERIFY(view.message().isHidden()); // made alike
        QVERIFY(!view.comparisonText().contains("more of the chosen"));
        QSignalSpy done(&view.exporter(), &ResultsExport::done);
        view.exporter().exportComparison(TableFormat::csv, folder_.filePath("comparison.csv"));
        view.exporter().exportComparison(TableFormat::json, folder_.filePath("comparison.json"));
        QTRY_COMPARE(done.count(), 2);
        QFile table(folder_.filePath("comparison.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray text = table.readAll();
        QVERIFY2(text.contains("mcnemar only_second,8\r\n") && text.contains("first_stamp data_hash,d1\r\n"),
                 text.constData());
    }

    void differingStampsAndFurtherRunsAreSaid() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        evaluation.show({write("b", results(9)), write("c", results(1, "d2")), write("e", results(2))});
        QTRY_VERIFY_WITH_TIMEOUT(!view.comparisonText().isEmpty(), 5000);
        QVERIFY(!view.message().isHidden());
        QVERIFY(view.message().kind() == MessageBar::Kind::warning);
        QVERIFY2(view.message().text().contains("Content of the dataset"), qPrintable(view.message().text()));
        QVERIFY2(view.comparisonText().contains("1 more of the chosen"), qPrintable(view.comparisonText()));
        const auto labels = view.findChildren<QLabel*>();
        const bool both = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->toolTip().contains("Content of the dataset: d1") &&
                   label->toolTip().contains("Content of the dataset: d2");
        });
        QVERIFY(both);
    }

    void aBrokenFileIsSaid() {
        ShownEvaluation evaluation;
        EvaluationView view({service_, selection_, playhead_, evaluation});
        const QString file = folder_.filePath("broken.h5");
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no results");
        broken.close();
        evaluation.show({file});
        QTRY_VERIFY(!view.message().isHidden());
        QVERIFY(view.message().kind() == MessageBar::Kind::error);
        QVERIFY2(view.message().text().contains("broken.h5"), qPrintable(view.message().text()));
        QVERIFY(!evaluation.results());
    }

    void theFormNeedsACheckpointAndAProtocol() {
        JobRunner runner(folder_.filePath("nothing"));
        RunScanner scanner(folder_.filePath("runs"));
        CurrentDataset dataset;
        CheckpointForm form({probeKind(), retrievalKind(), finetuningKind()}, "Evaluation",
                            {runner, scanner, dataset});
        dataset.set(kinelens::testing::open_dataset());
        const auto* command = form.form(0).findChild<QPlainTextEdit*>();
        QVERIFY(!form.form(0).startRun()); // no program
        form.setCheckpoint("/c/epoch-0003.pt");
        QVERIFY2(command->toPlainText().startsWith("kinelens-cli probe --checkpoint /c/epoch-0003.pt --data"),
                 qPrintable(command->toPlainText()));
        QVERIFY(command->toPlainText().contains("--protocol folds:subject/4"));
    }

    // Whatever becomes of an evaluation is said; one whose process has gone is not "under way".
    void theStateOfAnEvaluationIsSaid() {
        JobRunner runner(folder_.filePath("nothing"));
        RunScanner scanner(folder_.filePath("runs"));
        ShownEvaluation evaluation;
        ChosenRuns chosen;
        auto* view = new EvaluationView({service_, selection_, playhead_, evaluation});
        EvaluationPanel panel({{runner, scanner, service_.current()}, chosen, evaluation}, view,
                              new PaperBoardPanel(runner, scanner, service_));
        const QString folder = folder_.filePath("runs/probe-0001");
        const auto says = [&](const QString& words) {
            for (const QLabel* label : view->findChildren<QLabel*>())
                if (label->text().contains(words)) return true;
            return false;
        };
        Experiment experiment;
        experiment.verb = "probe";
        {
            auto run = RunFolder::create(folder.toStdString(), experiment);
            QVERIFY(run);
            scanner.lookNow();
            QTRY_VERIFY(scanner.find(folder));
            chosen.choose({folder});
            QTRY_VERIFY(says("probe-0001: Starting…"));
            QVERIFY(run->append(RunStarted{}));
            QTRY_VERIFY(says("probe-0001: Running"));
            QVERIFY(request_control(folder.toStdString(), {ControlRequest::stop, 0}));
            QTRY_VERIFY(says("probe-0001: Stopping…"));
        }
        QTRY_VERIFY(says("probe-0001: Lost") && says("The run was cut off"));
    }

    void ordersOfTheMatrix() {
        const viz::ConfusionCounts counts{{"a", "b", "c"}, {5, 0, 5, 0, 10, 0, 2, 0, 8}};
        using viz::ConfusionOrder;
        QCOMPARE(viz::confusion_order(counts, ConfusionOrder::classes), (std::vector<std::size_t>{0, 1, 2}));
        QCOMPARE(viz::confusion_order(counts, ConfusionOrder::worst_first),
                 (std::vector<std::size_t>{0, 2, 1}));
        QCOMPARE(viz::confusion_order(counts, ConfusionOrder::confused_together),
                 (std::vector<std::size_t>{0, 2, 1}));
        QCOMPARE(counts.share(0, 2), 0.5);
    }

    void theMatrixZoomsAndIsWalkedByKeys() {
        viz::ConfusionMatrix matrix;
        matrix.resize(260, 260);
        matrix.setCounts({{"a", "b", "c"}, {5, 0, 5, 0, 10, 0, 2, 0, 8}});
        QSignalSpy chosen(&matrix, &viz::ConfusionMatrix::cellChosen);
        QTest::keyClick(&matrix, Qt::Key_Right);
        QTest::keyClick(&matrix, Qt::Key_Right);
        QTest::keyClick(&matrix, Qt::Key_Down);
        QCOMPARE(chosen.count(), 3);
        QCOMPARE(matrix.chosen(), (viz::ConfusionCell{1, 1}));
        QTest::mouseClick(&matrix, Qt::LeftButton, {}, {250, 250});
        QCOMPARE(matrix.chosen(), (viz::ConfusionCell{2, 2}));
    }
};

KINELENS_TEST(EvaluationPanelTest, widgets);

} // namespace evaluation_panel_test
#include "evaluation_panel_test.moc"
