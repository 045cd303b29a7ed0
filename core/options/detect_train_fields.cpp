#include "core/options/detection_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* training_window_group = KINELENS_TEXT("Options", "Windows");
constexpr const char* training_label_group = KINELENS_TEXT("Options", "Labels");
constexpr const char* detector_group = KINELENS_TEXT("Options", "Training");
constexpr const char* change_group = KINELENS_TEXT("Options", "Changes of training windows");
constexpr const char* detector_run_group = KINELENS_TEXT("Options", "Run");

OptionFields<DetectTrainOptions> window_fields() {
    using O = DetectTrainOptions;
    return {
        {&O::window_frames,
         {.key = "window_frames",
          .label = KINELENS_TEXT("Options", "Window"),
          .help = KINELENS_TEXT("Options", "Frames of the recording that are looked at together; they are "
                                           "resampled to the encoder's frames."),
          .group = training_window_group,
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 2,
          .maximum = 100000}},
        {&O::preprocess,
         {.key = "preprocess",
          .label = KINELENS_TEXT("Options", "Normalisation"),
          .help = KINELENS_TEXT(
              "Options",
              "upright: centred and turned about the vertical by the mean of the window's shoulders; "
              "trained: as the checkpoint was trained; released, paper; none: positions as they are."),
          .group = training_window_group,
          .choices = names_of({Normalisation::upright, Normalisation::trained, Normalisation::released,
                               Normalisation::paper, Normalisation::none})}},
        {&O::sampling,
         {.key = "sampling",
          .label = KINELENS_TEXT("Options", "Training windows"),
          .help = KINELENS_TEXT("Options", "random: drawn anew in every epoch, as many as fit at the stride; "
                                           "fixed: those at the stride from the first frame on."),
          .group = training_window_group}},
        {&O::window_stride,
         {.key = "window_stride",
          .label = KINELENS_TEXT("Options", "Stride"),
          .help = KINELENS_TEXT(
              "Options",
              "From one training window to the next; 0: the window's length, so that they lie side by side."),
          .group = training_window_group,
          .unit = KINELENS_TEXT("Options", "frames"),
          .minimum = 0,
          .maximum = 100000}},
        {&O::samples_per_window,
         {.key = "samples_per_window",
          .label = KINELENS_TEXT("Options", "Draws for each"),
          .help = KINELENS_TEXT("Options", "Random windows drawn in an epoch for each that fits."),
          .group = training_window_group,
          .minimum = 1,
          .maximum = 1000}}};
}

OptionFields<DetectTrainOptions> change_fields() {
    using O = DetectTrainOptions;
    return {
        {&O::stretch,
         {.key = "stretch",
          .label = KINELENS_TEXT("Options", "Stretch"),
          .help =
              KINELENS_TEXT("Options", "Random windows are up to so many times shorter or longer; 1: none."),
          .group = change_group,
          .minimum = 1,
          .maximum = 4}},
        {&O::mirror,
         {.key = "mirror",
          .label = KINELENS_TEXT("Options", "Mirror"),
          .help = KINELENS_TEXT(
              "Options",
              "How often left and right are exchanged, also in the names of classes that tell them apart."),
          .group = change_group,
          .minimum = 0,
          .maximum = 1}},
        {&O::turn,
         {.key = "turn",
          .label = KINELENS_TEXT("Options", "Turn"),
          .help = KINELENS_TEXT("Options", "About the vertical, at most, either way."),
          .group = change_group,
          .unit = KINELENS_TEXT("Options", "degrees"),
          .minimum = 0,
          .maximum = 180}},
        {&O::resize,
         {.key = "resize",
          .label = KINELENS_TEXT("Options", "Resize"),
          .help = KINELENS_TEXT("Options", "People become smaller or larger by at most this share."),
          .group = change_group,
          .minimum = 0,
          .maximum = 0.9}},
        {&O::shear,
         {.key = "shear",
          .label = KINELENS_TEXT("Options", "Shear"),
          .help = KINELENS_TEXT("Options", "Bound of the six factors off the diagonal, as in pretraining."),
          .group = change_group,
          .minimum = 0,
          .maximum = 1}}};
}

OptionFields<DetectTrainOptions> label_fields() {
    using O = DetectTrainOptions;
    return {
        {&O::class_weights,
         {.key = "class_weights",
          .label = KINELENS_TEXT("Options", "Weights of classes"),
          .help = KINELENS_TEXT("Options", "In the loss: none: all frames alike; balanced: classes inversely "
                                           "to their frames; root: by the square root of that."),
          .group = training_label_group}},
        {&O::background_weight,
         {.key = "background_weight",
          .label = KINELENS_TEXT("Options", "Weight of the background"),
          .help = KINELENS_TEXT("Options", "Of frames outside all intervals, beside the classes'."),
          .group = training_label_group,
          .minimum = 0,
          .maximum = 100}},
        {&O::label_smoothing,
         {.key = "label_smoothing",
          .label = KINELENS_TEXT("Options", "Label smoothing"),
          .help = KINELENS_TEXT("Options", "Share of the truth that is spread over all classes."),
          .group = training_label_group,
          .minimum = 0,
          .maximum = 0.9}},
        {&O::length_share,
         {.key = "length_share",
          .label = KINELENS_TEXT("Options", "Shortest against median"),
          .help = KINELENS_TEXT("Options", "Each class's intervals must have this share of its median length "
                                           "in training; 0, or lengths per class: as they say."),
          .group = training_label_group,
          .minimum = 0,
          .maximum = 1}}};
}

OptionFields<DetectTrainOptions> learning_fields() {
    using O = DetectTrainOptions;
    return {
        {&O::encoder_rate,
         {.key = "encoder_rate",
          .label = KINELENS_TEXT("Options", "Encoder's share of the rate"),
          .help = KINELENS_TEXT("Options", "1: the whole model learns alike; 0: the encoder stays frozen and "
                                           "the classifier alone learns."),
          .group = detector_group,
          .minimum = 0,
          .maximum = 10}},
        {&O::optimiser,
         {.key = "optimiser",
          .label = KINELENS_TEXT("Options", "Optimiser"),
          .help = KINELENS_TEXT("Options", "Of the descent."),
          .group = detector_group}},
        {&O::epochs,
         {.key = "epochs",
          .label = KINELENS_TEXT("Options", "Epochs"),
          .help = KINELENS_TEXT("Options", "Passes over the training windows."),
          .group = detector_group,
          .minimum = 1,
          .maximum = 100000}},
        {&O::learning_rate,
         {.key = "learning_rate",
          .label = KINELENS_TEXT("Options", "Learning rate"),
          .help = KINELENS_TEXT("Options", "At its highest."),
          .group = detector_group,
          .minimum = 0,
          .maximum = 1000}},
        {&O::schedule,
         {.key = "schedule",
          .label = KINELENS_TEXT("Options", "Schedule"),
          .help = KINELENS_TEXT(
              "Options",
              "cosine: rises over the first twentieth of the steps and falls to nothing; constant: stays."),
          .group = detector_group}}};
}

OptionFields<DetectTrainOptions> damping_fields() {
    using O = DetectTrainOptions;
    return {{&O::momentum,
             {.key = "momentum",
              .label = KINELENS_TEXT("Options", "Momentum"),
              .help = KINELENS_TEXT("Options", "Of sgd: the share of the last step that is kept."),
              .group = detector_group,
              .minimum = 0,
              .maximum = 1,
              .expert = true}},
            {&O::weight_decay,
             {.key = "weight_decay",
              .label = KINELENS_TEXT("Options", "Weight decay"),
              .help = KINELENS_TEXT("Options", "L2 penalty added to the gradient."),
              .group = detector_group,
              .minimum = 0,
              .maximum = 10,
              .expert = true}},
            {&O::drop_path,
             {.key = "drop_path",
              .label = KINELENS_TEXT("Options", "DropPath"),
              .help = KINELENS_TEXT("Options", "As in the checkpoint's pretraining; otherwise none."),
              .group = detector_group,
              .expert = true}}};
}

OptionFields<DetectTrainOptions> begin_fields() {
    using O = DetectTrainOptions;
    return {{&O::scratch,
             {.key = "scratch",
              .label = KINELENS_TEXT("Options", "Encoder from scratch"),
              .help = KINELENS_TEXT(
                  "Options",
                  "The preset of `pretrain` whose encoder begins untrained where there is no checkpoint."),
              .group = detector_run_group}},
            {&O::seed,
             {.key = "seed",
              .label = KINELENS_TEXT("Options", "Seed"),
              .help = KINELENS_TEXT("Options", "Of every draw."),
              .group = detector_run_group,
              .minimum = 0,
              .maximum = 9007199254740991}},
            {&O::checkpoint_every,
             {.key = "checkpoint_every",
              .label = KINELENS_TEXT("Options", "Checkpoint every"),
              .help = KINELENS_TEXT("Options", "A run that was stopped goes on from there."),
              .group = detector_run_group,
              .unit = KINELENS_TEXT("Options", "epochs"),
              .minimum = 1,
              .maximum = 100000,
              .expert = true,
              .effect = OptionEffect::none}}};
}

} // namespace

template <>
const OptionFields<DetectTrainOptions>& option_fields<DetectTrainOptions>() {
    static const auto fields =
        joined_fields<DetectTrainOptions>(window_fields(), change_fields(), label_fields(), learning_fields(),
                                          damping_fields(), begin_fields(), option_fields<DetectOptions>());
    return fields;
}

template struct OptionAccess<DetectTrainOptions>;

} // namespace kinelens
