// What a filter of the sequences asks for, in words.
#pragma once

#include "ui/state/sequence_filter.h"

namespace kinelens::ui {

// "class kick or wave, subject 3 and “S001”"; empty where nothing is asked for.
QString filterWords(const SequenceFilter& filter, const OpenDataset& dataset);

} // namespace kinelens::ui
