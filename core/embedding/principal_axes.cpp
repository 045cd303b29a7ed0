#include "core/embedding/principal_axes.h"

#include "core/foundation/random.h"
#include "core/foundation/vector_code.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kinelens {
namespace {

constexpr std::size_t rows_at_once = 1024;
constexpr int spare_axes = 8; // beyond those asked for: the iteration converges by the ratio to the next one
constexpr int most_rounds = 300;

using Values = std::vector<double>;

// to += a · from
KINELENS_VECTOR_CODE void add_scaled(double a, const double* from, std::size_t size, double* to) {
#pragma omp simd
    for (std::size_t d = 0; d < size; ++d) to[d] += a * from[d];
}

KINELENS_VECTOR_CODE double product(const double* a, const double* b, std::size_t size) {
    double sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::size_t d = 0; d < size; ++d) sum += a[d] * b[d];
    return sum;
}

class Iteration {
public:
    Iteration(const FeatureRows& rows, int axes, std::uint64_t seed, ThreadTeam& team)
        : rows_(rows)
        , size_(static_cast<std::size_t>(rows.dimension))
        , count_(std::min(
              {static_cast<std::size_t>(axes + spare_axes), size_, static_cast<std::size_t>(rows.rows)}))
        , team_(team)
        , basis_(count_ * size_)
        , variances_(count_) {
        CounterRandom random = CounterRandom(seed).fork("principal axes");
        for (double& value : basis_) value = random.normal();
        find_mean();
        orthonormalise();
    }

    void run(int axes, double accuracy) {
        const auto wanted = std::min(count_, static_cast<std::size_t>(axes));
        for (int round = 0; round < most_rounds; ++round) {
            const Values before = variances_;
            multiply();
            double moved = 0;
            for (std::size_t a = 0; a < wanted; ++a)
                moved =
                    std::max(moved, std::abs(variances_[a] - before[a]) / std::max(variances_[a], 1e-300));
            if (moved < accuracy) return;
        }
    }

    std::size_t count() const { return count_; }
    const double* direction(std::size_t axis) const { return basis_.data() + axis * size_; }
    double variance(std::size_t axis) const { return variances_[axis]; }
    double total_variance() const { return total_; }

    void centred(std::int64_t row, double* out) const {
        const float* values = rows_.row(row);
        for (std::size_t d = 0; d < size_; ++d) out[d] = double(values[d]) - mean_[d];
    }

private:
    // work(row, centred values, sum) for every row; each part adds up into a sum of its own.
    template <class Work>
    Values summed(std::size_t size, const Work& work) {
        const auto rows = static_cast<std::size_t>(rows_.rows);
        std::vector<Values> sums((rows + rows_at_once - 1) / rows_at_once);
        team_.run_parts(rows, rows_at_once, [&](std::size_t first, std::size_t last) {
            Values& sum = sums[first / rows_at_once];
            sum.assign(size, 0);
            Values values(size_);
            for (std::size_t i = first; i < last; ++i) {
                centred(static_cast<std::int64_t>(i), values.data());
                work(values, sum);
            }
        });
        Values total(size, 0);
        for (const Values& sum : sums) add_scaled(1, sum.data(), size, total.data());
        return total;
    }

    void find_mean() {
        mean_.assign(size_, 0);
        const auto size = size_;
        const auto rows = static_cast<double>(rows_.rows);
        Values mean = summed(
            size_, [size](const Values& row, Values& sum) { add_scaled(1, row.data(), size, sum.data()); });
        for (double& value : mean) value /= rows;
        mean_ = std::move(mean);
        total_ = summed(1, [size](const Values& row,
                                  Values& sum) { sum[0] += product(row.data(), row.data(), size); })[0] /
                 rows;
    }

    // basis = covariance · basis, then the axes of the subspace by Gram and Schmidt; each axis's growth is
    // its variance once the iteration has converged.
    void multiply() {
        const auto rows = static_cast<double>(rows_.rows);
        basis_ = summed(count_ * size_, [this](const Values& row, Values& sum) {
            for (std::size_t a = 0; a < count_; ++a)
                add_scaled(product(row.data(), direction(a), size_), row.data(), size_,
                           sum.data() + a * size_);
        });
        for (double& value : basis_) value /= rows;
        orthonormalise();
    }

    void orthonormalise() {
        for (std::size_t a = 0; a < count_; ++a) {
            double* mine = basis_.data() + a * size_;
            for (int twice = 0; twice < 2; ++twice)
                for (std::size_t b = 0; b < a; ++b)
                    add_scaled(-product(mine, direction(b), size_), direction(b), size_, mine);
            const double length = std::sqrt(product(mine, mine, size_));
            variances_[a] = length;
            const double scale = length > 1e-300 ? 1 / length : 0;
            for (std::size_t d = 0; d < size_; ++d) mine[d] *= scale;
        }
    }

    const FeatureRows& rows_;
    std::size_t size_, count_;
    ThreadTeam& team_;
    Values mean_, basis_, variances_;
    double total_ = 0;
};

// Of an axis either direction is as good: the one whose greatest component is positive.
double sign_of(const double* direction, std::size_t size) {
    const auto greatest = std::max_element(direction, direction + size,
                                           [](double a, double b) { return std::abs(a) < std::abs(b); });
    return *greatest < 0 ? -1 : 1;
}

} // namespace

PrincipalAxes principal_axes(const FeatureRows& rows, int axes, double accuracy, std::uint64_t seed,
                             ThreadTeam& team) {
    const auto size = static_cast<std::size_t>(rows.dimension), wanted = static_cast<std::size_t>(axes);
    Iteration iteration(rows, axes, seed, team);
    iteration.run(axes, accuracy);
    PrincipalAxes result{Values(wanted * size), Values(wanted), iteration.total_variance(),
                         Values(static_cast<std::size_t>(rows.rows) * wanted)};
    for (std::size_t a = 0; a < std::min(wanted, iteration.count()); ++a) {
        result.variances[a] = iteration.variance(a);
        add_scaled(sign_of(iteration.direction(a), size), iteration.direction(a), size,
                   result.directions.data() + a * size);
    }
    team.run_parts(static_cast<std::size_t>(rows.rows), rows_at_once,
                   [&](std::size_t first, std::size_t last) {
                       Values row(size);
                       for (std::size_t i = first; i < last; ++i) {
                           iteration.centred(static_cast<std::int64_t>(i), row.data());
                           for (std::size_t a = 0; a < wanted; ++a)
                               result.coordinates[i * wanted + a] =
                                   product(row.data(), result.directions.data() + a * size, size);
                       }
                   });
    return result;
}

} // namespace kinelens
