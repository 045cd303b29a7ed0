#include "core/neighbours/block_products.h"

#include "core/foundation/vector_code.h"

#include <cstring>

namespace kinelens::neighbour_search {
namespace {

using Four = float __attribute__((vector_size(16)));
using Eight = float __attribute__((vector_size(32)));
using Sixteen = float __attribute__((vector_size(64)));

// Two vectors of columns by `Rows` queries at a time: as many sums as the registers hold.
template <class Vector, int Rows>
[[gnu::always_inline]] inline void multiply(const float* queries, const float* panel, std::int64_t dimension,
                                            float* out) {
    constexpr std::int64_t lanes = sizeof(Vector) / sizeof(float);
    for (std::int64_t q = 0; q < tile_height; q += Rows)
        for (std::int64_t g = 0; g < panel_width; g += 2 * lanes) {
            Vector sums[Rows][2] = {};
            for (std::int64_t d = 0; d < dimension; ++d) {
                Vector first, second;
                std::memcpy(&first, panel + d * panel_width + g, sizeof first);
                std::memcpy(&second, panel + d * panel_width + g + lanes, sizeof second);
                for (int r = 0; r < Rows; ++r) {
                    const float value = queries[(q + r) * dimension + d];
                    sums[r][0] += value * first;
                    sums[r][1] += value * second;
                }
            }
            for (int r = 0; r < Rows; ++r)
                std::memcpy(out + (q + r) * panel_width + g, &sums[r], sizeof sums[r]);
        }
}

using Multiply = void (*)(const float*, const float*, std::int64_t, float*);

#if defined(__x86_64__)
[[gnu::target("avx512f,avx512vl,avx512dq,avx512bw,fma")]] void
multiply_wide(const float* queries, const float* panel, std::int64_t dimension, float* out) {
    multiply<Sixteen, 8>(queries, panel, dimension, out);
}

[[gnu::target("avx2,fma")]] void multiply_middle(const float* queries, const float* panel,
                                                 std::int64_t dimension, float* out) {
    multiply<Eight, 4>(queries, panel, dimension, out);
}
#endif

void multiply_narrow(const float* queries, const float* panel, std::int64_t dimension, float* out) {
    multiply<Four, 4>(queries, panel, dimension, out);
}

Multiply best() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) return multiply_wide;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return multiply_middle;
#endif
    return multiply_narrow;
}

} // namespace

Panels::Panels(const float* values, std::int64_t rows, std::int64_t dimension)
    : count_((rows + panel_width - 1) / panel_width)
    , dimension_(dimension)
    , values_(static_cast<std::size_t>(count_ * panel_width * dimension), 0.0F) {
    for (std::int64_t row = 0; row < rows; ++row) {
        float* place = values_.data() + row / panel_width * panel_width * dimension + row % panel_width;
        for (std::int64_t d = 0; d < dimension; ++d) place[d * panel_width] = values[row * dimension + d];
    }
}

void multiply_tile(const float* queries, const float* panel, std::int64_t dimension, float* out) {
    static const Multiply function = best();
    function(queries, panel, dimension, out);
}

KINELENS_VECTOR_CODE std::uint32_t below(const float* scores, float bar) {
    std::uint32_t bits = 0;
#pragma omp simd reduction(| : bits)
    for (std::uint32_t g = 0; g < panel_width; ++g) bits |= std::uint32_t(scores[g] < bar) << g;
    return bits;
}

} // namespace kinelens::neighbour_search
