#include "ui/browse/filter_words.h"

#include "ui/messages/sequence_words.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

constexpr int mostNamed = 3; // values of one field; more are counted

struct FilterWords {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

// "a, b and c"
QString listed(const QStringList& parts, const QString& last) {
    if (parts.size() < 2) return parts.join(QString());
    return last.arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")), parts.last());
}

QString facetWords(Facet facet, const std::set<int>& values, const OpenDataset& dataset) {
    const QString field = facetTitle(facet).toLower();
    if (static_cast<int>(values.size()) > mostNamed)
        return FilterWords::tr("one of %1 values of “%2”").arg(values.size()).arg(field);
    QStringList names;
    for (const int value : values) names << facetValueText(facet, value, dataset);
    return QStringLiteral("%1 %2").arg(field, listed(names, FilterWords::tr("%1 or %2")));
}

} // namespace

QString filterWords(const SequenceFilter& filter, const OpenDataset& dataset) {
    QStringList parts;
    for (const Facet facet : allFacets)
        if (const std::set<int>& values = filter.chosen(facet); !values.empty())
            parts << facetWords(facet, values, dataset);
    if (!filter.search().isEmpty()) parts << FilterWords::tr("“%1”").arg(filter.search());
    if (filter.onlySome()) parts << FilterWords::tr("the selection that was to be listed");
    return listed(parts, FilterWords::tr("%1 and %2"));
}

} // namespace kinelens::ui
