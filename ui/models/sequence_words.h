// How facts of sequences are worded, the same in table, filters, player and tool tips.
#pragma once

#include "ui/models/sequence_filter.h"

namespace kinelens::ui {

QString facetTitle(Facet facet);
QString facetValueText(Facet facet, int value, const OpenDataset& dataset);
QString problemsText(const SequenceQuality& quality); // "12 empty frames, 1 drop-out"; empty if fine
QString numberText(qint64 number);                    // 56 880, with thin spaces
QString durationText(double seconds);                 // 2.4 s, 3 m 05 s, 1 h 02 m

} // namespace kinelens::ui
