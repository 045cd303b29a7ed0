#include "core/embedding/grid_convolution.h"
#include "core/embedding/repulsion.h"
#include "core/foundation/vector_code.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numeric>

namespace kinelens {
namespace {

// Between nodes, in units of the kernel's width: forces are right to about 3e-4 of their size.
constexpr double widest_spacing = 0.3;
constexpr int fewest_nodes = 64;
constexpr int most_nodes = 4096;
constexpr int margin = 4; // nodes left free on every side for the splines
constexpr int order = GridConvolution::spline_order;
constexpr int band_rows = 16; // more than a spline is wide: every second band can be filled at the same time
constexpr std::size_t points_at_once = 1024;

using Eight = float __attribute__((vector_size(32))); // six weights and two zeros

// Weight k of a quintic B-spline at the share t of the way to the next node: Σ_c polynomial[c][k] t^c. The
// nodes are those from two before the point to three after it.
struct SplinePolynomials {
    std::array<Eight, order> value{};
    std::array<Eight, order - 1> slope{};
};

SplinePolynomials spline_polynomials() {
    // Coefficients of M_6 on its six pieces, by its recursion M_p(x) = (x M_p−1(x) + (p − x) M_p−1(x − 1)) /
    // (p − 1), each piece as a polynomial in t = x − piece.
    std::array<std::array<double, order>, order> pieces{};
    pieces[0][0] = 1;
    for (int p = 2; p <= order; ++p)
        for (int piece = p - 1; piece >= 0; --piece) {
            std::array<double, order> next{};
            for (int c = 0; c < p - 1; ++c) {
                const double own = pieces[piece][c], before = piece > 0 ? pieces[piece - 1][c] : 0;
                next[c] += (piece * own + (p - piece) * before) / (p - 1);
                next[c + 1] += (own - before) / (p - 1);
            }
            pieces[piece] = next;
        }
    SplinePolynomials result;
    for (int k = 0; k < order; ++k)
        for (int c = 0; c < order; ++c) {
            const double coefficient = pieces[order - 1 - k][c]; // the first node sees the last piece
            result.value[c][k] = static_cast<float>(coefficient);
            if (c > 0) result.slope[c - 1][k] = static_cast<float>(c * coefficient);
        }
    return result;
}

template <std::size_t Terms>
[[gnu::always_inline]] inline void evaluate(const std::array<Eight, Terms>& polynomial, float t,
                                            Eight& result) {
    result = polynomial[Terms - 1];
    for (std::size_t c = Terms - 1; c-- > 0;) result = result * t + polynomial[c];
}

[[gnu::always_inline]] inline float sum_of_product(const Eight& a, const Eight& b) {
    const Eight product = a * b;
    float sum = 0;
    for (int k = 0; k < order; ++k) sum += product[k];
    return sum;
}

// Where the grid lies over the map.
struct Placement {
    double left = 0, top = 0; // of node 0
    double spacing = 1;

    // The first of the six nodes that a coordinate touches, and how far it is past the third.
    [[gnu::always_inline]] int first_node(float at, double origin, float& share) const {
        const double place = (double(at) - origin) / spacing;
        const auto node = static_cast<int>(place);
        share = static_cast<float>(place - node);
        return node - (order / 2 - 1);
    }
};

struct Charges {
    const float* coordinates;
    const std::int32_t* order; // points by band of rows
    std::size_t first, last;
};

KINELENS_VECTOR_CODE void spread(const Charges& charges, const Placement& placement,
                                 const SplinePolynomials& spline, float* grid, std::size_t row_floats) {
    for (std::size_t at = charges.first; at < charges.last; ++at) {
        const float* point = charges.coordinates + 2 * charges.order[at];
        float share_x = 0, share_y = 0;
        const int column = placement.first_node(point[0], placement.left, share_x);
        const int row = placement.first_node(point[1], placement.top, share_y);
        Eight across, down;
        evaluate(spline.value, share_x, across);
        evaluate(spline.value, share_y, down);
        float* nodes = grid + static_cast<std::size_t>(row) * row_floats + column;
        for (int k = 0; k < order; ++k, nodes += row_floats) {
            Eight held;
            std::memcpy(&held, nodes, sizeof held);
            held += across * down[k];
            std::memcpy(nodes, &held, sizeof held);
        }
    }
}

// Slopes of the potential into `forces`; returns the sum of the potentials.
KINELENS_VECTOR_CODE double interpolate(const Charges& charges, const Placement& placement,
                                        const SplinePolynomials& spline, const float* grid,
                                        std::size_t row_floats, double* forces) {
    double sum = 0;
    const double to_force = -0.5 / placement.spacing;
    for (std::size_t at = charges.first; at < charges.last; ++at) {
        const std::int32_t i = charges.order[at];
        const float* point = charges.coordinates + 2 * i;
        float share_x = 0, share_y = 0;
        const int column = placement.first_node(point[0], placement.left, share_x);
        const int row = placement.first_node(point[1], placement.top, share_y);
        Eight across, down, slope_across, slope_down, held;
        evaluate(spline.value, share_x, across);
        evaluate(spline.value, share_y, down);
        evaluate(spline.slope, share_x, slope_across);
        evaluate(spline.slope, share_y, slope_down);
        Eight values{}, slopes{};
        const float* nodes = grid + static_cast<std::size_t>(row) * row_floats + column;
        for (int k = 0; k < order; ++k, nodes += row_floats) {
            std::memcpy(&held, nodes, sizeof held);
            values += held * down[k];
            slopes += held * slope_down[k];
        }
        sum += double(sum_of_product(values, across));
        forces[2 * i] = to_force * double(sum_of_product(values, slope_across));
        forces[2 * i + 1] = to_force * double(sum_of_product(slopes, across));
    }
    return sum;
}

class GridRepulsion : public Repulsion {
public:
    explicit GridRepulsion(ThreadTeam& team)
        : team_(team)
        , spline_(spline_polynomials()) {}

    double repel(std::span<const float> coordinates, std::span<double> forces) override {
        if (!place(coordinates)) {
            if (!wide_) wide_ = barnes_hut_repulsion(0.5, team_);
            return wide_->repel(coordinates, forces);
        }
        sort_into_bands(coordinates);
        grid_->clear();
        const auto bands = band_starts_.size() - 1;
        for (std::size_t odd = 0; odd < 2; ++odd)
            team_.run((bands + 1 - odd) / 2, [&](std::size_t pair) {
                const std::size_t band = 2 * pair + odd;
                spread({coordinates.data(), order_.data(), band_starts_[band], band_starts_[band + 1]},
                       placement_, spline_, grid_->row(0), grid_->row_floats());
            });
        grid_->convolve();
        return collect(coordinates, forces);
    }

private:
    // False where the map is too wide for a grid.
    bool place(std::span<const float> coordinates) {
        float low[2] = {coordinates[0], coordinates[1]}, high[2] = {coordinates[0], coordinates[1]};
        for (std::size_t i = 0; i < coordinates.size(); i += 2)
            for (std::size_t d = 0; d < 2; ++d) {
                low[d] = std::min(low[d], coordinates[i + d]);
                high[d] = std::max(high[d], coordinates[i + d]);
            }
        // At least what float32 can tell apart.
        const double farthest = double(std::max({high[0], high[1], -low[0], -low[1]}));
        const double extent = std::max(
            {double(high[0]) - double(low[0]), double(high[1]) - double(low[1]), 1e-6 * farthest, 1e-12});
        // Small maps get a finer grid, whose spacing takes few values so that its spectrum can be kept.
        const double fine = extent / (fewest_nodes - 2 * margin - 1);
        const double spacing =
            fine < widest_spacing
                ? widest_spacing * std::exp2(std::ceil(4 * std::log2(fine / widest_spacing)) / 4)
                : widest_spacing;
        const double wanted = std::ceil(extent / spacing) + 2 * margin + 1;
        if (wanted > most_nodes) return false;
        const int nodes = GridConvolution::fast_size(std::max(fewest_nodes, static_cast<int>(wanted)));
        if (!grid_ || grid_->nodes() != nodes || grid_->spacing() != spacing)
            grid_ = std::make_unique<GridConvolution>(nodes, spacing, team_);
        placement_ = {double(low[0]) - margin * spacing, double(low[1]) - margin * spacing, spacing};
        return true;
    }

    // By counting, so that the points of a band keep their order whatever the number of threads.
    void sort_into_bands(std::span<const float> coordinates) {
        const std::size_t points = coordinates.size() / 2;
        band_starts_.assign(static_cast<std::size_t>(grid_->nodes() / band_rows) + 2, 0);
        band_of_.resize(points);
        for (std::size_t i = 0; i < points; ++i) {
            float share = 0;
            band_of_[i] = placement_.first_node(coordinates[2 * i + 1], placement_.top, share) / band_rows;
            ++band_starts_[static_cast<std::size_t>(band_of_[i]) + 1];
        }
        std::partial_sum(band_starts_.begin(), band_starts_.end(), band_starts_.begin());
        order_.resize(points);
        auto next = band_starts_;
        for (std::size_t i = 0; i < points; ++i)
            order_[next[static_cast<std::size_t>(band_of_[i])]++] = static_cast<std::int32_t>(i);
    }

    double collect(std::span<const float> coordinates, std::span<double> forces) {
        const std::size_t points = coordinates.size() / 2;
        std::vector<double> sums((points + points_at_once - 1) / points_at_once);
        team_.run_parts(points, points_at_once, [&](std::size_t first, std::size_t last) {
            sums[first / points_at_once] =
                interpolate({coordinates.data(), order_.data(), first, last}, placement_, spline_,
                            grid_->row(0), grid_->row_floats(), forces.data());
        });
        const auto count = static_cast<double>(points);
        return std::accumulate(sums.begin(), sums.end(), 0.0) + grid_->offset() * count * count - count;
    }

    ThreadTeam& team_;
    SplinePolynomials spline_;
    std::unique_ptr<Repulsion> wide_;
    std::unique_ptr<GridConvolution> grid_;
    Placement placement_;
    std::vector<std::int32_t> order_, band_of_;
    std::vector<std::size_t> band_starts_;
};

} // namespace

std::unique_ptr<Repulsion> grid_repulsion(ThreadTeam& team) {
    return std::make_unique<GridRepulsion>(team);
}

} // namespace kinelens
