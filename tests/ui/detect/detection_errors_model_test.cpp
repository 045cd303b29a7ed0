#include "tests/support/test_program.h"
#include "ui/detect/detection_errors_model.h"

#include <QAbstractItemModelTester>

namespace detection_errors_model_test {

using namespace kinelens;
using namespace kinelens::ui;

class DetectionErrorsModelTest : public QObject {
    Q_OBJECT

    static std::vector<DetectionError> errors() {
        return {{"A", DetectionVerdict::missed, -1, 1, 100, 130, 0, 0},
                {"A", DetectionVerdict::wrong_class, 0, 1, 200, 230, 0.6, 0.9},
                {"B", DetectionVerdict::background, 0, -1, 50, 90, 0, 0.4},
                {"B", DetectionVerdict::missed, -1, 0, 150, 190, 0, 0}};
    }

private slots:
    void listsAndFilters() {
        DetectionErrorsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setErrors(errors(), {"wave", "bow"}, 25);
        QCOMPARE(model.rowCount(), 4);
        const auto text = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(1, DetectionErrorsModel::Said), QString("wave"));
        QCOMPARE(text(1, DetectionErrorsModel::Truth), QString("bow"));
        QCOMPARE(text(1, DetectionErrorsModel::Time), QString("0:08.00"));
        QCOMPARE(text(1, DetectionErrorsModel::Overlap), QString("0.60"));
        QCOMPARE(text(0, DetectionErrorsModel::Said), QString("–"));
        QCOMPARE(text(2, DetectionErrorsModel::Recording), QString("B"));
        QCOMPARE(model.counts().at(DetectionVerdict::missed), 2);
        model.setVerdict(DetectionVerdict::missed);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(1).sequence, QString("B"));
        model.setErrors({}, {}, 25);
        QCOMPARE(model.rowCount(), 0);
    }

    void theTourGoesOnInTheNextRecording() {
        DetectionErrorsModel model;
        model.setErrors(errors(), {"wave", "bow"}, 25);
        QCOMPARE(model.next("A", 0, true), 0);
        QCOMPARE(model.next("A", 100, true), 1);
        QCOMPARE(model.next("A", 200, true), 2);
        QCOMPARE(model.next("B", 150, true), -1);
        QCOMPARE(model.next("B", 50, false), 1);
        QCOMPARE(model.next("A", 100, false), -1);
        model.setVerdict(DetectionVerdict::missed);
        QCOMPARE(model.next("A", 100, true), 1);
    }
};

KINELENS_TEST(DetectionErrorsModelTest, widgets);

} // namespace detection_errors_model_test
#include "detection_errors_model_test.moc"
