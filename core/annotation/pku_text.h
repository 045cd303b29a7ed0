// Label files of PKU-MMD: one row an interval, "class,start,end,confidence". Classes and frames count from 1
// and the end is included; ours count from 0 and exclude it: rows 11 to 20 are [10, 20).
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/result.h"

#include <string_view>

namespace kinelens {

struct PkuText {
    std::vector<Interval> intervals; // in the file's order; they may overlap
    std::vector<long long> lines;    // of each
    std::vector<Error> faults;       // rows that are left out, with line and reason
};

// A confidence may be missing (1). Phase II has starts of 0: they mean the first frame. Rows of letters, of
// classes beyond `classes` and whose end precedes their start are faults (format_invalid, subject = path).
PkuText read_pku_text(std::string_view text, const std::string& path, int classes);

// Reads back as the same labels, frames and confidences; the format has no place for names of classes and for
// sources. Intervals must not be empty.
std::string pku_text(const std::vector<Interval>& intervals);

} // namespace kinelens
