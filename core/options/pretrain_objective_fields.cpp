#include "core/options/pretrain_fields.h"

namespace kinelens::pretrain_fields {
namespace {

constexpr const char* objective_group = KINELENS_TEXT("PretrainOptions", "Objective");

} // namespace

Fields agreement_fields() {
    const double most = 1e6;
    return {
        option_field(
            &O::objective,
            choice("objective", KINELENS_TEXT("PretrainOptions", "Objective"), objective_group,
                   {"decorrelation", "contrastive"},
                   KINELENS_TEXT("PretrainOptions",
                                 "decorrelation: USDRL, no negatives; contrastive: the baseline with "
                                 "negatives, a momentum encoder and a memory bank."))),
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
    };
}

Fields decorrelation_fields() {
    const double most = 1e6;
    return {
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

Fields contrast_fields() {
    return {
        option_field(
            &O::contrast_temperature,
            expert(real("contrast_temperature", KINELENS_TEXT("PretrainOptions", "Temperature"),
                        objective_group, 0.001, 10,
                        KINELENS_TEXT("PretrainOptions",
                                      "Of the contrastive objective: similarities are divided by it.")))),
        option_field(
            &O::contrast_momentum,
            expert(real("contrast_momentum", KINELENS_TEXT("PretrainOptions", "Encoder momentum"),
                        objective_group, 0, 1,
                        KINELENS_TEXT("PretrainOptions",
                                      "Of the contrastive objective: how much of the momentum encoder "
                                      "a step keeps.")))),
        option_field(&O::contrast_bank,
                     expert(unit(integer("contrast_bank", KINELENS_TEXT("PretrainOptions", "Memory bank"),
                                         objective_group, 1, 10000000,
                                         KINELENS_TEXT("PretrainOptions",
                                                       "Of the contrastive objective: past sequences kept as "
                                                       "negatives.")),
                                 KINELENS_TEXT("PretrainOptions", "sequences")))),
    };
}

} // namespace kinelens::pretrain_fields
