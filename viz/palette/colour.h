// Colour: an sRGB colour and the few measurements a palette is checked with.
#pragma once

#include <array>
#include <cstdint>

namespace kinelens::viz {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

// 0xRRGGBB.
constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex)};
}

// OKLab and its polar form (Ottosson 2020): lightness 0..1, chroma 0..about 0.32, hue in degrees.
struct OkLab {
    double lightness = 0;
    double a = 0;
    double b = 0;
};
struct OkLch {
    double lightness = 0;
    double chroma = 0;
    double hue = 0;
};

enum class ColourVision { normal, protanopia, deuteranopia, tritanopia };

OkLab to_oklab(Colour colour);
OkLch to_oklch(Colour colour);
Colour from_oklch(OkLch colour); // clipped to sRGB
bool in_srgb(OkLch colour);

// 0 = from, 1 = to, mixed in OKLab.
Colour mix(Colour from, Colour to, double share);

double relative_luminance(Colour colour);                // WCAG 2.1: 0 black .. 1 white
double contrast_ratio(Colour first, Colour second);      // WCAG 2.1: 1..21
Colour legible_on(Colour ground);                        // black or white, whichever reads better there
double perceived_distance(Colour first, Colour second);  // Euclidean in OKLab; 0.02 is just visible
Colour as_seen_with(ColourVision vision, Colour colour); // Machado, Oliveira, Fernandes 2009, severity 1

} // namespace kinelens::viz
