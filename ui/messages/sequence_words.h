// How facts of sequences are worded, the same in table, filters, player and tool tips.
#pragma once

#include "ui/state/sequence_filter.h"

namespace kinelens::ui {

QString facetTitle(Facet facet);
QString facetValueText(Facet facet, int value, const OpenDataset& dataset);
QString problemsText(const SequenceQuality& quality); // "12 empty frames, 1 drop-out"; empty if fine
QString doubtsText(const BodyDoubts& doubts);         // "a body of 1.6e+03 m"; empty: none

} // namespace kinelens::ui
