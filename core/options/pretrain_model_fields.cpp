#include "core/options/pretrain_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* model_group = KINELENS_TEXT("Options", "Model");

OptionFields<EncoderOptions> encoder_fields() {
    using O = EncoderOptions;
    return {{&O::encoder,
             {.key = "encoder",
              .label = KINELENS_TEXT("Options", "Encoder"),
              .help = KINELENS_TEXT(
                  "Options",
                  "dste: dense spatio-temporal encoder; sttr: the plain two-stream Transformer baseline."),
              .group = model_group}},
            {&O::hidden_size,
             {.key = "hidden_size",
              .label = KINELENS_TEXT("Options", "Hidden size"),
              .help = KINELENS_TEXT("Options", "Width of every token. Cost grows with its square."),
              .group = model_group,
              .symbol = "C",
              .minimum = 8,
              .maximum = 4096}},
            {&O::layers,
             {.key = "layers",
              .label = KINELENS_TEXT("Options", "Layers per stream"),
              .help = KINELENS_TEXT("Options", "Encoder layers in each of the two streams."),
              .group = model_group,
              .minimum = 1,
              .maximum = 12}},
            {&O::heads,
             {.key = "heads",
              .label = KINELENS_TEXT("Options", "Attention heads"),
              .help = KINELENS_TEXT("Options", "Must divide the hidden size."),
              .group = model_group,
              .minimum = 1,
              .maximum = 64}}};
}

OptionFields<EncoderOptions> layer_fields() {
    using O = EncoderOptions;
    return {
        {&O::gap,
         {.key = "gap",
          .label = KINELENS_TEXT("Options", "Shift gap"),
          .help = KINELENS_TEXT("Options", "DenseShift treats every gap-th position differently."),
          .group = model_group,
          .minimum = 1,
          .maximum = 1024,
          .expert = true}},
        {&O::alpha,
         {.key = "alpha",
          .label = KINELENS_TEXT("Options", "Weight of CA"),
          .help = KINELENS_TEXT("Options", "A layer gives α·CA(x) + (1 − α)·DSA(x)."),
          .group = model_group,
          .symbol = "α",
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::drop_path,
         {.key = "drop_path",
          .label = KINELENS_TEXT("Options", "Drop path"),
          .help = KINELENS_TEXT("Options",
                                "Probability that a residual branch of a sample is dropped in training."),
          .group = model_group,
          .minimum = 0,
          .maximum = 0.9}},
        {&O::dense_shift,
         {.key = "dense_shift",
          .label = KINELENS_TEXT("Options", "Shift form"),
          .help = KINELENS_TEXT("Options", "released: every gap-th position keeps its own feature; paper: "
                                           "every gap-th position takes the mixed one."),
          .group = model_group,
          .expert = true}},
        {&O::mixing_bias,
         {.key = "mixing_bias",
          .label = KINELENS_TEXT("Options", "Biases of W₁ and W₂"),
          .help = KINELENS_TEXT("Options", "Whether the mixing along the length has biases."),
          .group = model_group,
          .expert = true}}};
}

OptionFields<EncoderOptions> attention_fields() {
    using O = EncoderOptions;
    return {
        {&O::dsa_reduction,
         {.key = "dsa_reduction",
          .label = KINELENS_TEXT("Options", "DSA branches"),
          .help = KINELENS_TEXT("Options", "How the two branches of dense shift attention are joined."),
          .group = model_group,
          .expert = true}},
        {&O::ca_convolution,
         {.key = "ca_convolution",
          .label = KINELENS_TEXT("Options", "CA convolution"),
          .help = KINELENS_TEXT("Options", "pointwise: dense, kernel 1, with ReLU (released); depthwise: a "
                                           "channel's own neighbours, no ReLU (paper)."),
          .group = model_group,
          .expert = true}},
        {&O::ca_kernel,
         {.key = "ca_kernel",
          .label = KINELENS_TEXT("Options", "CA kernel"),
          .help = KINELENS_TEXT("Options", "Width of the depthwise convolution; odd."),
          .group = model_group,
          .minimum = 1,
          .maximum = 31,
          .expert = true}},
        {&O::ca_residual,
         {.key = "ca_residual",
          .label = KINELENS_TEXT("Options", "CA residuals"),
          .help = KINELENS_TEXT("Options", "released: attention is added to x, no residual around the FFN; "
                                           "paper: both blocks are residual."),
          .group = model_group,
          .expert = true}}};
}

} // namespace

template <>
const OptionFields<EncoderOptions>& option_fields<EncoderOptions>() {
    static const auto fields =
        joined_fields<EncoderOptions>(encoder_fields(), layer_fields(), attention_fields());
    return fields;
}

} // namespace kinelens
