// How the list of a dataset's sequences was left: its sort and its filter, as JSON between two sessions.
#pragma once

#include "ui/state/sequence_filter.h"

#include <QJsonObject>

namespace kinelens::ui {

struct BrowseState {
    QString dataset; // file; the filter's values are its
    SequenceFilter filter;
    int sortColumn = -1; // a SequenceColumn; -1: the dataset's own order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    bool operator==(const BrowseState&) const = default;
};

// A selection that was to be listed alone is not kept: selections end with the session.
QJsonObject toJson(const BrowseState& state);

// What is not understood is left out.
BrowseState browseStateFromJson(const QJsonObject& json);

} // namespace kinelens::ui
