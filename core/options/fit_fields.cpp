#include "core/options/evaluation_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* fit_group = KINELENS_TEXT("Options", "Training");
constexpr const char* choice_group = KINELENS_TEXT("Options", "Which epoch counts");
constexpr const char* compute_group = KINELENS_TEXT("Options", "Run");

OptionFields<FitOptions> fit_descent_fields() {
    using O = FitOptions;
    return {
        {&O::epochs,
         {.key = "epochs",
          .label = KINELENS_TEXT("Options", "Epochs"),
          .help = KINELENS_TEXT("Options", "Passes over the labelled samples."),
          .group = fit_group,
          .minimum = 1,
          .maximum = 100000}},
        {&O::batch_size,
         {.key = "batch_size",
          .label = KINELENS_TEXT("Options", "Batch size"),
          .help = KINELENS_TEXT("Options", "Samples per step; 0 takes all of them in one."),
          .group = fit_group,
          .unit = KINELENS_TEXT("Options", "sequences"),
          .minimum = 0,
          .maximum = 1000000}},
        {&O::learning_rate,
         {.key = "learning_rate",
          .label = KINELENS_TEXT("Options", "Learning rate"),
          .help = KINELENS_TEXT("Options", "Of gradient descent, before the schedule."),
          .group = fit_group,
          .minimum = 0,
          .maximum = 1000}},
        {&O::milestones,
         {.key = "milestones",
          .label = KINELENS_TEXT("Options", "Rate drops at epochs"),
          .help = KINELENS_TEXT("Options", "Epochs, counted from 0 and separated by commas, from which the "
                                           "rate is multiplied by the drop factor."),
          .group = fit_group}}};
}

OptionFields<FitOptions> decay_fields() {
    using O = FitOptions;
    return {{&O::decay_factor,
             {.key = "decay_factor",
              .label = KINELENS_TEXT("Options", "Drop factor"),
              .help = KINELENS_TEXT("Options", "What a drop multiplies the rate by."),
              .group = fit_group,
              .minimum = 0,
              .maximum = 1,
              .expert = true}},
            {&O::momentum,
             {.key = "momentum",
              .label = KINELENS_TEXT("Options", "Momentum"),
              .help = KINELENS_TEXT("Options", "Share of the last step that is kept."),
              .group = fit_group,
              .minimum = 0,
              .maximum = 1,
              .expert = true}},
            {&O::weight_decay,
             {.key = "weight_decay",
              .label = KINELENS_TEXT("Options", "Weight decay"),
              .help = KINELENS_TEXT("Options", "L2 penalty added to the gradient."),
              .group = fit_group,
              .minimum = 0,
              .maximum = 10,
              .expert = true}}};
}

OptionFields<FitOptions> selection_fields() {
    using O = FitOptions;
    return {
        {&O::selection,
         {.key = "selection",
          .label = KINELENS_TEXT("Options", "Chosen by"),
          .help = KINELENS_TEXT(
              "Options", "validation: the best epoch on samples held out of the training side; last: the "
                         "last epoch; test: the best epoch on the test side, as papers report it."),
          .group = choice_group}},
        {&O::validation_share,
         {.key = "validation_share",
          .label = KINELENS_TEXT("Options", "Held out for validation"),
          .help = KINELENS_TEXT("Options", "Share of each class of the training side, drawn by name."),
          .group = choice_group,
          .minimum = 0,
          .maximum = 0.9}},
        {&O::test_every,
         {.key = "test_every",
          .label = KINELENS_TEXT("Options", "Test every"),
          .help = KINELENS_TEXT("Options", "How often accuracies are measured; the last epoch always is."),
          .group = choice_group,
          .unit = KINELENS_TEXT("Options", "epochs"),
          .minimum = 1,
          .maximum = 100000}},
        {&O::seed,
         {.key = "seed",
          .label = KINELENS_TEXT("Options", "Seed"),
          .help = KINELENS_TEXT("Options", "Of every draw: splits, order, initial weights, intervals."),
          .group = compute_group,
          .minimum = 0,
          .maximum = 9007199254740991}}};
}

OptionFields<EncodeOptions> encode_fields() {
    using O = EncodeOptions;
    return {{&O::preprocess,
             {.key = "preprocess",
              .label = KINELENS_TEXT("Options", "Normalisation"),
              .help = KINELENS_TEXT("Options", "trained: as the checkpoint was trained; released, paper, "
                                               "upright; none: positions as they are."),
              .group = compute_group}},
            {&O::encode_batch_size,
             {.key = "encode_batch_size",
              .label = KINELENS_TEXT("Options", "Encoded together"),
              .help = KINELENS_TEXT("Options", "Sequences that go through the encoder together."),
              .group = compute_group,
              .unit = KINELENS_TEXT("Options", "sequences"),
              .minimum = 1,
              .maximum = 65536,
              .expert = true,
              .effect = OptionEffect::course}},
            {&O::device,
             {.key = "device",
              .label = KINELENS_TEXT("Options", "Device"),
              .help = KINELENS_TEXT("Options", "auto, cpu, cuda or cuda:N."),
              .group = compute_group,
              .effect = OptionEffect::none}},
            {&O::threads,
             {.key = "threads",
              .label = KINELENS_TEXT("Options", "Threads"),
              .help = KINELENS_TEXT("Options", "Processor threads; 0 takes all cores."),
              .group = compute_group,
              .minimum = 0,
              .maximum = 1024,
              .effect = OptionEffect::none}}};
}

} // namespace

template <>
const OptionFields<FitOptions>& option_fields<FitOptions>() {
    static const auto fields =
        joined_fields<FitOptions>(fit_descent_fields(), decay_fields(), selection_fields());
    return fields;
}

template <>
const OptionFields<EncodeOptions>& option_fields<EncodeOptions>() {
    static const auto fields = joined_fields<EncodeOptions>(encode_fields());
    return fields;
}

} // namespace kinelens
