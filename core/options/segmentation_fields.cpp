#include "core/options/segmentation_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* score_group = KINELENS_TEXT("Options", "Scores to intervals");
constexpr const char* interval_group = KINELENS_TEXT("Options", "Clean up");

OptionFields<SegmentationOptions> score_fields() {
    using O = SegmentationOptions;
    return {
        {&O::route,
         {.key = "route",
          .label = KINELENS_TEXT("Options", "Route"),
          .help = KINELENS_TEXT(
              "Options",
              "classes: each class above its threshold by itself; gate: where it is not background, the "
              "class with the highest mean; windows: runs of the best class that may have holes."),
          .group = score_group}},
        {&O::smoothing,
         {.key = "smoothing",
          .label = KINELENS_TEXT("Options", "Smoothing"),
          .help = KINELENS_TEXT("Options", "Half the window of a mean over time; 0: none."),
          .group = score_group,
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 0,
          .maximum = 1000}},
        {&O::enter_threshold,
         {.key = "enter_threshold",
          .label = KINELENS_TEXT("Options", "Threshold"),
          .help = KINELENS_TEXT("Options", "An interval holds a frame whose score is above this."),
          .group = score_group,
          .minimum = 0,
          .maximum = 1}},
        {&O::stay_threshold,
         {.key = "stay_threshold",
          .label = KINELENS_TEXT("Options", "Threshold to stay"),
          .help = KINELENS_TEXT(
              "Options",
              "It reaches as far as the score stays above this; counts where it is below the threshold."),
          .group = score_group,
          .minimum = 0,
          .maximum = 1}},
        {&O::gate_threshold,
         {.key = "gate_threshold",
          .label = KINELENS_TEXT("Options", "Gate"),
          .help = KINELENS_TEXT("Options", "Route gate: one minus the background's score is at least this."),
          .group = score_group,
          .minimum = 0,
          .maximum = 1}}};
}

OptionFields<SegmentationOptions> window_route_fields() {
    using O = SegmentationOptions;
    return {{&O::window,
             {.key = "window",
              .label = KINELENS_TEXT("Options", "Window"),
              .help = KINELENS_TEXT("Options", "Route windows: the step by which a run grows."),
              .group = score_group,
              .unit = KINELENS_TEXT("Options", "frames"),
              .minimum = 1,
              .maximum = 1000}},
            {&O::window_step,
             {.key = "window_step",
              .label = KINELENS_TEXT("Options", "Small window"),
              .help = KINELENS_TEXT("Options", "Route windows: the step by which its end draws back."),
              .group = score_group,
              .unit = KINELENS_TEXT("Options", "frames"),
              .minimum = 1,
              .maximum = 1000}},
            {&O::window_share,
             {.key = "window_share",
              .label = KINELENS_TEXT("Options", "Share"),
              .help = KINELENS_TEXT("Options", "Route windows: the share of a window that shows the class."),
              .group = score_group,
              .minimum = 0,
              .maximum = 1}}};
}

OptionFields<SegmentationOptions> interval_fields() {
    using O = SegmentationOptions;
    return {
        {&O::merge_gap,
         {.key = "merge_gap",
          .label = KINELENS_TEXT("Options", "Merge over"),
          .help = KINELENS_TEXT("Options",
                                "Intervals of a class with at most so many frames between them become one."),
          .group = interval_group,
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 0,
          .maximum = 100000}},
        {&O::minimum_length,
         {.key = "minimum_length",
          .label = KINELENS_TEXT("Options", "Minimum length"),
          .help = KINELENS_TEXT("Options", "Shorter intervals are dropped."),
          .group = interval_group,
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 1,
          .maximum = 100000}},
        {&O::class_lengths,
         {.key = "class_lengths",
          .label = KINELENS_TEXT("Options", "Per class"),
          .help = KINELENS_TEXT("Options", "Minimum lengths of single classes, counted from 1: 3:12,7:20."),
          .group = interval_group,
          .expert = true}},
        {&O::suppression,
         {.key = "suppression",
          .label = KINELENS_TEXT("Options", "Suppression"),
          .help = KINELENS_TEXT(
              "Options", "Of intervals that overlap only the most confident stays: of one class, or of all."),
          .group = interval_group}},
        {&O::suppression_overlap,
         {.key = "suppression_overlap",
          .label = KINELENS_TEXT("Options", "Overlap"),
          .help = KINELENS_TEXT("Options", "Overlap above which they are rivals."),
          .group = interval_group,
          .minimum = 0,
          .maximum = 1}}};
}

} // namespace

template <>
const OptionFields<SegmentationOptions>& option_fields<SegmentationOptions>() {
    static const auto fields =
        joined_fields<SegmentationOptions>(score_fields(), window_route_fields(), interval_fields());
    return fields;
}

template struct OptionAccess<SegmentationOptions>;

} // namespace kinelens
