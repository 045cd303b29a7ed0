#include "core/options/features_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

OptionFields<FeaturesOptions> features_fields() {
    using O = FeaturesOptions;
    return {{&O::preprocess,
             {.key = "preprocess",
              .label = KINELENS_TEXT("Options", "Normalisation"),
              .help = KINELENS_TEXT("Options", "trained: as the checkpoint was trained; released, paper, "
                                               "upright; none: positions as they are.")}},
            {&O::dense,
             {.key = "dense",
              .label = KINELENS_TEXT("Options", "Dense features"),
              .help = KINELENS_TEXT("Options", "Also one row a frame and one a joint.")}},
            {&O::projection,
             {.key = "projection",
              .label = KINELENS_TEXT("Options", "Projections"),
              .help = KINELENS_TEXT(
                  "Options", "Also what the projector makes of the instance: the space of the objective.")}},
            {&O::batch_size,
             {.key = "batch_size",
              .label = KINELENS_TEXT("Options", "Batch size"),
              .help = KINELENS_TEXT("Options", "Sequences that go through the encoder together."),
              .unit = KINELENS_TEXT("Options", "sequences"),
              .minimum = 1,
              .maximum = 65536}},
            {&O::device,
             {.key = "device",
              .label = KINELENS_TEXT("Options", "Device"),
              .help = KINELENS_TEXT("Options", "auto, cpu, cuda or cuda:N."),
              .effect = OptionEffect::none}},
            {&O::threads,
             {.key = "threads",
              .label = KINELENS_TEXT("Options", "Threads"),
              .help = KINELENS_TEXT("Options", "Processor threads; 0 takes all cores."),
              .minimum = 0,
              .maximum = 1024,
              .effect = OptionEffect::none}}};
}

} // namespace

template <>
const OptionFields<FeaturesOptions>& option_fields<FeaturesOptions>() {
    static const auto fields = joined_fields<FeaturesOptions>(features_fields());
    return fields;
}

template struct OptionAccess<FeaturesOptions>;

} // namespace kinelens
