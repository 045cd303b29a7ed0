// How good predicted intervals are, in the two definitions in use, at one overlap.
//   pku   PKU-MMD's evaluation: several predictions may hit one truth, which counts once. From all
//   predictions
//         the least confident are dropped one by one; AP = Σ (highest precision so far)·(decrease of recall).
//         mAP_a: mean over the classes that have truth. mAP_v: mean over recordings of the AP of all their
//         intervals.
//   released  as pku, but mAP_a is the mean over all classes, 0 for those without truth, as the script counts
//         that came with the published detector. Where every class occurs, as in PKU-MMD's own test sides,
//         the two are one; elsewhere a class that is merely named lowers all others.
//   voc   one prediction a truth, all-point interpolated precision; mAP_a is the mean over classes that have
//         truth, mAP_v over recordings of the same AP of all their intervals. (The published route with such
//         a mAP_a prints pku's mAP_v beside it.)
// F1 and AP over everything follow pku. Recordings without truth are left out of mAP_v.
// Without truth, predictions or any match all figures are 0.
#pragma once

#include "core/dataset/dataset.h"

#include <optional>

namespace kinelens {

struct DetectionFigures {
    double overlap = 0.5;
    double pku_map_a = 0;
    double released_map_a = 0;
    double pku_map_v = 0;
    double voc_map_a = 0;
    double voc_map_v = 0;
    double f1 = 0;
    double precision = 0; // truths hit per prediction
    double recall = 0;
    double ap = 0;                                   // all classes together, pku
    std::vector<std::optional<double>> pku_class_ap; // nothing for classes without truth
    std::vector<std::optional<double>> voc_class_ap; // the same classes
};

// overlap in (0, 1]; labels below `classes`.
DetectionFigures detection_figures(const std::vector<Interval>& predictions,
                                   const std::vector<Interval>& truth, int classes, double overlap);

// AP over everything given, by the definition of pku.
double pku_average_precision(const std::vector<Interval>& predictions, const std::vector<Interval>& truth,
                             double overlap);

} // namespace kinelens
