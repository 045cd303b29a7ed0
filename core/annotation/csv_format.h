// Annotations as CSV (RFC 4180): a header, then a row an interval:
// sequence,class,start,end,confidence,source. Frames count from 0, the end is excluded. A sequence without
// intervals has a row of its name alone ("0002-L,,,,,"), so that it is known that nothing is left in it.
#pragma once

#include "core/annotation/annotations.h"

#include <string_view>

namespace kinelens {

// Precondition: validate().
std::string annotations_to_csv(const Annotations& annotations);

// Columns are found by their names in any order; sequence, confidence and source may lack. Labels go by
// `class_names`; other classes are added behind them. Error: format_invalid if there is no header; rows that
// cannot be used are faults.
Result<AnnotationReading> annotations_from_csv(std::string_view text, const std::string& path,
                                               std::vector<std::string> class_names);

} // namespace kinelens
