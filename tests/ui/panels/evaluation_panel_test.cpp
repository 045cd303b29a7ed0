#include "ui/jobs/run_scanner.h"
#include "ui/panels/evaluation_panel.h"
#include "ui/state/selection.h"
#include "viz/charts/confusion_matrix.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

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
    QString write(const char* name, const EvaluationResults& made) {
        const QString place = folder_.filePath(name);
        QDir().mkpath(place);
        const QString file = place + "/results.h5";
        return write_results(file.toStdString(), made) ? file : QString();
    }

private slots:
    void aCellOpensItsSequences() {
        Selection selection;
        EvaluationView view(selection);
        QSignalSpy loaded(&view, &EvaluationView::loaded);
        view.showFiles({write("a", results(4))});
        QVERIFY(loaded.wait(5000));
        QCOMPARE(view.sequences().rowCount(), 30);
        emit view.matrix().cellChosen(1, 2);
        QCOMPARE(selection.selected(), (QStringList{"S001", "S004", "S007", "S010"}));
        QCOMPARE(selection.current(), QString("S001"));
        QCOMPARE(view.sequences().rowCount(), 4);
    }

    void twoRunsAreCompared() {
        Selection selection;
        EvaluationView view(selection);
        view.showFiles({write("b", results(9)), write("c", results(1))});
        QTRY_VERIFY_WITH_TIMEOUT(!view.comparisonText().isEmpty(), 5000);
        QVERIFY2(view.comparisonText().contains("0 right here alone, 8 there alone"),
                 qPrintable(view.comparisonText()));
        QVERIFY2(view.comparisonText().contains("0.0078"), qPrintable(view.comparisonText()));
    }

    void aBrokenFileIsSaid() {
        Selection selection;
        EvaluationView view(selection);
        const QString file = folder_.filePath("broken.h5");
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no results");
        broken.close();
        view.showFiles({file});
        QTest::qWait(300);
        QVERIFY(!view.shown());
    }

    void theFormNeedsACheckpointAndAProtocol() {
        JobRunner runner(folder_.filePath("nothing"));
        RunScanner scanner(folder_.filePath("runs"));
        CheckpointForm form({probeKind(), retrievalKind(), finetuningKind()}, "Evaluation", runner, scanner);
        form.setDataset("/data/d.h5", "d", 30);
        const auto* command = form.form(0).findChild<QPlainTextEdit*>();
        QVERIFY(!form.form(0).startRun()); // no program
        form.setCheckpoint("/c/epoch-0003.pt");
        QVERIFY2(command->toPlainText().startsWith("kinelens-cli probe --checkpoint /c/epoch-0003.pt --data"),
                 qPrintable(command->toPlainText()));
        QVERIFY(command->toPlainText().contains("--protocol folds:subject/4"));
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

QTEST_MAIN(EvaluationPanelTest)
#include "evaluation_panel_test.moc"
