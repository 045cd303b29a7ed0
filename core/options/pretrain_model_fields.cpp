#include "core/options/pretrain_fields.h"

namespace kinelens::pretrain_fields {
namespace {

constexpr const char* model_group = KINELENS_TEXT("PretrainOptions", "Model");

} // namespace

Fields encoder_fields() {
    return {
        option_field(
            &O::encoder,
            choice("encoder", KINELENS_TEXT("PretrainOptions", "Encoder"), model_group, {"dste", "sttr"},
                   KINELENS_TEXT("PretrainOptions", "dste: dense spatio-temporal encoder; sttr: the plain "
                                                    "two-stream Transformer baseline."))),
        option_field(
            &O::hidden_size,
            symbol(integer(
                       "hidden_size", KINELENS_TEXT("PretrainOptions", "Hidden size"), model_group, 8, 4096,
                       KINELENS_TEXT("PretrainOptions", "Width of every token. Cost grows with its square.")),
                   "C")),
        option_field(&O::layers,
                     integer("layers", KINELENS_TEXT("PretrainOptions", "Layers per stream"), model_group, 1,
                             12,
                             KINELENS_TEXT("PretrainOptions", "Encoder layers in each of the two streams."))),
        option_field(&O::heads,
                     integer("heads", KINELENS_TEXT("PretrainOptions", "Attention heads"), model_group, 1, 64,
                             KINELENS_TEXT("PretrainOptions", "Must divide the hidden size."))),
    };
}

Fields layer_fields() {
    return {
        option_field(&O::gap, expert(integer(
                                  "gap", KINELENS_TEXT("PretrainOptions", "Shift gap"), model_group, 1, 1024,
                                  KINELENS_TEXT("PretrainOptions", "DenseShift treats every gap-th position "
                                                                   "differently.")))),
        option_field(
            &O::alpha,
            symbol(expert(real("alpha", KINELENS_TEXT("PretrainOptions", "Weight of CA"), model_group, 0, 1,
                               KINELENS_TEXT("PretrainOptions", "A layer gives α·CA(x) + (1 − α)·DSA(x)."))),
                   "α")),
        option_field(
            &O::drop_path,
            real("drop_path", KINELENS_TEXT("PretrainOptions", "Drop path"), model_group, 0, 0.9,
                 KINELENS_TEXT("PretrainOptions",
                               "Probability that a residual branch of a sample is dropped in training."))),
        option_field(
            &O::dense_shift,
            expert(choice("dense_shift", KINELENS_TEXT("PretrainOptions", "Shift form"), model_group,
                          {"released", "paper"},
                          KINELENS_TEXT("PretrainOptions",
                                        "released: every gap-th position keeps its own feature; paper: "
                                        "every gap-th position takes the mixed one.")))),
        option_field(&O::mixing_bias,
                     expert(simple(OptionKind::boolean, "mixing_bias",
                                   KINELENS_TEXT("PretrainOptions", "Biases of W₁ and W₂"), model_group,
                                   KINELENS_TEXT("PretrainOptions",
                                                 "Whether the mixing along the length has biases.")))),
        option_field(
            &O::dsa_reduction,
            expert(choice("dsa_reduction", KINELENS_TEXT("PretrainOptions", "DSA branches"), model_group,
                          {"mean", "sum"},
                          KINELENS_TEXT("PretrainOptions",
                                        "How the two branches of dense shift attention are joined.")))),
        option_field(
            &O::ca_convolution,
            expert(choice("ca_convolution", KINELENS_TEXT("PretrainOptions", "CA convolution"), model_group,
                          {"pointwise", "depthwise"},
                          KINELENS_TEXT("PretrainOptions",
                                        "pointwise: dense, kernel 1, with ReLU (released); depthwise: a "
                                        "channel's own neighbours, no ReLU (paper).")))),
        option_field(
            &O::ca_kernel,
            expert(integer("ca_kernel", KINELENS_TEXT("PretrainOptions", "CA kernel"), model_group, 1, 31,
                           KINELENS_TEXT("PretrainOptions", "Width of the depthwise convolution; odd.")))),
        option_field(
            &O::ca_residual,
            expert(choice("ca_residual", KINELENS_TEXT("PretrainOptions", "CA residuals"), model_group,
                          {"released", "paper"},
                          KINELENS_TEXT("PretrainOptions",
                                        "released: attention is added to x, no residual around the FFN; "
                                        "paper: both blocks are residual.")))),
    };
}

} // namespace kinelens::pretrain_fields
