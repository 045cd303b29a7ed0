#include "ui/browse/browse_state.h"

#include "ui/browse/sequence_table_model.h"

#include <QJsonArray>

namespace kinelens::ui {
namespace {

constexpr auto datasetKey = "dataset", searchKey = "search", ticksKey = "ticked", columnKey = "sorted_by",
               descendingKey = "descending";

// Names that stay when fields and columns are added between the present ones.
constexpr std::array facetKeys{"class",      "subject", "camera", "setup",
                               "repetition", "length",  "bodies", "problems"};
static_assert(facetKeys.size() == facetCount);
constexpr std::array columnKeys{"name",      "class",    "subject",  "camera", "frames",    "bodies",
                                "intervals", "problems", "duration", "setup",  "repetition"};
static_assert(columnKeys.size() == sequenceColumnCount);

} // namespace

QJsonObject toJson(const BrowseState& state) {
    QJsonObject ticks;
    for (std::size_t i = 0; i < facetCount; ++i) {
        QJsonArray values;
        for (const int value : state.filter.chosen(static_cast<Facet>(i))) values << value;
        if (!values.isEmpty()) ticks[QLatin1String(facetKeys[i])] = values;
    }
    QJsonObject json{{QLatin1String(datasetKey), state.dataset},
                     {QLatin1String(searchKey), state.filter.search()},
                     {QLatin1String(ticksKey), ticks},
                     {QLatin1String(descendingKey), state.sortOrder == Qt::DescendingOrder}};
    if (state.sortColumn >= 0 && state.sortColumn < sequenceColumnCount)
        json[QLatin1String(columnKey)] =
            QLatin1String(columnKeys[static_cast<std::size_t>(state.sortColumn)]);
    return json;
}

BrowseState browseStateFromJson(const QJsonObject& json) {
    BrowseState state;
    state.dataset = json[QLatin1String(datasetKey)].toString();
    state.filter.setSearch(json[QLatin1String(searchKey)].toString());
    const QJsonObject ticks = json[QLatin1String(ticksKey)].toObject();
    for (std::size_t i = 0; i < facetCount; ++i) {
        std::set<int> values;
        for (const auto& value : ticks[QLatin1String(facetKeys[i])].toArray())
            if (value.isDouble()) values.insert(value.toInt());
        state.filter.setChosen(static_cast<Facet>(i), std::move(values));
    }
    const QString column = json[QLatin1String(columnKey)].toString();
    for (std::size_t i = 0; i < columnKeys.size(); ++i)
        if (column == QLatin1String(columnKeys[i])) state.sortColumn = static_cast<int>(i);
    if (json[QLatin1String(descendingKey)].toBool()) state.sortOrder = Qt::DescendingOrder;
    return state;
}

} // namespace kinelens::ui
