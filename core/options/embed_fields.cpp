#include "core/options/embed_options.h"

#include "core/options/option_table.h"

namespace kinelens {
namespace {

constexpr const char* map_group = KINELENS_TEXT("Options", "Map");
constexpr const char* descent_group = KINELENS_TEXT("Options", "Descent");
constexpr const char* method_group = KINELENS_TEXT("Options", "How it is computed");
constexpr const char* embed_run_group = KINELENS_TEXT("Options", "Run");

OptionFields<EmbedOptions> map_fields() {
    using O = EmbedOptions;
    return {
        {&O::method,
         {.key = "method",
          .label = KINELENS_TEXT("Options", "Method"),
          .help = KINELENS_TEXT(
              "Options",
              "tsne keeps neighbours together, pca shows the two directions of greatest variance."),
          .group = map_group}},
        {&O::domain,
         {.key = "domain",
          .label = KINELENS_TEXT("Options", "Features"),
          .help = KINELENS_TEXT("Options", "instance: temporal and spatial together; projection: after the "
                                           "projector; frames: one point a frame, of dense features."),
          .group = map_group}},
        {&O::array,
         {.key = "array",
          .label = KINELENS_TEXT("Options", "Array"),
          .help = KINELENS_TEXT(
              "Options", "Array to take from a file of another program; empty: its only matrix of numbers."),
          .group = map_group,
          .expert = true}},
        {&O::distance,
         {.key = "distance",
          .label = KINELENS_TEXT("Options", "Distance"),
          .help = KINELENS_TEXT("Options", "Between features."),
          .group = map_group,
          .choices = names_of({Distance::euclidean, Distance::cosine})}},
        {&O::perplexity,
         {.key = "perplexity",
          .label = KINELENS_TEXT("Options", "Perplexity"),
          .help = KINELENS_TEXT("Options", "How many neighbours each point keeps close, smoothly counted."),
          .group = map_group,
          .minimum = 1,
          .maximum = 10000}}};
}

OptionFields<EmbedOptions> descent_fields() {
    using O = EmbedOptions;
    return {{&O::iterations,
             {.key = "iterations",
              .label = KINELENS_TEXT("Options", "Iterations"),
              .help = KINELENS_TEXT("Options", "Of gradient descent, all in all."),
              .group = descent_group,
              .minimum = 0,
              .maximum = 1000000}},
            {&O::learning_rate,
             {.key = "learning_rate",
              .label = KINELENS_TEXT("Options", "Learning rate"),
              .help = KINELENS_TEXT("Options", "0: points divided by the early exaggeration, at least 200."),
              .group = descent_group,
              .symbol = "η",
              .minimum = 0,
              .maximum = 1e9}},
            {&O::early_exaggeration,
             {.key = "early_exaggeration",
              .label = KINELENS_TEXT("Options", "Early exaggeration"),
              .help = KINELENS_TEXT("Options",
                                    "What attraction is multiplied by at first, so that clusters form."),
              .group = descent_group,
              .minimum = 1,
              .maximum = 1000}},
            {&O::exaggeration_iterations,
             {.key = "exaggeration_iterations",
              .label = KINELENS_TEXT("Options", "Exaggerated iterations"),
              .help = KINELENS_TEXT("Options", "How long; none where a map is started from."),
              .group = descent_group,
              .minimum = 0,
              .maximum = 1000000}},
            {&O::early_momentum,
             {.key = "early_momentum",
              .label = KINELENS_TEXT("Options", "Early momentum"),
              .help = KINELENS_TEXT("Options", "Share of the last step that is kept while exaggerated."),
              .group = descent_group,
              .minimum = 0,
              .maximum = 0.999,
              .expert = true}},
            {&O::momentum,
             {.key = "momentum",
              .label = KINELENS_TEXT("Options", "Momentum"),
              .help = KINELENS_TEXT("Options", "Share of the last step that is kept after."),
              .group = descent_group,
              .minimum = 0,
              .maximum = 0.999,
              .expert = true}}};
}

OptionFields<EmbedOptions> start_fields() {
    using O = EmbedOptions;
    return {{&O::start,
             {.key = "start",
              .label = KINELENS_TEXT("Options", "Start"),
              .help = KINELENS_TEXT("Options", "map: where an earlier map has the points; resume: an "
                                               "interrupted one goes on as if it had not been."),
              .group = descent_group}},
            {&O::start_from,
             {.key = "start_from",
              .kind = OptionKind::path,
              .label = KINELENS_TEXT("Options", "Earlier map"),
              .help = KINELENS_TEXT("Options", "Embedding file that map and resume start from."),
              .group = descent_group}}};
}

OptionFields<EmbedOptions> method_fields() {
    using O = EmbedOptions;
    return {
        {&O::neighbours,
         {.key = "neighbours",
          .label = KINELENS_TEXT("Options", "Neighbours"),
          .help = KINELENS_TEXT(
              "Options",
              "auto: exact up to 150,000 points; approximate: by a graph, with its measured recall."),
          .group = method_group}},
        {&O::repulsion,
         {.key = "repulsion",
          .label = KINELENS_TEXT("Options", "Repulsion"),
          .help = KINELENS_TEXT("Options",
                                "auto: exact up to 1,000 points and on a GPU, Barnes-Hut up to 2,000, above "
                                "on a grid by Fourier transforms (fft), as was measured to be fastest."),
          .group = method_group}},
        {&O::theta,
         {.key = "theta",
          .label = KINELENS_TEXT("Options", "Opening angle"),
          .help = KINELENS_TEXT("Options", "Of Barnes-Hut: 0 is exact, greater is faster."),
          .group = method_group,
          .symbol = "θ",
          .minimum = 0,
          .maximum = 1,
          .expert = true}},
        {&O::trust,
         {.key = "trust",
          .label = KINELENS_TEXT("Options", "Trust figures"),
          .help = KINELENS_TEXT("Options", "all: neighbourhood preservation and trustworthiness, which "
                                           "compares all pairs; auto: all where the neighbours are exact."),
          .group = method_group}},
        {&O::trust_neighbours,
         {.key = "trust_neighbours",
          .label = KINELENS_TEXT("Options", "Neighbours of trust"),
          .help = KINELENS_TEXT("Options", "How many the trust figures look at."),
          .group = method_group,
          .symbol = "k",
          .minimum = 1,
          .maximum = 1000}}};
}

OptionFields<EmbedOptions> embed_run_fields() {
    using O = EmbedOptions;
    return {{&O::snapshot_every,
             {.key = "snapshot_every",
              .label = KINELENS_TEXT("Options", "Snapshot every"),
              .help = KINELENS_TEXT("Options", "How often the run folder gets the map as it is; 0: never."),
              .group = embed_run_group,
              .unit = KINELENS_TEXT("Options", "iterations"),
              .minimum = 0,
              .maximum = 1000000,
              .expert = true,
              .effect = OptionEffect::course}},
            {&O::seed,
             {.key = "seed",
              .label = KINELENS_TEXT("Options", "Seed"),
              .help = KINELENS_TEXT("Options", "The same seed gives the same map."),
              .group = embed_run_group,
              .minimum = 0,
              .maximum = 9007199254740991}},
            {&O::device,
             {.key = "device",
              .label = KINELENS_TEXT("Options", "Device"),
              .help = KINELENS_TEXT("Options", "auto, cpu, cuda or cuda:N; a GPU computes all pairs."),
              .group = embed_run_group,
              .effect = OptionEffect::none}},
            {&O::threads,
             {.key = "threads",
              .label = KINELENS_TEXT("Options", "Threads"),
              .help = KINELENS_TEXT("Options", "Processor threads; 0 takes all cores."),
              .group = embed_run_group,
              .minimum = 0,
              .maximum = 1024,
              .effect = OptionEffect::none}}};
}

} // namespace

template <>
const OptionFields<EmbedOptions>& option_fields<EmbedOptions>() {
    static const auto fields = joined_fields<EmbedOptions>(map_fields(), descent_fields(), start_fields(),
                                                           method_fields(), embed_run_fields());
    return fields;
}

template struct OptionAccess<EmbedOptions>;

} // namespace kinelens
