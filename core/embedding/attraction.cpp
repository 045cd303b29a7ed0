#include "core/embedding/attraction.h"

#include "core/foundation/vector_code.h"

#include <bit>
#include <cmath>
#include <numeric>

namespace kinelens {
namespace {

constexpr std::size_t rows_at_once = 512;

// ln x for x ≥ 1 to a few units in the last place: x = m·2^e with m in [√½, √2), ln m = 2
// artanh((m−1)/(m+1)).
[[gnu::always_inline]] inline float logarithm(float x) {
    const auto bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t exponent = (bits - 0x3f3504f3) >> 23;
    const auto mantissa = std::bit_cast<float>(bits - (exponent << 23));
    const float s = (mantissa - 1) / (mantissa + 1), t = s * s;
    const float series = 1 + t * (1.0F / 3 + t * (1.0F / 5 + t * (1.0F / 7 + t * (1.0F / 9))));
    return 2 * s * series + static_cast<float>(exponent) * 0.69314718F;
}

[[gnu::always_inline]] inline double logarithm(double x) {
    return std::log(x);
}

struct Edges {
    const std::int32_t* columns;
    const float* values;
    std::int64_t count;
};

template <class Real>
[[gnu::always_inline]] inline double attract_one(const Edges& edges, const float* at, const float* mine,
                                                 double* force) {
    const Real x = mine[0], y = mine[1];
    Real force_x = 0, force_y = 0, logs = 0;
#pragma omp simd reduction(+ : force_x, force_y, logs)
    for (std::int64_t e = 0; e < edges.count; ++e) {
        const std::int32_t j = edges.columns[e];
        const Real dx = x - Real(at[2 * j]), dy = y - Real(at[2 * j + 1]);
        const Real apart = 1 + dx * dx + dy * dy;
        const Real pull = Real(edges.values[e]) / apart;
        force_x += pull * dx;
        force_y += pull * dy;
        logs += Real(edges.values[e]) * logarithm(apart);
    }
    force[0] = double(force_x);
    force[1] = double(force_y);
    return double(logs);
}

template <class Real>
[[gnu::always_inline]] inline double attract_rows(const Affinities& p, const float* at, std::size_t first,
                                                  std::size_t last, double* forces) {
    double logs = 0;
    for (std::size_t i = first; i < last; ++i) {
        const auto begin = p.starts[i];
        logs +=
            attract_one<Real>({p.columns.data() + begin, p.values.data() + begin, p.starts[i + 1] - begin},
                              at, at + 2 * i, forces + 2 * i);
    }
    return logs;
}

KINELENS_VECTOR_CODE double attract_single(const Affinities& p, const float* at, std::size_t first,
                                           std::size_t last, double* forces) {
    return attract_rows<float>(p, at, first, last, forces);
}

KINELENS_VECTOR_CODE double attract_twice(const Affinities& p, const float* at, std::size_t first,
                                          std::size_t last, double* forces) {
    return attract_rows<double>(p, at, first, last, forces);
}

} // namespace

double attract(const Affinities& affinities, std::span<const float> coordinates, Accuracy accuracy,
               ThreadTeam& team, std::span<double> forces) {
    const auto points = static_cast<std::size_t>(affinities.points());
    std::vector<double> logs((points + rows_at_once - 1) / rows_at_once);
    team.run_parts(points, rows_at_once, [&](std::size_t first, std::size_t last) {
        const auto rows = accuracy == Accuracy::twice ? attract_twice : attract_single;
        logs[first / rows_at_once] = rows(affinities, coordinates.data(), first, last, forces.data());
    });
    return std::accumulate(logs.begin(), logs.end(), 0.0);
}

double negative_entropy(const Affinities& affinities) {
    double sum = 0;
    for (const float value : affinities.values)
        if (value > 0) sum += double(value) * std::log(double(value));
    return sum;
}

} // namespace kinelens
