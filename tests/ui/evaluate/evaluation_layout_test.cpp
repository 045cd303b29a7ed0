#include "tests/support/test_program.h"
#include "ui/evaluate/evaluation_view.h"

#include "core/results/evaluation_results.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/turning_splitter.h"
#include "viz/charts/confusion_matrix.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

namespace evaluation_layout_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

EvaluationResults results() {
    EvaluationResults made;
    made.class_names = {"wave", "bow", "kick"};
    made.fold_names = {"all"};
    for (int i = 0; i < 30; ++i) {
        made.names.push_back("S" + std::to_string(100 + i));
        made.truth.push_back(i % 3);
        made.predicted.push_back(i % 2 == 0 ? i % 3 : 2);
        made.fold.push_back(0);
    }
    made.stamp = {{"verb", "probe"}, {"protocol", "random:0.8"}, {"seed", "0"}};
    return made;
}

} // namespace

class EvaluationLayoutTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString file_;
    DatasetService service_;
    Selection selection_;
    Playhead playhead_;
    ShownEvaluation evaluation_;

    std::unique_ptr<EvaluationView> shown(QSize size) {
        auto view = std::make_unique<EvaluationView>(
            EvaluationView::Parts{service_, selection_, playhead_, evaluation_});
        QSignalSpy loaded(&evaluation_, &ShownEvaluation::changed);
        view->resize(size);
        view->show();
        evaluation_.show({file_});
        if (!QTest::qWaitFor([&loaded] { return loaded.count() > 0; })) return nullptr;
        auto* tabs = view->findChild<QTabWidget*>();
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->widget(i)->isAncestorOf(&view->matrix())) tabs->setCurrentIndex(i);
        QCoreApplication::processEvents();
        return view;
    }

private slots:
    void initTestCase() {
        file_ = folder_.filePath("results.h5");
        QVERIFY(write_results(file_.toStdString(), results()).has_value());
    }
    // What the panel gets in a window of 1280 × 720, and on a larger screen.
    void theMatrixHasRoom() {
        for (const QSize size : {QSize(880, 540), QSize(1000, 700), QSize(600, 640)}) {
            const auto view = shown(size);
            QVERIFY(view);
            QVERIFY2(view->matrix().width() >= 320 && view->matrix().height() >= 320,
                     qPrintable(QString("%1 x %2 of %3 x %4")
                                    .arg(view->matrix().width())
                                    .arg(view->matrix().height())
                                    .arg(size.width())
                                    .arg(size.height())));
            QVERIFY(view->findChild<QTableView*>()->height() >= 60);
        }
    }
    void thePartsStandWhereThereIsRoom() {
        const auto view = shown({900, 560});
        QVERIFY(view);
        auto* parts = view->findChild<TurningSplitter*>();
        QCOMPARE(parts->orientation(), Qt::Horizontal);
        view->resize(560, 700);
        QCOMPARE(parts->orientation(), Qt::Vertical);
    }
    void itGetsNarrow() {
        const auto view = shown({560, 700});
        QVERIFY(view);
        QVERIFY2(view->minimumSizeHint().width() <= 420,
                 qPrintable(QString::number(view->minimumSizeHint().width())));
    }
    void theSharesComeBack() {
        QJsonObject kept;
        {
            const auto view = shown({1000, 560});
            QVERIFY(view);
            auto* parts = view->findChild<TurningSplitter*>();
            parts->setSizes({640, 360});
            emit parts->splitterMoved(640, 1);
            kept = view->state();
        }
        evaluation_.clear();
        EvaluationView view({service_, selection_, playhead_, evaluation_});
        view.restore(kept);
        view.resize(1000, 560);
        view.show();
        evaluation_.show({file_});
        QTRY_VERIFY(evaluation_.results());
        QTRY_VERIFY(std::abs(view.findChild<TurningSplitter*>()->sizes()[0] - 640) < 5);
        QVERIFY(view.matrix().isVisible()); // its page was open
    }
    // The words of the cell under the pointer stand below the matrix, not on it.
    void aCellIsToldBelow() {
        const auto view = shown({880, 540});
        QVERIFY(view);
        viz::ConfusionMatrix& matrix = view->matrix();
        const QPointF cell = matrix.boxOf(viz::ConfusionCell{0, 2}).center();
        QMouseEvent move(QEvent::MouseMove, cell, matrix.mapToGlobal(cell), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&matrix, &move);
        auto* told = view->findChild<QLabel*>("confusion.told");
        QVERIFY2(told->text().startsWith("wave taken for kick: 5 of 10"), qPrintable(told->text()));
        QVERIFY(told->isVisible() && told->y() >= matrix.geometry().bottom());
    }
};

KINELENS_TEST(EvaluationLayoutTest, widgets);

} // namespace evaluation_layout_test
#include "evaluation_layout_test.moc"
