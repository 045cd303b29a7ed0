#include "core/options/embed_options.h"

#include <algorithm>

namespace kinelens {

double learning_rate_of(const EmbedOptions& options, std::int64_t points) {
    if (options.learning_rate > 0) return options.learning_rate;
    return std::max(200.0, static_cast<double>(points) / options.early_exaggeration);
}

Result<void> validate(const EmbedOptions& options) {
    const bool continues = options.start == MapStart::map || options.start == MapStart::resume;
    if (continues && options.start_from.empty())
        return fail(ErrorCode::argument_missing, "start_from", "the embedding file to start from");
    if (!continues && !options.start_from.empty())
        return fail(ErrorCode::invalid_argument, "start_from", "start is neither map nor resume");
    if (continues && options.method == MapMethod::pca)
        return fail(ErrorCode::invalid_argument, "start", "pca starts from nothing");
    return {};
}

Result<void> check_points(const EmbedOptions& options, std::int64_t points) {
    if (options.method != MapMethod::tsne) return {};
    const std::int64_t most = (points - 1) / 3;
    if (points < 4)
        return fail(ErrorCode::invalid_argument, "method",
                    "tsne needs at least 4 points, and there are only " + std::to_string(points));
    if (options.perplexity <= static_cast<double>(most)) return {};
    return fail(ErrorCode::invalid_argument, "perplexity",
                std::to_string(points) + " points allow at most " + std::to_string(most));
}

} // namespace kinelens
