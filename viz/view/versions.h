#pragma once

#include <string>
#include <vector>

namespace kinelens::viz {

// Name and version of each library that draws, for the About window.
std::vector<std::string> drawing_libraries();

} // namespace kinelens::viz
