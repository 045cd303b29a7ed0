#include "core/options/pretrain_fields.h"

namespace kinelens::pretrain_fields {
namespace {

constexpr const char* data_group = KINELENS_TEXT("PretrainOptions", "Data");
constexpr const char* views_group = KINELENS_TEXT("PretrainOptions", "Views");

} // namespace

Fields data_fields() {
    return {
        option_field(
            &O::stream,
            choice("stream", KINELENS_TEXT("PretrainOptions", "Stream"), data_group,
                   {"joint", "bone", "motion"},
                   KINELENS_TEXT("PretrainOptions", "What the network sees: joint positions, bone vectors or "
                                                    "joint displacements from frame to frame."))),
        option_field(
            &O::preprocess,
            expert(choice("preprocess", KINELENS_TEXT("PretrainOptions", "Normalisation"), data_group,
                          {"released", "paper", "upright", "none"},
                          KINELENS_TEXT("PretrainOptions",
                                        "released: centred and shoulders turned onto x; paper: spine "
                                        "turned onto z as well; upright: centred and turned about the "
                                        "vertical alone, to face one way; none: positions as they are.")))),
        option_field(&O::frames,
                     unit(symbol(expert(integer("frames", KINELENS_TEXT("PretrainOptions", "Frames per view"),
                                                data_group, 4, 1024,
                                                KINELENS_TEXT("PretrainOptions",
                                                              "Every crop is resampled to this many "
                                                              "frames."))),
                                 "T"),
                          KINELENS_TEXT("PretrainOptions", "frames"))),
        option_field(
            &O::bodies,
            symbol(expert(integer("bodies", KINELENS_TEXT("PretrainOptions", "Bodies"), data_group, 1, 8,
                                  KINELENS_TEXT("PretrainOptions",
                                                "At most this many bodies of a recording are used; fewer "
                                                "if the dataset holds fewer."))),
                   "M")),
        option_field(&O::segments,
                     choice("segments", KINELENS_TEXT("PretrainOptions", "A sample is"), data_group,
                            {"whole", "intervals", "windows"},
                            KINELENS_TEXT("PretrainOptions",
                                          "A whole sequence, one labelled interval of it, or a window."))),
        option_field(
            &O::window,
            unit(expert(integer(
                     "window", KINELENS_TEXT("PretrainOptions", "Window"), data_group, 8, 100000,
                     KINELENS_TEXT("PretrainOptions", "Length of a window, with windows as samples."))),
                 KINELENS_TEXT("PretrainOptions", "frames"))),
        option_field(&O::window_stride,
                     unit(expert(integer("window_stride", KINELENS_TEXT("PretrainOptions", "Window stride"),
                                         data_group, 1, 100000,
                                         KINELENS_TEXT("PretrainOptions",
                                                       "Frames from one window's start to the next."))),
                          KINELENS_TEXT("PretrainOptions", "frames"))),
    };
}

Fields view_fields() {
    return {
        option_field(
            &O::views,
            symbol(
                integer("views", KINELENS_TEXT("PretrainOptions", "Views per sequence"), views_group, 2, 16,
                        KINELENS_TEXT("PretrainOptions", "Independently augmented copies of each sequence.")),
                "K")),
        option_field(
            &O::crop_ratio_minimum,
            real("crop_ratio_minimum", KINELENS_TEXT("PretrainOptions", "Shortest crop"), views_group, 0.01,
                 1, KINELENS_TEXT("PretrainOptions", "Smallest part of a sequence that a crop may hold."))),
        option_field(
            &O::crop_frames_minimum,
            unit(integer("crop_frames_minimum", KINELENS_TEXT("PretrainOptions", "Shortest crop in frames"),
                         views_group, 2, 4096,
                         KINELENS_TEXT("PretrainOptions",
                                       "No crop is shorter. With 64 clips of up to 64 frames are never "
                                       "cut; lower it for short clips.")),
                 KINELENS_TEXT("PretrainOptions", "frames"))),
        option_field(
            &O::corruption_probability,
            expert(real("corruption_probability", KINELENS_TEXT("PretrainOptions", "Joint corruption"),
                        views_group, 0, 1,
                        KINELENS_TEXT("PretrainOptions",
                                      "Probability that a view's joints are corrupted; otherwise the "
                                      "view is sheared.")))),
        option_field(
            &O::corruption_joints,
            expert(real("corruption_joints", KINELENS_TEXT("PretrainOptions", "Corrupted joints"),
                        views_group, 0, 1,
                        KINELENS_TEXT("PretrainOptions",
                                      "Share of the joints that a corruption touches (15 of 25).")))),
        option_field(
            &O::corruption_zero_probability,
            expert(real("corruption_zero_probability",
                        KINELENS_TEXT("PretrainOptions", "Zeroed rather than mixed"), views_group, 0, 1,
                        KINELENS_TEXT("PretrainOptions",
                                      "Probability that corrupted joints are set to zero; otherwise a "
                                      "random matrix mixes their coordinates.")))),
        option_field(
            &O::amplitude,
            expert(
                real("amplitude", KINELENS_TEXT("PretrainOptions", "Amplitude"), views_group, 0, 4,
                     KINELENS_TEXT("PretrainOptions",
                                   "Entries of the mixing matrix and of the shear are drawn from ± this.")))),
    };
}

} // namespace kinelens::pretrain_fields
