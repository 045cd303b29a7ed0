// For headers of options: says that a struct has a table, which a .cpp writes down (option_table.h).
//
//     struct TrainingOptions { int epochs = 60; double learning_rate = 5e-4; };
//     template <> const OptionFields<TrainingOptions>& option_fields<TrainingOptions>();
#pragma once

#include <vector>

namespace kinelens {

template <class Options>
class OptionField;
template <class Options>
using OptionFields = std::vector<OptionField<Options>>; // in the order forms show

template <class Options>
const OptionFields<Options>& option_fields();

} // namespace kinelens
