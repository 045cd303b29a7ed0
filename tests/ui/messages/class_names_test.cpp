// Lists that hold names of classes cut them in the middle: several classes may begin alike.
#include "tests/support/test_program.h"
#include "tests/ui/explore/embedding_bench.h"
#include "ui/browse/facet_list.h"
#include "ui/browse/sequence_table.h"
#include "ui/evaluate/evaluation_view.h"
#include "ui/explore/neighbours_panel.h"

#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

namespace class_names_test {

using namespace kinelens::ui;

class ClassNamesTest : public QObject {
    Q_OBJECT
private slots:
    void listsCutInTheMiddle() {
        const QTemporaryDir folder;
        EmbeddingBench bench(folder.path());
        NeighboursPanel neighbours({bench.service, bench.selection, bench.playhead, bench.shownMap});
        EvaluationView evaluation({bench.service, bench.selection, bench.playhead, bench.evaluation});
        SequenceTable table(bench.model, bench.selection);
        FacetList facets(bench.model);
        int lists = 0;
        for (const QWidget* panel :
             std::initializer_list<const QWidget*>{&neighbours, &evaluation, bench.panel.legend()})
            for (const QAbstractItemView* list : panel->findChildren<QAbstractItemView*>()) {
                if (!qobject_cast<const QTableView*>(list) && list->accessibleName().isEmpty()) continue;
                QVERIFY2(list->textElideMode() == Qt::ElideMiddle, qPrintable(list->accessibleName()));
                ++lists;
            }
        QVERIFY(lists >= 4);
        QCOMPARE(table.textElideMode(), Qt::ElideMiddle);
        QCOMPARE(facets.textElideMode(), Qt::ElideMiddle);
    }
};

KINELENS_TEST(ClassNamesTest, widgets);

} // namespace class_names_test
#include "class_names_test.moc"
