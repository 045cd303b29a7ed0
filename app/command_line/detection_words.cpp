#include "app/command_line/detection_words.h"

#include "app/command_line/words.h"
#include "core/options/option_info.h"

#include <cstdio>

namespace kinelens {
namespace {

std::string errors_text(const std::map<DetectionVerdict, std::int64_t>& counts) {
    std::string text;
    for (const auto& [verdict, count] : counts)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(verdict_name(verdict));
    return text;
}

// "the 19 of 60 classes that occur"
std::string averaged_text(const DetectionScore& score) {
    const auto all = static_cast<std::int64_t>(score.class_names.size());
    const auto averaged = static_cast<std::int64_t>(score.averaged_classes.size());
    if (averaged == all) return "all " + counted(all, "class", "classes");
    return "the " + counted_of(averaged, all, "class", "classes") + " that occur";
}

} // namespace

std::string percent_text(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%6.2f %%", 100 * share);
    return text;
}

std::string detection_text(const DetectionScore& score) {
    std::string text = counted(score.predictions, "interval") + " predicted, " + std::to_string(score.truth) +
                       " true, in " + counted(score.sequences, "sequence") +
                       "\noverlap  mAP_a pku  mAP_a voc  mAP_v pku  mAP_v voc     F1 pku\n";
    for (const DetectionFigures& figures : score.figures) {
        char overlap[16];
        std::snprintf(overlap, sizeof overlap, "%7.2f", figures.overlap);
        text += std::string(overlap) + "   " + percent_text(figures.pku_map_a) + "   " +
                percent_text(figures.voc_map_a) + "   " + percent_text(figures.pku_map_v) + "   " +
                percent_text(figures.voc_map_v) + "   " + percent_text(figures.f1) + "\n";
    }
    text += row("frame accuracy", percent_text(score.frame_accuracy) + " (from " +
                                      (score.frames_from_scores ? "scores" : "intervals") + ")");
    for (std::size_t i = 0; i < score.errors.size(); ++i)
        text += row("errors at " + option_text(score.figures[i].overlap), errors_text(score.errors[i]));
    return text + "mAP_a: over " + averaged_text(score) +
           "; pku: PKU-MMD's evaluation; voc: one prediction a truth; mAP_v: of all intervals of a "
           "recording, "
           "over the recordings";
}

} // namespace kinelens
