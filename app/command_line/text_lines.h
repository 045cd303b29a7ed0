// "name            value" lines of what a verb says to a person.
#pragma once

#include <algorithm>
#include <string>

namespace kinelens {

inline std::string line(const std::string& name, const std::string& value) {
    std::string text = name;
    text.resize(std::max<std::size_t>(text.size() + 1, 16), ' ');
    return text + value + "\n";
}

inline std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

} // namespace kinelens
