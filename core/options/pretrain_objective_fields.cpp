#include "core/options/pretrain_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* objective_group = KINELENS_TEXT("Options", "Objective");
constexpr double most_weight = 1e6;

OptionFields<LossOptions> agreement_fields() {
    using O = LossOptions;
    return {
        {&O::objective,
         {.key = "objective",
          .label = KINELENS_TEXT("Options", "Objective"),
          .help = KINELENS_TEXT("Options", "decorrelation: USDRL, no negatives; contrastive: the baseline "
                                           "with negatives, a momentum encoder and a memory bank."),
          .group = objective_group}},
        {&O::similarity,
         {.key = "similarity",
          .label = KINELENS_TEXT("Options", "Similarity form"),
          .help = KINELENS_TEXT("Options", "released: squared distances, the last view treated apart; paper: "
                                           "mean distance to the centre of all views."),
          .group = objective_group,
          .expert = true}},
        {&O::similarity_weight,
         {.key = "similarity_weight",
          .label = KINELENS_TEXT("Options", "Similarity weight"),
          .help = KINELENS_TEXT("Options", "Pulls the views of one sequence together."),
          .group = objective_group,
          .symbol = "κ",
          .minimum = 0,
          .maximum = most_weight}},
        {&O::invariance,
         {.key = "invariance",
          .label = KINELENS_TEXT("Options", "Invariance form"),
          .help = KINELENS_TEXT("Options",
                                "squared: (1 − R)² over pairs of views (released); linear: 1 − R (paper)."),
          .group = objective_group,
          .expert = true}},
        {&O::invariance_weight,
         {.key = "invariance_weight",
          .label = KINELENS_TEXT("Options", "Invariance weight"),
          .help = KINELENS_TEXT("Options", "Pulls each dimension's correlation between views to one."),
          .group = objective_group,
          .symbol = "η",
          .minimum = 0,
          .maximum = most_weight}}};
}

OptionFields<LossOptions> variance_fields() {
    using O = LossOptions;
    return {
        {&O::variance,
         {.key = "variance",
          .label = KINELENS_TEXT("Options", "Variance form"),
          .help = KINELENS_TEXT("Options", "Whether ε stands inside the root (released) or outside (paper)."),
          .group = objective_group,
          .expert = true}},
        {&O::variance_weight,
         {.key = "variance_weight",
          .label = KINELENS_TEXT("Options", "Variance weight"),
          .help = KINELENS_TEXT(
              "Options", "Keeps every dimension's deviation above its target: guards against collapse."),
          .group = objective_group,
          .symbol = "μ",
          .minimum = 0,
          .maximum = most_weight}},
        {&O::variance_target,
         {.key = "variance_target",
          .label = KINELENS_TEXT("Options", "Variance target"),
          .help = KINELENS_TEXT("Options", "Standard deviation each dimension should reach."),
          .group = objective_group,
          .symbol = "γ",
          .minimum = 0,
          .maximum = 100,
          .expert = true}},
        {&O::variance_epsilon,
         {.key = "variance_epsilon",
          .label = KINELENS_TEXT("Options", "Variance epsilon"),
          .help = KINELENS_TEXT("Options", "Small number beside the variance."),
          .group = objective_group,
          .symbol = "ε",
          .minimum = 0,
          .maximum = 1,
          .expert = true}}};
}

OptionFields<LossOptions> decorrelation_fields() {
    using O = LossOptions;
    return {{&O::covariance_weight,
             {.key = "covariance_weight",
              .label = KINELENS_TEXT("Options", "Covariance weight"),
              .help = KINELENS_TEXT("Options", "Decorrelates the dimensions within a view."),
              .group = objective_group,
              .minimum = 0,
              .maximum = most_weight}},
            {&O::cross_correlation_weight,
             {.key = "cross_correlation_weight",
              .label = KINELENS_TEXT("Options", "Cross-correlation weight"),
              .help = KINELENS_TEXT("Options", "Decorrelates different dimensions between views."),
              .group = objective_group,
              .symbol = "λ",
              .minimum = 0,
              .maximum = most_weight}},
            {&O::domain_weight,
             {.key = "domain_weight",
              .label = KINELENS_TEXT("Options", "Weight of the streams"),
              .help = KINELENS_TEXT("Options",
                                    "Weight of the temporal and spatial domains beside the instance domain."),
              .group = objective_group,
              .symbol = "τ",
              .minimum = 0,
              .maximum = most_weight}},
            {&O::standardise_epsilon,
             {.key = "standardise_epsilon",
              .label = KINELENS_TEXT("Options", "Standardisation epsilon"),
              .help = KINELENS_TEXT(
                  "Options", "Keeps a dimension without variance from making the loss NaN; 0 as published."),
              .group = objective_group,
              .minimum = 0,
              .maximum = 1,
              .expert = true}}};
}

OptionFields<LossOptions> contrast_fields() {
    using O = LossOptions;
    return {
        {&O::contrast_temperature,
         {.key = "contrast_temperature",
          .label = KINELENS_TEXT("Options", "Temperature"),
          .help = KINELENS_TEXT("Options", "Of the contrastive objective: similarities are divided by it."),
          .group = objective_group,
          .minimum = 0.001,
          .maximum = 10,
          .expert = true}},
        {&O::contrast_momentum,
         {.key = "contrast_momentum",
          .label = KINELENS_TEXT("Options", "Encoder momentum"),
          .help = KINELENS_TEXT(
              "Options", "Of the contrastive objective: how much of the momentum encoder a step keeps."),
          .group = objective_group,
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::contrast_bank,
         {.key = "contrast_bank",
          .label = KINELENS_TEXT("Options", "Memory bank"),
          .help = KINELENS_TEXT("Options", "Of the contrastive objective: past sequences kept as negatives."),
          .group = objective_group,
          .unit = KINELENS_TEXT("Options", "sequences"),
          .minimum = 1,
          .maximum = 10000000,
          .expert = true}}};
}

} // namespace

template <>
const OptionFields<LossOptions>& option_fields<LossOptions>() {
    static const auto fields = joined_fields<LossOptions>(agreement_fields(), variance_fields(),
                                                          decorrelation_fields(), contrast_fields());
    return fields;
}

} // namespace kinelens
