#include "tests/support/test_program.h"
#include "ui/browse/browse_state.h"

#include "ui/browse/filter_words.h"
#include "ui/browse/sequence_table_model.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace browse_state_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

OpenDatasetPtr dataset() {
    DatasetInfo info;
    info.layout = anonymous_layout(5);
    info.class_names = {"wave", "kick", "bow", "sit", "stand"};
    std::vector<SequenceInfo> sequences(2);
    return makeOpenDataset("test.h5", info, sequences, {}, true);
}

} // namespace

class BrowseStateTest : public QObject {
    Q_OBJECT
private slots:
    void comesBackFromJson() {
        BrowseState state;
        state.dataset = "/data/a.h5";
        state.filter.setSearch("S001 kick");
        state.filter.setChosen(Facet::sequenceClass, {-1, 3});
        state.filter.setChosen(Facet::problems, {dropOuts});
        state.sortColumn = static_cast<int>(SequenceColumn::frames);
        state.sortOrder = Qt::DescendingOrder;
        const QByteArray text = QJsonDocument(toJson(state)).toJson();
        QVERIFY(browseStateFromJson(QJsonDocument::fromJson(text).object()) == state);
        QVERIFY(browseStateFromJson(toJson({})) == BrowseState());
    }
    void whatIsNotUnderstoodIsLeftOut() {
        const QJsonObject json{{"dataset", 5},
                               {"ticked", QJsonObject{{"mood", QJsonArray{1}}, {"class", "kick"}}},
                               {"sorted_by", "colour"}};
        QVERIFY(browseStateFromJson(json) == BrowseState());
    }
    void filtersAreSaidInWords() {
        const OpenDatasetPtr open = dataset();
        SequenceFilter filter;
        QCOMPARE(filterWords(filter, *open), QString());
        filter.setChosen(Facet::sequenceClass, {1});
        filter.setChosen(Facet::subject, {3});
        QCOMPARE(filterWords(filter, *open), QString("class kick and subject 3"));
        filter.setChosen(Facet::sequenceClass, {0, 1});
        filter.setSearch(" S00  Kick ");
        QCOMPARE(filterWords(filter, *open), QString("class wave or kick, subject 3 and “S00 Kick”"));
        filter.setChosen(Facet::sequenceClass, {0, 1, 2, 3});
        filter.setChosen(Facet::subject, {});
        QCOMPARE(filterWords(filter, *open), QString("one of 4 values of “class” and “S00 Kick”"));
    }
};

KINELENS_TEST(BrowseStateTest, nothing);

} // namespace browse_state_test
#include "browse_state_test.moc"
