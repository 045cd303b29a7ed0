// Quadtree: points of the plane in nested squares, stored depth first so that a walk needs no stack.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace kinelens {

struct QuadCell {
    double x = 0, y = 0; // centre of mass
    double points = 0;
    double xx = 0, xy = 0, yy = 0; // second moments about the centre of mass, summed over the points
    double squared_side = 0;
    std::size_t next = 0; // the cell after this one and all in it; the cell after a parent is its first child
    bool leaf = false;    // one point, or several at the same place to 2^-31 of the map's extent
};

class Quadtree {
public:
    explicit Quadtree(std::span<const float> coordinates); // (N, 2), N ≥ 1

    const std::vector<QuadCell>& cells() const { return cells_; }
    const std::vector<std::int32_t>& order() const { return order_; } // neighbours follow one another

private:
    // Of the points [first, last) in order, which share all but the lowest `bits` bits of their codes.
    void build(std::span<const float> coordinates, std::size_t first, std::size_t last, int bits);

    double side_ = 0;
    std::vector<std::uint64_t> codes_; // in order
    std::vector<std::int32_t> order_;
    std::vector<QuadCell> cells_;
};

} // namespace kinelens
