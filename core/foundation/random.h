// Counter-based random numbers: every draw is a pure function of a key and a counter, so the order of
// threads, ranks or resuming changes nothing. The key mixes whatever names the draw: seed, epoch, sequence
// name, view, purpose. Generator: SplitMix64's finaliser over key + (i+1)·0x9E3779B97F4A7C15.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace kinelens {

constexpr std::uint64_t mix64(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
    return value ^ (value >> 31);
}

constexpr std::uint64_t hash_text(std::string_view text) { // FNV-1a
    std::uint64_t hash = 0xcbf29ce484222325ull;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ull;
    return hash;
}

class CounterRandom {
public:
    constexpr explicit CounterRandom(std::uint64_t key)
        : key_(key) {}

    // A stream of its own, independent of this one and of its position.
    constexpr CounterRandom fork(std::uint64_t part) const {
        return CounterRandom(mix64(key_ ^ mix64(part + 0x9E3779B97F4A7C15ull)));
    }
    constexpr CounterRandom fork(std::string_view part) const { return fork(hash_text(part)); }

    constexpr std::uint64_t next() { return mix64(key_ + ++counter_ * 0x9E3779B97F4A7C15ull); }

    // Uniform in [0, 1), 53 bits.
    constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    constexpr double uniform(double low, double high) { return low + (high - low) * uniform(); }

    // Uniform integer in [0, count), count ≥ 1.
    constexpr std::uint64_t below(std::uint64_t count) {
        return static_cast<std::uint64_t>((static_cast<unsigned __int128>(next()) * count) >> 64);
    }

    // Standard normal (Box–Muller, two draws a number).
    double normal() {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * 3.14159265358979323846 * uniform());
    }

    constexpr std::uint64_t key() const { return key_; }

private:
    std::uint64_t key_;
    std::uint64_t counter_ = 0;
};

} // namespace kinelens
