// What became of every predicted and every true interval, for the list of errors and their counts.
#pragma once

#include "core/dataset/dataset.h"

#include <map>
#include <string_view>

namespace kinelens {

enum class DetectionVerdict {
    correct,     // the class is right, the overlap suffices, and nobody more confident has that truth
    wrong_class, // lies on a truth of another class
    early,       // right class, too little overlap: the edge that is further off comes too soon
    late,        // … too late
    split,       // one of several predictions that lie mostly inside one truth of their class
    merged,      // covers most of several truths of its class
    doubled,     // would be correct, but the truth is taken
    background,  // lies on nothing
    missed       // a truth that no prediction lies on
};
inline constexpr int detection_verdicts = 9;

// "wrong_class", …: in summaries and events.
std::string_view verdict_name(DetectionVerdict verdict);

struct DetectionFinding {
    DetectionVerdict verdict = DetectionVerdict::correct;
    int prediction = -1; // index, -1 for missed
    int truth = -1;      // index of the truth it is about, -1 for background
    double overlap = 0;  // of the two
};

// One finding for every prediction, in their order, then one for every missed truth. `overlap` makes a match;
// below `touch` an overlap is none. Precondition: 0 < touch <= overlap.
std::vector<DetectionFinding> detection_findings(const std::vector<Interval>& predictions,
                                                 const std::vector<Interval>& truth, double overlap,
                                                 double touch = 0.1);

std::map<DetectionVerdict, std::int64_t> count_verdicts(const std::vector<DetectionFinding>& findings);

} // namespace kinelens
