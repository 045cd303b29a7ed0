#include "core/embedding/quadtree.h"
#include "core/embedding/repulsion.h"
#include "core/foundation/vector_code.h"

#include <numeric>

namespace kinelens {
namespace {

constexpr std::size_t points_at_once = 256;

struct Walk {
    const QuadCell* cells;
    std::size_t count;
    double squared_angle; // θ²
};

// Forces on the points [first, last) of the tree's order.
KINELENS_VECTOR_CODE double walk(const Walk& tree, const std::int32_t* order, const float* coordinates,
                                 std::size_t first, std::size_t last, double* forces) {
    double total = 0;
    for (std::size_t at = first; at < last; ++at) {
        const std::int32_t i = order[at];
        const double x = double(coordinates[2 * i]), y = double(coordinates[2 * i + 1]);
        double force_x = 0, force_y = 0, sum = 0;
        for (std::size_t c = 0; c < tree.count;) {
            const QuadCell& cell = tree.cells[c];
            const double dx = x - cell.x, dy = y - cell.y;
            const double squared = dx * dx + dy * dy;
            if (!cell.leaf && cell.squared_side >= tree.squared_angle * squared) {
                ++c; // into it
                continue;
            }
            // The potential of a cell to second order in its size, and its slope.
            const double near = 1 / (1 + squared), cube = near * near * near;
            const double across = cell.xx * dx + cell.xy * dy, down = cell.xy * dx + cell.yy * dy;
            const double along = across * dx + down * dy, spread = cell.xx + cell.yy;
            sum += cell.points * near - near * near * spread + 4 * cube * along;
            const double push = cell.points * near * near - 2 * cube * spread + 12 * cube * near * along;
            force_x += push * dx - 4 * cube * across;
            force_y += push * dy - 4 * cube * down;
            c = cell.next;
        }
        forces[2 * i] = force_x;
        forces[2 * i + 1] = force_y;
        total += sum - 1; // the point itself
    }
    return total;
}

class BarnesHutRepulsion : public Repulsion {
public:
    BarnesHutRepulsion(double theta, ThreadTeam& team)
        : theta_(theta)
        , team_(team) {}

    double repel(std::span<const float> coordinates, std::span<double> forces) override {
        const std::size_t points = coordinates.size() / 2;
        const Quadtree tree(coordinates);
        std::vector<double> sums((points + points_at_once - 1) / points_at_once);
        team_.run_parts(points, points_at_once, [&](std::size_t first, std::size_t last) {
            sums[first / points_at_once] =
                walk({tree.cells().data(), tree.cells().size(), theta_ * theta_}, tree.order().data(),
                     coordinates.data(), first, last, forces.data());
        });
        return std::accumulate(sums.begin(), sums.end(), 0.0);
    }

private:
    double theta_;
    ThreadTeam& team_;
};

} // namespace

std::unique_ptr<Repulsion> barnes_hut_repulsion(double theta, ThreadTeam& team) {
    return std::make_unique<BarnesHutRepulsion>(theta, team);
}

} // namespace kinelens
