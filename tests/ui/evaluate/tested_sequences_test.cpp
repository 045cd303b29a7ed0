#include "tests/support/test_program.h"
#include "ui/evaluate/confusion_page.h"
#include "ui/evaluate/tested_sequences.h"
#include "ui/state/selection.h"
#include "viz/charts/confusion_matrix.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

namespace tested_sequences_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// Twelve sequences of three classes; the first two of class 1 were said to be of class 2.
ShownResultsPtr results() {
    auto shown = std::make_shared<ShownResults>();
    shown->results.class_names = {"wave", "bow", "kick"};
    shown->figures.confusion.assign(9, 0);
    for (int i = 0; i < 12; ++i) {
        const std::int32_t truth = i % 3, said = truth == 1 && i < 6 ? 2 : truth;
        shown->results.names.push_back("S" + std::to_string(i));
        shown->results.truth.push_back(truth);
        shown->results.predicted.push_back(said);
        ++shown->figures.confusion[static_cast<std::size_t>(truth * 3 + said)];
    }
    return shown;
}

QString countOf(const QWidget& widget) {
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->text().contains("sequence")) return label->text();
    return {};
}

} // namespace

class TestedSequencesTest : public QObject {
    Q_OBJECT
private slots:
    void allAreListedAndNothingIsChosen() {
        Selection selection;
        selection.setSelected({"S3", "S4"});
        TestedSequences list(selection);
        QSignalSpy query(&list, &TestedSequences::queryChanged);
        list.setResults(results());
        QCOMPARE(list.model().rowCount(), 12);
        QCOMPARE(countOf(list), QString("12 sequences"));
        QCOMPARE(query.count(), 1);
        QCOMPARE(selection.selected(), (QStringList{"S3", "S4"}));
    }

    void whatIsChosenIsTheProgramsSelection() {
        Selection selection;
        TestedSequences list(selection);
        list.setResults(results());
        list.setFilter({false, 1, 2}, "bow taken for kick");
        QCOMPARE(selection.selected(), (QStringList{"S1", "S4"}));
        QCOMPARE(selection.current(), QString("S1"));
        QCOMPARE(countOf(list), QString("2 of 12 sequences"));
        auto* box = list.findChild<QComboBox*>();
        QCOMPARE(box->currentText(), QString("bow taken for kick"));
        list.setFilter({false, 0, -1}, "wave");
        QCOMPARE(box->count(), 3); // one choice at a time
        list.setFilter({}, {});
        QCOMPARE(box->count(), 2);
        QCOMPARE(selection.selected().size(), 4); // it stays until another is chosen
    }

    void theWrongOnesAreAListOfTheirOwn() {
        Selection selection;
        TestedSequences list(selection);
        list.setResults(results());
        auto* box = list.findChild<QComboBox*>();
        box->setCurrentIndex(1);
        emit box->activated(1);
        QCOMPARE(list.model().names(), (QStringList{"S1", "S4"}));
        QCOMPARE(selection.selected(), (QStringList{"S1", "S4"}));
        emit box->activated(0);
        QCOMPARE(list.model().rowCount(), 12);
    }

    void aRowPlaysItsSequence() {
        Selection selection;
        TestedSequences list(selection);
        list.setResults(results());
        QSignalSpy query(&list, &TestedSequences::queryChanged);
        list.findChild<QTableView*>()->selectRow(7);
        QCOMPARE(selection.current(), QString("S7"));
        QCOMPARE(query.last()[0].toInt(), 7);
    }

    void theSubsetIsWhatIsListed() {
        Selection selection;
        TestedSequences list(selection);
        QSignalSpy wanted(&list, &TestedSequences::subsetWanted);
        list.offerSubset(); // there is nothing to list
        QCOMPARE(wanted.count(), 0);
        list.setResults(results());
        list.setFilter({true, -1, -1}, {});
        list.offerSubset();
        QCOMPARE(wanted.last()[0].toStringList(), (QStringList{"S1", "S4"}));
    }

    void whatIsSelectedIsFramedInTheMatrix() {
        Selection selection;
        ConfusionPage page(selection);
        selection.setSelected({"S1", "S2", "elsewhere"});
        page.setResults(results());
        QCOMPARE(page.matrix().selectedAt(1, 2), 1); // S1
        QCOMPARE(page.matrix().selectedAt(2, 2), 1); // S2
        QCOMPARE(page.matrix().selectedAt(0, 0), 0);
        selection.setSelected({});
        QCOMPARE(page.matrix().selectedAt(1, 2), 0);
    }
};

KINELENS_TEST(TestedSequencesTest, widgets);

} // namespace tested_sequences_test
#include "tested_sequences_test.moc"
