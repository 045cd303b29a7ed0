#include "core/options/features_options.h"

namespace kinelens {

#define FEATURES_TEXT(text) KINELENS_TEXT("FeaturesOptions", text)

template <>
const OptionFields<FeaturesOptions>& option_fields<FeaturesOptions>() {
    using O = FeaturesOptions;
    static const OptionFields<O> fields{
        option_field(
            &O::preprocess,
            {.key = "preprocess",
             .kind = OptionKind::choice,
             .label = FEATURES_TEXT("Normalisation"),
             .help = FEATURES_TEXT("trained: as the checkpoint was trained; released, paper, upright; none: "
                                   "positions as they are."),
             .choices = {"trained", "released", "paper", "upright", "none"}}),
        option_field(&O::dense, {.key = "dense",
                                 .kind = OptionKind::boolean,
                                 .label = FEATURES_TEXT("Dense features"),
                                 .help = FEATURES_TEXT("Also one row a frame and one a joint.")}),
        option_field(&O::projection, {.key = "projection",
                                      .kind = OptionKind::boolean,
                                      .label = FEATURES_TEXT("Projections"),
                                      .help = FEATURES_TEXT("Also what the projector makes of the instance: "
                                                            "the space of the objective.")}),
        option_field(&O::batch_size,
                     {.key = "batch_size",
                      .kind = OptionKind::integer,
                      .label = FEATURES_TEXT("Batch size"),
                      .help = FEATURES_TEXT("Sequences that go through the encoder together."),
                      .unit = FEATURES_TEXT("sequences"),
                      .minimum = 1,
                      .maximum = 65536}),
        option_field(&O::device, {.key = "device",
                                  .kind = OptionKind::text,
                                  .label = FEATURES_TEXT("Device"),
                                  .help = FEATURES_TEXT("auto, cpu, cuda or cuda:N.")}),
        option_field(&O::threads, {.key = "threads",
                                   .kind = OptionKind::integer,
                                   .label = FEATURES_TEXT("Threads"),
                                   .help = FEATURES_TEXT("Processor threads; 0 takes all cores."),
                                   .minimum = 0,
                                   .maximum = 1024})};
    return fields;
}

} // namespace kinelens
