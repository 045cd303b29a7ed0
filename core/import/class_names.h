// Class names of known datasets: resources/classes/<name>.json, a list in the order of their labels.
#pragma once

#include <string>
#include <vector>

namespace kinelens {

std::vector<std::string> resource_class_names(const std::string& name);

} // namespace kinelens
