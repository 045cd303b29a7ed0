#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"
#include "ui/evaluate/paper_board_panel.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/dataset_service.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

namespace paper_board_click_test {

using namespace kinelens;
using namespace kinelens::ui;

class PaperBoardClickTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    static QModelIndex firstIn(const PaperBoardModel& model, CellState state) {
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 1; model.boardRow(row) && column < model.columnCount(); ++column)
                if (model.state(model.index(row, column)) == state) return model.index(row, column);
        return {};
    }

private slots:
    // A cell that is drawn as a link is one: a click starts its run, and a double-click does not start two.
    void anUnderlinedCellActsOnOneClick() {
        const QString data = folder_.filePath("d.h5");
        QVERIFY(kinelens::testing::write_small_dataset(data.toStdString(), 8, 6, 4).has_value());
        JobRunner runner("/bin/true");
        RunScanner scanner(folder_.filePath("runs"));
        DatasetService service;
        PaperBoardPanel panel(runner, scanner, service);
        panel.resize(1400, 900);
        panel.show();
        QSignalSpy started(&panel, &PaperBoardPanel::runStarted);
        service.open(data);
        QTRY_VERIFY(firstIn(panel.model(), CellState::ready).isValid());
        auto* table = panel.findChild<QTableView*>();
        const auto click = [&](const QModelIndex& cell, bool twice = false) {
            table->scrollTo(cell);
            const QPoint place = table->visualRect(cell).center();
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
            if (twice) QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        };
        click(firstIn(panel.model(), CellState::blocked));
        QCOMPARE(started.count(), 0); // an ordinary cell is chosen, no more
        click(firstIn(panel.model(), CellState::ready), true);
        QCOMPARE(started.count(), 1);
    }
};

KINELENS_TEST(PaperBoardClickTest, widgets);

} // namespace paper_board_click_test
#include "paper_board_click_test.moc"
