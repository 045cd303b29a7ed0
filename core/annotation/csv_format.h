// Annotations as CSV (RFC 4180): a header, then a row an interval:
// sequence,class,start,end,confidence,source. Frames count from 0, the end is excluded. A sequence without
// intervals has a row of its name alone ("0002-L,,,,,"), so that it is known that nothing is left in it.
#pragma once

#include "core/annotation/annotations.h"

#include <string_view>

namespace kinelens {

// Precondition: validate().
std::string annotations_to_csv(const Annotations& annotations);

// Tables of any dialect (core/foundation/table_rows.h). Columns are found by their names in any order. Read
// are
// - the table above; sequence, confidence and source may lack;
// - a row a frame: sequence (may lack), frame, class; runs of a class become intervals;
// - the exports of BORIS: aggregated events and tabular events (states paired by START and STOP, points one
//   frame long; image indices where they fit the frame rate, else seconds).
// Error: format_invalid if there is no such header; rows that cannot be used are faults.
Result<AnnotationReading> annotations_from_csv(std::string_view text, const LabelFile& file);

// A row a frame: sequence,frame,class. A frame without a class has an empty one, a frame of several classes a
// row of each. Precondition: validate().
std::string annotations_to_frame_table(const Annotations& annotations);

} // namespace kinelens
