#include "core/options/evaluation_options.h"

#include "core/options/evaluation_fields.h"
#include "core/options/pretrain_options.h"

namespace kinelens {

using namespace evaluation_fields;

FinetuneOptions::FinetuneOptions() {
    epochs = 80;
    batch_size = 64;
    learning_rate = 0.01;
    milestones = "50,70";
}

template <>
const OptionFields<ProbeOptions>& option_fields<ProbeOptions>() {
    static const OptionFields<ProbeOptions> fields = [] {
        auto all = fit_fields<ProbeOptions>();
        all.push_back(option_field(
            &ProbeOptions::standardise,
            simple(OptionKind::boolean, "standardise", EVALUATION_TEXT("Standardise features"), fit_group,
                   EVALUATION_TEXT("Mean 0 and deviation 1 of each feature on the training side."))));
        append(all, encode_fields<ProbeOptions>());
        return all;
    }();
    return fields;
}

namespace {

OptionFields<RetrieveOptions> retrieve_fields() {
    using O = RetrieveOptions;
    const char* group = EVALUATION_TEXT("Neighbours");
    const char* graph = EVALUATION_TEXT("Approximate search");
    return {
        option_field(&O::neighbours,
                     symbol(integer("neighbours", EVALUATION_TEXT("Neighbours that vote"), group, 1, 10000,
                                    EVALUATION_TEXT("Of equally many votes the smallest label wins.")),
                            "k")),
        option_field(&O::distance,
                     choice("distance", EVALUATION_TEXT("Distance"), group, {"cosine", "euclidean"},
                            EVALUATION_TEXT("Between features, before the projectors."))),
        option_field(&O::search,
                     choice("search", EVALUATION_TEXT("Search"), group, {"exact", "approximate"},
                            EVALUATION_TEXT("approximate: by a graph, with its measured recall."))),
        option_field(&O::links, expert(integer("links", EVALUATION_TEXT("Links"), graph, 2, 256,
                                               EVALUATION_TEXT("Of each row to others.")))),
        option_field(&O::build_effort,
                     expert(integer("build_effort", EVALUATION_TEXT("Effort of building"), graph, 1, 100000,
                                    EVALUATION_TEXT("Candidates looked at for each row's links.")))),
        option_field(&O::search_effort,
                     expert(integer("search_effort", EVALUATION_TEXT("Effort of searching"), graph, 1, 100000,
                                    EVALUATION_TEXT("Candidates looked at for each query.")))),
        option_field(&O::seed, seed_info())};
}

OptionFields<FinetuneOptions> subset_fields() {
    using O = FinetuneOptions;
    const char* group = EVALUATION_TEXT("Labels");
    return {
        option_field(&O::label_fraction,
                     real("label_fraction", EVALUATION_TEXT("Label fraction"), group, 0, 1,
                          EVALUATION_TEXT("Share of the training side that is labelled, drawn by name and "
                                          "seed; rounded down."))),
        option_field(&O::repeats, integer("repeats", EVALUATION_TEXT("Repetitions"), group, 1, 1000,
                                          EVALUATION_TEXT("Each with a subset and an order of its own.")))};
}

OptionFields<FinetuneOptions> crop_fields() {
    using O = FinetuneOptions;
    const char* group = EVALUATION_TEXT("Clips");
    return {
        option_field(&O::crop_ratio_minimum,
                     real("crop_ratio_minimum", EVALUATION_TEXT("Shortest training crop"), group, 0.01, 1,
                          EVALUATION_TEXT("As a share of the sequence."))),
        option_field(&O::crop_ratio_maximum,
                     real("crop_ratio_maximum", EVALUATION_TEXT("Longest training crop"), group, 0.01, 1,
                          EVALUATION_TEXT("As a share of the sequence."))),
        option_field(&O::test_crop, real("test_crop", EVALUATION_TEXT("Test crop"), group, 0.01, 1,
                                         EVALUATION_TEXT("The middle of the sequence that is tested."))),
        option_field(&O::drop_path,
                     expert(simple(OptionKind::boolean, "drop_path", EVALUATION_TEXT("DropPath"), fit_group,
                                   EVALUATION_TEXT("As in the checkpoint's pretraining; otherwise none."))))};
}

} // namespace

template <>
const OptionFields<RetrieveOptions>& option_fields<RetrieveOptions>() {
    static const OptionFields<RetrieveOptions> fields = [] {
        auto all = retrieve_fields();
        append(all, encode_fields<RetrieveOptions>());
        return all;
    }();
    return fields;
}

template <>
const OptionFields<FinetuneOptions>& option_fields<FinetuneOptions>() {
    static const OptionFields<FinetuneOptions> fields = [] {
        auto all = subset_fields();
        append(all, fit_fields<FinetuneOptions>());
        append(all, crop_fields());
        append(all, encode_fields<FinetuneOptions>());
        return all;
    }();
    return fields;
}

template <>
const OptionFields<EnsembleOptions>& option_fields<EnsembleOptions>() {
    using O = EnsembleOptions;
    const char* group = EVALUATION_TEXT("Weights");
    static const OptionFields<O> fields{
        option_field(&O::weights, simple(OptionKind::text, "weights", EVALUATION_TEXT("Weights"), group,
                                         EVALUATION_TEXT("One a member, separated by commas; without them "
                                                         "all weigh the same."))),
        option_field(&O::map, simple(OptionKind::boolean, "map", EVALUATION_TEXT("Map of weights"), group,
                                     EVALUATION_TEXT("The accuracy over all mixes of weights."))),
        option_field(&O::map_step, real("map_step", EVALUATION_TEXT("Step of the map"), group, 0.01, 0.5,
                                        EVALUATION_TEXT("Between one mix and the next.")))};
    return fields;
}

Result<void> validate(const FitOptions& options) {
    KINELENS_CHECK(parse_milestones(options.milestones));
    if (options.selection == "validation" && options.validation_share <= 0)
        return fail(ErrorCode::invalid_argument, "validation_share",
                    "nothing is held out to choose the epoch by");
    return {};
}

Result<void> validate(const FinetuneOptions& options) {
    KINELENS_CHECK(validate(static_cast<const FitOptions&>(options)));
    if (options.label_fraction <= 0)
        return fail(ErrorCode::invalid_argument, "label_fraction", "it must be above 0");
    if (options.crop_ratio_minimum > options.crop_ratio_maximum)
        return fail(ErrorCode::invalid_argument, "crop_ratio_minimum", "it is above crop_ratio_maximum");
    return {};
}

} // namespace kinelens
