#include "core/options/pretrain_options.h"

#include <charconv>

namespace kinelens {
namespace {

using Fields = OptionFields<PretrainOptions>;
using O = PretrainOptions;

constexpr const char* data_group = KINELENS_TEXT("PretrainOptions", "Data");
constexpr const char* views_group = KINELENS_TEXT("PretrainOptions", "Views");
constexpr const char* model_group = KINELENS_TEXT("PretrainOptions", "Model");
constexpr const char* objective_group = KINELENS_TEXT("PretrainOptions", "Objective");
constexpr const char* training_group = KINELENS_TEXT("PretrainOptions", "Training");
constexpr const char* run_group = KINELENS_TEXT("PretrainOptions", "Run");

void append(Fields& all, Fields more) {
    for (auto& field : more) all.push_back(std::move(field));
}

OptionInfo choice(std::string key, const char* label, const char* group, std::vector<std::string> choices,
                  const char* help) {
    OptionInfo info;
    info.key = std::move(key);
    info.kind = OptionKind::choice;
    info.label = label;
    info.group = group;
    info.help = help;
    info.choices = std::move(choices);
    return info;
}

OptionInfo number(OptionKind kind, std::string key, const char* label, const char* group, double minimum,
                  double maximum, const char* help) {
    OptionInfo info;
    info.key = std::move(key);
    info.kind = kind;
    info.label = label;
    info.group = group;
    info.minimum = minimum;
    info.maximum = maximum;
    info.help = help;
    return info;
}

OptionInfo integer(std::string key, const char* label, const char* group, double minimum, double maximum,
                   const char* help) {
    return number(OptionKind::integer, std::move(key), label, group, minimum, maximum, help);
}

OptionInfo real(std::string key, const char* label, const char* group, double minimum, double maximum,
                const char* help) {
    return number(OptionKind::real, std::move(key), label, group, minimum, maximum, help);
}

OptionInfo simple(OptionKind kind, std::string key, const char* label, const char* group, const char* help) {
    return number(kind, std::move(key), label, group, 0, 0, help);
}

OptionInfo symbol(OptionInfo info, const char* text) {
    info.symbol = text;
    return info;
}

OptionInfo unit(OptionInfo info, const char* text) {
    info.unit = text;
    return info;
}

OptionInfo expert(OptionInfo info) {
    info.expert = true;
    return info;
}

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
                          {"released", "paper", "none"},
                          KINELENS_TEXT("PretrainOptions",
                                        "released: centred and shoulders turned onto x; paper: spine "
                                        "turned onto z as well; none: positions as they are.")))),
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

Fields model_fields() {
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

Fields objective_fields() {
    const double most = 1e6;
    return {
        option_field(
            &O::similarity,
            expert(choice("similarity", KINELENS_TEXT("PretrainOptions", "Similarity form"), objective_group,
                          {"released", "paper"},
                          KINELENS_TEXT("PretrainOptions",
                                        "released: squared distances, the last view treated apart; paper: "
                                        "mean distance to the centre of all views.")))),
        option_field(
            &O::similarity_weight,
            symbol(real("similarity_weight", KINELENS_TEXT("PretrainOptions", "Similarity weight"),
                        objective_group, 0, most,
                        KINELENS_TEXT("PretrainOptions", "Pulls the views of one sequence together.")),
                   "κ")),
        option_field(
            &O::invariance,
            expert(choice("invariance", KINELENS_TEXT("PretrainOptions", "Invariance form"), objective_group,
                          {"squared", "linear"},
                          KINELENS_TEXT("PretrainOptions",
                                        "squared: (1 − R)² over pairs of views (released); linear: 1 − R "
                                        "(paper).")))),
        option_field(&O::invariance_weight,
                     symbol(real("invariance_weight", KINELENS_TEXT("PretrainOptions", "Invariance weight"),
                                 objective_group, 0, most,
                                 KINELENS_TEXT("PretrainOptions",
                                               "Pulls each dimension's correlation between views to one.")),
                            "η")),
        option_field(&O::variance,
                     expert(choice("variance", KINELENS_TEXT("PretrainOptions", "Variance form"),
                                   objective_group, {"released", "paper"},
                                   KINELENS_TEXT("PretrainOptions",
                                                 "Whether ε stands inside the root (released) or outside "
                                                 "(paper).")))),
        option_field(
            &O::variance_weight,
            symbol(real("variance_weight", KINELENS_TEXT("PretrainOptions", "Variance weight"),
                        objective_group, 0, most,
                        KINELENS_TEXT("PretrainOptions",
                                      "Keeps every dimension's deviation above its target: guards against "
                                      "collapse.")),
                   "μ")),
        option_field(
            &O::variance_target,
            symbol(expert(real(
                       "variance_target", KINELENS_TEXT("PretrainOptions", "Variance target"),
                       objective_group, 0, 100,
                       KINELENS_TEXT("PretrainOptions", "Standard deviation each dimension should reach."))),
                   "γ")),
        option_field(
            &O::variance_epsilon,
            symbol(expert(real("variance_epsilon", KINELENS_TEXT("PretrainOptions", "Variance epsilon"),
                               objective_group, 0, 1,
                               KINELENS_TEXT("PretrainOptions", "Small number beside the variance."))),
                   "ε")),
        option_field(&O::covariance_weight,
                     real("covariance_weight", KINELENS_TEXT("PretrainOptions", "Covariance weight"),
                          objective_group, 0, most,
                          KINELENS_TEXT("PretrainOptions", "Decorrelates the dimensions within a view."))),
        option_field(
            &O::cross_correlation_weight,
            symbol(real("cross_correlation_weight",
                        KINELENS_TEXT("PretrainOptions", "Cross-correlation weight"), objective_group, 0,
                        most,
                        KINELENS_TEXT("PretrainOptions", "Decorrelates different dimensions between views.")),
                   "λ")),
        option_field(
            &O::domain_weight,
            symbol(real("domain_weight", KINELENS_TEXT("PretrainOptions", "Weight of the streams"),
                        objective_group, 0, most,
                        KINELENS_TEXT("PretrainOptions",
                                      "Weight of the temporal and spatial domains beside the instance "
                                      "domain.")),
                   "τ")),
        option_field(
            &O::standardise_epsilon,
            expert(real("standardise_epsilon", KINELENS_TEXT("PretrainOptions", "Standardisation epsilon"),
                        objective_group, 0, 1,
                        KINELENS_TEXT("PretrainOptions",
                                      "Keeps a dimension without variance from making the loss NaN; 0 as "
                                      "published.")))),
    };
}

Fields training_fields() {
    return {
        option_field(&O::epochs,
                     integer("epochs", KINELENS_TEXT("PretrainOptions", "Epochs"), training_group, 1, 1000000,
                             KINELENS_TEXT("PretrainOptions", "Passes over all sequences."))),
        option_field(
            &O::batch_size,
            symbol(unit(integer("batch_size", KINELENS_TEXT("PretrainOptions", "Batch size"), training_group,
                                2, 65536,
                                KINELENS_TEXT("PretrainOptions",
                                              "Sequences per optimiser step. The last, smaller batch of an "
                                              "epoch is used too.")),
                        KINELENS_TEXT("PretrainOptions", "sequences")),
                   "N")),
        option_field(&O::learning_rate,
                     real("learning_rate", KINELENS_TEXT("PretrainOptions", "Learning rate"), training_group,
                          0, 10, KINELENS_TEXT("PretrainOptions", "Of Adam, before the schedule."))),
        option_field(
            &O::weight_decay,
            expert(real(
                "weight_decay", KINELENS_TEXT("PretrainOptions", "Weight decay"), training_group, 0, 10,
                KINELENS_TEXT("PretrainOptions", "L2 penalty added to the gradient of every parameter.")))),
        option_field(
            &O::milestones,
            simple(OptionKind::text, "milestones", KINELENS_TEXT("PretrainOptions", "Rate drops at epochs"),
                   training_group,
                   KINELENS_TEXT("PretrainOptions",
                                 "Epochs, counted from 0 and separated by commas, from which the rate is "
                                 "multiplied by the drop factor."))),
        option_field(
            &O::decay_factor,
            expert(real("decay_factor", KINELENS_TEXT("PretrainOptions", "Drop factor"), training_group, 0, 1,
                        KINELENS_TEXT("PretrainOptions", "What a drop multiplies the rate by.")))),
        option_field(&O::seed,
                     integer("seed", KINELENS_TEXT("PretrainOptions", "Seed"), training_group, 0, 2147483647,
                             KINELENS_TEXT("PretrainOptions",
                                           "Same seed, data and options: same numbers on the CPU."))),
    };
}

Fields run_fields() {
    return {
        option_field(&O::device,
                     simple(OptionKind::text, "device", KINELENS_TEXT("PretrainOptions", "Device"), run_group,
                            KINELENS_TEXT("PretrainOptions", "auto, cpu, cuda or cuda:N."))),
        option_field(
            &O::threads,
            integer("threads", KINELENS_TEXT("PretrainOptions", "Threads"), run_group, 0, 1024,
                    KINELENS_TEXT("PretrainOptions", "Processor threads for the model; 0 takes all cores."))),
        option_field(
            &O::loader_threads,
            expert(integer(
                "loader_threads", KINELENS_TEXT("PretrainOptions", "Loader threads"), run_group, 1, 256,
                KINELENS_TEXT("PretrainOptions", "Threads that read and augment beside the model.")))),
        option_field(
            &O::log_every,
            expert(unit(integer("log_every", KINELENS_TEXT("PretrainOptions", "Log every"), run_group, 1,
                                1000000,
                                KINELENS_TEXT("PretrainOptions", "Steps between two points of the curves.")),
                        KINELENS_TEXT("PretrainOptions", "steps")))),
        option_field(
            &O::checkpoint_every,
            unit(integer("checkpoint_every", KINELENS_TEXT("PretrainOptions", "Checkpoint every"), run_group,
                         1, 1000000,
                         KINELENS_TEXT("PretrainOptions",
                                       "Epochs between checkpoints. The last epoch always makes one.")),
                 KINELENS_TEXT("PretrainOptions", "epochs"))),
        option_field(&O::keep_checkpoints,
                     integer("keep_checkpoints", KINELENS_TEXT("PretrainOptions", "Keep checkpoints"),
                             run_group, 1, 100000,
                             KINELENS_TEXT("PretrainOptions", "The newest that are kept, beside the best."))),
        option_field(
            &O::abort_loss,
            expert(real("abort_loss", KINELENS_TEXT("PretrainOptions", "Abort above"), run_group, 0, 1e30,
                        KINELENS_TEXT("PretrainOptions", "A loss above this ends the run as diverged.")))),
        option_field(&O::collapse_std,
                     expert(real("collapse_std", KINELENS_TEXT("PretrainOptions", "Collapse threshold"),
                                 run_group, 0, 1,
                                 KINELENS_TEXT("PretrainOptions",
                                               "Features whose mean standard deviation stays below this have "
                                               "collapsed; 0 switches the check off.")))),
        option_field(&O::collapse_checks,
                     expert(integer("collapse_checks", KINELENS_TEXT("PretrainOptions", "Collapse checks"),
                                    run_group, 1, 100000,
                                    KINELENS_TEXT("PretrainOptions",
                                                  "Logged points in a row below the threshold that end the "
                                                  "run.")))),
    };
}

Fields all_fields() {
    Fields all = data_fields();
    append(all, view_fields());
    append(all, model_fields());
    append(all, objective_fields());
    append(all, training_fields());
    append(all, run_fields());
    return all;
}

} // namespace

template <>
const OptionFields<PretrainOptions>& option_fields<PretrainOptions>() {
    static const Fields fields = all_fields();
    return fields;
}

Result<std::vector<int>> parse_milestones(const std::string& text) {
    std::vector<int> epochs;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        int epoch = 0;
        const auto [after, error] = std::from_chars(at, end, epoch);
        const bool separated = after == end || (*after == ',' && after + 1 != end);
        if (error != std::errc{} || epoch < 1 || !separated)
            return fail(ErrorCode::invalid_argument, "milestones", text);
        epochs.push_back(epoch);
        at = after == end ? end : after + 1;
    }
    return epochs;
}

Result<void> validate(const PretrainOptions& options) {
    KINELENS_CHECK(validate(option_table<PretrainOptions>(), option_values(options)));
    KINELENS_CHECK(parse_milestones(options.milestones));
    if (options.hidden_size % options.heads != 0)
        return fail(ErrorCode::invalid_argument, "heads",
                    "must divide hidden_size " + std::to_string(options.hidden_size));
    if (options.hidden_size % 2 != 0) return fail(ErrorCode::invalid_argument, "hidden_size", "must be even");
    if (options.ca_kernel % 2 == 0) return fail(ErrorCode::invalid_argument, "ca_kernel", "must be odd");
    if (options.ca_convolution == "pointwise" && options.ca_kernel != 1)
        return fail(ErrorCode::invalid_argument, "ca_kernel", "a pointwise convolution has kernel 1");
    return {};
}

} // namespace kinelens
