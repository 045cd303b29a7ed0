#include "core/embedding/repulsion.h"
#include "core/foundation/vector_code.h"

#include <numeric>

namespace kinelens {
namespace {

constexpr std::size_t rows_at_once = 64;

struct Points {
    std::vector<double> x, y;
};

KINELENS_VECTOR_CODE double repel_rows(const Points& points, std::size_t first, std::size_t last,
                                       double* forces) {
    const double* xs = points.x.data();
    const double* ys = points.y.data();
    const std::size_t count = points.x.size();
    double total = 0;
    for (std::size_t i = first; i < last; ++i) {
        const double x = xs[i], y = ys[i];
        double force_x = 0, force_y = 0, sum = 0;
#pragma omp simd reduction(+ : force_x, force_y, sum)
        for (std::size_t j = 0; j < count; ++j) {
            const double dx = x - xs[j], dy = y - ys[j];
            const double near = 1 / (1 + dx * dx + dy * dy);
            sum += near;
            force_x += near * near * dx;
            force_y += near * near * dy;
        }
        forces[2 * i] = force_x;
        forces[2 * i + 1] = force_y;
        total += sum - 1; // the point itself
    }
    return total;
}

class ExactRepulsion : public Repulsion {
public:
    explicit ExactRepulsion(ThreadTeam& team)
        : team_(team) {}

    double repel(std::span<const float> coordinates, std::span<double> forces) override {
        const std::size_t count = coordinates.size() / 2;
        Points points{std::vector<double>(count), std::vector<double>(count)};
        for (std::size_t i = 0; i < count; ++i) {
            points.x[i] = double(coordinates[2 * i]);
            points.y[i] = double(coordinates[2 * i + 1]);
        }
        std::vector<double> sums((count + rows_at_once - 1) / rows_at_once);
        team_.run_parts(count, rows_at_once, [&](std::size_t first, std::size_t last) {
            sums[first / rows_at_once] = repel_rows(points, first, last, forces.data());
        });
        return std::accumulate(sums.begin(), sums.end(), 0.0);
    }

private:
    ThreadTeam& team_;
};

} // namespace

std::unique_ptr<Repulsion> exact_repulsion(ThreadTeam& team) {
    return std::make_unique<ExactRepulsion>(team);
}

} // namespace kinelens
