#include "core/options/detection_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* window_group = KINELENS_TEXT("Options", "Windows");
constexpr const char* detection_run_group = KINELENS_TEXT("Options", "Run");

OptionFields<DetectOptions> own_detect_fields() {
    using O = DetectOptions;
    return {{&O::overlap,
             {.key = "overlap",
              .label = KINELENS_TEXT("Options", "Overlap of windows"),
              .help = KINELENS_TEXT(
                  "Options",
                  "The share of a window that the next covers again; the scores of both are averaged."),
              .group = window_group,
              .minimum = 0,
              .maximum = 0.95}},
            {&O::blend,
             {.key = "blend",
              .label = KINELENS_TEXT("Options", "Weights within a window"),
              .help = KINELENS_TEXT("Options", "centre: a frame counts the more the further it is from the "
                                               "window's ends; equal: all frames alike."),
              .group = window_group}},
            {&O::batch_size,
             {.key = "batch_size",
              .label = KINELENS_TEXT("Options", "Batch size"),
              .help = KINELENS_TEXT("Options", "Windows that go through together."),
              .group = detection_run_group,
              .unit = KINELENS_TEXT("Options", "windows"),
              .minimum = 1,
              .maximum = 65536}},
            {&O::device,
             {.key = "device",
              .label = KINELENS_TEXT("Options", "Device"),
              .help = KINELENS_TEXT("Options", "auto, cpu, cuda or cuda:N."),
              .group = detection_run_group,
              .effect = OptionEffect::none}},
            {&O::threads,
             {.key = "threads",
              .label = KINELENS_TEXT("Options", "Threads"),
              .help = KINELENS_TEXT("Options", "Processor threads; 0 takes all cores."),
              .group = detection_run_group,
              .minimum = 0,
              .maximum = 1024,
              .effect = OptionEffect::none}}};
}

} // namespace

template <>
const OptionFields<DetectOptions>& option_fields<DetectOptions>() {
    static const auto fields =
        joined_fields<DetectOptions>(own_detect_fields(), option_fields<SegmentationOptions>());
    return fields;
}

template struct OptionAccess<DetectOptions>;

} // namespace kinelens
