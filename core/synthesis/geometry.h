// Small 3-D geometry of the figure: x to the figure's left, y up, z forward; right-handed; degrees.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

namespace kinelens::synthesis {

inline constexpr double pi = 3.14159265358979323846;

struct Vec3 {
    double x = 0;
    double y = 0;
    double z = 0;
};

constexpr Vec3 operator+(Vec3 a, Vec3 b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr Vec3 operator-(Vec3 a, Vec3 b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr Vec3 operator*(double s, Vec3 a) {
    return {s * a.x, s * a.y, s * a.z};
}
constexpr double dot(Vec3 a, Vec3 b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr Vec3 cross(Vec3 a, Vec3 b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(Vec3 a) {
    return std::sqrt(dot(a, a));
}
inline Vec3 unit(Vec3 a) {
    return (1.0 / std::max(length(a), 1e-9)) * a;
}

// Columns are the images of the axes.
struct Rotation {
    Vec3 x{1, 0, 0};
    Vec3 y{0, 1, 0};
    Vec3 z{0, 0, 1};
    constexpr Vec3 operator*(Vec3 v) const { return v.x * x + v.y * y + v.z * z; }
    constexpr Rotation operator*(const Rotation& r) const { return {*this * r.x, *this * r.y, *this * r.z}; }
};

inline double sine(double degrees) {
    return std::sin(degrees * pi / 180);
}
inline double cosine(double degrees) {
    return std::cos(degrees * pi / 180);
}

// Leans up towards forward.
inline Rotation pitch(double degrees) {
    const double c = cosine(degrees), s = sine(degrees);
    return {{1, 0, 0}, {0, c, s}, {0, -s, c}};
}
// Turns forward towards the left.
inline Rotation turn(double degrees) {
    const double c = cosine(degrees), s = sine(degrees);
    return {{c, 0, -s}, {0, 1, 0}, {s, 0, c}};
}
// Leans up towards the left.
inline Rotation tilt(double degrees) {
    const double c = cosine(degrees), s = sine(degrees);
    return {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
}

// 0 before `from`, 1 after `to`, with zero first and second derivative at both ends.
inline double ease(double value, double from = 0, double to = 1) {
    const double u = std::clamp((value - from) / (to - from), 0.0, 1.0);
    return u * u * u * (10 + u * (6 * u - 15));
}
// 0 → 1 during [a, b], 1 → 0 during [c, d].
inline double plateau(double value, double a, double b, double c, double d) {
    return ease(value, a, b) * (1 - ease(value, c, d));
}

} // namespace kinelens::synthesis
