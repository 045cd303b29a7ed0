#include "core/options/evaluation_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* neighbour_group = KINELENS_TEXT("Options", "Neighbours");
constexpr const char* graph_group = KINELENS_TEXT("Options", "Approximate search");
constexpr const char* run_group = KINELENS_TEXT("Options", "Run");
constexpr const char* label_group = KINELENS_TEXT("Options", "Labels");
constexpr const char* clip_group = KINELENS_TEXT("Options", "Clips");
constexpr const char* classifier_group = KINELENS_TEXT("Options", "Training");
constexpr const char* ensemble_group = KINELENS_TEXT("Options", "Weights");

OptionFields<ProbeOptions> probe_fields() {
    using O = ProbeOptions;
    return {
        {&O::standardise,
         {.key = "standardise",
          .label = KINELENS_TEXT("Options", "Standardise features"),
          .help = KINELENS_TEXT("Options", "Mean 0 and deviation 1 of each feature on the training side."),
          .group = classifier_group}}};
}

OptionFields<RetrieveOptions> retrieve_fields() {
    using O = RetrieveOptions;
    return {{&O::neighbours,
             {.key = "neighbours",
              .label = KINELENS_TEXT("Options", "Neighbours that vote"),
              .help = KINELENS_TEXT("Options", "Of equally many votes the smallest label wins."),
              .group = neighbour_group,
              .symbol = "k",
              .minimum = 1,
              .maximum = 10000}},
            {&O::distance,
             {.key = "distance",
              .label = KINELENS_TEXT("Options", "Distance"),
              .help = KINELENS_TEXT("Options", "Between features, before the projectors."),
              .group = neighbour_group}},
            {&O::search,
             {.key = "search",
              .label = KINELENS_TEXT("Options", "Search"),
              .help = KINELENS_TEXT("Options", "approximate: by a graph, with its measured recall."),
              .group = neighbour_group,
              .choices = names_of({NeighbourSearch::exact, NeighbourSearch::approximate})}}};
}

OptionFields<RetrieveOptions> graph_fields() {
    using O = RetrieveOptions;
    return {{&O::links,
             {.key = "links",
              .label = KINELENS_TEXT("Options", "Links"),
              .help = KINELENS_TEXT("Options", "Of each row to others."),
              .group = graph_group,
              .minimum = 2,
              .maximum = 256,
              .expert = true}},
            {&O::build_effort,
             {.key = "build_effort",
              .label = KINELENS_TEXT("Options", "Effort of building"),
              .help = KINELENS_TEXT("Options", "Candidates looked at for each row's links."),
              .group = graph_group,
              .minimum = 1,
              .maximum = 100000,
              .expert = true}},
            {&O::search_effort,
             {.key = "search_effort",
              .label = KINELENS_TEXT("Options", "Effort of searching"),
              .help = KINELENS_TEXT("Options", "Candidates looked at for each query."),
              .group = graph_group,
              .minimum = 1,
              .maximum = 100000,
              .expert = true}},
            {&O::seed,
             {.key = "seed",
              .label = KINELENS_TEXT("Options", "Seed"),
              .help = KINELENS_TEXT("Options", "Of every draw: splits, order, initial weights, intervals."),
              .group = run_group,
              .minimum = 0,
              .maximum = 9007199254740991}}};
}

OptionFields<FinetuneOptions> subset_fields() {
    using O = FinetuneOptions;
    return {{&O::label_fraction,
             {.key = "label_fraction",
              .label = KINELENS_TEXT("Options", "Label fraction"),
              .help = KINELENS_TEXT(
                  "Options",
                  "Share of the training side that is labelled, drawn by name and seed; rounded down."),
              .group = label_group,
              .minimum = 0,
              .maximum = 1}},
            {&O::repeats,
             {.key = "repeats",
              .label = KINELENS_TEXT("Options", "Repetitions"),
              .help = KINELENS_TEXT("Options", "Each with a subset and an order of its own."),
              .group = label_group,
              .minimum = 1,
              .maximum = 1000}}};
}

OptionFields<FinetuneOptions> clip_fields() {
    using O = FinetuneOptions;
    return {{&O::crop_ratio_minimum,
             {.key = "crop_ratio_minimum",
              .label = KINELENS_TEXT("Options", "Shortest training crop"),
              .help = KINELENS_TEXT("Options", "As a share of the sequence."),
              .group = clip_group,
              .minimum = 0.01,
              .maximum = 1}},
            {&O::crop_ratio_maximum,
             {.key = "crop_ratio_maximum",
              .label = KINELENS_TEXT("Options", "Longest training crop"),
              .help = KINELENS_TEXT("Options", "As a share of the sequence."),
              .group = clip_group,
              .minimum = 0.01,
              .maximum = 1}},
            {&O::test_crop,
             {.key = "test_crop",
              .label = KINELENS_TEXT("Options", "Test crop"),
              .help = KINELENS_TEXT("Options", "The middle of the sequence that is tested."),
              .group = clip_group,
              .minimum = 0.01,
              .maximum = 1}},
            {&O::drop_path,
             {.key = "drop_path",
              .label = KINELENS_TEXT("Options", "DropPath"),
              .help = KINELENS_TEXT("Options", "As in the checkpoint's pretraining; otherwise none."),
              .group = classifier_group,
              .expert = true}}};
}

OptionFields<EnsembleOptions> ensemble_fields() {
    using O = EnsembleOptions;
    return {{&O::weights,
             {.key = "weights",
              .label = KINELENS_TEXT("Options", "Weights"),
              .help = KINELENS_TEXT("Options",
                                    "One a member, separated by commas; without them all weigh the same."),
              .group = ensemble_group}},
            {&O::map,
             {.key = "map",
              .label = KINELENS_TEXT("Options", "Map of weights"),
              .help = KINELENS_TEXT("Options", "The accuracy over all mixes of weights."),
              .group = ensemble_group,
              .effect = OptionEffect::course}},
            {&O::map_step,
             {.key = "map_step",
              .label = KINELENS_TEXT("Options", "Step of the map"),
              .help = KINELENS_TEXT("Options", "Between one mix and the next."),
              .group = ensemble_group,
              .minimum = 0.01,
              .maximum = 0.5,
              .effect = OptionEffect::course}}};
}

} // namespace

template <>
const OptionFields<ProbeOptions>& option_fields<ProbeOptions>() {
    static const auto fields = joined_fields<ProbeOptions>(option_fields<FitOptions>(), probe_fields(),
                                                           option_fields<EncodeOptions>());
    return fields;
}

template <>
const OptionFields<RetrieveOptions>& option_fields<RetrieveOptions>() {
    static const auto fields =
        joined_fields<RetrieveOptions>(retrieve_fields(), graph_fields(), option_fields<EncodeOptions>());
    return fields;
}

template <>
const OptionFields<FinetuneOptions>& option_fields<FinetuneOptions>() {
    static const auto fields = joined_fields<FinetuneOptions>(subset_fields(), option_fields<FitOptions>(),
                                                              clip_fields(), option_fields<EncodeOptions>());
    return fields;
}

template <>
const OptionFields<EnsembleOptions>& option_fields<EnsembleOptions>() {
    static const auto fields = joined_fields<EnsembleOptions>(ensemble_fields());
    return fields;
}

template struct OptionAccess<ProbeOptions>;
template struct OptionAccess<RetrieveOptions>;
template struct OptionAccess<FinetuneOptions>;
template struct OptionAccess<EnsembleOptions>;

} // namespace kinelens
