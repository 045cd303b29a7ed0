#include "core/options/detection_options.h"

#include "core/options/option_info.h"

namespace kinelens {
namespace {

using namespace describe_option;

#define DETECTION_TEXT(text) KINELENS_TEXT("DetectionOptions", text)

constexpr const char* window_group = DETECTION_TEXT("Windows");
constexpr const char* label_group = DETECTION_TEXT("Labels");
constexpr const char* training_group = DETECTION_TEXT("Training");
constexpr const char* change_group = DETECTION_TEXT("Changes of training windows");
constexpr const char* detection_run_group = DETECTION_TEXT("Run");

// Every field of a base class as a field of the options that derive from it.
template <class Options, class Base>
OptionFields<Options> inherited_fields() {
    OptionFields<Options> fields;
    for (const auto& field : option_fields<Base>()) fields.push_back({field.info, field.get, field.set});
    return fields;
}

OptionFields<DetectOptions> own_detect_fields() {
    using O = DetectOptions;
    return {
        option_field(&O::overlap, real("overlap", DETECTION_TEXT("Overlap of windows"), window_group, 0, 0.95,
                                       DETECTION_TEXT("The share of a window that the next covers again; the "
                                                      "scores of both are averaged."))),
        option_field(&O::blend,
                     choice("blend", DETECTION_TEXT("Weights within a window"), window_group,
                            {"centre", "equal"},
                            DETECTION_TEXT("centre: a frame counts the more the further it is from the "
                                           "window's ends; equal: all frames alike."))),
        option_field(&O::batch_size,
                     unit(integer("batch_size", DETECTION_TEXT("Batch size"), detection_run_group, 1, 65536,
                                  DETECTION_TEXT("Windows that go through together.")),
                          DETECTION_TEXT("windows"))),
        option_field(&O::device, simple(OptionKind::text, "device", DETECTION_TEXT("Device"),
                                        detection_run_group, DETECTION_TEXT("auto, cpu, cuda or cuda:N."))),
        option_field(&O::threads, integer("threads", DETECTION_TEXT("Threads"), detection_run_group, 0, 1024,
                                          DETECTION_TEXT("Processor threads; 0 takes all cores.")))};
}

OptionFields<DetectTrainOptions> window_fields() {
    using O = DetectTrainOptions;
    return {
        option_field(&O::window_frames,
                     unit(integer("window_frames", DETECTION_TEXT("Window"), window_group, 2, 100000,
                                  DETECTION_TEXT("Frames of the recording that are looked at together; they "
                                                 "are resampled to the encoder's frames.")),
                          DETECTION_TEXT("frames"))),
        option_field(
            &O::preprocess,
            choice("preprocess", DETECTION_TEXT("Normalisation"), window_group,
                   {"upright", "trained", "released", "paper", "none"},
                   DETECTION_TEXT("upright: centred and turned about the vertical by the mean of the "
                                  "window's shoulders; trained: as the checkpoint was trained; "
                                  "released, paper; none: positions as they are."))),
        option_field(&O::sampling,
                     choice("sampling", DETECTION_TEXT("Training windows"), window_group, {"random", "fixed"},
                            DETECTION_TEXT("random: drawn anew in every epoch, as many as fit at the stride; "
                                           "fixed: those at the stride from the first frame on."))),
        option_field(&O::window_stride,
                     unit(integer("window_stride", DETECTION_TEXT("Stride"), window_group, 0, 100000,
                                  DETECTION_TEXT("From one training window to the next; 0: the window's "
                                                 "length, so that they lie side by side.")),
                          DETECTION_TEXT("frames"))),
        option_field(&O::samples_per_window,
                     integer("samples_per_window", DETECTION_TEXT("Draws for each"), window_group, 1, 1000,
                             DETECTION_TEXT("Random windows drawn in an epoch for each that fits.")))};
}

OptionFields<DetectTrainOptions> change_fields() {
    using O = DetectTrainOptions;
    return {
        option_field(&O::stretch, real("stretch", DETECTION_TEXT("Stretch"), change_group, 1, 4,
                                       DETECTION_TEXT("Random windows are up to so many times shorter or "
                                                      "longer; 1: none."))),
        option_field(
            &O::mirror,
            real("mirror", DETECTION_TEXT("Mirror"), change_group, 0, 1,
                 DETECTION_TEXT("How often left and right are exchanged, also in the names of classes "
                                "that tell them apart."))),
        option_field(&O::turn, unit(real("turn", DETECTION_TEXT("Turn"), change_group, 0, 180,
                                         DETECTION_TEXT("About the vertical, at most, either way.")),
                                    DETECTION_TEXT("degrees"))),
        option_field(&O::resize,
                     real("resize", DETECTION_TEXT("Resize"), change_group, 0, 0.9,
                          DETECTION_TEXT("People become smaller or larger by at most this share."))),
        option_field(&O::shear,
                     real("shear", DETECTION_TEXT("Shear"), change_group, 0, 1,
                          DETECTION_TEXT("Bound of the six factors off the diagonal, as in pretraining.")))};
}

OptionFields<DetectTrainOptions> label_fields() {
    using O = DetectTrainOptions;
    return {
        option_field(&O::class_weights,
                     choice("class_weights", DETECTION_TEXT("Weights of classes"), label_group,
                            {"none", "root", "balanced"},
                            DETECTION_TEXT("In the loss: none: all frames alike; balanced: classes inversely "
                                           "to their frames; root: by the square root of that."))),
        option_field(&O::background_weight,
                     real("background_weight", DETECTION_TEXT("Weight of the background"), label_group, 0,
                          100, DETECTION_TEXT("Of frames outside all intervals, beside the classes'."))),
        option_field(&O::label_smoothing,
                     real("label_smoothing", DETECTION_TEXT("Label smoothing"), label_group, 0, 0.9,
                          DETECTION_TEXT("Share of the truth that is spread over all classes."))),
        option_field(
            &O::length_share,
            real("length_share", DETECTION_TEXT("Shortest against median"), label_group, 0, 1,
                 DETECTION_TEXT("Each class's intervals must have this share of its median length in "
                                "training; 0, or lengths per class: as they say.")))};
}

OptionFields<DetectTrainOptions> training_fields() {
    using O = DetectTrainOptions;
    return {
        option_field(&O::encoder_rate,
                     real("encoder_rate", DETECTION_TEXT("Encoder's share of the rate"), training_group, 0,
                          10,
                          DETECTION_TEXT("1: the whole model learns alike; 0: the encoder stays frozen and "
                                         "the classifier alone learns."))),
        option_field(&O::optimiser, choice("optimiser", DETECTION_TEXT("Optimiser"), training_group,
                                           {"adam", "sgd"}, DETECTION_TEXT("Of the descent."))),
        option_field(&O::epochs, integer("epochs", DETECTION_TEXT("Epochs"), training_group, 1, 100000,
                                         DETECTION_TEXT("Passes over the training windows."))),
        option_field(&O::learning_rate, real("learning_rate", DETECTION_TEXT("Learning rate"), training_group,
                                             0, 1000, DETECTION_TEXT("At its highest."))),
        option_field(&O::schedule,
                     choice("schedule", DETECTION_TEXT("Schedule"), training_group, {"cosine", "constant"},
                            DETECTION_TEXT("cosine: rises over the first twentieth of the steps and falls to "
                                           "nothing; constant: stays."))),
        option_field(&O::momentum,
                     expert(real("momentum", DETECTION_TEXT("Momentum"), training_group, 0, 1,
                                 DETECTION_TEXT("Of sgd: the share of the last step that is kept.")))),
        option_field(&O::weight_decay,
                     expert(real("weight_decay", DETECTION_TEXT("Weight decay"), training_group, 0, 10,
                                 DETECTION_TEXT("L2 penalty added to the gradient.")))),
        option_field(
            &O::drop_path,
            expert(simple(OptionKind::boolean, "drop_path", DETECTION_TEXT("DropPath"), training_group,
                          DETECTION_TEXT("As in the checkpoint's pretraining; otherwise none."))))};
}

OptionFields<DetectTrainOptions> begin_fields() {
    using O = DetectTrainOptions;
    return {
        option_field(&O::scratch,
                     simple(OptionKind::text, "scratch", DETECTION_TEXT("Encoder from scratch"),
                            detection_run_group,
                            DETECTION_TEXT("The preset of `pretrain` whose encoder begins untrained where "
                                           "there is no checkpoint."))),
        option_field(&O::seed, integer("seed", DETECTION_TEXT("Seed"), detection_run_group, 0,
                                       9007199254740991, DETECTION_TEXT("Of every draw."))),
        option_field(
            &O::checkpoint_every,
            unit(expert(integer("checkpoint_every", DETECTION_TEXT("Checkpoint every"), detection_run_group,
                                1, 100000, DETECTION_TEXT("A run that was stopped goes on from there."))),
                 DETECTION_TEXT("epochs")))};
}

} // namespace

DetectOptions::DetectOptions() {
    smoothing = 3;
    enter_threshold = 0.15;
}

template <>
const OptionFields<DetectOptions>& option_fields<DetectOptions>() {
    static const OptionFields<DetectOptions> fields = [] {
        auto all = own_detect_fields();
        append(all, inherited_fields<DetectOptions, SegmentationOptions>());
        return all;
    }();
    return fields;
}

template <>
const OptionFields<DetectTrainOptions>& option_fields<DetectTrainOptions>() {
    static const OptionFields<DetectTrainOptions> fields = [] {
        auto all = window_fields();
        append(all, change_fields());
        append(all, label_fields());
        append(all, training_fields());
        append(all, begin_fields());
        append(all, inherited_fields<DetectTrainOptions, DetectOptions>());
        return all;
    }();
    return fields;
}

Result<void> validate(const DetectOptions& options) {
    KINELENS_CHECK(validate(option_table<DetectOptions>(), option_values(options)));
    return validate(static_cast<const SegmentationOptions&>(options));
}

Result<void> validate(const DetectTrainOptions& options) {
    KINELENS_CHECK(validate(option_table<DetectTrainOptions>(), option_values(options)));
    if (options.sampling == "fixed" && (options.samples_per_window > 1 || options.stretch > 1))
        return fail(ErrorCode::invalid_argument, "sampling",
                    "fixed windows are neither stretched nor drawn several times");
    return validate(static_cast<const SegmentationOptions&>(options));
}

} // namespace kinelens
