#include "core/import/capture/rotation.h"

#include <cmath>
#include <numbers>

namespace kinelens {

Rotation Rotation::about(int axis, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    const auto next = static_cast<std::size_t>((axis + 1) % 3);
    const auto last = static_cast<std::size_t>((axis + 2) % 3);
    Rotation turn;
    turn.values[next * 3 + next] = turn.values[last * 3 + last] = std::cos(angle);
    turn.values[next * 3 + last] = -std::sin(angle);
    turn.values[last * 3 + next] = std::sin(angle);
    return turn;
}

Rotation Rotation::operator*(const Rotation& inner) const {
    Rotation product;
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            double sum = 0;
            for (std::size_t k = 0; k < 3; ++k) sum += values[row * 3 + k] * inner.values[k * 3 + column];
            product.values[row * 3 + column] = sum;
        }
    return product;
}

Vector3 Rotation::operator*(const Vector3& vector) const {
    Vector3 turned{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t k = 0; k < 3; ++k) turned[row] += values[row * 3 + k] * vector[k];
    return turned;
}

Rotation Rotation::inverse() const {
    Rotation turned;
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            turned.values[row * 3 + column] = values[column * 3 + row];
    return turned;
}

Vector3 operator+(const Vector3& a, const Vector3& b) {
    return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}

} // namespace kinelens
