#include "viz/palette/colour.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace kinelens::viz {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr double degrees_per_radian = 180 / std::numbers::pi;

double to_linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t to_channel(double linear) {
    const double clipped = std::clamp(linear, 0.0, 1.0);
    const double value = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * std::pow(clipped, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(value * 255));
}

Vector linear(Colour colour) {
    return {to_linear(colour.red), to_linear(colour.green), to_linear(colour.blue)};
}

Colour from_linear(const Vector& value) {
    return {to_channel(value[0]), to_channel(value[1]), to_channel(value[2])};
}

Vector product(const Matrix& matrix, const Vector& vector) {
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    return result;
}

constexpr Matrix rgb_to_lms{{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix lms_to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                             {1.9779984951, -2.4285922050, 0.4505937099},
                             {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix lab_to_lms{
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix lms_to_rgb{{{4.0767416621, -3.3077115913, 0.2309699292},
                             {-1.2684380046, 2.6097574011, -0.3413193965},
                             {-0.0041960863, -0.7034186147, 1.7076147010}}};

Vector linear_from_oklab(const OkLab& lab) {
    Vector lms = product(lab_to_lms, {lab.lightness, lab.a, lab.b});
    for (double& value : lms) value = value * value * value;
    return product(lms_to_rgb, lms);
}

OkLab cartesian(OkLch colour) {
    const double angle = colour.hue / degrees_per_radian;
    return {colour.lightness, colour.chroma * std::cos(angle), colour.chroma * std::sin(angle)};
}

const Matrix& simulation(ColourVision vision) {
    static constexpr Matrix protan{
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    static constexpr Matrix deutan{
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    static constexpr Matrix tritan{
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    static constexpr Matrix same{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    switch (vision) {
    case ColourVision::protanopia:
        return protan;
    case ColourVision::deuteranopia:
        return deutan;
    case ColourVision::tritanopia:
        return tritan;
    case ColourVision::normal:
        break;
    }
    return same;
}

} // namespace

OkLab to_oklab(Colour colour) {
    Vector lms = product(rgb_to_lms, linear(colour));
    for (double& value : lms) value = std::cbrt(value);
    const Vector lab = product(lms_to_lab, lms);
    return {lab[0], lab[1], lab[2]};
}

OkLch to_oklch(Colour colour) {
    const OkLab lab = to_oklab(colour);
    const double hue = std::atan2(lab.b, lab.a) * degrees_per_radian;
    return {lab.lightness, std::hypot(lab.a, lab.b), hue < 0 ? hue + 360 : hue};
}

Colour from_oklch(OkLch colour) {
    return from_linear(linear_from_oklab(cartesian(colour)));
}

bool in_srgb(OkLch colour) {
    return std::ranges::all_of(linear_from_oklab(cartesian(colour)),
                               [](double value) { return value >= -1e-6 && value <= 1 + 1e-6; });
}

Colour mix(Colour from, Colour to, double share) {
    const OkLab first = to_oklab(from), second = to_oklab(to);
    return from_linear(
        linear_from_oklab({std::lerp(first.lightness, second.lightness, share),
                           std::lerp(first.a, second.a, share), std::lerp(first.b, second.b, share)}));
}

double relative_luminance(Colour colour) {
    const Vector value = linear(colour);
    return 0.2126 * value[0] + 0.7152 * value[1] + 0.0722 * value[2];
}

double contrast_ratio(Colour first, Colour second) {
    const auto [darker, lighter] = std::minmax({relative_luminance(first), relative_luminance(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

Colour legible_on(Colour ground) {
    constexpr Colour black = rgb(0x101010), white = rgb(0xffffff);
    return contrast_ratio(ground, black) >= contrast_ratio(ground, white) ? black : white;
}

double perceived_distance(Colour first, Colour second) {
    const OkLab one = to_oklab(first), two = to_oklab(second);
    return std::hypot(one.lightness - two.lightness, one.a - two.a, one.b - two.b);
}

Colour as_seen_with(ColourVision vision, Colour colour) {
    return from_linear(product(simulation(vision), linear(colour)));
}

} // namespace kinelens::viz
