// How near two rows are, and how the nearest are found: what options offer.
#pragma once

#include "core/foundation/named_values.h"

namespace kinelens {

enum class Distance { cosine, euclidean }; // 1 − cos(a, b), |a − b|₂
constexpr auto named_values(Distance) {
    using enum Distance;
    return std::array{Named{cosine, "cosine"}, Named{euclidean, "euclidean"}};
}

enum class NeighbourSearch { automatic, exact, approximate }; // approximate: by a graph
constexpr auto named_values(NeighbourSearch) {
    using enum NeighbourSearch;
    return std::array{Named{automatic, "auto"}, Named{exact, "exact"}, Named{approximate, "approximate"}};
}

} // namespace kinelens
