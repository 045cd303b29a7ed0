#include "core/learning/model/model_options.h"

namespace kinelens::learning {

ModelOptions model_options(const PretrainOptions& options, int bodies, int joints) {
    ModelOptions model;
    model.sttr = options.encoder == EncoderKind::sttr;
    model.frames = options.frames;
    model.bodies = bodies;
    model.joints = joints;
    model.hidden = options.hidden_size;
    model.layers = options.layers;
    model.heads = options.heads;
    model.gap = options.gap;
    model.alpha = options.alpha;
    model.drop_path = options.drop_path;
    model.shift_mixes_gap = options.dense_shift == PublishedForm::paper;
    model.mixing_bias = options.mixing_bias;
    model.sum_branches = options.dsa_reduction == BranchReduction::sum;
    model.depthwise = options.ca_convolution == ContextConvolution::depthwise;
    model.kernel = options.ca_kernel;
    model.residual_context = options.ca_residual == PublishedForm::paper;
    return model;
}

} // namespace kinelens::learning
