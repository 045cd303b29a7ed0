#include "core/options/embed_options.h"

#include "core/options/option_info.h"

#include <algorithm>

namespace kinelens {
namespace {

using namespace describe_option;

#define EMBED_TEXT(text) KINELENS_TEXT("EmbedOptions", text)

constexpr const char* map_group = EMBED_TEXT("Map");
constexpr const char* descent_group = EMBED_TEXT("Descent");
constexpr const char* method_group = EMBED_TEXT("How it is computed");
constexpr const char* embed_run_group = EMBED_TEXT("Run");

OptionFields<EmbedOptions> map_fields() {
    return {option_field(&EmbedOptions::method,
                         choice("method", EMBED_TEXT("Method"), map_group, {"tsne", "pca"},
                                EMBED_TEXT("tsne keeps neighbours together, pca shows the two "
                                           "directions of greatest variance."))),
            option_field(&EmbedOptions::domain,
                         choice("domain", EMBED_TEXT("Features"), map_group,
                                {"instance", "temporal", "spatial", "projection", "frames"},
                                EMBED_TEXT("instance: temporal and spatial together; projection: after the "
                                           "projector; frames: one point a frame, of dense features."))),
            option_field(&EmbedOptions::array,
                         expert(simple(OptionKind::text, "array", EMBED_TEXT("Array"), map_group,
                                       EMBED_TEXT("Array to take from a file of another program; "
                                                  "empty: its only matrix of numbers.")))),
            option_field(&EmbedOptions::distance,
                         choice("distance", EMBED_TEXT("Distance"), map_group, {"euclidean", "cosine"},
                                EMBED_TEXT("Between features."))),
            option_field(&EmbedOptions::perplexity,
                         real("perplexity", EMBED_TEXT("Perplexity"), map_group, 1, 10000,
                              EMBED_TEXT("How many neighbours each point keeps close, smoothly counted.")))};
}

OptionFields<EmbedOptions> descent_fields() {
    return {
        option_field(&EmbedOptions::iterations,
                     integer("iterations", EMBED_TEXT("Iterations"), descent_group, 0, 1000000,
                             EMBED_TEXT("Of gradient descent, all in all."))),
        option_field(&EmbedOptions::learning_rate,
                     symbol(real("learning_rate", EMBED_TEXT("Learning rate"), descent_group, 0, 1e9,
                                 EMBED_TEXT("0: points divided by the early exaggeration, at least 200.")),
                            "η")),
        option_field(&EmbedOptions::early_exaggeration,
                     real("early_exaggeration", EMBED_TEXT("Early exaggeration"), descent_group, 1, 1000,
                          EMBED_TEXT("What attraction is multiplied by at first, so that clusters form."))),
        option_field(&EmbedOptions::exaggeration_iterations,
                     integer("exaggeration_iterations", EMBED_TEXT("Exaggerated iterations"), descent_group,
                             0, 1000000, EMBED_TEXT("How long; none where a map is started from."))),
        option_field(&EmbedOptions::early_momentum,
                     expert(real("early_momentum", EMBED_TEXT("Early momentum"), descent_group, 0, 0.999,
                                 EMBED_TEXT("Share of the last step that is kept while exaggerated.")))),
        option_field(&EmbedOptions::momentum,
                     expert(real("momentum", EMBED_TEXT("Momentum"), descent_group, 0, 0.999,
                                 EMBED_TEXT("Share of the last step that is kept after.")))),
        option_field(&EmbedOptions::start,
                     choice("start", EMBED_TEXT("Start"), descent_group, {"pca", "random", "map", "resume"},
                            EMBED_TEXT("map: where an earlier map has the points; resume: an interrupted "
                                       "one goes on as if it had not been."))),
        option_field(&EmbedOptions::start_from,
                     simple(OptionKind::path, "start_from", EMBED_TEXT("Earlier map"), descent_group,
                            EMBED_TEXT("Embedding file that map and resume start from.")))};
}

OptionFields<EmbedOptions> method_fields() {
    return {
        option_field(&EmbedOptions::neighbours,
                     choice("neighbours", EMBED_TEXT("Neighbours"), method_group,
                            {"auto", "exact", "approximate"},
                            EMBED_TEXT("auto: exact up to 150,000 points; approximate: by a graph, with its "
                                       "measured recall."))),
        option_field(&EmbedOptions::repulsion,
                     choice("repulsion", EMBED_TEXT("Repulsion"), method_group,
                            {"auto", "exact", "barnes-hut", "fft"},
                            EMBED_TEXT("auto: exact up to 1,000 points and on a GPU, Barnes-Hut up to 2,000, "
                                       "above on a grid by Fourier transforms (fft), as was measured to be "
                                       "fastest."))),
        option_field(&EmbedOptions::theta,
                     expert(symbol(real("theta", EMBED_TEXT("Opening angle"), method_group, 0, 1,
                                        EMBED_TEXT("Of Barnes-Hut: 0 is exact, greater is faster.")),
                                   "θ"))),
        option_field(&EmbedOptions::trust,
                     choice("trust", EMBED_TEXT("Trust figures"), method_group,
                            {"auto", "all", "preservation", "none"},
                            EMBED_TEXT("all: neighbourhood preservation and trustworthiness, which compares "
                                       "all pairs; auto: all where the neighbours are exact."))),
        option_field(&EmbedOptions::trust_neighbours,
                     symbol(integer("trust_neighbours", EMBED_TEXT("Neighbours of trust"), method_group, 1,
                                    1000, EMBED_TEXT("How many the trust figures look at.")),
                            "k"))};
}

OptionFields<EmbedOptions> run_fields() {
    return {option_field(&EmbedOptions::snapshot_every,
                         unit(expert(integer("snapshot_every", EMBED_TEXT("Snapshot every"), embed_run_group,
                                             0, 1000000,
                                             EMBED_TEXT("How often the run folder gets the map as it is; 0: "
                                                        "never."))),
                              EMBED_TEXT("iterations"))),
            option_field(&EmbedOptions::seed,
                         integer("seed", EMBED_TEXT("Seed"), embed_run_group, 0, 9007199254740991,
                                 EMBED_TEXT("The same seed gives the same map."))),
            option_field(&EmbedOptions::device,
                         simple(OptionKind::text, "device", EMBED_TEXT("Device"), embed_run_group,
                                EMBED_TEXT("auto, cpu, cuda or cuda:N; a GPU computes all pairs."))),
            option_field(&EmbedOptions::threads,
                         integer("threads", EMBED_TEXT("Threads"), embed_run_group, 0, 1024,
                                 EMBED_TEXT("Processor threads; 0 takes all cores.")))};
}

} // namespace

template <>
const OptionFields<EmbedOptions>& option_fields<EmbedOptions>() {
    static const OptionFields<EmbedOptions> fields = [] {
        auto all = map_fields();
        for (auto& more : {descent_fields(), method_fields(), run_fields()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return fields;
}

double learning_rate_of(const EmbedOptions& options, std::int64_t points) {
    if (options.learning_rate > 0) return options.learning_rate;
    return std::max(200.0, static_cast<double>(points) / options.early_exaggeration);
}

Result<void> validate(const EmbedOptions& options) {
    const bool continues = options.start == "map" || options.start == "resume";
    if (continues && options.start_from.empty())
        return fail(ErrorCode::argument_missing, "start_from", "the embedding file to start from");
    if (!continues && !options.start_from.empty())
        return fail(ErrorCode::invalid_argument, "start_from", "start is neither map nor resume");
    if (continues && options.method == "pca")
        return fail(ErrorCode::invalid_argument, "start", "pca starts from nothing");
    return {};
}

Result<void> check_points(const EmbedOptions& options, std::int64_t points) {
    if (options.method != "tsne") return {};
    const std::int64_t most = (points - 1) / 3;
    if (points < 4)
        return fail(ErrorCode::invalid_argument, "method",
                    "tsne needs at least 4 points, and there are only " + std::to_string(points));
    if (options.perplexity <= static_cast<double>(most)) return {};
    return fail(ErrorCode::invalid_argument, "perplexity",
                std::to_string(points) + " points allow at most " + std::to_string(most));
}

} // namespace kinelens
