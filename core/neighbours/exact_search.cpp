#include "core/neighbours/exact_search.h"

#include <limits>

namespace kinelens::neighbour_search {
namespace {

std::vector<float> whole_tiles(const FeatureRows& queries, Distance distance) {
    auto values = prepared(queries, distance);
    const std::int64_t rows = (queries.rows + tile_height - 1) / tile_height * tile_height;
    values.resize(static_cast<std::size_t>(rows * queries.dimension), 0.0F);
    return values;
}

std::vector<float> half_squares(const FeatureRows& rows, Distance distance, std::int64_t places) {
    std::vector<float> halves(static_cast<std::size_t>(places), std::numeric_limits<float>::infinity());
    for (std::int64_t i = 0; i < rows.rows; ++i) {
        double squares = 0;
        for (std::int64_t d = 0; distance == Distance::euclidean && d < rows.dimension; ++d)
            squares += double(rows.row(i)[d]) * double(rows.row(i)[d]);
        halves[static_cast<std::size_t>(i)] = static_cast<float>(squares / 2);
    }
    return halves;
}

} // namespace

ScoreBlocks::ScoreBlocks(const FeatureRows& queries, const FeatureRows& gallery, Distance distance)
    : queries_(queries.rows)
    , gallery_(gallery.rows)
    , dimension_(queries.dimension)
    , values_(whole_tiles(queries, distance))
    , panels_(prepared(gallery, distance).data(), gallery.rows, gallery.dimension)
    , halves_(half_squares(gallery, distance, panels_.count() * panel_width)) {}

} // namespace kinelens::neighbour_search
