#include "core/learning/model/sparse_gradient.h"

#include <ATen/Parallel.h>
#include <numeric>

namespace kinelens::learning {
namespace {

constexpr std::int64_t numbers_to_one = 32;
constexpr std::int64_t looked_at = 16;

// A look at a few rows spares most gradients the search.
bool looks_sparse(const torch::Tensor& rows) {
    const auto count = rows.size(0), width = rows.size(1);
    const auto step = std::max<std::int64_t>(1, count / looked_at);
    const float* values = rows.data_ptr<float>();
    std::int64_t present = 0, seen = 0;
    for (std::int64_t row = 0; row < count; row += step, seen += width)
        present += width - std::count(values + row * width, values + (row + 1) * width, 0.0F);
    return 2 * present * numbers_to_one <= 3 * seen;
}

} // namespace

std::optional<SparseGradient::Groups> SparseGradient::gathered(const torch::Tensor& rows) {
    const auto count = rows.size(0), width = rows.size(1);
    const auto most = static_cast<std::size_t>(rows.numel() / numbers_to_one);
    const float* value = rows.data_ptr<float>();
    Groups groups;
    groups.start.push_back(0);
    for (std::int64_t row = 0; row < count; ++row) {
        for (std::int64_t column = 0; column < width; ++column, ++value) {
            if (*value == 0) continue;
            groups.other.push_back(column);
            groups.value.push_back(*value);
        }
        if (groups.value.size() > most) return std::nullopt;
        groups.start.push_back(groups.value.size());
    }
    return groups;
}

SparseGradient::Groups SparseGradient::turned(const Groups& groups, std::size_t count) {
    Groups result{std::vector<std::size_t>(count + 1), std::vector<std::int64_t>(groups.other.size()),
                  std::vector<float>(groups.value.size())};
    for (const auto place : groups.other) ++result.start[static_cast<std::size_t>(place) + 1];
    std::partial_sum(result.start.begin(), result.start.end(), result.start.begin());
    auto next = result.start;
    for (std::size_t group = 0; group + 1 < groups.start.size(); ++group) {
        for (std::size_t i = groups.start[group]; i < groups.start[group + 1]; ++i) {
            const std::size_t place = next[static_cast<std::size_t>(groups.other[i])]++;
            result.other[place] = static_cast<std::int64_t>(group);
            result.value[place] = groups.value[i];
        }
    }
    return result;
}

torch::Tensor SparseGradient::combined(const Groups& groups, const torch::Tensor& b) {
    const auto count = static_cast<std::int64_t>(groups.start.size()) - 1, width = b.size(1);
    auto result = torch::zeros({count, width}, b.options());
    const float* from = b.data_ptr<float>();
    float* to = result.data_ptr<float>();
    at::parallel_for(0, count, 16, [&](std::int64_t first, std::int64_t last) {
        for (std::int64_t group = first; group < last; ++group) {
            float* out = to + group * width;
            const auto at = static_cast<std::size_t>(group);
            for (std::size_t i = groups.start[at]; i < groups.start[at + 1]; ++i) {
                const float* in = from + groups.other[i] * width;
                for (std::int64_t j = 0; j < width; ++j) out[j] += groups.value[i] * in[j];
            }
        }
    });
    return result;
}

std::optional<SparseGradient> SparseGradient::of(const torch::Tensor& rows) {
    if (rows.numel() == 0 || !looks_sparse(rows)) return std::nullopt;
    auto by_row = gathered(rows);
    if (!by_row) return std::nullopt;
    SparseGradient gradient;
    gradient.by_column_ = turned(*by_row, static_cast<std::size_t>(rows.size(1)));
    gradient.by_row_ = std::move(*by_row);
    return gradient;
}

} // namespace kinelens::learning
