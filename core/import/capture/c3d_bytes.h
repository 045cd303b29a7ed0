// The numbers of a C3D file, which three kinds of machines wrote.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kinelens {

enum class C3dMachine { intel = 84, dec = 85, sgi = 86 };

class C3dBytes {
public:
    explicit C3dBytes(std::string_view bytes)
        : bytes_(bytes) {}

    C3dMachine machine = C3dMachine::intel;

    std::size_t size() const { return bytes_.size(); }
    bool holds(std::size_t at, std::size_t count) const { return at <= size() && count <= size() - at; }

    // Precondition of all: holds().
    std::uint8_t byte(std::size_t at) const { return static_cast<std::uint8_t>(bytes_[at]); }
    std::string_view text(std::size_t at, std::size_t count) const { return bytes_.substr(at, count); }
    std::uint16_t word(std::size_t at) const {
        const unsigned low = byte(at);
        const unsigned high = byte(at + 1);
        return static_cast<std::uint16_t>(machine == C3dMachine::sgi ? low << 8 | high : high << 8 | low);
    }
    std::int16_t integer(std::size_t at) const { return static_cast<std::int16_t>(word(at)); }

    // DEC's words stand in the other order, and its exponent counts two more.
    float real(std::size_t at) const {
        const std::uint32_t first = word(at);
        const std::uint32_t second = word(at + 2);
        if (machine == C3dMachine::intel) return std::bit_cast<float>(second << 16 | first);
        const float value = std::bit_cast<float>(first << 16 | second);
        return machine == C3dMachine::dec ? value / 4 : value;
    }

private:
    std::string_view bytes_;
};

} // namespace kinelens
