// Turns for the readers of motion capture: 3 x 3 matrices, row-major, that act on columns.
#pragma once

#include <array>

namespace kinelens {

using Vector3 = std::array<double, 3>;

struct Rotation {
    std::array<double, 9> values{1, 0, 0, 0, 1, 0, 0, 0, 1};

    // About an axis (0 x, 1 y, 2 z), counted against the clock seen from its tip.
    static Rotation about(int axis, double degrees);
    Rotation operator*(const Rotation& inner) const; // the inner one acts first
    Vector3 operator*(const Vector3& vector) const;
    Rotation inverse() const;
};

Vector3 operator+(const Vector3& a, const Vector3& b);

} // namespace kinelens
