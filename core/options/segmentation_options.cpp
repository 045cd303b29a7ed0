#include "core/options/segmentation_options.h"

#include "core/foundation/number_text.h"
#include "core/options/option_info.h"

#include <sstream>

namespace kinelens {
namespace {

using namespace describe_option;
using Fields = OptionFields<SegmentationOptions>;
using O = SegmentationOptions;

#define SEGMENTATION_TEXT(text) KINELENS_TEXT("SegmentationOptions", text)

Fields score_fields() {
    const char* group = SEGMENTATION_TEXT("Scores to intervals");
    return {
        option_field(
            &O::route,
            choice("route", SEGMENTATION_TEXT("Route"), group, {"classes", "gate", "windows"},
                   SEGMENTATION_TEXT("classes: each class above its threshold by itself; gate: where "
                                     "it is not background, the class with the highest mean; windows: "
                                     "runs of the best class that may have holes."))),
        option_field(&O::smoothing,
                     unit(integer("smoothing", SEGMENTATION_TEXT("Smoothing"), group, 0, 1000,
                                  SEGMENTATION_TEXT("Half the window of a mean over time; 0: none.")),
                          SEGMENTATION_TEXT("frames"))),
        option_field(&O::enter_threshold,
                     real("enter_threshold", SEGMENTATION_TEXT("Threshold"), group, 0, 1,
                          SEGMENTATION_TEXT("An interval holds a frame whose score is above this."))),
        option_field(
            &O::stay_threshold,
            real("stay_threshold", SEGMENTATION_TEXT("Threshold to stay"), group, 0, 1,
                 SEGMENTATION_TEXT("It reaches as far as the score stays above this; counts where it "
                                   "is below the threshold."))),
        option_field(
            &O::gate_threshold,
            real("gate_threshold", SEGMENTATION_TEXT("Gate"), group, 0, 1,
                 SEGMENTATION_TEXT("Route gate: one minus the background's score is at least this."))),
        option_field(&O::window,
                     unit(integer("window", SEGMENTATION_TEXT("Window"), group, 1, 1000,
                                  SEGMENTATION_TEXT("Route windows: the step by which a run grows.")),
                          SEGMENTATION_TEXT("frames"))),
        option_field(&O::window_step,
                     unit(integer("window_step", SEGMENTATION_TEXT("Small window"), group, 1, 1000,
                                  SEGMENTATION_TEXT("Route windows: the step by which its end draws back.")),
                          SEGMENTATION_TEXT("frames"))),
        option_field(&O::window_share,
                     real("window_share", SEGMENTATION_TEXT("Share"), group, 0, 1,
                          SEGMENTATION_TEXT("Route windows: the share of a window that shows the class.")))};
}

Fields interval_fields() {
    const char* group = SEGMENTATION_TEXT("Clean up");
    return {
        option_field(
            &O::merge_gap,
            unit(integer("merge_gap", SEGMENTATION_TEXT("Merge over"), group, 0, 100000,
                         SEGMENTATION_TEXT("Intervals of a class with at most so many frames between "
                                           "them become one.")),
                 SEGMENTATION_TEXT("frames"))),
        option_field(&O::minimum_length,
                     unit(integer("minimum_length", SEGMENTATION_TEXT("Minimum length"), group, 1, 100000,
                                  SEGMENTATION_TEXT("Shorter intervals are dropped.")),
                          SEGMENTATION_TEXT("frames"))),
        option_field(&O::class_lengths,
                     expert(simple(OptionKind::text, "class_lengths", SEGMENTATION_TEXT("Per class"), group,
                                   SEGMENTATION_TEXT("Minimum lengths of single classes, counted from 1: "
                                                     "3:12,7:20.")))),
        option_field(
            &O::suppression,
            choice("suppression", SEGMENTATION_TEXT("Suppression"), group, {"none", "class", "agnostic"},
                   SEGMENTATION_TEXT("Of intervals that overlap only the most confident stays: of one "
                                     "class, or of all."))),
        option_field(&O::suppression_overlap,
                     real("suppression_overlap", SEGMENTATION_TEXT("Overlap"), group, 0, 1,
                          SEGMENTATION_TEXT("Overlap above which they are rivals.")))};
}

} // namespace

template <>
const OptionFields<SegmentationOptions>& option_fields<SegmentationOptions>() {
    static const Fields fields = [] {
        Fields all = score_fields();
        for (auto& field : interval_fields()) all.push_back(std::move(field));
        return all;
    }();
    return fields;
}

Result<std::vector<int>> parse_class_lengths(const std::string& text) {
    std::vector<int> lengths;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, ',');) {
        const std::string_view words = part;
        const std::size_t colon = words.find(':');
        int label = 0;
        int length = 0;
        if (colon == std::string_view::npos || !parse_number(words.substr(0, colon), label) ||
            !parse_number(words.substr(colon + 1), length) || label < 1 || label > 100000 || length < 0)
            return fail(ErrorCode::invalid_argument, "class_lengths",
                        "'" + part + "' is not a class and its frames, as in 3:12");
        if (lengths.size() < static_cast<std::size_t>(label)) lengths.resize(static_cast<std::size_t>(label));
        lengths[static_cast<std::size_t>(label) - 1] = length;
    }
    return lengths;
}

std::string class_lengths_text(const std::vector<int>& lengths) {
    std::string text;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        if (lengths[i] > 0)
            text += (text.empty() ? "" : ",") + std::to_string(i + 1) + ":" + std::to_string(lengths[i]);
    return text;
}

Result<void> validate(const SegmentationOptions& options) {
    KINELENS_CHECK(validate(option_table<SegmentationOptions>(), option_values(options)));
    KINELENS_CHECK(parse_class_lengths(options.class_lengths));
    return {};
}

} // namespace kinelens
