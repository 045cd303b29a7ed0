#include "tests/support/test_program.h"
#include "viz/charts/confusion_matrix.h"

#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QLineF>
#include <QSignalSpy>
#include <QToolTip>

namespace confusion_matrix_test {

using namespace kinelens::viz;

namespace {

// Names that differ only at their ends.
ConfusionCounts counts(int classes) {
    ConfusionCounts made;
    const auto count = static_cast<std::size_t>(classes);
    for (int i = 0; i < classes; ++i)
        made.names.push_back("standing shoulder movement with the arm held out, number " + std::to_string(i));
    made.counts.assign(count * count, 1);
    for (std::size_t i = 0; i < count; ++i) made.counts[i * count + i] = 9;
    return made;
}

void move(QWidget& widget, const QPointF& place) {
    QMouseEvent event(QEvent::MouseMove, place, widget.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &event);
}

bool asksForTip(QWidget& widget, const QPointF& place) {
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, place.toPoint(), widget.mapToGlobal(place.toPoint()));
    QCoreApplication::sendEvent(&widget, &event);
    return QToolTip::isVisible();
}

} // namespace

class ConfusionMatrixTest : public QObject {
    Q_OBJECT
    ConfusionMatrix* matrix_ = nullptr;

private slots:
    void init() {
        matrix_ = new ConfusionMatrix;
        matrix_->resize(420, 380);
        matrix_->setCounts(counts(5));
        matrix_->setToolTip("made by …");
        matrix_->show();
    }
    void cleanup() { delete matrix_; }

    // What is under the pointer is told, and nothing is laid over the matrix.
    void thePointerIsTold() {
        QSignalSpy told(matrix_, &ConfusionMatrix::told);
        const QPointF cell = matrix_->boxOf(ConfusionCell{1, 3}).center();
        move(*matrix_, cell);
        QCOMPARE(told.count(), 1);
        QVERIFY2(told[0][0].toString().endsWith("number 3: 1 of 13 (8 %)") ||
                     told[0][0].toString().endsWith("number 3: 1 of 13 (7.7 %)"),
                 qPrintable(told[0][0].toString()));
        QVERIFY(!asksForTip(*matrix_, cell));
        move(*matrix_, cell + QPointF(1, 1)); // the same cell
        QCOMPARE(told.count(), 1);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(matrix_, &leave);
        QCOMPARE(told.count(), 2);
        QCOMPARE(told[1][0].toString(), QString());
    }
    void namesAreToldWhole() {
        QSignalSpy told(matrix_, &ConfusionMatrix::told);
        const QRectF cell = matrix_->boxOf(ConfusionCell{2, 0});
        const QPointF row(cell.left() - 20, cell.center().y());
        move(*matrix_, row);
        QCOMPARE(told.count(), 1);
        QCOMPARE(told[0][0].toString(),
                 QString("standing shoulder movement with the arm held out, number 2: 9 of 13 right (69 %)"));
        QVERIFY(!asksForTip(*matrix_, row));
        const QRectF first = matrix_->boxOf(ConfusionCell{0, 4});
        move(*matrix_, {first.center().x() + 8, first.top() - 18}); // along the turned name
        QCOMPARE(told.count(), 2);
        QCOMPARE(told[1][0].toString(),
                 QString("standing shoulder movement with the arm held out, number 4: said 13 times, 9 times "
                         "rightly"));
    }
    void theChosenCellIsToldOtherwise() {
        QSignalSpy told(matrix_, &ConfusionMatrix::told);
        QTest::keyClick(matrix_, Qt::Key_Right);
        QCOMPARE(told.count(), 1);
        move(*matrix_, matrix_->boxOf(ConfusionCell{4, 4}).center());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(matrix_, &leave);
        QCOMPARE(told.count(), 3);
        QCOMPARE(told[2][0], told[0][0]);
    }
    void elsewhereTheReceiptIsATip() { QVERIFY(asksForTip(*matrix_, {4, 4})); }

    // With so many classes that names would lie on each other, the cells get the room of the names.
    void manyClassesUseTheWholePlace() {
        matrix_->setCounts(counts(60));
        const QRectF first = matrix_->boxOf(ConfusionCell{0, 0}),
                     last = matrix_->boxOf(ConfusionCell{59, 59});
        QVERIFY2(last.bottom() - first.top() > 0.85 * matrix_->height(),
                 qPrintable(QString::number(last.bottom() - first.top())));
        QVERIFY(last.right() <= matrix_->width());
    }
    // Zooming in brings the names back beside the cells, which does not tear what is under the pointer away.
    void zoomingKeepsWhatIsUnderThePointer() {
        matrix_->setCounts(counts(40));
        const QPointF place = matrix_->boxOf(ConfusionCell{20, 20}).center();
        for (int i = 0; i < 12; ++i) {
            QWheelEvent event(place, matrix_->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(matrix_, &event);
        }
        const QRectF cell = matrix_->boxOf(ConfusionCell{20, 20});
        QVERIFY(cell.width() > 60);
        QVERIFY2(QLineF(cell.center(), place).length() < 1.5 * cell.width(), // the edges may stop it a little
                 qPrintable(QString("%1 %2").arg(cell.center().x()).arg(cell.center().y())));
    }
    // Four classes "standing shou…" would be told apart by nobody: each row's name is drawn differently.
    void shortenedNamesStayDifferent() {
        const QImage picture = matrix_->grab().toImage();
        QSet<QByteArray> names;
        for (std::size_t i = 0; i < 5; ++i) {
            const QRectF cell = matrix_->boxOf(ConfusionCell{i, 0});
            const int line = matrix_->fontMetrics().height();
            const QRect place(QPoint(line + 6, qRound(cell.center().y()) - line / 2 - 1),
                              QSize(qRound(cell.left()) - line - 12, line + 2));
            const QImage name = picture.copy(place).convertToFormat(QImage::Format_Grayscale8);
            QByteArray ink;
            for (int y = 0; y < name.height(); ++y)
                ink.append(reinterpret_cast<const char*>(name.constScanLine(y)), name.width());
            names.insert(ink);
        }
        QCOMPARE(names.size(), 5);
    }
};

KINELENS_TEST(ConfusionMatrixTest, widgets);

} // namespace confusion_matrix_test
#include "confusion_matrix_test.moc"
