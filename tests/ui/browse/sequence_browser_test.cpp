#include "tests/support/test_program.h"
#include "ui/browse/sequence_browser.h"

#include "ui/browse/facet_list.h"
#include "ui/browse/search_delegate.h"
#include "ui/browse/sequence_table.h"
#include "ui/state/selection.h"
#include "viz/palette/apply_theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

namespace sequence_browser_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// Four subjects; the recordings of the first two have intervals, the first of both classes, or all have one
// class each.
OpenDatasetPtr dataset(bool untrimmed) {
    DatasetInfo info;
    info.name = "test";
    info.layout = anonymous_layout(5);
    info.class_names = {"wave", "kick"};
    std::vector<SequenceInfo> sequences(8);
    for (int i = 0; i < 8; ++i) {
        SequenceInfo& sequence = sequences[static_cast<std::size_t>(i)];
        sequence.name = "take" + std::to_string(i);
        sequence.label = untrimmed ? -1 : i % 2;
        sequence.subject = i % 4;
        sequence.length = 100 + i;
    }
    std::vector<Interval> intervals;
    if (untrimmed)
        intervals = {{0, 1, 5, 9, 1, "truth"},
                     {0, 0, 10, 20, 1, "truth"},
                     {0, 1, 30, 40, 1, "truth"},
                     {1, 0, 5, 20, 1, "truth"}};
    return makeOpenDataset("test.h5", info, sequences, intervals, true);
}

QTreeWidgetItem* tick(SequenceBrowser& browser, const QString& field, const QString& value) {
    auto* list = browser.findChild<FacetList*>();
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        for (int j = 0; list->topLevelItem(i)->text(0) == field && j < list->topLevelItem(i)->childCount();
             ++j)
            if (QTreeWidgetItem* item = list->topLevelItem(i)->child(j); item->text(0) == value) {
                item->setCheckState(0, Qt::Checked);
                return item;
            }
    return nullptr;
}

QPushButton* clearButton(SequenceBrowser& browser, bool onPage) {
    for (QPushButton* button : browser.findChildren<QPushButton*>())
        if (button->text() == "Clear filters" && (button->parentWidget() != &browser) == onPage)
            return button;
    return nullptr;
}

QString explanation(SequenceBrowser& browser) {
    for (QLabel* label : browser.findChildren<QLabel*>())
        if (label->isVisible() && label->text().startsWith("No sequence matches")) return label->text();
    return {};
}

} // namespace

class SequenceBrowserTest : public QObject {
    Q_OBJECT
    Selection selection_;

private slots:
    void initTestCase() { viz::apply_theme(*qApp, viz::Theme::light); }

    void filtersAreClearedByOneButton() {
        SequenceBrowser browser(selection_);
        browser.resize(900, 500);
        browser.show();
        browser.setDataset(dataset(false));
        QPushButton* clear = clearButton(browser, false);
        QVERIFY(clear && !clear->isVisible());
        QVERIFY(tick(browser, "Class", "kick"));
        QVERIFY(clear->isVisible());
        QCOMPARE(browser.shownText(), QString("4 of 8 sequences"));
        browser.search("take1");
        QCOMPARE(browser.model().rowCount(), 1);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(browser.model().rowCount(), 8);
        QVERIFY(!browser.model().filter().active());
        QVERIFY(!clear->isVisible());
        browser.showOnly({"take3"});
        QVERIFY(clear->isVisible());
    }
    void anEmptyTableSaysWhy() {
        SequenceBrowser browser(selection_);
        browser.resize(900, 500);
        browser.show();
        browser.setDataset(dataset(false));
        tick(browser, "Class", "kick");
        tick(browser, "Subject", "2"); // whose recordings all wave
        QCOMPARE(browser.model().rowCount(), 0);
        QVERIFY(!browser.findChild<SequenceTable*>()->isVisible());
        QCOMPARE(explanation(browser), QString("No sequence matches class kick and subject 2."));
        QPushButton* clear = clearButton(browser, true);
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(browser.model().rowCount(), 8);
        QVERIFY(browser.findChild<SequenceTable*>()->isVisible());
    }
    void classesComeFromIntervals() {
        SequenceBrowser browser(selection_);
        browser.setDataset(dataset(true));
        std::vector<std::pair<int, int>> counts;
        for (const FacetValue& value : browser.model().facet(Facet::sequenceClass))
            counts.emplace_back(value.value, value.count);
        QCOMPARE(counts, (std::vector<std::pair<int, int>>{{-1, 6}, {0, 2}, {1, 1}}));
        QVERIFY(tick(browser, "Class", "wave"));
        QCOMPARE(browser.model().rowCount(), 2); // that it has another as well does not matter
        tick(browser, "Subject", "1");
        QCOMPARE(browser.model().rowCount(), 1);
        for (const FacetValue& value : browser.model().facet(Facet::sequenceClass))
            QCOMPARE(value.count, value.value == 1 ? 0 : 1); // of subject 1: one waves, one does nothing
        browser.clearFilters();
        browser.search("kick");
        QCOMPARE(browser.model().rowCount(), 1);
        const QModelIndex cell = browser.model().index(0, static_cast<int>(SequenceColumn::sequenceClass));
        QCOMPARE(cell.data().toString(), QString("wave · kick"));
        QVERIFY(!browser.findChild<SequenceTable*>()->isColumnHidden(cell.column()));
    }
    void partsOfATextAreFound() {
        using Parts = QList<TextPart>;
        QCOMPARE(foundParts("Kick the kicker", {"kick"}), (Parts{{0, 4}, {9, 4}}));
        QCOMPARE(foundParts("S001P003", {"p0", "s0", "03"}), (Parts{{0, 2}, {4, 4}}));
        QCOMPARE(foundParts("aaaa", {"aa", "a"}), (Parts{{0, 4}}));
        QCOMPARE(foundParts("wave", {}), Parts());
        QCOMPARE(foundParts("wave", {""}), Parts());
    }
    // What was found stands on another ground than the rest of the cell.
    void foundPartsAreMarked() {
        SequenceBrowser browser(selection_);
        browser.resize(900, 500);
        browser.show();
        browser.setDataset(dataset(false));
        auto* table = browser.findChild<SequenceTable*>();
        const auto grounds = [table] {
            const QRect cell = table->visualRect(table->model()->index(0, 0));
            const QImage picture = table->viewport()->grab(cell).toImage();
            QSet<QRgb> colours; // above the letters
            for (int x = 1; x + 2 < picture.width(); ++x) colours.insert(picture.pixel(x, 4));
            return colours;
        };
        const auto before = grounds();
        browser.search("ake");
        QCoreApplication::processEvents();
        QVERIFY(grounds().size() > before.size());
        browser.search("");
        QCoreApplication::processEvents();
        QCOMPARE(grounds(), before);
    }
    void sortAndFilterComeBack() {
        BrowseState kept;
        {
            SequenceBrowser browser(selection_);
            browser.setDataset(dataset(false));
            browser.findChild<SequenceTable*>()->sortByColumn(static_cast<int>(SequenceColumn::frames),
                                                              Qt::DescendingOrder);
            tick(browser, "Subject", "2");
            kept = browser.state();
        }
        kept = browseStateFromJson(toJson(kept));
        SequenceBrowser browser(selection_);
        browser.restore(kept); // before its dataset is open
        QVERIFY(browser.state() == kept);
        browser.setDataset(dataset(false));
        QCOMPARE(browser.model().rowCount(), 2);
        QCOMPARE(browser.model().nameAt(0), QString("take6"));
        const QHeaderView* header = browser.findChild<SequenceTable*>()->horizontalHeader();
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(SequenceColumn::frames));
        browser.setDataset(dataset(false)); // opened again by hand: all of it
        QCOMPARE(browser.model().rowCount(), 8);
    }
    void classesThatAreGoneAreNotAskedFor() {
        BrowseState kept;
        kept.dataset = "test.h5";
        kept.filter.setChosen(Facet::sequenceClass, {9});
        SequenceBrowser browser(selection_);
        browser.restore(kept);
        browser.setDataset(dataset(false));
        QCOMPARE(browser.model().rowCount(), 8);
    }
    // "2" at the right of one column and "1 drop-out" at the left of the next are two facts.
    void neighbouringCellsStandApart() {
        SequenceBrowser browser(selection_);
        browser.resize(1400, 500);
        browser.show();
        browser.setDataset(dataset(false));
        std::vector<SequenceQuality> qualities(8);
        qualities[0] = {2, 0, 1, 0};
        browser.model().addQualities(0, qualities);
        auto* table = browser.findChild<SequenceTable*>();
        table->scrollTo(table->model()->index(0, static_cast<int>(SequenceColumn::problems)));
        QCoreApplication::processEvents();
        const QRect bodies =
            table->visualRect(table->model()->index(0, static_cast<int>(SequenceColumn::bodies)));
        const QRect problems =
            table->visualRect(table->model()->index(0, static_cast<int>(SequenceColumn::problems)));
        QCOMPARE(problems.left(), bodies.right() + 1);
        const QImage picture = table->viewport()->grab(bodies.united(problems)).toImage();
        const int middle = bodies.width();
        const auto empty = [&](int x) {
            for (int y = 3; y + 3 < picture.height(); ++y)
                if (picture.pixel(x, y) != picture.pixel(middle, y)) return false;
            return true;
        };
        int left = middle, right = middle;
        while (left > 0 && empty(left - 1)) --left;
        while (right + 1 < picture.width() && empty(right + 1)) ++right;
        QVERIFY2(right - left >= 2 * table->fontMetrics().horizontalAdvance(QLatin1Char(' ')) + 2,
                 qPrintable(QString::number(right - left)));
    }
};

KINELENS_TEST(SequenceBrowserTest, widgets);

} // namespace sequence_browser_test
#include "sequence_browser_test.moc"
