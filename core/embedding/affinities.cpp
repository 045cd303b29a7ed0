#include "core/embedding/affinities.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kinelens {
namespace {

constexpr std::size_t rows_at_once = 256;

struct Row {
    double sum = 0;      // Σ exp(−β (d² − least))
    double weighted = 0; // Σ (d² − least) exp(…)
};

Row weigh(const float* squared, std::int64_t k, double beta, float least, float* out) {
    Row row;
    for (std::int64_t j = 0; j < k; ++j) {
        const float above = squared[j] - least;
        out[j] = std::exp(static_cast<float>(-beta) * above);
        row.sum += double(out[j]);
        row.weighted += double(above) * double(out[j]);
    }
    return row;
}

// Where each row of the transposed matrix begins.
std::vector<std::int64_t> transposed_starts(const std::vector<std::int32_t>& neighbours, std::size_t points) {
    std::vector<std::int64_t> starts(points + 1, 0);
    for (const std::int32_t j : neighbours) ++starts[static_cast<std::size_t>(j) + 1];
    for (std::size_t i = 0; i < points; ++i) starts[i + 1] += starts[i];
    return starts;
}

using Entry = std::pair<std::int32_t, float>;

// One row of P + Pᵀ, ascending by column, entries of the same column added up.
void merge(std::vector<Entry>& row) {
    std::sort(row.begin(), row.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (kept > 0 && row[kept - 1].first == row[i].first)
            row[kept - 1].second += row[i].second;
        else
            row[kept++] = row[i];
    row.resize(kept);
}

struct Transposed {
    std::vector<std::int64_t> starts;
    std::vector<Entry> entries;
};

Transposed transpose(const std::vector<std::int32_t>& neighbours, const std::vector<float>& conditional,
                     std::int64_t k, std::size_t points) {
    Transposed result{transposed_starts(neighbours, points), std::vector<Entry>(neighbours.size())};
    auto next = result.starts;
    for (std::size_t at = 0; at < neighbours.size(); ++at) {
        const auto row = static_cast<std::int32_t>(at / static_cast<std::size_t>(k));
        auto& place = next[static_cast<std::size_t>(neighbours[at])];
        result.entries[static_cast<std::size_t>(place++)] = {row, conditional[at]};
    }
    return result;
}

} // namespace

double perplexity_row(const float* squared, std::int64_t k, double perplexity, float* out) {
    const float least = *std::min_element(squared, squared + k);
    const double wanted = std::log(perplexity);
    double beta = 1, low = 0, high = std::numeric_limits<double>::infinity();
    Row row;
    for (int step = 0; step < 200; ++step) {
        row = weigh(squared, k, beta, least, out);
        const double entropy = std::log(row.sum) + beta * row.weighted / row.sum;
        if (std::abs(entropy - wanted) < 1e-5) break;
        (entropy > wanted ? low : high) = beta;
        beta = std::isinf(high) ? beta * 2 : (low + high) / 2;
        if (beta > 1e30) break; // equal distances: no β gives fewer than all of them
    }
    const auto sum = static_cast<float>(row.sum);
    for (std::int64_t j = 0; j < k; ++j) out[j] /= sum;
    return beta;
}

Affinities affinities_of(const std::vector<std::int32_t>& neighbours, const std::vector<float>& squared,
                         std::int64_t k, double perplexity, ThreadTeam& team) {
    const auto width = static_cast<std::size_t>(k);
    const std::size_t points = neighbours.size() / width;
    std::vector<float> conditional(neighbours.size());
    team.run_parts(points, rows_at_once, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            perplexity_row(squared.data() + i * width, k, perplexity, conditional.data() + i * width);
    });
    const Transposed turned = transpose(neighbours, conditional, k, points);
    std::vector<std::vector<Entry>> rows(points);
    team.run_parts(points, rows_at_once, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            for (std::size_t j = i * width; j < (i + 1) * width; ++j)
                rows[i].emplace_back(neighbours[j], conditional[j]);
            rows[i].insert(rows[i].end(), turned.entries.begin() + turned.starts[i],
                           turned.entries.begin() + turned.starts[i + 1]);
            merge(rows[i]);
        }
    });
    Affinities result;
    result.starts.push_back(0);
    const float share = 0.5F / static_cast<float>(points);
    for (const auto& row : rows) {
        for (const auto& [column, value] : row) {
            result.columns.push_back(column);
            result.values.push_back(value * share);
        }
        result.starts.push_back(static_cast<std::int64_t>(result.columns.size()));
    }
    return result;
}

} // namespace kinelens
