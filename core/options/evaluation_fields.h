// Fields that several verbs of evaluation share. Only for core/options.
#pragma once

#include "core/options/evaluation_options.h"
#include "core/options/option_info.h"

namespace kinelens::evaluation_fields {

using namespace describe_option;

#define EVALUATION_TEXT(text) KINELENS_TEXT("EvaluationOptions", text)

inline constexpr const char* fit_group = EVALUATION_TEXT("Training");
inline constexpr const char* choice_group = EVALUATION_TEXT("Which epoch counts");
inline constexpr const char* compute_group = EVALUATION_TEXT("Run");

// A member of a base class as a field of the options that derive from it.
template <class Options, class Base, class Member>
OptionField<Options> inherited(Member Base::*member, OptionInfo info) {
    return option_field<Options, Member>(member, std::move(info));
}

inline OptionInfo seed_info() {
    return integer("seed", EVALUATION_TEXT("Seed"), compute_group, 0, 9007199254740991,
                   EVALUATION_TEXT("Of every draw: splits, order, initial weights, intervals."));
}

template <class Options>
OptionFields<Options> fit_fields() {
    using B = FitOptions;
    using O = Options;
    return {
        inherited<O>(&B::epochs, integer("epochs", EVALUATION_TEXT("Epochs"), fit_group, 1, 100000,
                                         EVALUATION_TEXT("Passes over the labelled samples."))),
        inherited<O>(&B::batch_size,
                     unit(integer("batch_size", EVALUATION_TEXT("Batch size"), fit_group, 0, 1000000,
                                  EVALUATION_TEXT("Samples per step; 0 takes all of them in one.")),
                          EVALUATION_TEXT("sequences"))),
        inherited<O>(&B::learning_rate,
                     real("learning_rate", EVALUATION_TEXT("Learning rate"), fit_group, 0, 1000,
                          EVALUATION_TEXT("Of gradient descent, before the schedule."))),
        inherited<O>(&B::milestones,
                     simple(OptionKind::text, "milestones", EVALUATION_TEXT("Rate drops at epochs"),
                            fit_group,
                            EVALUATION_TEXT("Epochs, counted from 0 and separated by commas, from which the "
                                            "rate is multiplied by the drop factor."))),
        inherited<O>(&B::decay_factor,
                     expert(real("decay_factor", EVALUATION_TEXT("Drop factor"), fit_group, 0, 1,
                                 EVALUATION_TEXT("What a drop multiplies the rate by.")))),
        inherited<O>(&B::momentum, expert(real("momentum", EVALUATION_TEXT("Momentum"), fit_group, 0, 1,
                                               EVALUATION_TEXT("Share of the last step that is kept.")))),
        inherited<O>(&B::weight_decay,
                     expert(real("weight_decay", EVALUATION_TEXT("Weight decay"), fit_group, 0, 10,
                                 EVALUATION_TEXT("L2 penalty added to the gradient.")))),
        inherited<O>(&B::selection,
                     choice("selection", EVALUATION_TEXT("Chosen by"), choice_group,
                            {"validation", "last", "test"},
                            EVALUATION_TEXT("validation: the best epoch on samples held out of the training "
                                            "side; last: the last epoch; test: the best epoch on the test "
                                            "side, as papers report it."))),
        inherited<O>(&B::validation_share,
                     real("validation_share", EVALUATION_TEXT("Held out for validation"), choice_group, 0,
                          0.9, EVALUATION_TEXT("Share of each class of the training side, drawn by name."))),
        inherited<O>(&B::test_every,
                     unit(integer("test_every", EVALUATION_TEXT("Test every"), choice_group, 1, 100000,
                                  EVALUATION_TEXT("How often accuracies are measured; the last epoch always "
                                                  "is.")),
                          EVALUATION_TEXT("epochs"))),
        inherited<O>(&B::seed, seed_info())};
}

template <class Options>
OptionFields<Options> encode_fields() {
    using B = EncodeOptions;
    using O = Options;
    return {
        inherited<O>(
            &B::preprocess,
            choice("preprocess", EVALUATION_TEXT("Normalisation"), compute_group,
                   {"trained", "released", "paper", "upright", "none"},
                   EVALUATION_TEXT("trained: as the checkpoint was trained; released, paper, upright; none: "
                                   "positions as they are."))),
        inherited<O>(
            &B::encode_batch_size,
            unit(expert(integer("encode_batch_size", EVALUATION_TEXT("Encoded together"), compute_group, 1,
                                65536, EVALUATION_TEXT("Sequences that go through the encoder together."))),
                 EVALUATION_TEXT("sequences"))),
        inherited<O>(&B::device, simple(OptionKind::text, "device", EVALUATION_TEXT("Device"), compute_group,
                                        EVALUATION_TEXT("auto, cpu, cuda or cuda:N."))),
        inherited<O>(&B::threads, integer("threads", EVALUATION_TEXT("Threads"), compute_group, 0, 1024,
                                          EVALUATION_TEXT("Processor threads; 0 takes all cores.")))};
}

} // namespace kinelens::evaluation_fields
