#include "core/options/pretrain_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* data_group = KINELENS_TEXT("Options", "Data");
constexpr const char* views_group = KINELENS_TEXT("Options", "Views");

OptionFields<SampleOptions> content_fields() {
    using O = SampleOptions;
    return {
        {&O::stream,
         {.key = "stream",
          .label = KINELENS_TEXT("Options", "Stream"),
          .help = KINELENS_TEXT("Options", "What the network sees: joint positions, bone vectors or joint "
                                           "displacements from frame to frame."),
          .group = data_group}},
        {&O::preprocess,
         {.key = "preprocess",
          .label = KINELENS_TEXT("Options", "Normalisation"),
          .help = KINELENS_TEXT(
              "Options",
              "released: centred and shoulders turned onto x; paper: spine turned onto z as well; upright: "
              "centred and turned about the vertical alone, to face one way; none: positions as they are."),
          .group = data_group,
          .choices = names_of(
              {Normalisation::released, Normalisation::paper, Normalisation::upright, Normalisation::none}),
          .expert = true}},
        {&O::frames,
         {.key = "frames",
          .label = KINELENS_TEXT("Options", "Frames per view"),
          .help = KINELENS_TEXT("Options", "Every crop is resampled to this many frames."),
          .group = data_group,
          .symbol = "T",
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 4,
          .maximum = 1024,
          .expert = true}},
        {&O::bodies,
         {.key = "bodies",
          .label = KINELENS_TEXT("Options", "Bodies"),
          .help = KINELENS_TEXT(
              "Options",
              "At most this many bodies of a recording are used; fewer if the dataset holds fewer."),
          .group = data_group,
          .symbol = "M",
          .minimum = 1,
          .maximum = 8,
          .expert = true}}};
}

OptionFields<SampleOptions> segment_fields() {
    using O = SampleOptions;
    return {{&O::segments,
             {.key = "segments",
              .label = KINELENS_TEXT("Options", "A sample is"),
              .help = KINELENS_TEXT("Options", "A whole sequence, one labelled interval of it, or a window."),
              .group = data_group}},
            {&O::window,
             {.key = "window",
              .label = KINELENS_TEXT("Options", "Window"),
              .help = KINELENS_TEXT("Options", "Length of a window, with windows as samples."),
              .group = data_group,
              .unit = KINELENS_TEXT("Options", "frames"),
              .minimum = 8,
              .maximum = 100000,
              .expert = true}},
            {&O::window_stride,
             {.key = "window_stride",
              .label = KINELENS_TEXT("Options", "Window stride"),
              .help = KINELENS_TEXT("Options", "Frames from one window's start to the next."),
              .group = data_group,
              .unit = KINELENS_TEXT("Options", "frames"),
              .minimum = 1,
              .maximum = 100000,
              .expert = true}}};
}

OptionFields<AugmentationOptions> crop_fields() {
    using O = AugmentationOptions;
    return {
        {&O::views,
         {.key = "views",
          .label = KINELENS_TEXT("Options", "Views per sequence"),
          .help = KINELENS_TEXT("Options", "Independently augmented copies of each sequence."),
          .group = views_group,
          .symbol = "K",
          .minimum = 2,
          .maximum = 16}},
        {&O::crop_ratio_minimum,
         {.key = "crop_ratio_minimum",
          .label = KINELENS_TEXT("Options", "Shortest crop"),
          .help = KINELENS_TEXT("Options", "Smallest part of a sequence that a crop may hold."),
          .group = views_group,
          .minimum = 0.01,
          .maximum = 1}},
        {&O::crop_frames_minimum,
         {.key = "crop_frames_minimum",
          .label = KINELENS_TEXT("Options", "Shortest crop in frames"),
          .help = KINELENS_TEXT("Options", "No crop is shorter. With 64 clips of up to 64 frames are never "
                                           "cut; lower it for short clips."),
          .group = views_group,
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 2,
          .maximum = 4096}}};
}

OptionFields<AugmentationOptions> corruption_fields() {
    using O = AugmentationOptions;
    return {
        {&O::corruption_probability,
         {.key = "corruption_probability",
          .label = KINELENS_TEXT("Options", "Joint corruption"),
          .help = KINELENS_TEXT(
              "Options", "Probability that a view's joints are corrupted; otherwise the view is sheared."),
          .group = views_group,
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::corruption_joints,
         {.key = "corruption_joints",
          .label = KINELENS_TEXT("Options", "Corrupted joints"),
          .help = KINELENS_TEXT("Options", "Share of the joints that a corruption touches (15 of 25)."),
          .group = views_group,
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::corruption_zero_probability,
         {.key = "corruption_zero_probability",
          .label = KINELENS_TEXT("Options", "Zeroed rather than mixed"),
          .help = KINELENS_TEXT("Options", "Probability that corrupted joints are set to zero; otherwise a "
                                           "random matrix mixes their coordinates."),
          .group = views_group,
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::amplitude,
         {.key = "amplitude",
          .label = KINELENS_TEXT("Options", "Amplitude"),
          .help = KINELENS_TEXT("Options",
                                "Entries of the mixing matrix and of the shear are drawn from ± this."),
          .group = views_group,
          .minimum = 0,
          .maximum = 4,
          .expert = true}}};
}

} // namespace

template <>
const OptionFields<SampleOptions>& option_fields<SampleOptions>() {
    static const auto fields = joined_fields<SampleOptions>(content_fields(), segment_fields());
    return fields;
}

template <>
const OptionFields<AugmentationOptions>& option_fields<AugmentationOptions>() {
    static const auto fields = joined_fields<AugmentationOptions>(crop_fields(), corruption_fields());
    return fields;
}

} // namespace kinelens
