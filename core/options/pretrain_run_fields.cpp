#include "core/options/pretrain_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* training_group = KINELENS_TEXT("Options", "Training");
constexpr const char* pretrain_run_group = KINELENS_TEXT("Options", "Run");
constexpr const char* probe_group = KINELENS_TEXT("Options", "Probe while training");

OptionFields<ScheduleOptions> step_fields() {
    using O = ScheduleOptions;
    return {
        {&O::epochs,
         {.key = "epochs",
          .label = KINELENS_TEXT("Options", "Epochs"),
          .help = KINELENS_TEXT("Options", "Passes over all sequences."),
          .group = training_group,
          .minimum = 1,
          .maximum = 1000000}},
        {&O::batch_size,
         {.key = "batch_size",
          .label = KINELENS_TEXT("Options", "Batch size"),
          .help = KINELENS_TEXT(
              "Options", "Sequences per optimiser step. The last, smaller batch of an epoch is used too."),
          .group = training_group,
          .symbol = "N",
          .unit = KINELENS_TEXT("Options", "sequences"),
          .minimum = 2,
          .maximum = 65536}},
        {&O::chunk_size,
         {.key = "chunk_size",
          .label = KINELENS_TEXT("Options", "Chunk size"),
          .help = KINELENS_TEXT(
              "Options",
              "Sequences that go through the encoder at a time; 0 takes the whole batch. Smaller chunks need "
              "less memory and a second pass; the gradient is that of the whole batch."),
          .group = training_group,
          .unit = KINELENS_TEXT("Options", "sequences"),
          .minimum = 0,
          .maximum = 65536,
          .expert = true,
          .effect = OptionEffect::course}},
        {&O::learning_rate,
         {.key = "learning_rate",
          .label = KINELENS_TEXT("Options", "Learning rate"),
          .help = KINELENS_TEXT("Options", "Of Adam, before the schedule."),
          .group = training_group,
          .minimum = 0,
          .maximum = 10}},
        {&O::weight_decay,
         {.key = "weight_decay",
          .label = KINELENS_TEXT("Options", "Weight decay"),
          .help = KINELENS_TEXT("Options", "L2 penalty added to the gradient of every parameter."),
          .group = training_group,
          .minimum = 0,
          .maximum = 10,
          .expert = true}}};
}

OptionFields<ScheduleOptions> drop_fields() {
    using O = ScheduleOptions;
    return {
        {&O::milestones,
         {.key = "milestones",
          .label = KINELENS_TEXT("Options", "Rate drops at epochs"),
          .help = KINELENS_TEXT("Options", "Epochs, counted from 0 and separated by commas, from which the "
                                           "rate is multiplied by the drop factor."),
          .group = training_group}},
        {&O::decay_factor,
         {.key = "decay_factor",
          .label = KINELENS_TEXT("Options", "Drop factor"),
          .help = KINELENS_TEXT("Options", "What a drop multiplies the rate by."),
          .group = training_group,
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::seed,
         {.key = "seed",
          .label = KINELENS_TEXT("Options", "Seed"),
          .help = KINELENS_TEXT("Options", "Same seed, data and options: same numbers on the CPU."),
          .group = training_group,
          .minimum = 0,
          .maximum = 9007199254740991}}};
}

OptionFields<TrainingRunOptions> machine_fields() {
    using O = TrainingRunOptions;
    return {{&O::device,
             {.key = "device",
              .label = KINELENS_TEXT("Options", "Device"),
              .help = KINELENS_TEXT("Options", "auto, cpu, cuda or cuda:N."),
              .group = pretrain_run_group,
              .effect = OptionEffect::none}},
            {&O::precision,
             {.key = "precision",
              .label = KINELENS_TEXT("Options", "Precision"),
              .help = KINELENS_TEXT("Options", "Of the encoder's arithmetic on a GPU; the loss is always "
                                               "float32. The processor knows float32 and bf16."),
              .group = pretrain_run_group}},
            {&O::threads,
             {.key = "threads",
              .label = KINELENS_TEXT("Options", "Threads"),
              .help = KINELENS_TEXT("Options", "Processor threads for the model; 0 takes all cores."),
              .group = pretrain_run_group,
              .minimum = 0,
              .maximum = 1024,
              .effect = OptionEffect::none}},
            {&O::loader_threads,
             {.key = "loader_threads",
              .label = KINELENS_TEXT("Options", "Loader threads"),
              .help = KINELENS_TEXT("Options", "Threads that read and augment beside the model."),
              .group = pretrain_run_group,
              .minimum = 1,
              .maximum = 256,
              .expert = true,
              .effect = OptionEffect::course}}};
}

OptionFields<TrainingRunOptions> record_fields() {
    using O = TrainingRunOptions;
    return {
        {&O::log_every,
         {.key = "log_every",
          .label = KINELENS_TEXT("Options", "Log every"),
          .help = KINELENS_TEXT("Options", "Steps between two points of the curves."),
          .group = pretrain_run_group,
          .unit = KINELENS_TEXT("Options", "steps"),
          .minimum = 1,
          .maximum = 1000000,
          .expert = true,
          .effect = OptionEffect::course}},
        {&O::checkpoint_every,
         {.key = "checkpoint_every",
          .label = KINELENS_TEXT("Options", "Checkpoint every"),
          .help = KINELENS_TEXT("Options", "Epochs between checkpoints. The last epoch always makes one."),
          .group = pretrain_run_group,
          .unit = KINELENS_TEXT("Options", "epochs"),
          .minimum = 1,
          .maximum = 1000000,
          .effect = OptionEffect::none}},
        {&O::keep_checkpoints,
         {.key = "keep_checkpoints",
          .label = KINELENS_TEXT("Options", "Keep checkpoints"),
          .help = KINELENS_TEXT("Options", "The newest that are kept, beside the best."),
          .group = pretrain_run_group,
          .minimum = 1,
          .maximum = 100000,
          .effect = OptionEffect::course}}};
}

OptionFields<TrainingRunOptions> guard_fields() {
    using O = TrainingRunOptions;
    return {
        {&O::abort_loss,
         {.key = "abort_loss",
          .label = KINELENS_TEXT("Options", "Abort above"),
          .help = KINELENS_TEXT("Options", "A loss above this ends the run as diverged."),
          .group = pretrain_run_group,
          .minimum = 0,
          .maximum = 1e30,
          .expert = true,
          .effect = OptionEffect::course}},
        {&O::collapse_std,
         {.key = "collapse_std",
          .label = KINELENS_TEXT("Options", "Collapse threshold"),
          .help = KINELENS_TEXT("Options", "Features whose mean standard deviation stays below this have "
                                           "collapsed; 0 switches the check off."),
          .group = pretrain_run_group,
          .minimum = 0,
          .maximum = 1,
          .expert = true,
          .effect = OptionEffect::course}},
        {&O::collapse_checks,
         {.key = "collapse_checks",
          .label = KINELENS_TEXT("Options", "Collapse checks"),
          .help = KINELENS_TEXT("Options", "Logged points in a row below the threshold that end the run."),
          .group = pretrain_run_group,
          .minimum = 1,
          .maximum = 100000,
          .expert = true,
          .effect = OptionEffect::course}}};
}

OptionFields<TrainingProbeOptions> training_probe_fields() {
    using O = TrainingProbeOptions;
    return {
        {&O::probe_every,
         {.key = "probe_every",
          .label = KINELENS_TEXT("Options", "Probe every"),
          .help = KINELENS_TEXT("Options",
                                "A linear probe and the nearest neighbour are measured before the first and "
                                "after every so many epochs; 0: never. Costs one pass of the encoder over "
                                "all labelled sequences; changes nothing that is learned."),
          .group = probe_group,
          .unit = KINELENS_TEXT("Options", "epochs"),
          .minimum = 0,
          .maximum = 1000000,
          .effect = OptionEffect::course}},
        {&O::probe_protocol,
         {.key = "probe_protocol",
          .label = KINELENS_TEXT("Options", "Held-out split"),
          .help = KINELENS_TEXT("Options", "A protocol with one split, such as folds:subject/4#0. Empty: the "
                                           "run's own, and random:0.8 where it trains on all sequences."),
          .group = probe_group,
          .effect = OptionEffect::course}}};
}

} // namespace

template <>
const OptionFields<ScheduleOptions>& option_fields<ScheduleOptions>() {
    static const auto fields = joined_fields<ScheduleOptions>(step_fields(), drop_fields());
    return fields;
}

template <>
const OptionFields<TrainingRunOptions>& option_fields<TrainingRunOptions>() {
    static const auto fields =
        joined_fields<TrainingRunOptions>(machine_fields(), record_fields(), guard_fields());
    return fields;
}

template <>
const OptionFields<TrainingProbeOptions>& option_fields<TrainingProbeOptions>() {
    static const auto fields = joined_fields<TrainingProbeOptions>(training_probe_fields());
    return fields;
}

} // namespace kinelens
