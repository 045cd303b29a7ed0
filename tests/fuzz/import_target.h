// What is done with bytes that claim to be somebody's recording.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens::fuzz {

// Files that lie beside the input and stay as they are, such as the skeleton of a motion: copied once.
void lay_beside(const std::vector<std::string>& files);

// Writes the bytes as a file of this name to a folder in memory and reads it as `import` would. Whatever the
// bytes, this returns: a crash, a hang or an escaping exception is a fault.
void read_as(const std::string& name, const std::uint8_t* data, std::size_t size);

} // namespace kinelens::fuzz
