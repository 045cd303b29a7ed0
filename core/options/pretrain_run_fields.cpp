#include "core/options/pretrain_fields.h"

namespace kinelens::pretrain_fields {
namespace {

constexpr const char* training_group = KINELENS_TEXT("PretrainOptions", "Training");
constexpr const char* pretrain_run_group = KINELENS_TEXT("PretrainOptions", "Run");
constexpr const char* probe_group = KINELENS_TEXT("PretrainOptions", "Probe while training");

} // namespace

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
        option_field(
            &O::chunk_size,
            expert(unit(
                integer("chunk_size", KINELENS_TEXT("PretrainOptions", "Chunk size"), training_group, 0,
                        65536,
                        KINELENS_TEXT("PretrainOptions",
                                      "Sequences that go through the encoder at a time; 0 takes the whole "
                                      "batch. Smaller chunks need less memory and a second pass; the "
                                      "gradient is that of the whole batch.")),
                KINELENS_TEXT("PretrainOptions", "sequences")))),
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
                     integer("seed", KINELENS_TEXT("PretrainOptions", "Seed"), training_group, 0,
                             9007199254740991,
                             KINELENS_TEXT("PretrainOptions",
                                           "Same seed, data and options: same numbers on the CPU."))),
    };
}

Fields run_fields() {
    return {
        option_field(&O::device, simple(OptionKind::text, "device",
                                        KINELENS_TEXT("PretrainOptions", "Device"), pretrain_run_group,
                                        KINELENS_TEXT("PretrainOptions", "auto, cpu, cuda or cuda:N."))),
        option_field(
            &O::precision,
            choice("precision", KINELENS_TEXT("PretrainOptions", "Precision"), pretrain_run_group,
                   {"float32", "tf32", "bf16", "fp16"},
                   KINELENS_TEXT("PretrainOptions",
                                 "Of the encoder's arithmetic on a GPU; the loss is always float32. The "
                                 "processor knows float32 and bf16."))),
        option_field(
            &O::threads,
            integer("threads", KINELENS_TEXT("PretrainOptions", "Threads"), pretrain_run_group, 0, 1024,
                    KINELENS_TEXT("PretrainOptions", "Processor threads for the model; 0 takes all cores."))),
        option_field(
            &O::loader_threads,
            expert(integer(
                "loader_threads", KINELENS_TEXT("PretrainOptions", "Loader threads"), pretrain_run_group, 1,
                256, KINELENS_TEXT("PretrainOptions", "Threads that read and augment beside the model.")))),
        option_field(
            &O::log_every,
            expert(unit(integer("log_every", KINELENS_TEXT("PretrainOptions", "Log every"),
                                pretrain_run_group, 1, 1000000,
                                KINELENS_TEXT("PretrainOptions", "Steps between two points of the curves.")),
                        KINELENS_TEXT("PretrainOptions", "steps")))),
        option_field(
            &O::checkpoint_every,
            unit(integer("checkpoint_every", KINELENS_TEXT("PretrainOptions", "Checkpoint every"),
                         pretrain_run_group, 1, 1000000,
                         KINELENS_TEXT("PretrainOptions",
                                       "Epochs between checkpoints. The last epoch always makes one.")),
                 KINELENS_TEXT("PretrainOptions", "epochs"))),
        option_field(&O::keep_checkpoints,
                     integer("keep_checkpoints", KINELENS_TEXT("PretrainOptions", "Keep checkpoints"),
                             pretrain_run_group, 1, 100000,
                             KINELENS_TEXT("PretrainOptions", "The newest that are kept, beside the best."))),
        option_field(
            &O::abort_loss,
            expert(real("abort_loss", KINELENS_TEXT("PretrainOptions", "Abort above"), pretrain_run_group, 0,
                        1e30,
                        KINELENS_TEXT("PretrainOptions", "A loss above this ends the run as diverged.")))),
        option_field(&O::collapse_std,
                     expert(real("collapse_std", KINELENS_TEXT("PretrainOptions", "Collapse threshold"),
                                 pretrain_run_group, 0, 1,
                                 KINELENS_TEXT("PretrainOptions",
                                               "Features whose mean standard deviation stays below this have "
                                               "collapsed; 0 switches the check off.")))),
        option_field(&O::collapse_checks,
                     expert(integer("collapse_checks", KINELENS_TEXT("PretrainOptions", "Collapse checks"),
                                    pretrain_run_group, 1, 100000,
                                    KINELENS_TEXT("PretrainOptions",
                                                  "Logged points in a row below the threshold that end the "
                                                  "run.")))),
    };
}

Fields probe_fields() {
    return {
        option_field(
            &O::probe_every,
            unit(integer("probe_every", KINELENS_TEXT("PretrainOptions", "Probe every"), probe_group, 0,
                         1000000,
                         KINELENS_TEXT("PretrainOptions",
                                       "A linear probe and the nearest neighbour are measured before the "
                                       "first and after every so many epochs; 0: never. Costs one pass of "
                                       "the encoder over all labelled sequences; changes nothing that is "
                                       "learned.")),
                 KINELENS_TEXT("PretrainOptions", "epochs"))),
        option_field(
            &O::probe_protocol,
            simple(OptionKind::text, "probe_protocol", KINELENS_TEXT("PretrainOptions", "Held-out split"),
                   probe_group,
                   KINELENS_TEXT("PretrainOptions",
                                 "A protocol with one split, such as folds:subject/4#0. Empty: the run's "
                                 "own, and random:0.8 where it trains on all sequences."))),
    };
}

} // namespace kinelens::pretrain_fields
